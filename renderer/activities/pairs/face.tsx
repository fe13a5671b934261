import type { Face } from '#core/learning/pairs/cards-rules.ts'
import { Picture } from '#ui/picture.tsx'
import type { PictureName } from '#ui/sprite/names.ts'

/** Where the dots of 1 to 9 stand, as on dominoes: row by row of three. */
const dots = [
  '000010000', '001000100', '001010100', '101000101', '101010101', '101101101', '101111101', '111101111', '111111111',
] as const // prettier-ignore

/** What an open card shows. */
export function CardFace({ face }: { readonly face: Face }) {
  if (face.kind === 'picture') return <Picture name={face.picture as PictureName} />
  if (face.kind === 'text') return <b className={face.text.length > 2 ? 'long' : ''}>{face.text}</b>
  return (
    <span className="dots" aria-hidden="true">
      {Array.from(dots[face.count - 1] ?? '', (dot, at) => (
        <i key={at} data-there={dot === '1'} />
      ))}
    </span>
  )
}

/** The back of a card: bamboo. */
export function CardBack() {
  return (
    <svg className="card-back" viewBox="0 0 100 100" aria-hidden="true">
      <path className="cane" d="M44 92V66M44 62V38M44 34V10" />
      <path
        className="leaf"
        d="M50 40q22-2 26-22q-24 0-26 22ZM38 66q-18-2-22-18q20 0 22 18ZM50 72q18-2 22-18q-20 0-22 18Z"
      />
    </svg>
  )
}
