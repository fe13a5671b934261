import { memo } from 'react'
import { fileOf, rankOf, type Kind, type Square } from '#core/learning/chess/board-rules.ts'
import { ManDrawn, StarDrawn } from './man.tsx'

interface BoardSquareProps {
  readonly square: Square
  readonly name: string
  readonly kind: Kind | undefined
  readonly isWhite: boolean
  readonly isStar: boolean
  readonly isChosen: boolean
  readonly isDot: boolean
  readonly isRing: boolean
  readonly isLast: boolean
  readonly isInTurn: boolean
  readonly closed: boolean
}

/** One of 64: drawn again only when something of it changes. */
export const BoardSquare = memo(function BoardSquare(props: BoardSquareProps) {
  const { square, name, kind, isWhite, isStar, isChosen, isDot, isRing, isLast, isInTurn, closed } = props
  return (
    <button
      type="button"
      className="chess-square"
      data-square={square}
      data-dark={(fileOf(square) + rankOf(square)) % 2 === 0}
      data-chosen={isChosen}
      data-dot={isDot}
      data-ring={isRing}
      data-last={isLast}
      tabIndex={isInTurn ? 0 : -1}
      aria-label={name}
      aria-disabled={closed}
    >
      {isStar && <StarDrawn />}
      {kind && (
        <span className="man-place">
          <ManDrawn kind={kind} isWhite={isWhite} />
        </span>
      )}
    </button>
  )
})
