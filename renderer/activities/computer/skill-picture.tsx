import type { Skill } from '#core/learning/computer/skill-rules.ts'

const rim = { fill: 'none', stroke: '#5f5146', strokeWidth: 4.5, strokeLinejoin: 'round' } as const
const way = {
  stroke: '#22693f',
  strokeWidth: 6.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
  fill: 'none',
} as const

interface MouseProps {
  readonly x?: number
  readonly y?: number
  readonly scale?: number
  /** What of it is pressed. */
  readonly lit?: 'left' | 'right' | 'wheel'
}

/** A mouse from above; what is pressed is in the colour of the sun. */
export function Mouse({ x = 20, y = 10, scale = 1, lit }: MouseProps) {
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`}>
      <path d="M30 2c17 0 27 11 27 28v24c0 18-10 31-27 31S3 72 3 54V30C3 13 13 2 30 2Z" fill="#fff" />
      {lit === 'left' && <path d="M30 2C13 2 3 13 3 30v10h27Z" fill="#f6b73c" />}
      {lit === 'right' && <path d="M30 2c17 0 27 11 27 28v10H30Z" fill="#f6b73c" />}
      <path
        d="M30 2c17 0 27 11 27 28v24c0 18-10 31-27 31S3 72 3 54V30C3 13 13 2 30 2ZM3 40h54M30 2v38"
        {...rim}
      />
      <rect
        x="24"
        y="14"
        width="12"
        height="21"
        rx="6"
        fill={lit === 'wheel' ? '#f6b73c' : '#fff'}
        stroke="#5f5146"
        strokeWidth="4"
      />
    </g>
  )
}

/** What a skill looks like: on its stone, its stamp and the card that says how. */
export function SkillPicture({ skill, size }: { readonly skill: Skill; readonly size?: number }) {
  return (
    <svg viewBox="0 0 100 100" {...(size ? { width: size, height: size } : {})} aria-hidden="true">
      {drawn(skill)}
    </svg>
  )
}

function drawn(skill: Skill) {
  switch (skill) {
    case 'move':
      return (
        <>
          <Mouse x={30} y={16} scale={0.68} />
          <path d="M4 47h17M4 47l8-8M4 47l8 8M97 47H80M97 47l-8-8M97 47l-8 8" {...way} />
        </>
      )
    case 'click':
      return (
        <>
          <Mouse x={22} lit="left" />
          <path
            d="M19 16l-7-7M31 8l-2-8M11 30l-9-3"
            stroke="#bb7a0c"
            strokeWidth="5.5"
            strokeLinecap="round"
          />
        </>
      )
    case 'drag':
      return (
        <>
          <Mouse x={6} lit="left" />
          <path d="M70 52h22M92 52l-9-9M92 52l-9 9" {...way} />
        </>
      )
    case 'double':
      return (
        <>
          <Mouse x={6} lit="left" />
          <circle cx="77" cy="32" r="9" fill="#f6b73c" stroke="#bb7a0c" strokeWidth="4" />
          <circle cx="77" cy="64" r="9" fill="#f6b73c" stroke="#bb7a0c" strokeWidth="4" />
        </>
      )
    case 'scroll':
      return (
        <>
          <Mouse x={6} y={8} lit="wheel" />
          <path d="M82 22v56M82 22l-9 10M82 22l9 10M82 78l-9-10M82 78l9-10" {...way} />
        </>
      )
    case 'right':
      return (
        <>
          <Mouse x={12} lit="right" />
          <g transform="translate(60 44)">
            <rect width="36" height="44" rx="7" fill="#fff" stroke="#5f5146" strokeWidth="4.5" />
            <path d="M9 13h18M9 22h18M9 31h12" stroke="#4fa469" strokeWidth="4.5" strokeLinecap="round" />
          </g>
        </>
      )
    case 'keys':
      return (
        <>
          <rect x="4" y="24" width="92" height="54" rx="11" fill="#fff" stroke="#5f5146" strokeWidth="4.5" />
          <path
            d="M14 34h12v11H14ZM31 34h12v11H31ZM65 34h12v11H65ZM14 50h12v11H14ZM31 50h12v11H31ZM48 50h12v11H48ZM65 50h20v11H65ZM28 65h44v7H28Z"
            fill="#cdbb9c"
          />
          <rect
            x="47"
            y="33"
            width="14"
            height="13"
            rx="3.5"
            fill="#f6b73c"
            stroke="#bb7a0c"
            strokeWidth="2.5"
          />
        </>
      )
    case 'shortcuts':
      return (
        <>
          <rect
            x="4"
            y="30"
            width="38"
            height="38"
            rx="9"
            fill="#f6b73c"
            stroke="#bb7a0c"
            strokeWidth="4.5"
          />
          <rect
            x="58"
            y="30"
            width="38"
            height="38"
            rx="9"
            fill="#f6b73c"
            stroke="#bb7a0c"
            strokeWidth="4.5"
          />
          <path d="M50 42v14M43 49h14" stroke="#5f5146" strokeWidth="5" strokeLinecap="round" />
        </>
      )
    case 'windows':
      return (
        <>
          <rect x="6" y="14" width="88" height="70" rx="10" fill="#fff" stroke="#5f5146" strokeWidth="4.5" />
          <path d="M6 36h88" {...rim} />
          <circle cx="20" cy="25" r="4.500" fill="#4f9cc8" />
          <path d="M76 20l10 10M86 20L76 30" stroke="#a93a20" strokeWidth="5" strokeLinecap="round" />
          <path d="M16 76q16-28 32-10 10-20 36 10Z" fill="#8bbf92" />
        </>
      )
    case 'files':
      return (
        <>
          <path
            d="M6 26q0-8 8-8h22l9 10h41q8 0 8 8v40q0 8-8 8H14q-8 0-8-8Z"
            fill="#ffd77e"
            stroke="#bb7a0c"
            strokeWidth="4.5"
          />
          <path d="M38 38h34v30H38Z" fill="#fff" stroke="#5f5146" strokeWidth="4" strokeLinejoin="round" />
          <path d="M42 64q8-14 14-4 4-8 12 4Z" fill="#4fa469" />
        </>
      )
  }
}
