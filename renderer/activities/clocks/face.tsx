import { memo } from 'react'
import { longHand, shortHand } from '#core/learning/clocks/time-rules.ts'

const MIDDLE = 150

const round = (value: number) => Math.round(value * 10) / 10

/** A place on the face: degrees from twelve, with the clock. */
export function placeOf(degrees: number, far: number): { readonly x: number; readonly y: number } {
  const turn = ((degrees - 90) * Math.PI) / 180
  return { x: round(MIDDLE + far * Math.cos(turn)), y: round(MIDDLE + far * Math.sin(turn)) }
}

function tick(minute: number): string {
  const [near, far] = [placeOf(minute * 6, minute % 5 === 0 ? 126 : 131), placeOf(minute * 6, 136)]
  return `M${near.x} ${near.y}L${far.x} ${far.y}`
}
const minutes = Array.from({ length: 60 }, (_, minute) => minute)
const longTicks = minutes
  .filter((minute) => minute % 5 === 0)
  .map(tick)
  .join('')
const shortTicks = minutes
  .filter((minute) => minute % 5 !== 0)
  .map(tick)
  .join('')

const Numbers = memo(() => (
  <>
    <path className="tick long" d={longTicks} />
    <path className="tick" d={shortTicks} />
    {Array.from({ length: 12 }, (_, hour) => {
      const { x, y } = placeOf(hour * 30, 106)
      return (
        <text key={hour} className="hour" x={x} y={y + 10.5}>
          {hour || 12}
        </text>
      )
    })}
  </>
))

/** The piece of the face that the short hand goes through in an hour. */
function wedge(hour: number): string {
  const [from, to] = [placeOf(hour * 30, 90), placeOf((hour + 1) * 30, 90)]
  return `M${MIDDLE} ${MIDDLE}L${from.x} ${from.y}A90 90 0 0 1 ${to.x} ${to.y}Z`
}

export interface FaceHelp {
  /** 5, 10, 15 … outside the hours. */
  readonly minutes: boolean
  readonly hour: number | null
  /** 13 to 24 inside the hours. */
  readonly day: boolean
}

export interface FaceProps {
  /** Minutes from twelve. */
  readonly time: number
  /** Where its hands point; none for a clock that is part of something that says so. */
  readonly label?: string
  readonly help?: FaceHelp | null
}

/** A clock as it hangs in a classroom: short hand persimmon, long hand lake. */
export function Face({ time, label, help }: FaceProps) {
  return (
    <svg
      className="clock"
      viewBox="0 0 300 300"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <circle className="rim" cx={MIDDLE} cy={MIDDLE} r="146" />
      <circle className="paper" cx={MIDDLE} cy={MIDDLE} r="137" />
      {help?.hour !== null && help?.hour !== undefined && <path className="wedge" d={wedge(help.hour)} />}
      <Numbers />
      {help?.minutes && <Ring count={12} far={79} of={(place) => place * 5} />}
      {help?.day && <Ring count={12} far={54} of={(place) => place + 12} />}
      <Hand kind="long" degrees={longHand(time)} />
      <Hand kind="short" degrees={shortHand(time)} />
      <circle className="pin" cx={MIDDLE} cy={MIDDLE} r="12" />
      <circle className="pin-light" cx={MIDDLE} cy={MIDDLE} r="4.5" />
    </svg>
  )
}

function Ring({
  count,
  far,
  of,
}: {
  readonly count: number
  readonly far: number
  readonly of: (place: number) => number
}) {
  return Array.from({ length: count }, (_, place) => {
    const { x, y } = placeOf(place * 30, far)
    const number = of(place)
    return (
      <text key={place} className="ring" x={x} y={y + 6}>
        {far < 60 && place === 0 ? 24 : number}
      </text>
    )
  })
}

const shapes = { short: 'M150 166V88', long: 'M150 172V44' } as const

/** One hand, pointing to so many degrees from twelve. */
function Hand({ kind, degrees }: { readonly kind: 'short' | 'long'; readonly degrees: number }) {
  return <path className={`hand ${kind}`} d={shapes[kind]} style={{ transform: `rotate(${degrees}deg)` }} />
}
