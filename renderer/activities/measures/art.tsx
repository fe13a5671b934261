/** A ruler. */
export function MeasuresArt() {
  return (
    <svg viewBox="0 0 140 80" width="132" height="76" aria-hidden="true">
      <rect x="4" y="10" width="88" height="14" rx="7" fill="#e4694a" />
      <rect x="2" y="32" width="136" height="40" rx="8" fill="#ffdf8f" stroke="#c98a22" strokeWidth="4" />
      <path
        d="M20 34v16M45 34v11M70 34v16M95 34v11M120 34v16"
        stroke="#6b4300"
        strokeWidth="4"
        strokeLinecap="round"
      />
    </svg>
  )
}
