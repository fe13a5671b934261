/** A triangle and a ball. */
export function ShapesArt() {
  return (
    <svg className="pic" viewBox="0 0 40 32" aria-hidden="true">
      <path d="M11 5L21 26H1Z" fill="#4f9cc8" />
      <circle cx="30" cy="17" r="9" fill="#e4694a" />
    </svg>
  )
}
