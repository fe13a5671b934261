import './choice-cards.css'
import { type Key, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { Icon } from '#ui/icon.tsx'
import type { ActivityProps } from './props.ts'

type Asked = Pick<ActivityProps<unknown>, 'stage' | 'shown' | 'busy' | 'onAnswer' | 'onTouched'>

/** One of several is chosen: the answer is its place, counted from 0. */
export interface Choosing {
  /** Places that were tried, oldest first. */
  readonly tried: readonly number[]
  /** The place of the right one, once it is known. */
  readonly right: number | undefined
  /** Takes no choice now. */
  readonly closed: boolean
  readonly choose: (at: number) => void
}

export function useChoosing({ stage, shown, busy, onAnswer, onTouched }: Asked): Choosing {
  const [tried, setTried] = useState<readonly number[]>([])
  return {
    tried,
    right: stage === 'right' ? tried.at(-1) : typeof shown === 'number' ? shown : undefined,
    closed: busy || stage === 'shown',
    choose: (at) => {
      onTouched()
      setTried([...tried, at])
      onAnswer(at)
    },
  }
}

export interface ChoiceCardsProps<T> {
  readonly choosing: Choosing
  readonly choices: readonly T[]
  /** Cards beside each other. */
  readonly across: number
  /** Width of a card and its least height, as in CSS; unless given they share what room there is. */
  readonly cardWidth?: string
  readonly cardHeight?: string
  readonly keyOf?: (choice: T, at: number) => Key
  /** What a card is called, for screen readers. */
  readonly nameOf: (choice: T) => string
  /** The place of a card that a hint took away. */
  readonly away?: number | null | undefined
  /** What stands on a card; `out` once it is known not to be the one. */
  readonly children: (choice: T, out: boolean) => ReactNode
}

/** Cards to choose one of: by mouse and touch, by the arrows, or by the number of its place, from 1. */
export function ChoiceCards<T>(props: ChoiceCardsProps<T>) {
  const { choosing, choices, across, cardWidth, cardHeight, keyOf, nameOf, away, children } = props
  const { tried, right, closed, choose } = choosing
  const isOut = (at: number) => at !== right && (tried.includes(at) || away === at)
  const pressed = useRef<(at: number) => void>(undefined)
  useLayoutEffect(() => {
    pressed.current = (at) => {
      if (at < choices.length && !closed && !isOut(at)) choose(at)
    }
  })
  // Heard as soon as it is seen: a key that is pressed in that moment counts.
  useLayoutEffect(() => {
    const take = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/u.test(event.key)) return
      pressed.current?.(Number(event.key) - 1)
    }
    addEventListener('keydown', take)
    return () => removeEventListener('keydown', take)
  }, [])
  const style: Record<string, string | number> = { '--across': across }
  if (cardWidth) style['--card-width'] = cardWidth
  if (cardHeight) style['--card-height'] = cardHeight
  return (
    <ul className="choice-cards" style={style}>
      {choices.map((choice, at) => (
        <li key={keyOf?.(choice, at) ?? at}>
          <button
            type="button"
            className="choice-card"
            data-right={at === right}
            data-out={isOut(at)}
            aria-label={nameOf(choice)}
            disabled={closed || isOut(at)}
            onClick={() => choose(at)}
          >
            {children(choice, isOut(at))}
            {at === right && (
              <span className="mark">
                <Icon name="check" weight="bold" />
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  )
}
