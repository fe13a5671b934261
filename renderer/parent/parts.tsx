import type { ReactNode } from 'react'
import faces from 'parent-faces:'
import icons from 'parent-icons:'
import type { WireChild } from '#contract/wire.ts'
import { Cloud, SmallHouse, Tree } from '#ui/drawings/land.tsx'
import { Sun } from '#ui/drawings/sun.tsx'
import type { ParentIcon } from './icons.ts'

export function Icon({ name }: { readonly name: ParentIcon }) {
  return (
    <svg className="icon" viewBox="0 0 256 256" aria-hidden="true">
      <path d={icons[name]} />
    </svg>
  )
}

/** The child's animal on its tone; the name stands beside it. */
export function Face({
  child,
  size,
}: {
  readonly child: WireChild
  readonly size: 'small' | 'large' | 'huge'
}) {
  return (
    <span className={`face ${size}`} data-tone={child.tone}>
      <img src={faces[child.animal] ?? faces['rabbit']} alt="" />
    </span>
  )
}

export interface ButtonProps {
  readonly children: ReactNode
  readonly onPress: () => void
  readonly icon?: ParentIcon
  /** `main` is green, and one of a kind in each state. */
  readonly look?: 'main' | 'plain' | 'quiet'
  readonly isOff?: boolean
}

export function Button({ children, onPress, icon, look = 'plain', isOff = false }: ButtonProps) {
  return (
    <button type="button" className={`button ${look}`} onClick={onPress} disabled={isOff}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  )
}

/** The land with the house that waits. */
export function Scene() {
  return (
    <svg className="scene" viewBox="0 60 390 240" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <rect x="-2000" width="4390" height="300" fill="#e6f3f5" />
      <g transform="translate(310 124)">
        <Sun r={26} />
      </g>
      <Cloud x={180} y={100} scale={0.9} />
      <path d="M-2000 300V190H0Q90 140 190 186T390 170H2390V300Z" fill="#cfe4cf" />
      <path d="M-2000 300V236H0Q110 190 220 236T390 222H2390V300Z" fill="#aed3b0" />
      <SmallHouse x={70} y={218} scale={2} lit />
      <Tree x={24} y={224} scale={1.4} />
    </svg>
  )
}

/** The house's sign. */
export function Sign() {
  return (
    <svg width="40" height="40" viewBox="0 0 40 40" aria-hidden="true">
      <rect width="40" height="40" rx="11" fill="#fff8ec" />
      <path d="M4 30Q20 18 36 28V36H4Z" fill="#aed3b0" />
      <SmallHouse x={20} y={28} scale={0.62} lit />
    </svg>
  )
}
