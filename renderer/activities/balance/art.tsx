/** A scale that leans. */
export function BalanceArt() {
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true">
      <path
        d="M50 22v66M32 92q18-10 36 0Z"
        fill="#8a6a4a"
        stroke="#8a6a4a"
        strokeWidth="6"
        strokeLinecap="round"
      />
      <path d="M16 36L84 22" stroke="#b9823f" strokeWidth="6" strokeLinecap="round" />
      <path d="M4 66h26q-2 12-13 12T4 66ZM70 52h26q-2 12-13 12T70 52Z" fill="#f6d38a" />
      <path d="M16 36L5 66M16 36l12 30M84 22L72 52M84 22l11 30" stroke="#968269" strokeWidth="2" />
      <circle cx="17" cy="57" r="9" fill="#f8312f" />
      <circle cx="83" cy="45" r="7" fill="#ff822d" />
    </svg>
  )
}
