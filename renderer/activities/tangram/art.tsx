/** A house out of seven pieces. */
export function TangramArt() {
  return (
    <svg className="draw" viewBox="0 0 132 104" aria-hidden="true">
      <path fill="#e4694a" d="M2 70H66V6Z" />
      <path fill="#f08a6c" d="M66 70H130L66 6Z" />
      <path fill="#a874be" d="M2 102H34L66 70H34Z" />
      <path fill="#7fc1a6" d="M2 102L34 70H2Z" />
      <path fill="#4fa469" d="M34 102H98L66 70Z" />
      <path fill="#f6b73c" d="M98 102V70H66Z" />
      <path fill="#4f9cc8" d="M98 70H130V102H98Z" />
    </svg>
  )
}
