import { SmallHouse, Tree } from '#ui/staff.ts'

export interface UpdateSceneProps {
  readonly label: string
  readonly from: string
  readonly to: string
  readonly way: string
}

/** From the house that stands to the one beside it, and the way back. */
export function UpdateScene({ label, from, to, way }: UpdateSceneProps) {
  return (
    <svg
      className="updates-scene"
      viewBox="0 0 720 176"
      preserveAspectRatio="xMidYMax slice"
      role="img"
      aria-label={label}
    >
      <path d="M-400 -200h1520v400H-400z" fill="#eef3f4" />
      <path d="M-400 176v-30Q160 104 330 136T1120 122v54z" fill="#cfe4cf" />
      <SmallHouse x={150} y={126} scale={2} />
      <text x={150} y={166}>
        {from}
      </text>
      <path
        d="M222 98C300 64 380 64 452 98"
        fill="none"
        stroke="#4fa469"
        strokeWidth={6}
        strokeLinecap="round"
      />
      <path d="M446 86l14 14-19 4z" fill="#4fa469" />
      <path
        d="M452 128C380 148 300 148 222 128"
        fill="none"
        stroke="#8d8274"
        strokeWidth={3}
        strokeDasharray="3 8"
        strokeLinecap="round"
      />
      <path d="M226 137l-11-11 15-3z" fill="#8d8274" />
      <text className="way" x={337} y={166}>
        {way}
      </text>
      <SmallHouse lit x={526} y={126} scale={2.3} />
      <text x={526} y={166}>
        {to}
      </text>
      <Tree x={620} y={140} scale={1.4} />
    </svg>
  )
}
