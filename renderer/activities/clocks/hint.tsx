import type { ClockHint } from '#core/learning/clocks/activity-rules.ts'
import { faceText, HALF_DAY, timeText } from '#core/learning/clocks/time-rules.ts'
import { useClocksWords } from './words.ts'

type Jumps = Extract<ClockHint, { kind: 'jumps' }>

/** Jumps through time, over the whole hours; what the child is to find is a dashed place. `day`: times of 24 hours. */
export function JumpLine({ hint: { stops, jumps }, day }: { readonly hint: Jumps; readonly day: boolean }) {
  const { t } = useClocksWords()
  const wide = 560 / Math.max(1, stops.length - 1)
  const text = (stop: number) => (day ? timeText(stop) : faceText((stop + HALF_DAY) % HALF_DAY))
  return (
    <svg className="jumps" viewBox="0 0 680 128" role="img" aria-label={t('jumps')}>
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
              {text(stop)}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}
