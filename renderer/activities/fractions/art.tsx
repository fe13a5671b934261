/** Three quarters of a moon cake. */
export function FractionsArt() {
  return (
    <svg viewBox="-52 -52 104 104" width="96" height="96" aria-hidden="true">
      <path
        d="M3-3V-46A46 46 0 0 1 46-3ZM3 3H46A46 46 0 0 1 3 46ZM-3 3V46A46 46 0 0 1-46 3Z"
        fill="#f6c667"
        stroke="#c98a22"
        strokeWidth="4"
        strokeLinejoin="round"
      />
      <path
        d="M-3-3H-46A46 46 0 0 1-3-46Z"
        fill="#fbf0db"
        stroke="#cdbb9c"
        strokeWidth="4"
        strokeDasharray="8 6"
        strokeLinejoin="round"
      />
    </svg>
  )
}
