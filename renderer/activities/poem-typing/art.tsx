import { Picture } from '#ui/picture.tsx'

/** The moon of the poem that every child knows. */
export function PoemTypingArt() {
  return (
    <>
      <Picture name="moon" />
      <span className="glyph is-diary">诗</span>
    </>
  )
}
