/** Twenty to four. */
export function ClocksArt() {
  return (
    <svg viewBox="0 0 100 100" width="96" height="96" aria-hidden="true">
      <circle cx="50" cy="50" r="46" fill="#b9823f" />
      <circle cx="50" cy="50" r="38" fill="#fffdf7" />
      <path d="M50 17v6M50 77v6M17 50h6M77 50h6" stroke="#968269" strokeWidth="4" strokeLinecap="round" />
      <path d="M50 50L68 57" stroke="#a93a20" strokeWidth="8" strokeLinecap="round" />
      <path d="M50 50L27 64" stroke="#1f5f86" strokeWidth="6" strokeLinecap="round" />
    </svg>
  )
}
