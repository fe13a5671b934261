import { isWalk } from '#core/learning/chess/activity-rules.ts'
import { stepsOf } from '#core/learning/chess/walk-rules.ts'
import { ManDrawn } from './man.tsx'

const kinds = { rook: 'r', bishop: 'b', queen: 'q', king: 'k', knight: 'n', pawn: 'p' } as const

const cells = [0, 1, 2, 3, 4].flatMap((down) => [0, 1, 2, 3, 4].map((across) => [across, down] as const))

/** A small board that shows where a man goes from its middle. */
export function Ways({ level }: { readonly level: string }) {
  if (!isWalk(level)) return null
  const kind = kinds[level]
  // The pawn takes slantwise: a star on either side shows it.
  const stars = kind === 'p' ? ['c5', 'e5'] : []
  const steps = stepsOf({ kind, at: 'd4', blocked: [], stars })
  return (
    <svg className="chess-ways" viewBox="0 0 150 150" aria-hidden="true">
      {cells.map(([across, down]) => {
        const square = `${'bcdef'.charAt(across)}${6 - down}`
        const [x, y] = [across * 30, down * 30]
        return (
          <g key={square}>
            <rect
              className={(across + down) % 2 === 0 ? 'light' : 'dark'}
              x={x}
              y={y}
              width="30"
              height="30"
            />
            {steps.includes(square) && <circle cx={x + 15} cy={y + 15} r="7" />}
          </g>
        )
      })}
      <svg x="57" y="57" width="36" height="36" viewBox="0 0 100 100">
        <ManDrawn kind={kind} isWhite />
      </svg>
    </svg>
  )
}
