import { Cloud, SmallHouse, Tree } from './land.tsx'

/** The swallow on its way from the house to the town: comfort when a call found nobody. `letter`: it carries one. */
export function PostSwallow({
  label,
  letter = false,
  flying = false,
}: {
  readonly label: string
  readonly letter?: boolean
  /** It flies off as the drawing appears. */
  readonly flying?: boolean
}) {
  return (
    <svg
      className={flying ? 'is-flying' : undefined}
      viewBox="0 0 560 620"
      preserveAspectRatio="xMidYMax slice"
      role="img"
      aria-label={label}
    >
      <rect width="560" height="620" fill="#e6f3f5" />
      <Cloud x={60} y={120} scale={1.6} />
      <Cloud x={380} y={70} scale={1.2} />
      <path d="M0 620V440Q140 350 290 430T560 400V620Z" fill="#cfe4cf" />
      <g transform="translate(352 262)">
        <path d="M0 260V70h44V20h50v90h36V50h54v210Z" fill="#bcd3de" />
        <path
          d="M10 86h10v10H10zM26 86h10v10H26zM10 108h10v10H10zM56 36h10v10H56zM74 36h10v10H74zM56 58h10v10H56zM142 66h10v10h-10zM162 66h10v10h-10zM142 90h10v10h-10z"
          fill="#fff"
          opacity=".75"
        />
        <path d="M74 58h10v10H74z" fill="#f6b73c" />
      </g>
      <path d="M0 620V500Q150 420 300 500T560 470V620Z" fill="#aed3b0" />
      <path d="M0 620V560Q160 500 330 560T560 540V620Z" fill="#8bbf92" />
      <SmallHouse lit x={120} y={520} scale={3} />
      <Tree x={226} y={540} scale={2.2} />
      <Tree x={30} y={560} scale={1.8} />
      <path
        d="M140 440Q180 330 240 312"
        fill="none"
        stroke="#fff"
        strokeWidth="6"
        strokeDasharray="2 16"
        strokeLinecap="round"
      />
      <g className="flyer">
        <g transform="translate(262 292) rotate(-22) scale(2.2)">
          <SwallowBeside />
          {letter && <Letter />}
        </g>
      </g>
    </svg>
  )
}

/** On the wing, seen from the side, flying right. */
export function SwallowBeside() {
  return (
    <>
      <path d="M-30 0Q-10 -26 2 -6Q14 -26 36 -12Q16 -8 4 10Q-8 4 -30 0Z" fill="#3b4d6b" />
      <path d="M-22 2L-46 14L-30 12L-38 24L-6 10Z" fill="#2f3e55" />
      <path d="M2 -4Q16 -8 24 0Q18 8 4 10Q-4 4 2 -4Z" fill="#3b4d6b" />
      <circle cx="18" cy="0" r="1.8" fill="#fff" />
      <path d="M24 -1l9 3l-9 3z" fill="#e8a33a" />
      <path d="M6 9q8 2 14-4q-2 7-12 8z" fill="#fff6e6" />
    </>
  )
}

/** In its beak. */
export const Letter = () => (
  <g transform="translate(22 8) rotate(12)">
    <rect width="26" height="18" rx="2" fill="#fffdf7" stroke="#e4694a" strokeWidth="1.6" />
    <path d="M0 1l13 9l13-9" fill="none" stroke="#e4694a" strokeWidth="1.6" />
    <path d="M13 13.5c-4-3-2.5-6 0-4c2.5-2 4 1 0 4z" fill="#d8402b" />
  </g>
)
