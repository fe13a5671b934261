import type { ReactNode } from 'react'
import type { Spot } from '#core/learning/computer/task-rules.ts'
import { Cloud, SmallHouse, Tree } from '#ui/drawings/land.tsx'

/** Where a spot of the rules lies in the scene, as CSS. */
export const placeOf = ({ column, row }: Spot) => ({ left: `${8 + column * 12}%`, top: `${21 + row * 27}%` })

interface SceneProps {
  readonly children: ReactNode
  /** What stands on the card that says how. */
  readonly how?: ReactNode
  /** A click on the meadow itself. */
  readonly onBeside?: () => void
  /** Off where the scene brings a house of its own. */
  readonly house?: boolean
}

/** A meadow with things in it. A right click opens nothing of the system's here. */
export function Scene({ children, how, onBeside, house = true }: SceneProps) {
  return (
    <section className="pc-scene" onContextMenu={(event) => event.preventDefault()}>
      <svg className="pc-land" viewBox="0 0 1302 552" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
        <Cloud x={180} y={60} scale={1.3} />
        <Cloud x={860} y={46} />
        <path d="M0 552V150Q260 90 560 140T1302 112V552Z" fill="#cfe4cf" />
        <path d="M0 552V206Q300 150 640 196T1302 176V552Z" fill="#aed3b0" />
        <Tree x={40} y={200} scale={1.8} />
        <Tree x={1266} y={186} scale={2} />
        {house && <SmallHouse x={700} y={186} scale={1.5} />}
      </svg>
      <div className="pc-ground" onPointerDown={onBeside} />
      {children}
      {how !== undefined && <div className="pc-how">{how}</div>}
    </section>
  )
}
