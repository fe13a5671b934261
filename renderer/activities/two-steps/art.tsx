/** Two steps of a stair. */
export function TwoStepsArt() {
  return (
    <svg className="pic" viewBox="0 0 40 32" aria-hidden="true">
      <path d="M2 30V21H20V11H38V30Z" fill="#4f9cc8" />
      <circle cx="11" cy="14" r="5" fill="#e4694a" />
      <path d="M15 8q6-6 12-3" fill="none" stroke="#6b4a2a" strokeWidth="2" strokeDasharray="2 3" />
    </svg>
  )
}
