import './field.css'
import './order.css'
import { memo, useEffect, useRef } from 'react'
import type { Strokes } from '#core/learning/characters/content-rules.ts'
import { begin, FIELD, PADDING, type PenEvents, type Step } from './pen.ts'

const SCALE = (FIELD - 2 * PADDING) / 1024
/** From the square of the data, whose y goes up, to the field. */
const place = `translate(${PADDING} ${FIELD - PADDING - 124 * SCALE}) scale(${SCALE} ${-SCALE})`

/** A rice-field grid (米字格) to watch, trace and write in; `way` is the stroke whose way is shown. */
export function Field({
  character,
  strokes,
  step,
  way,
  label,
  events,
}: {
  readonly character: string
  readonly strokes: Strokes
  readonly step: Step
  readonly way: number | null
  readonly label: string
  readonly events: PenEvents
}) {
  const field = useRef<HTMLDivElement>(null)
  const latest = useRef(events)
  useEffect(() => {
    latest.current = events
  })
  useEffect(() => {
    if (!field.current) return undefined
    return begin(field.current, character, strokes, step, {
      onStroke: (stroke, misses) => latest.current.onStroke(stroke, misses),
      onMiss: (stroke, misses) => latest.current.onMiss(stroke, misses),
      onEnd: () => latest.current.onEnd(),
    })
  }, [character, strokes, step])
  const line = way === null ? undefined : strokes.medians[way]
  return (
    <div className="write-field" role="img" aria-label={label} data-step={step}>
      <svg viewBox={`0 0 ${FIELD} ${FIELD}`} aria-hidden="true">
        <rect x="5" y="5" width="590" height="590" rx="20" />
        <path d="M8 8L592 592M592 8L8 592M300 8v584M8 300h584" />
      </svg>
      <div className="ink-place" ref={field} />
      {line && <Way line={line} />}
    </div>
  )
}

/** Where a stroke begins and which way it goes. */
function Way({ line }: { readonly line: Strokes['medians'][number] }) {
  const [first = [0, 0]] = line
  const last = line.at(-1) ?? first
  const before = line.at(-2) ?? first
  const turn = (Math.atan2(last[1] - before[1], last[0] - before[0]) * 180) / Math.PI
  return (
    <svg className="stroke-way" viewBox={`0 0 ${FIELD} ${FIELD}`} aria-hidden="true">
      <g transform={place}>
        <path className="dots" d={`M${line.map(([x, y]) => `${x} ${y}`).join('L')}`} />
        <path
          className="arrow"
          d="M-28 22L0 0L-28 -22"
          transform={`translate(${last[0]} ${last[1]}) rotate(${turn})`}
        />
        <circle cx={first[0]} cy={first[1]} r="34" />
      </g>
    </svg>
  )
}

/** The strokes one after another, small. Many paths: drawn again only for the next stroke, not while one is tried. */
export const Order = memo(function Order({
  strokes,
  at,
  label,
}: {
  readonly strokes: Strokes
  readonly at: number
  readonly label: string
}) {
  return (
    <ol className="stroke-order" aria-label={label}>
      {strokes.strokes.map((_, index) => (
        <li key={index} className={index < at ? 'done' : index === at ? 'now' : ''}>
          <svg viewBox="0 0 1024 1024" aria-hidden="true">
            <g transform="translate(0 900) scale(1 -1)">
              {strokes.strokes.slice(0, index + 1).map((d, stroke) => (
                <path key={d} d={d} className={stroke === index ? 'last' : ''} />
              ))}
            </g>
          </svg>
        </li>
      ))}
    </ol>
  )
})
