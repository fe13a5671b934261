import { type CSSProperties, type KeyboardEvent, useRef, useState } from 'react'
import type { Cell } from '#core/learning/shapes/cell-rules.ts'
import type { Filling } from '#core/learning/shapes/puzzle-rules.ts'
import { useShapesWords } from './words.ts'

export interface HalfProps {
  readonly puzzle: Filling
  readonly filled: readonly Cell[]
  /** One square of the half that is there, and its image; null without help. */
  readonly shownPair: readonly [Cell, Cell] | null
  readonly closed: boolean
  readonly onTap: (cell: Cell) => void
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

const has = (cells: readonly Cell[], cell: Cell) => cells.some(([x, y]) => x === cell[0] && y === cell[1])

/** Squared paper with a mirror: a tap fills or empties a square of the other half; so do arrows and Enter. */
export function Half({
  puzzle: { columns, rows, mirror, given },
  filled,
  shownPair,
  closed,
  onTap,
}: HalfProps) {
  const { t } = useShapesWords()
  const paper = useRef<HTMLDivElement>(null)
  const isFree = ([x, y]: Cell) => (mirror === 'upright' ? x >= columns / 2 : y >= rows / 2)
  const [at, setAt] = useState<Cell>(mirror === 'upright' ? [columns / 2, 0] : [0, rows / 2])
  const go = (event: KeyboardEvent) => {
    const [dx, dy] = arrows[event.key] ?? [0, 0]
    const next: Cell = [at[0] + dx, at[1] + dy]
    if ((dx === 0 && dy === 0) || next[0] >= columns || next[1] >= rows || !isFree(next) || next[0] < 0)
      return
    event.preventDefault()
    setAt(next)
    paper.current?.querySelector<HTMLButtonElement>(`[data-cell="${next.join()}"]`)?.focus()
  }
  const cells = Array.from({ length: columns * rows }, (_, place): Cell => [
    place % columns,
    Math.floor(place / columns),
  ])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows go from square to square
    <div
      ref={paper}
      className="half-paper"
      data-mirror={mirror}
      data-large={columns > 6}
      style={{ '--columns': columns, '--rows': rows } as CSSProperties}
      role="group"
      aria-label={t('paper')}
      onKeyDown={go}
    >
      {cells.map((cell) => {
        const [x, y] = cell
        const isMarked = shownPair !== null && has(shownPair, cell)
        if (!isFree(cell))
          return <span key={String(cell)} data-filled={has(given, cell)} data-marked={isMarked} />
        return (
          <button
            key={String(cell)}
            type="button"
            data-cell={String(cell)}
            data-filled={has(filled, cell)}
            data-marked={isMarked}
            aria-pressed={has(filled, cell)}
            aria-label={t('square', { column: x + 1, row: y + 1 })}
            aria-disabled={closed}
            tabIndex={x === at[0] && y === at[1] ? 0 : -1}
            onFocus={() => setAt(cell)}
            onClick={() => (closed ? undefined : onTap(cell))}
          />
        )
      })}
      <i className="mirror" aria-hidden="true" />
    </div>
  )
}
