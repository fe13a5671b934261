import type { Finger } from '#core/learning/typing/key-rules.ts'

/** Roots and tips of the fingers of a left hand, the little one first; the thumb last. */
const fingers = [
  [60, 182, 24, 96],
  [90, 172, 62, 62],
  [120, 170, 104, 44],
  [145, 178, 146, 58],
  [150, 214, 206, 128],
] as const

function Hand({ thimble }: { readonly thimble: number | undefined }) {
  const bone = (width: number, stroke: string) =>
    fingers.map(([x, y, tipX, tipY]) => (
      <path key={tipX} d={`M${x} ${y}L${tipX} ${tipY}`} stroke={stroke} strokeWidth={width} />
    ))
  const worn = thimble === undefined ? undefined : fingers[thimble]
  const half = worn && `M${(worn[0] + worn[2]) / 2} ${(worn[1] + worn[3]) / 2}L${worn[2]} ${worn[3]}`
  return (
    <g fill="none" strokeLinecap="round">
      <path d="M44 300V200Q46 136 104 136T172 204V300Z" fill="#d9a27c" />
      {bone(40, '#d9a27c')}
      <path d="M48 300V200Q50 140 104 140T168 204V300Z" fill="#f5cfae" />
      {bone(33, '#f5cfae')}
      {half && (
        <>
          <path d={half} stroke="#bb7a0c" strokeWidth="42" />
          <path d={half} stroke="#f6b73c" strokeWidth="34" />
        </>
      )}
    </g>
  )
}

/** Two hands; the finger in turn wears a thimble. */
export function Hands({ finger, label }: { readonly finger: Finger | undefined; readonly label: string }) {
  return (
    <svg className="hands" viewBox="0 0 640 200" role="img" aria-label={label}>
      <g transform="translate(40 0)">
        <Hand thimble={finger?.hand === 'left' ? finger.finger : undefined} />
      </g>
      <g transform="translate(600 0) scale(-1 1)">
        <Hand thimble={finger?.hand === 'right' ? finger.finger : undefined} />
      </g>
    </svg>
  )
}
