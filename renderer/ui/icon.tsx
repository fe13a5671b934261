import { drawingAddress } from './sprite/drawing-address.ts'
import type { IconName, IconWeight } from './sprite/names.ts'

// The sprite plugin puts the beginning of the icons' addresses in place of these words.
const begins: Readonly<Record<IconWeight, string>> = {
  bold: 'sprite:bold',
  fill: 'sprite:fill',
  regular: 'sprite:regular',
}

export interface IconProps {
  readonly name: IconName
  /** Children see bold and fill, staff regular. */
  readonly weight?: IconWeight
  readonly className?: string
}

/** A line icon as large as the text around it, in the text's colour; the word beside it says what it means. */
export function Icon({ name, weight = 'bold', className }: IconProps) {
  return (
    <svg className={className ? `icon ${className}` : 'icon'} aria-hidden="true">
      <use href={drawingAddress(weight, name, begins[weight])} />
    </svg>
  )
}
