import './house.css'
import type { ReactNode } from 'react'
import type { Face as Look } from '#contract/people.ts'
import { Face } from './face.tsx'

function Tiles({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="30" height="82" patternUnits="userSpaceOnUse">
        <rect width="30" height="82" fill="#4a626e" />
        <path d="M3 0h22v68a11 11 0 0 1-22 0z" fill="#5f7884" />
        <path d="M8 0h4v66h-4z" fill="#7d949e" />
        <circle cx="14" cy="68" r="8" fill="#7d949e" />
        <circle cx="14" cy="68" r="4" fill="#4a626e" />
      </pattern>
    </defs>
  )
}

function Cap() {
  return (
    <>
      <path d="M80 6Q52 10 40 40Q30 62 0 66Q16 80 40 80H80Z" fill="url(#roof-cap)" />
      <path d="M80 0Q50 0 38 26Q24 58 0 62q4 8 12 6Q40 62 50 36Q58 18 80 16Z" fill="#3c525d" />
    </>
  )
}

/** The house: slate roof, white wall, ground, and its doors (`Door`, list items). */
export function House({ children }: { readonly children: ReactNode }) {
  return (
    <div className="house">
      <div className="wall" />
      <div className="roof" aria-hidden="true">
        <svg className="cap" viewBox="0 0 80 82">
          <Tiles id="roof-cap" />
          <Cap />
        </svg>
        <svg className="mid">
          <Tiles id="roof-mid" />
          <rect width="100%" height="80" fill="url(#roof-mid)" />
          <rect width="100%" height="16" fill="#3c525d" />
          <rect y="4" width="100%" height="3" fill="#6b828d" />
        </svg>
        <svg className="cap" viewBox="0 0 80 82">
          <g transform="matrix(-1 0 0 1 80 0)">
            <Cap />
          </g>
        </svg>
      </div>
      <div className="ground" />
      <ul className="doors">{children}</ul>
    </div>
  )
}

export interface HomeSceneProps {
  /** `SkyLand`; handed in, so that a tick of the clock redraws nothing else. */
  readonly sky: ReactNode
  readonly face: Look
  readonly name: string
  readonly greeting: string
  /** `Pill`s: call the teacher, leave. */
  readonly tools: ReactNode
  /** The four `Door`s. */
  readonly children: ReactNode
}

/** The home page: sky, whose session, tools, and the house. Stands in a window of its own, needs no `.child` around it. */
export function HomeScene({ sky, face, name, greeting, tools, children }: HomeSceneProps) {
  return (
    <div className="child homepage">
      <main className="home">
        {sky}
        <div className="home-who">
          <Face face={face} />
          <div>
            <h1>{name}</h1>
            <small>{greeting}</small>
          </div>
        </div>
        <nav className="home-tools">{tools}</nav>
        <House>{children}</House>
      </main>
    </div>
  )
}
