import './fields.css'
import { Fragment, useState } from 'react'
import { emptyFields, numbersOf, typedInto, wiped } from './field-rules.ts'
import { useFrame } from './frame.tsx'
import { Pad } from './parts.tsx'

/** One field of an answer. */
export interface Field {
  /** Unique in the row; also what a screen reader says. */
  readonly name: string
  /** The unit after it, as it is shown. */
  readonly unit?: string
  /** The largest number that it takes. */
  readonly most: number
}

export interface FieldsState {
  readonly fields: readonly Field[]
  readonly texts: readonly string[]
  readonly at: number
  readonly choose: (at: number) => void
  readonly type: (digit: string) => void
  readonly wipe: () => void
  readonly done: () => void
  readonly canGoOn: boolean
}

/** Whole numbers in a row of fields, written by one pad. `onAnswer` gets them in order once each field has one. */
export function useFields(
  fields: readonly Field[],
  onAnswer: (numbers: readonly number[]) => void,
  onTouched: () => void,
): FieldsState {
  const { stage, busy } = useFrame()
  const [writing, setWriting] = useState(() => emptyFields(fields.length))
  const most = fields.map((field) => field.most)
  const change = (next: typeof writing) => {
    if (busy) return
    setWriting(next)
    onTouched()
  }
  // What was wrong goes at the first digit of the next try.
  const start = stage === 'wrong' ? emptyFields(fields.length) : writing
  const empty = writing.texts.findIndex((text) => text === '')
  return {
    fields,
    texts: writing.texts,
    at: writing.at,
    choose: (at) => change({ ...writing, at }),
    type: (digit) => change(typedInto(start, digit, most)),
    wipe: () => change(wiped(writing)),
    canGoOn: writing.texts[writing.at] !== '' || empty < 0,
    done() {
      const numbers = numbersOf(writing)
      if (numbers) onAnswer(numbers)
      else setWriting({ ...writing, at: empty })
    },
  }
}

/** The fields; `shown`: what stands in them once the answer is shown. */
export function Fields({
  state,
  shown,
  className = '',
}: {
  readonly state: FieldsState
  readonly shown?: readonly unknown[] | undefined
  readonly className?: string
}) {
  const { stage } = useFrame()
  const over = stage === 'right' || stage === 'shown'
  const look = over ? 'right' : stage === 'wrong' ? 'wrong' : ''
  return (
    <div className={`fields ${className}`.trim()}>
      {state.fields.map(({ name, unit }, at) => {
        const text = shown ? `${(shown[at] as number | undefined) ?? ''}` : (state.texts[at] ?? '')
        const now = !over && at === state.at
        return (
          <Fragment key={name}>
            <button
              type="button"
              className={`answer ${look} ${now || over ? '' : 'waits'}`}
              aria-label={`${name} ${text}`.trim()}
              aria-pressed={now}
              disabled={over}
              onClick={() => state.choose(at)}
            >
              {text}
              {now && <em />}
            </button>
            {unit !== undefined && <span>{unit}</span>}
          </Fragment>
        )
      })}
    </div>
  )
}

/** The pad that writes in the fields. */
export const FieldsPad = ({ state }: { readonly state: FieldsState }) => (
  <Pad onDigit={state.type} onWipe={state.wipe} onDone={state.done} doneDisabled={!state.canGoOn} />
)
