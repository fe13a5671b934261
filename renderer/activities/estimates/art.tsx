/** A number line with a flag. */
export function EstimatesArt() {
  return (
    <svg className="pic" viewBox="0 0 40 32" aria-hidden="true">
      <path d="M3 25H37M5 21V29M20 21V29M35 21V29" fill="none" stroke="#6b4a2a" strokeWidth="2.5" />
      <path d="M26 23V5L36 9L26 13" fill="#e4694a" stroke="#e4694a" strokeWidth="2.5" />
    </svg>
  )
}
