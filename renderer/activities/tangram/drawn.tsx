import type { KeyboardEvent } from 'react'
import { xOf, yOf } from '#core/learning/tangram/lattice-rules.ts'
import { cornersOf, type Placement } from '#core/learning/tangram/piece-rules.ts'
import { outlineOf, type Lying, type Spot } from '#core/learning/tangram/table-rules.ts'
import type { Places } from './place.ts'

function pointsOf(places: Places, placement: Placement): string {
  const drawn = cornersOf(placement).map((corner) => places.toPlace({ x: xOf(corner), y: yOf(corner) }))
  return drawn.map(({ x, y }) => `${x},${y}`).join(' ')
}

/** The figure as one shadow: its pieces, drawn so that no seam is seen. */
export function Shadow({
  places,
  figure,
}: {
  readonly places: Places
  readonly figure: readonly Placement[]
}) {
  return (
    <g className="tan-shadow">
      {figure.map((placement) => (
        <polygon key={placement.piece} points={pointsOf(places, placement)} />
      ))}
    </g>
  )
}

export function Lines({
  places,
  placements,
  className,
}: {
  readonly places: Places
  readonly placements: readonly Placement[]
  readonly className: string
}) {
  return (
    <g className={className}>
      {placements.map((placement) => (
        <polygon key={placement.piece} points={pointsOf(places, placement)} />
      ))}
    </g>
  )
}

export interface PieceProps {
  readonly piece: number
  readonly lying: Lying
  readonly middle: Spot
  readonly scale: number
  readonly label: string
  readonly look: {
    /** Lies there from the beginning. */
    readonly fixed: boolean
    readonly chosen: boolean
    /** Help says that it lies in the way. */
    readonly away: boolean
    /** Help shows where it goes. */
    readonly called: boolean
  }
  readonly onFocus: () => void
  readonly onKey: (event: KeyboardEvent) => void
}

export function Piece({ piece, lying, middle, scale, label, look, onFocus, onKey }: PieceProps) {
  const points = outlineOf(piece, lying)
    .map(({ x, y }) => `${x * scale},${-y * scale}`)
    .join(' ')
  const drawn = <polygon points={points} />
  const style = { transform: `translate(${middle.x}px, ${middle.y}px)` }
  if (look.fixed)
    return (
      <g className="tan-piece is-fixed" data-colour={piece} style={style}>
        {drawn}
      </g>
    )
  return (
    <g
      className="tan-piece"
      role="button"
      tabIndex={0}
      aria-label={label}
      data-piece={piece}
      data-colour={piece}
      data-placed={lying.at !== null}
      data-chosen={look.chosen}
      data-away={look.away}
      data-called={look.called}
      style={style}
      onFocus={onFocus}
      onKeyDown={onKey}
    >
      <polygon className="tan-reach" points={points} />
      {drawn}
    </g>
  )
}
