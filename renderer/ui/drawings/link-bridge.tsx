import { SmallHouse } from './land.tsx'

/** Planks in place: 7 is a whole bridge, 0 none. */
export type Planks = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7

export interface LinkBridgeProps {
  readonly planks: Planks
  /** Green for pictures, persimmon for voice alone, grey while it is being mended. */
  readonly carries: 'video' | 'voice' | 'nothing'
  /** How the link is, in words. */
  readonly label: string
}

/** The order in which planks fall: every second one first, so that the way across stays readable. */
const fallOrder = [1, 5, 3, 2, 4, 0, 6]
const colours = { video: '#4fa469', voice: '#e4694a', nothing: '#b9a684' } as const

const heights = [28.6, 24.1, 21.1, 20, 21.1, 24.1, 28.6]

/** Two houses and the bridge between them: how good the link is, without a word. */
export function LinkBridge({ planks, carries, label }: LinkBridgeProps) {
  const fallen = new Set(fallOrder.slice(0, 7 - planks))
  return (
    <svg className="bridge" viewBox="0 0 108 48" role="img" aria-label={label}>
      <path d="M0 42q13 -5 27 0t27 0t27 0t27 0v6H0z" fill="#bfe0f1" />
      <path d="M0 38h24v8H0zM84 38h24v8H84z" fill="#aed3b0" />
      <SmallHouse x={11} y={38} scale={0.55} />
      <SmallHouse x={97} y={38} scale={0.55} />
      {heights.map((y, index) =>
        fallen.has(index) ? (
          <circle key={`plank-${index}`} cx={27 + index * 9} cy={y + 2} r="1.5" fill="#b9a684" />
        ) : (
          <rect
            key={`plank-${index}`}
            x={23.4 + index * 9}
            y={y}
            width="8.4"
            height="8"
            rx="2.5"
            fill={colours[carries]}
          />
        ),
      )}
    </svg>
  )
}
