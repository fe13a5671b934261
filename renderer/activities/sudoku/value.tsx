import type { Size } from '#core/learning/sudoku/shape-rules.ts'
import { Picture } from '#ui/picture.tsx'
import type { PictureName } from '#ui/sprite/names.ts'

/** Fruit that are told apart at a glance, by their shape too. */
export const fruit = [
  'apple',
  'tangerine',
  'grapes',
  'pear',
  'banana',
  'watermelon',
] as const satisfies PictureName[]

/** A value as it is seen: a fruit, on nine by nine a number. */
export function Value({ size, value }: { readonly size: Size; readonly value: number }) {
  const name = fruit[value - 1]
  return size === 9 || !name ? <b>{value}</b> : <Picture name={name} />
}
