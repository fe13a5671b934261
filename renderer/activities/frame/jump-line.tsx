import './jump-line.css'

export interface JumpLineProps {
  /** Where each jump lands, from the start on; null is what the child is to find. */
  readonly stops: readonly (string | null)[]
  /** How far each jump goes, one fewer; null is what the child is to find. */
  readonly jumps: readonly (string | null)[]
  /** “step by step along the line” */
  readonly label: string
}

/** Jumps along a line from one number to another, as children draw them to count on. */
export function JumpLine({ stops, jumps, label }: JumpLineProps) {
  const wide = 560 / Math.max(1, stops.length - 1)
  return (
    <svg className="jumps" viewBox="0 0 680 128" role="img" aria-label={label}>
      <path className="way" d="M40 84H640" />
      {jumps.map((jump, at) => {
        const from = 60 + at * wide
        return (
          <g key={`jump-${at}`}>
            <path className="jump" d={`M${from} 80Q${from + wide / 2} 6 ${from + wide} 80`} />
            {jump === null ? (
              <rect className="hole" x={from + wide / 2 - 24} y="10" width="48" height="30" rx="8" />
            ) : (
              <text x={from + wide / 2} y="34">
                {jump}
              </text>
            )}
          </g>
        )
      })}
      {stops.map((stop, at) => (
        <g key={`stop-${at}`}>
          <circle className="stop" cx={60 + at * wide} cy="84" r="9" />
          {stop === null ? (
            <rect className="hole" x={60 + at * wide - 34} y="97" width="68" height="30" rx="8" />
          ) : (
            <text x={60 + at * wide} y="122">
              {stop}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}
