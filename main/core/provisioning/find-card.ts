import { join } from 'node:path'
import type { CardProblem } from '#contract/room-card.ts'
import { readPlain } from '#core/files/read-plain.ts'
import { readCard, type Trust, type TrustedCard } from './signed-card.ts'

export const CARD_FILE = 'happy-home-room.json'

/** A real one has a few kB. Bytes. */
const MOST = 512 * 1024

export interface FoundCard extends TrustedCard {
  /** The folder in which it lay. */
  readonly folder: string
}

export interface CardSearch {
  /** The newest that may be taken; undefined where there is none. */
  readonly found: FoundCard | undefined
  /** Files of that name that were not taken, and why. */
  readonly refused: readonly { readonly folder: string; readonly why: CardProblem }[]
}

/** Looks for a file in these folders: sticks, beside the program, in the image. */
export function findCard(folders: readonly string[], trust: Trust): CardSearch {
  const refused: { folder: string; why: CardProblem }[] = []
  const taken: FoundCard[] = []
  for (const folder of folders) {
    const bytes = readPlain(join(folder, CARD_FILE), MOST)
    if (bytes === undefined) continue
    const card = bytes.ok ? readCard(bytes.value, trust) : bytes
    if (card.ok) taken.push({ ...card.value, folder })
    else refused.push({ folder, why: card.error })
  }
  const found = taken.toSorted((one, other) => other.card.version - one.card.version)[0]
  return { found, refused }
}
