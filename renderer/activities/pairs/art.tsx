import { Picture } from '#ui/picture.tsx'

/** Two cards that belong together. */
export function PairsArt() {
  return (
    <>
      <Picture name="panda" />
      <Picture name="panda" />
    </>
  )
}
