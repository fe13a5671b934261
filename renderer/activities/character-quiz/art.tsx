import { Picture } from '#ui/picture.tsx'

/** A picture, and which character? */
export function CharacterQuizArt() {
  return (
    <>
      <Picture name="sun" />
      <span className="glyph is-diary">日</span>
    </>
  )
}
