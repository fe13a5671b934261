/** A coin and a note of our own. */
export function MoneyArt() {
  return (
    <svg viewBox="0 0 150 100" width="132" height="88" aria-hidden="true">
      <rect x="1" y="14" width="116" height="66" rx="11" fill="#7fb98a" />
      <rect x="1" y="10" width="116" height="66" rx="11" fill="#d5ead7" />
      <rect
        x="9"
        y="18"
        width="100"
        height="50"
        rx="6"
        fill="none"
        stroke="#7fb98a"
        strokeWidth="3"
        strokeDasharray="7 6"
      />
      <text x="50" y="56" fontSize="36" fontWeight="700" textAnchor="middle" fill="#33291f">
        1
      </text>
      <circle cx="112" cy="66" r="32" fill="#b98e3c" />
      <circle cx="112" cy="62" r="32" fill="#e9d3a2" />
      <circle cx="112" cy="62" r="24" fill="#f7e8c6" />
      <text x="112" y="73" fontSize="30" fontWeight="700" textAnchor="middle" fill="#33291f">
        5
      </text>
    </svg>
  )
}
