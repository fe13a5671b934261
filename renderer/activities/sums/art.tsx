/** 8 + 7. */
export function SumsArt() {
  return (
    <>
      <span className="glyph is-call">8</span>
      <i>＋</i>
      <span className="glyph is-diary">7</span>
    </>
  )
}
