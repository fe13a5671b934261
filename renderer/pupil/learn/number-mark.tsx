/** The mark of sums: 12 on persimmon. */
export function NumberMark() {
  return (
    <svg className="pic" viewBox="0 0 32 32" aria-hidden="true">
      <rect x="1" y="3" width="30" height="26" rx="8" fill="#e4694a" />
      <text x="16" y="23" fontSize="18" fontWeight="700" textAnchor="middle" fill="#fff">
        12
      </text>
    </svg>
  )
}
