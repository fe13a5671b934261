import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { type Line, written } from '#core/learning/estimates/task-rules.ts'
import { RoundButton } from '#ui/child/buttons.tsx'
import { useEstimatesWords } from './words.ts'

export interface NumberLineProps {
  readonly line: Line
  /** Where the flag stands; null before it was put anywhere. */
  readonly at: number | null
  /** The right place, once it is shown. */
  readonly shown: number | null
  readonly helped: boolean
  readonly closed: boolean
  readonly onMove: (at: number) => void
  readonly onDone: () => void
}

/** Longer numbers stand in two rows, or they would run into each other. */
const LONGEST = 4

/** Steps that the arrows and keys take. */
const keys: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
}

/** A line to put a flag on: dragged by mouse or finger, moved by keys or by the buttons at its ends. */
export function NumberLine({ line, at, shown, helped, closed, onMove, onDone }: NumberLineProps) {
  const { t } = useEstimatesWords()
  const { from, to, step, per, marks, helps, telling } = line
  // Measured when a finger comes down, so that nothing is laid out while it moves.
  const track = useRef<DOMRect>(null)
  const share = (value: number): CSSProperties => ({ '--at': (value - from) / (to - from) }) as CSSProperties
  const held = (value: number) => Math.min(to, Math.max(from, value))
  const go = (steps: number) => {
    if (!closed) onMove(held((at ?? Math.round((from + to) / 2 / step) * step) + steps * step))
  }
  const follow = ({ clientX }: PointerEvent) => {
    const box = track.current
    if (!box || closed) return
    const value = from + ((clientX - box.left) / box.width) * (to - from)
    const next = held(Math.round(value / step) * step)
    if (next !== at) onMove(next)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && at !== null) return onDone()
    const steps = keys[event.key]
    if (steps === undefined) return undefined
    event.preventDefault()
    return go(steps)
  }
  const flag = shown ?? at
  return (
    <div className="number-line">
      <RoundButton icon="minus" weight="bold" label={t('less')} disabled={closed} onPress={() => go(-1)} />
      <div
        className="line-field"
        role="slider"
        tabIndex={0}
        aria-label={t('line')}
        aria-valuemin={from / per}
        aria-valuemax={to / per}
        aria-valuenow={(flag ?? from) / per}
        aria-valuetext={flag === null ? t('none') : written(flag, per)}
        aria-disabled={closed}
        onKeyDown={press}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          track.current = event.currentTarget.querySelector('.line-track')?.getBoundingClientRect() ?? null
          follow(event)
        }}
        onPointerMove={(event) => (event.buttons > 0 ? follow(event) : undefined)}
      >
        <div className="line-track">
          {helped && helps.map((mark) => <i key={mark} className="help-mark" style={share(mark)} />)}
          {marks.map((mark, index) => (
            <span key={mark} className="line-mark" style={share(mark)}>
              <b data-low={index % 2 === 1 && written(mark, per).length > LONGEST}>{written(mark, per)}</b>
            </span>
          ))}
          {flag === null && (
            <div className="line-way waiting" style={share((from + to) / 2)}>
              <Flag isRight={false} />
            </div>
          )}
          {flag !== null && (
            <div className="line-way" style={share(flag)}>
              <Flag isRight={shown !== null} />
              {telling && <b className="line-told">{written(flag, per)}</b>}
            </div>
          )}
        </div>
      </div>
      <RoundButton icon="plus" weight="bold" label={t('plus')} disabled={closed} onPress={() => go(1)} />
    </div>
  )
}

function Flag({ isRight }: { readonly isRight: boolean }) {
  return (
    <svg className="line-flag" data-right={isRight} viewBox="0 0 64 84" aria-hidden="true">
      <path className="cloth" d="M32 6L60 18L32 32Z" />
      <path className="pole" d="M32 4V80" />
      <circle className="foot" cx="32" cy="76" r="8" />
    </svg>
  )
}
