import { useState, type CSSProperties, type ReactNode } from 'react'
import { Sun } from '../drawings/sun.tsx'
import { Swallow, SwallowFlying } from '../drawings/swallow.tsx'
import { arcDots, wirePlaces, type Arc, type Wire } from '../sky-rules.ts'

const px = (value: number) => `${Math.round(value * 10) / 10}px`

/** The dots of the sun's way, filled up to where it stands. */
export function WayDots({
  arc,
  passed,
  done,
  rest,
  edge,
}: {
  readonly arc: Arc
  readonly passed: number
  readonly done: number
  readonly rest: number
  readonly edge: string
}) {
  return arcDots(arc, passed).map(({ x, y, done: behind }) =>
    behind ? (
      <circle key={x} cx={x} cy={y} r={done} fill="#f6b73c" />
    ) : (
      <circle key={x} cx={x} cy={y} r={rest} fill="#fff" stroke={edge} strokeWidth="1.5" />
    ),
  )
}

/** The sun at a place; it glides there, forwards or, when a session is made longer, back. */
export function SunAt({ x, y, r }: { readonly x: number; readonly y: number; readonly r: number }) {
  return (
    <g className="sun" style={{ transform: `translate(${px(x)}, ${px(y)})` }}>
      <Sun r={r} />
    </g>
  )
}

export interface WireBirdsProps {
  readonly wire: Wire
  readonly minutes: number
  /** Size of a bird on the wire, and on the wing. */
  readonly scale: number
  readonly flying: number
  readonly dot: number
  /** Where a bird flies to. */
  readonly home: { readonly x: number; readonly y: number }
}

/** Five places on the wire, a bird on each minute that is left; the one whose minute is over flies home. */
export function WireBirds({ wire, minutes, scale, flying, dot, home }: WireBirdsProps): ReactNode {
  const [first] = useState(minutes)
  const places = wirePlaces(wire, minutes)
  const from = places[minutes] ?? home
  const way = {
    '--from-x': px(minutes < first ? from.x : home.x),
    '--from-y': px(minutes < first ? from.y : home.y),
    '--to-x': px(home.x),
    '--to-y': px(home.y),
  } as CSSProperties
  return (
    <>
      {places.map(({ x, y, markY, taken }) =>
        taken ? (
          <Swallow key={x} x={x} y={y} scale={scale} />
        ) : (
          <circle key={x} cx={x} cy={markY} r={dot} fill="#b98e6c" />
        ),
      )}
      {minutes < 5 && (
        <g key={minutes} className="swallow-home" style={way}>
          <SwallowFlying scale={flying} />
        </g>
      )}
    </>
  )
}
