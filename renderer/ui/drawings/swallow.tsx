export interface PlaceProps {
  readonly x?: number
  readonly y?: number
  readonly scale?: number
}

const place = ({ x = 0, y = 0, scale = 1 }: PlaceProps) => `translate(${x} ${y}) scale(${scale})`

/** A swallow on its perch: time, post and comfort, nothing else. Placed inside another drawing. */
export function Swallow(props: PlaceProps) {
  return (
    <g className="swallow" transform={place(props)}>
      <path d="M-4 6 L-14 40 L-3 29 L0 42 L8 22 Z" fill="#2f3e55" />
      <path
        d="M-12 2 C-14 -12 -4 -20 6 -18 C16 -17 20 -8 17 2 C14 13 8 20 2 26 C-6 20 -11 12 -12 2Z"
        fill="#3b4d6b"
      />
      <path d="M8 -6 C15 -4 16 4 12 11 C9 17 6 20 3 23 C2 14 3 2 8 -6Z" fill="#fff6e6" />
      <path d="M6 -12 C12 -13 17 -9 16 -3 C12 -2 7 -5 6 -12Z" fill="#d8663f" />
      <path d="M16 -12 L27 -8 L17 -6Z" fill="#e8a33a" />
      <circle cx="9" cy="-12" r="2.2" fill="#fff" />
      <circle cx="9.4" cy="-12" r="1.3" fill="#1c2433" />
    </g>
  )
}

/** The same swallow on the wing, seen from below, flying right. */
export function SwallowFlying({ x = 0, y = 0, scale = 1 }: PlaceProps) {
  return (
    <g transform={`translate(${x} ${y}) rotate(24) scale(${scale})`}>
      <path d="M-30 0Q-10 -22 2 -4Q14 -22 34 -6Q16 -6 4 10Q-8 4 -30 0Z" fill="#3b4d6b" />
      <path d="M-6 2L-26 18L-10 14L-12 26L4 10Z" fill="#2f3e55" />
    </g>
  )
}
