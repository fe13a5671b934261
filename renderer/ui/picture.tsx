import { drawingAddress } from './sprite/drawing-address.ts'
import type { PictureName } from './sprite/names.ts'

// The sprite plugin puts the beginning of the pictures' addresses in place of these words.
const begin = 'sprite:pictures'

export interface PictureProps {
  readonly name: PictureName
  readonly className?: string
}

/** A small coloured picture as large as the text around it; the word beside it says what it means. */
export function Picture({ name, className }: PictureProps) {
  return (
    <svg className={className ? `pic ${className}` : 'pic'} aria-hidden="true">
      <use href={drawingAddress('pictures', name, begin)} />
    </svg>
  )
}
