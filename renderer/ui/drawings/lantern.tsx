import './lantern.css'

export interface LanternProps {
  /** What it means, for who cannot see it: “mum left a message”. Without it the words stand elsewhere. */
  readonly label?: string
  readonly className?: string
}

/** A lit lantern: somebody left you a message. It swings twice when it appears. Never a decoration. */
export function Lantern({ label, className }: LanternProps) {
  const drawing = (
    <svg className={className ? `lantern ${className}` : 'lantern'} viewBox="0 0 40 56" aria-hidden="true">
      <circle cx="20" cy="25" r="20" fill="#ffcf6b" opacity=".45" />
      <path d="M20 0v8" stroke="#6b4300" strokeWidth="2.5" />
      <path d="M12 8h16v4H12zM12 38h16v4H12z" fill="#c98410" />
      <ellipse cx="20" cy="25" rx="17" ry="14" fill="#d8402b" />
      <path
        d="M20 11v28M11.5 13.500q-5 11.5 0 23M28.5 13.500q5 11.5 0 23"
        stroke="#f08a5e"
        strokeWidth="1.8"
        fill="none"
      />
      <path d="M20 42v6M16 44v9M24 44v9" stroke="#e0a23c" strokeWidth="2.2" strokeLinecap="round" />
    </svg>
  )
  if (!label) return drawing
  return (
    <span className="lamp" role="img" aria-label={label}>
      {drawing}
    </span>
  )
}
