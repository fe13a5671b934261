/** A box of four, one place still empty. */
export function SudokuArt() {
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true">
      <rect x="8" y="8" width="84" height="84" rx="12" fill="#fffdf7" stroke="#5f5146" strokeWidth="6" />
      <path d="M50 8v84M8 50h84" stroke="#5f5146" strokeWidth="4" />
      <circle cx="29" cy="29" r="12" fill="#f8312f" />
      <circle cx="71" cy="29" r="12" fill="#ff822d" />
      <circle cx="29" cy="71" r="12" fill="#7b5aa6" />
      <rect
        x="57"
        y="57"
        width="28"
        height="28"
        rx="7"
        fill="#ffeec6"
        stroke="#f6b73c"
        strokeWidth="4"
        strokeDasharray="6 4"
      />
    </svg>
  )
}
