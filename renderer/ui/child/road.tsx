import './countdown.css'
import { useId } from 'react'
import { Cloud, SmallHouse, Tree } from '../drawings/land.tsx'
import { onArc, roadArc, roadWire, skyLight, type SkyLight, type SkyState } from '../sky-rules.ts'
import { SunAt, WayDots, WireBirds } from './countdown-parts.tsx'

const skies: Readonly<Record<SkyLight, string>> = {
  morning: '#fdf3d8',
  day: '#e6f3f5',
  gold: '#ffe9c4',
  dusk: '#fcd9c0',
}

export interface RoadProps extends SkyState {
  /** How much time is left in words, for screen readers. */
  readonly label: string
}

/** The wordless countdown of every page but home, 480 by 84. Redraw it at most every 15 s. */
export function Road({ label, ...sky }: RoadProps) {
  const { passed, minutesLeft, resting = false } = sky
  const clip = useId()
  const light = skyLight(sky)
  const dusk = light === 'dusk'
  const at = onArc(roadArc, passed)
  return (
    <svg className="road" viewBox="0 0 480 84" role="img" aria-label={label} data-light={light}>
      <clipPath id={clip}>
        <rect width="480" height="84" rx="26" />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <rect width="480" height="84" fill={skies[light]} />
        {dusk ? (
          <>
            <SunAt x={439.8} y={60} r={20} />
            <path d="M90 34 Q240 46 390 34" fill="none" stroke="#6f5a49" strokeWidth="2.5" />
            <path
              d="M90 24v52M390 24v52M80 30h20M380 30h20"
              stroke="#8a6a4a"
              strokeWidth="4"
              strokeLinecap="round"
            />
            <WireBirds
              wire={roadWire}
              minutes={minutesLeft}
              scale={0.82}
              flying={0.5}
              dot={3}
              home={{ x: 446, y: 56 }}
            />
          </>
        ) : (
          <>
            <Cloud x={300} y={26} scale={0.45} />
            <WayDots arc={roadArc} passed={passed} done={4} rest={3} edge="#b9a684" />
            <SunAt {...at} r={15} />
            {resting && <Cloud x={at.x - 20} y={at.y + 10} scale={0.62} opacity={1} />}
          </>
        )}
        <path d="M0 84V66Q60 48 130 66T270 64T400 58T480 62V84Z" fill={dusk ? '#b9c9a4' : '#aed3b0'} />
        <path d="M0 84V76Q90 62 190 76T360 74T480 72V84Z" fill={dusk ? '#94ae87' : '#8bbf92'} />
        <SmallHouse x={446} y={76} scale={0.62} lit={dusk} />
        <Tree x={420} y={78} scale={0.5} fill={dusk ? '#7c9a73' : '#6ea97a'} />
      </g>
    </svg>
  )
}
