import { Picture } from '#ui/picture.tsx'

/** A rabbit, a corner, a carrot. */
export function MazesArt() {
  return (
    <>
      <Picture name="rabbit" />
      <svg viewBox="0 0 60 100" aria-hidden="true">
        <path
          d="M6 12h36v76h14M6 88V50"
          fill="none"
          stroke="#6ea97a"
          strokeWidth="10"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <Picture name="carrot" />
    </>
  )
}
