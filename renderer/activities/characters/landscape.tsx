const waves = [
  [266, 500],
  [486, 236],
  [606, 500],
  [826, 510],
  [976, 250],
  [216, 262],
] as const

/** Hills, a stream, a house on the other side. */
export function Landscape() {
  return (
    <svg className="land" viewBox="0 0 1302 552" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <rect width="1302" height="552" fill="#e6f3f5" />
      <path d="M0 552V120Q200 60 430 118T880 104T1302 84V552Z" fill="#cfe4cf" />
      <path d="M0 552V176Q240 116 520 160T1302 136V552Z" fill="#aed3b0" />
      <path d="M30 552C-10 420 0 236 140 206Q650 132 1150 196C1300 220 1300 420 1240 552Z" fill="#bfdeec" />
      <path d="M70 552C30 420 50 252 164 224Q650 154 1128 214C1250 236 1250 420 1198 552Z" fill="#d3e9f3" />
      {waves.map(([x, y]) => (
        <path
          key={`${x} ${y}`}
          d={`M${x} ${y}q17-9 34 0t34 0`}
          fill="none"
          stroke="#fff"
          strokeWidth="4"
          strokeLinecap="round"
          opacity=".8"
        />
      ))}
      <g transform="translate(1228 190) scale(2)">
        <path d="M-18 -18h36v22h-36z" fill="#fff3dc" />
        <path d="M-25 -16Q-20 -20 -16 -30H16Q20 -20 25 -16Z" fill="#5f7884" />
        <path d="M-5 -9h10v13h-10z" fill="#a93a20" />
      </g>
    </svg>
  )
}
