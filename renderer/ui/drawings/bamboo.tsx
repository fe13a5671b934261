import './bamboo.css'

export interface BambooProps {
  /** Joints grown, 0 to `of`. */
  readonly joints: number
  /** Joints in all, 5 unless said. */
  readonly of?: number
  /** Words for screen readers: “3 of 5 joints”. */
  readonly label: string
}

/** Progress: bamboo that grows a joint at a time, a leaf at its tip. A new joint grows in. */
export function Bamboo({ joints, of = 5, label }: BambooProps) {
  const grown = Math.min(of, Math.max(0, Math.round(joints)))
  return (
    <svg className="bamboo" viewBox={`0 0 ${of * 26 + 8} 24`} role="img" aria-label={label}>
      {Array.from({ length: of }, (_, index) =>
        index < grown ? (
          <g key={`grown-${index}`} className="bamboo-joint">
            <rect x={index * 26} y="10" width="24" height="12" rx="5" fill="#4fa469" />
            <path d={`M${index * 26 + 4} 13.5h16`} stroke="#8fd0a0" strokeWidth="2.5" strokeLinecap="round" />
          </g>
        ) : (
          <rect key={`rest-${index}`} x={index * 26} y="10" width="24" height="12" rx="5" fill="#e9dcc3" />
        ),
      )}
      {grown > 0 && <path d={`M${grown * 26 - 10} 10q2-10 14-9q-2 9-14 9Z`} fill="#6cbf83" />}
    </svg>
  )
}

/** Bamboo standing, as a small picture in a list. */
export function BambooStand() {
  return (
    <svg className="hero" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M10 31v-8M10 21v-8M10 11V3M21 31v-6M21 23v-8" stroke="#4fa469" strokeWidth="5" />
      <path d="M12 12q8-1 10-8-9-1-10 8ZM8 22q-6-1-7-7 7 0 7 7ZM23 16q6-1 7-6-6-1-7 6Z" fill="#6cbf83" />
    </svg>
  )
}
