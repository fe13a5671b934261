import type { ReactNode } from 'react'
import type { Pile } from '#core/learning/balance/scale-rules.ts'
import { Picture } from '#ui/picture.tsx'
import type { PictureName } from '#ui/sprite/names.ts'

/** Half the beam, in the drawing's units. */
const ARM = 142
/** The most that the beam leans, degrees. */
const STEEPEST = 12

/** How far the beam leans for so much more on the left: little for little, never further than it can. */
const leanOf = (tilt: number): number => -Math.sign(tilt) * Math.min(STEEPEST, 4 + Math.abs(tilt) * 2)

export interface ScaleProps {
  /** How much more lies on the left. */
  readonly tilt: number
  readonly left: ReactNode
  readonly right: ReactNode
  readonly label: string
  readonly look?: boolean
}

/** A scale with two pans. The beam turns and the pans rise and sink by transform only. */
export function BeamScale({ tilt, left, right, label, look = false }: ScaleProps) {
  const lean = leanOf(tilt)
  const sinks = -ARM * Math.sin((lean * Math.PI) / 180)
  return (
    <svg className="beam-scale" data-look={look} viewBox="0 40 460 282" role="group" aria-label={label}>
      <path d="M230 60V290" className="post" />
      <path d="M140 316q90-50 180 0Z" fill="#8a6a4a" />
      <Pan x={88} name="left" sinks={sinks}>
        {left}
      </Pan>
      <Pan x={372} name="right" sinks={-sinks}>
        {right}
      </Pan>
      <g className="beam" style={{ transform: `rotate(${lean}deg)` }}>
        <path d="M88 92H372" />
        <circle cx="230" cy="92" r="17" />
      </g>
    </svg>
  )
}

interface PanProps {
  readonly x: number
  readonly name: 'left' | 'right'
  readonly sinks: number
  readonly children: ReactNode
}

function Pan({ x, name, sinks, children }: PanProps) {
  return (
    <g className="pan" data-pan={name} style={{ transform: `translateY(${sinks}px)` }}>
      {/* All of the pan takes what is dropped, not only its edge. */}
      <rect x={x - 88} y="80" width="176" height="200" fill="transparent" />
      <path className="ropes" d={`M${x} 92L${x - 68} 242M${x} 92L${x + 68} 242`} />
      <foreignObject x={x - 84} y="72" width="168" height="172">
        <div className="on-pan">{children}</div>
      </foreignObject>
      <path className="dish" d={`M${x - 84} 242h168q-8 34-46 36h-76q-38-2-46-36Z`} />
    </g>
  )
}

/** So many pictures that their size goes by how many there are. */
export function Piles({ piles }: { readonly piles: readonly Pile[] }) {
  const all = piles.flatMap(({ thing, count }) => Array.from({ length: count }, (_, at) => ({ thing, at })))
  const crowd = all.length > 12 ? 5 : all.length > 8 ? 4 : all.length > 4 ? 3 : all.length > 1 ? 2 : 1
  return (
    <span className="piles" data-crowd={crowd}>
      {all.map(({ thing, at }) => (
        <Picture key={`${thing} ${at}`} name={thing as PictureName} />
      ))}
    </span>
  )
}
