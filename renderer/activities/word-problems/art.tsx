import { Picture } from '#ui/picture.tsx'

/** Two apples and how many more? */
export function WordProblemsArt() {
  return (
    <>
      <Picture name="apple" />
      <Picture name="basket" />
      <i>？</i>
    </>
  )
}
