import { Cloud, SmallHouse, Tree } from '#ui/drawings/land.tsx'

/** Where the swallow's way is dotted, from left to right: a narrow window shows x from 108 to 750 only. */
const dots = Array.from({ length: 13 }, (_, index) => {
  const part = index / 12
  return { x: 180 + part * 500, y: 190 - Math.sin(part * Math.PI) * 120 }
})

/** A window on hills far away; a swallow crosses it in twenty seconds, and each dot that it has passed is lit. */
export function FarWindow({ label }: { readonly label: string }) {
  return (
    <section className="far-window">
      <svg viewBox="0 0 858 552" preserveAspectRatio="xMidYMid slice" role="img" aria-label={label}>
        <rect width="858" height="552" fill="#e6f3f5" />
        <Cloud x={96} y={250} scale={1.1} />
        <Cloud x={640} y={236} scale={1.3} />
        <path d="M0 552V330Q110 240 210 310T430 290Q560 220 660 300T858 270V552Z" fill="#dbe9e4" />
        <path d="M0 552V390Q160 320 330 376T640 360T858 336V552Z" fill="#cfe4cf" />
        <path d="M0 552V440Q200 380 420 430T858 410V552Z" fill="#aed3b0" />
        <SmallHouse x={474} y={384} scale={1.1} />
        <Tree x={424} y={388} />
        <Tree x={520} y={384} scale={0.9} />
        <Tree x={300} y={392} scale={0.8} />
        <Tree x={640} y={380} scale={0.8} />
        <path d="M0 552V500Q240 450 480 490T858 470V552Z" fill="#8bbf92" />
        {dots.map(({ x, y }, index) => (
          <g key={x}>
            <circle cx={x} cy={y} r="6.5" fill="#fff" stroke="#b9a684" strokeWidth="3" />
            <circle
              className="passed"
              cx={x}
              cy={y}
              r="8"
              fill="#f6b73c"
              style={{ animationDelay: `${(index / 12) * 20}s` }}
            />
          </g>
        ))}
        <g className="crossing">
          <g transform="rotate(-4) scale(1.7)">
            <path d="M-30 0Q-10 -26 2 -6Q14 -26 36 -12Q16 -8 4 10Q-8 4 -30 0Z" fill="#3b4d6b" />
            <path d="M-22 2L-46 14L-30 12L-38 24L-6 10Z" fill="#2f3e55" />
            <path d="M2 -4Q16 -8 24 0Q18 8 4 10Q-4 4 2 -4Z" fill="#3b4d6b" />
            <circle cx="18" cy="0" r="1.8" fill="#fff" />
            <path d="M24 -1l9 3l-9 3z" fill="#e8a33a" />
            <path d="M6 9q8 2 14-4q-2 7-12 8z" fill="#fff6e6" />
          </g>
        </g>
      </svg>
    </section>
  )
}
