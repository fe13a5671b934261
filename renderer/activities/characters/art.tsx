import { Picture } from '#ui/picture.tsx'

/** 山, and a pencil. */
export function CharactersArt() {
  return (
    <>
      <span className="glyph is-call">山</span>
      <Picture name="pencil" />
    </>
  )
}
