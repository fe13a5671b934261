import type { Thing } from '#core/learning/patterns/law-rules.ts'
import { Picture } from '#ui/picture.tsx'
import type { PictureName } from '#ui/sprite/names.ts'

/** So many of one picture, in rows of three where they are more than one. */
export function Things({ picture, count }: Thing) {
  return (
    <span className="things" data-across={count > 4 ? 3 : count > 1 ? 2 : 1}>
      {Array.from({ length: count }, (_, at) => (
        <Picture key={at} name={picture as PictureName} />
      ))}
    </span>
  )
}
