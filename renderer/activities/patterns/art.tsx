import { Picture } from '#ui/picture.tsx'

/** Apple, fish, apple, and what now? */
export function PatternsArt() {
  return (
    <>
      <Picture name="apple" />
      <Picture name="fish" />
      <Picture name="apple" />
      <i>？</i>
    </>
  )
}
