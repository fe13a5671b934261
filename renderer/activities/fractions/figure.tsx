import type { KeyboardEvent, ReactNode } from 'react'
import { slice } from '#core/learning/fractions/paper-rules.ts'
import type { Shape } from '#core/learning/fractions/task-rules.ts'
import { useFractionsWords } from './words.ts'

export interface FigureProps {
  readonly shape: Shape
  readonly parts: number
  readonly filled: readonly number[]
  /** Counts the parts: help. */
  readonly numbered?: boolean
  /** So many neighbours get one colour of edge: help. */
  readonly group?: number
  /** Parts can be filled and emptied. */
  readonly onToggle?: ((at: number) => void) | undefined
}

/** A moon cake or a bar, cut into equal parts. */
export function Figure({ shape, parts, filled, numbered = false, group = 0, onToggle }: FigureProps) {
  const { t } = useFractionsWords()
  const places = Array.from({ length: parts }, (_, at) => at)
  // Parts that are tapped stay as wide as a finger: long bars lie in two rows.
  const across = onToggle && parts > 8 && parts % 2 === 0 ? parts / 2 : parts
  const [wide, high] = [632 / across, 142 / (parts / across)]
  const corner = (at: number) => ({ x: 4 + (at % across) * wide, y: 4 + Math.floor(at / across) * high })
  const piece = (at: number): ReactNode => {
    const isFilled = filled.includes(at)
    const turn = ((at + 0.5) / parts) * 2 * Math.PI
    const middle =
      shape === 'pie'
        ? { x: 66 * Math.sin(turn), y: -66 * Math.cos(turn) + 8 }
        : { x: corner(at).x + wide / 2, y: corner(at).y + high / 2 + 12 }
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      onToggle?.(at)
    }
    return (
      <g
        key={at}
        className="part"
        data-filled={isFilled}
        data-odd={group > 0 && Math.floor(at / group) % 2 === 1}
        {...(onToggle && {
          role: 'checkbox',
          tabIndex: 0,
          'aria-checked': isFilled,
          'aria-label': t('part', { number: at + 1 }),
          onClick: () => onToggle(at),
          onKeyDown: press,
        })}
      >
        {shape === 'pie' ? (
          <path d={slice(at, parts, 100)} />
        ) : (
          <rect {...corner(at)} width={wide} height={high} />
        )}
        {numbered && (
          <text x={middle.x} y={middle.y}>
            {at + 1}
          </text>
        )}
      </g>
    )
  }
  return (
    <svg
      className={`fraction-figure ${shape}`}
      viewBox={shape === 'pie' ? '-106 -106 212 212' : '0 0 640 150'}
      role={onToggle ? 'group' : 'img'}
      aria-label={t(`figure.${shape}`, { parts, filled: filled.length })}
    >
      {places.map(piece)}
    </svg>
  )
}
