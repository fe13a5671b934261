import type { PlaceProps } from './swallow.tsx'

const place = ({ x = 0, y = 0, scale = 1 }: PlaceProps) => `translate(${x} ${y}) scale(${scale})`

export function Tree({ fill = '#6ea97a', ...at }: PlaceProps & { readonly fill?: string }) {
  return (
    <g transform={place(at)}>
      <path d="M-2.5 0h5v-16h-5z" fill="#8a6a4a" />
      <circle cy="-26" r="15" fill={fill} />
      <circle cx="-9" cy="-18" r="10" fill={fill} />
      <circle cx="9" cy="-18" r="10" fill={fill} />
    </g>
  )
}

/** The small house; with `lit`, lamps burn in its windows and door. */
export function SmallHouse({ lit = false, ...at }: PlaceProps & { readonly lit?: boolean }) {
  return (
    <g transform={place(at)}>
      <path d="M-18 -18h36v22h-36z" fill="#fff3dc" />
      <path d="M-25 -16 Q-20 -20 -16 -30 H16 Q20 -20 25 -16Z" fill="#5f7884" />
      <path d="M-5 -9h10v13h-10z" fill={lit ? '#f6b73c' : '#a93a20'} />
      <path d="M9 -10h6v6h-6zM-15 -10h6v6h-6z" fill={lit ? '#ffd77e' : '#bfe0f1'} />
    </g>
  )
}

export function Cloud({
  fill = '#fff',
  opacity = 0.9,
  ...at
}: PlaceProps & { readonly fill?: string; readonly opacity?: number }) {
  return (
    <path
      transform={place(at)}
      d="M0 20 a14 14 0 0 1 4-27 a20 20 0 0 1 38-4 a15 15 0 0 1 20 14 a9 9 0 0 1 -2 17z"
      fill={fill}
      opacity={opacity}
    />
  )
}

/** The mark of the program: a small house on its hill. `square` is the tile of the staff menu. */
export function Mark() {
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true">
      <rect width="40" height="40" rx="11" fill="#fff8ec" />
      <path d="M4 30Q20 18 36 28V36H4Z" fill="#aed3b0" />
      <SmallHouse lit x={20} y={28} scale={0.62} />
    </svg>
  )
}

/** The house on its hill beside the greeting of “who are you”. */
export function HillMark() {
  return (
    <svg className="hill-mark" width="88" height="64" viewBox="-44 -44 88 64" aria-hidden="true">
      <path d="M-44 20V4Q-20 -14 6 2T44 -2V20Z" fill="#aed3b0" />
      <SmallHouse lit y={14} scale={1.35} />
    </svg>
  )
}

/** Two hills at the foot of a card; stretches to the width of its box. */
export function Hills({ className = 'hills' }: { readonly className?: string }) {
  return (
    <svg className={className} viewBox="0 0 440 200" preserveAspectRatio="none" aria-hidden="true">
      <path d="M0 200V90Q110 20 230 80T440 60V200Z" fill="#cfe4cf" />
      <path d="M0 200V140Q120 90 240 140T440 124V200Z" fill="#aed3b0" />
    </svg>
  )
}
