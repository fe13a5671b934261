import { useEffect, useState } from 'react'
import type { Card } from '#core/learning/pairs/cards-rules.ts'

/** So long two cards that do not match lie open; the next tap turns them back sooner. */
const LOOK_MS = 1600

export interface Flips {
  readonly isOpen: (at: number) => boolean
  readonly isFound: (at: number) => boolean
  readonly found: readonly number[]
  readonly flip: (at: number) => void
}

/** Which cards lie open; `onFound` hears every pair with all that were found before. */
export function useFlips(
  cards: readonly Card[],
  foundBefore: readonly number[],
  onFound: (found: readonly number[]) => void,
): Flips {
  const [found, setFound] = useState(foundBefore)
  const [open, setOpen] = useState<readonly number[]>([])
  useEffect(() => {
    if (open.length < 2) return undefined
    const back = setTimeout(() => setOpen([]), LOOK_MS)
    return () => clearTimeout(back)
  }, [open])

  const flip = (at: number): void => {
    const card = cards[at]
    const [first, second] = open
    if (!card || found.includes(card.pair)) return
    if (first === undefined || second !== undefined) return setOpen([at])
    if (at === first) return
    if (cards[first]?.pair !== card.pair) return setOpen([first, at])
    const all = [...found, card.pair]
    setOpen([])
    setFound(all)
    onFound(all)
  }
  const isFound = (at: number): boolean => found.includes(cards[at]?.pair ?? -1)
  return { isFound, isOpen: (at) => open.includes(at) || isFound(at), found, flip }
}

/** The pairs found before a crash, as far as they can be believed. */
export function foundIn(progress: unknown, pairs: number): readonly number[] {
  if (!Array.isArray(progress)) return []
  const known = progress.filter((pair): pair is number => Number.isInteger(pair) && pair >= 0 && pair < pairs)
  return [...new Set(known)]
}
