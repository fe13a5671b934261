import './countdown.css'
import { Cloud, Tree } from '../drawings/land.tsx'
import { onArc, skyArc, skyLight, skyWire, type SkyLight, type SkyState } from '../sky-rules.ts'
import { SunAt, WayDots, WireBirds } from './countdown-parts.tsx'

const skies: Readonly<Record<SkyLight, string>> = {
  morning: '#fdf3d8',
  day: '#e6f3f5',
  gold: '#ffe9c4',
  dusk: '#fcd9c0',
}

export interface SkyLandProps extends SkyState {
  /** How much time is left in words, for screen readers. */
  readonly label: string
}

/** The whole sky over the house: the countdown of the home page. Redraw it at most every 15 s. */
export function SkyLand({ label, ...sky }: SkyLandProps) {
  const { passed, minutesLeft, resting = false } = sky
  const light = skyLight(sky)
  const dusk = light === 'dusk'
  const at = onArc(skyArc, passed)
  const tree = dusk ? '#7c9a73' : '#6ea97a'
  return (
    <svg className="sky-land" viewBox="0 0 1366 330" role="img" aria-label={label} data-light={light}>
      <rect width="1366" height="330" fill={skies[light]} />
      {dusk ? (
        <>
          <path d="M0 120Q340 60 683 110T1366 90V330H0Z" fill="#fbe3c4" />
          <SunAt x={1040} y={176} r={44} />
          <path d="M408 92Q683 118 958 92" fill="none" stroke="#6f5a49" strokeWidth="3" />
          <path d="M408 74v150M958 74v150" stroke="#8a6a4a" strokeWidth="7" strokeLinecap="round" />
          <path d="M388 88h40M938 88h40" stroke="#8a6a4a" strokeWidth="6" strokeLinecap="round" />
          <WireBirds
            wire={skyWire}
            minutes={minutesLeft}
            scale={1.5}
            flying={0.95}
            dot={4}
            home={{ x: 1162, y: 158 }}
          />
        </>
      ) : (
        <>
          <Cloud x={150} y={116} scale={1.1} />
          <Cloud x={520} y={130} scale={0.7} />
          <Cloud x={1180} y={112} />
          <Cloud x={860} y={150} scale={0.6} />
          <WayDots arc={skyArc} passed={passed} done={6.5} rest={5} edge="#c4b08e" />
          <SunAt {...at} r={32} />
          {resting && <Cloud x={at.x - 44} y={at.y + 22} scale={1.35} opacity={1} />}
        </>
      )}
      <path
        d="M0 330V210Q140 120 300 206T560 214Q700 150 850 210T1130 196Q1250 130 1366 190V330Z"
        fill={dusk ? '#e3cdb4' : '#cfe4cf'}
      />
      <path
        d="M0 330V246Q90 176 210 236T420 250T1000 250Q1110 190 1230 236T1366 214V330Z"
        fill={dusk ? '#b9c39f' : '#aed3b0'}
      />
      <path d="M0 330V286Q60 246 130 280H1240Q1300 250 1366 276V330Z" fill={dusk ? '#93ab85' : '#8bbf92'} />
      <Tree x={24} y={286} scale={1.5} fill={tree} />
      <Tree x={1340} y={284} scale={1.7} fill={tree} />
    </svg>
  )
}
