import './scenes.css'
import type { ReactNode } from 'react'
import { Hills, SmallHouse, Tree } from '../drawings/land.tsx'
import { Sun } from '../drawings/sun.tsx'
import { Swallow } from '../drawings/swallow.tsx'

/** A sky-blue card over two hills, as of the picture password. */
export function HillScene({
  children,
  className,
}: {
  readonly children: ReactNode
  readonly className?: string
}) {
  return (
    <section className={className ? `hill-scene ${className}` : 'hill-scene'}>
      <Hills />
      {children}
    </section>
  )
}

/** Evening at the house, all swallows home: fills the page behind the goodbye. */
export function GoodbyeScene() {
  return (
    <svg className="bye-pic" viewBox="0 0 1366 768" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <rect width="1366" height="768" fill="#fcd9c0" />
      <path d="M0 300Q340 220 683 280T1366 250V768H0Z" fill="#fbe3c4" />
      <g transform="translate(1010 452)">
        <Sun r={70} />
      </g>
      <path d="M0 768V470Q180 360 380 460T760 470Q940 380 1130 460T1366 430V768Z" fill="#e3cdb4" />
      <path d="M0 768V560Q200 470 420 560T880 560T1366 520V768Z" fill="#b9c39f" />
      <path d="M0 768V650Q240 590 520 640T1366 620V768Z" fill="#93ab85" />
      <path d="M250 520Q120 470 -20 500" stroke="#6f5a49" strokeWidth="4" fill="none" />
      <Tree x={1250} y={650} scale={4} fill="#7c9a73" />
      <Tree x={1160} y={664} scale={2.6} fill="#86a37c" />
      <SmallHouse lit x={1010} y={660} scale={5.2} />
      <path d="M760 424v240" stroke="#8a6a4a" strokeWidth="9" strokeLinecap="round" />
      <path d="M735 442h50" stroke="#8a6a4a" strokeWidth="7" strokeLinecap="round" />
      <path d="M760 446Q860 500 930 548" stroke="#6f5a49" strokeWidth="3" fill="none" />
      <Swallow x={946} y={500} scale={1.3} />
      <Swallow x={1010} y={500} scale={1.3} />
      <Swallow x={1072} y={500} scale={1.3} />
    </svg>
  )
}
