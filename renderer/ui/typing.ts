import {
  createContext,
  useContext,
  useEffect,
  useRef,
  useState,
  type CompositionEvent,
  type RefObject,
} from 'react'
import { chosenOf, fitTyped, type Fitted } from './typing-rules.ts'

type Field = HTMLInputElement | HTMLTextAreaElement

export interface TypingParts<F extends Field> {
  readonly field: RefObject<F | null>
  /** What is kept now. */
  readonly value: string
  /** UTF-16 units at most; no limit unless said. */
  readonly most?: number | undefined
  /** Words that stand. `whole`: an input method handed them over at once; otherwise a key or a paste did. */
  readonly onTyped: (text: string, whole: boolean) => void
}

export interface Typing<F extends Field> {
  /** What the field shows: what is kept, or what an input method still holds in it. */
  readonly shown: string
  /** Set once typing has reached the limit: how many characters found no room. */
  readonly full: number | undefined
  readonly onChange: (next: string, whole?: boolean) => void
  readonly onCompositionStart: () => void
  readonly onCompositionEnd: (event: CompositionEvent<F>) => void
}

/**
 * Typing into a field as every field of the house takes it. Half-typed is not typed: what an input method holds is shown and goes no further
 * until it is handed over, and raw letters of somebody who turns to something else are let go. A limit cuts nothing in
 * silence: what found no room is told.
 */
export function useTyping<F extends Field>({
  field,
  value,
  most = Infinity,
  onTyped,
}: TypingParts<F>): Typing<F> {
  const held = useRef<{ readonly text: string; readonly from: number; readonly to: number }>(undefined)
  const leaving = useRef(false)
  const [draft, setDraft] = useState<string>()
  const [full, setFull] = useState<number>()

  useEffect(() => {
    // A tap elsewhere makes Chromium hand over what is half-typed, as if it were meant.
    const turn = (event: Event) => {
      const away = event.type !== 'keydown' && event.target !== field.current
      leaving.current = away || (event instanceof KeyboardEvent && event.key === 'Tab')
    }
    const kinds = ['pointerdown', 'keydown', 'blur'] as const
    for (const kind of kinds) window.addEventListener(kind, turn, { capture: true })
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, turn, { capture: true })
    }
  }, [field])

  const take = (before: string, after: string, whole: boolean) => {
    const fitted = fitTyped(before, after, most)
    const element = field.current
    if (element && element.value !== fitted.text) put(element, fitted)
    setDraft(undefined)
    setFull(fitted.text.length >= most ? fitted.left : undefined)
    if (fitted.text !== value) onTyped(fitted.text, whole)
  }

  return {
    shown: draft ?? value,
    full,
    onChange: (next, whole = false) => (held.current ? setDraft(next) : take(value, next, whole)),
    onCompositionStart: () => {
      const element = field.current
      const from = element?.selectionStart ?? value.length
      held.current = { text: value, from, to: element?.selectionEnd ?? from }
      leaving.current = false
    },
    onCompositionEnd: ({ data, currentTarget }) => {
      const { text, from, to } = held.current ?? { text: value, from: value.length, to: value.length }
      held.current = undefined
      const after = leaving.current
        ? text.slice(0, from) + chosenOf(data) + text.slice(to)
        : currentTarget.value
      take(text, after, true)
    },
  }
}

/** Before React looks, and by the property that React watches: the caret stays where the person typed. */
function put(element: Field, { text, caret }: Fitted): void {
  element.value = text
  element.setSelectionRange(caret, caret)
}

/** What a field says when it is full: its limit, and how many characters found no room. Handed in by the window, in its language. */
export type LimitWords = (facts: { readonly most: number; readonly left: number }) => string

export const LimitContext = createContext<LimitWords>(({ most }) => String(most))

export const useLimitWords = (): LimitWords => useContext(LimitContext)
