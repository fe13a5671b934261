import type { Face as Look } from '#contract/people.ts'
import { Face } from '#ui/child/face.tsx'
import { Cloud, Tree } from '#ui/drawings/land.tsx'
import { Letter, SwallowBeside } from '#ui/drawings/post-swallow.tsx'

/** A swallow brings a letter to the house, and the child looks out of its window. */
export function ToldScene({ face, label }: { readonly face: Look; readonly label: string }) {
  return (
    <div className="told-scene" role="img" aria-label={label}>
      <svg viewBox="0 0 420 632" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
        <rect width="420" height="632" fill="#e6f3f5" />
        <Cloud x={262} y={66} scale={1.3} />
        <Cloud x={40} y={300} scale={1} />
        <path d="M0 632V430Q110 360 230 420T420 394V632Z" fill="#cfe4cf" />
        <path d="M0 632V496Q120 440 250 496T420 476V632Z" fill="#aed3b0" />
        <g transform="translate(236 576) scale(.92)">
          <path d="M-128-196h256v212h-256z" fill="#fff3dc" />
          <path d="M-166-184Q-136-206-116-262H116Q136-206 166-184Z" fill="#5f7884" />
          <path d="M-116-262H116l8 20h-248z" fill="#4a626e" />
          <rect x="-80" y="-152" width="160" height="128" rx="10" fill="#8a6a4a" />
          <rect x="-69" y="-141" width="138" height="106" fill="#ffe19c" />
          <foreignObject x="-48" y="-136" width="96" height="96">
            <Face face={face} size={96} />
          </foreignObject>
          <rect x="-90" y="-30" width="180" height="16" rx="5" fill="#b98e6c" />
        </g>
        <path d="M0 632V566Q120 530 240 572T420 558V632Z" fill="#8bbf92" />
        <Tree x={50} y={578} scale={2.6} />
        <Tree x={398} y={594} scale={1.6} />
        <path
          d="M22 92Q40 168 104 206"
          fill="none"
          stroke="#fff"
          strokeWidth="6"
          strokeDasharray="2 16"
          strokeLinecap="round"
        />
        <g transform="translate(176 218) rotate(16) scale(2.5)">
          <SwallowBeside />
          <Letter />
        </g>
      </svg>
    </div>
  )
}
