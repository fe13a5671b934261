import type { Weighing } from '#core/learning/balance/scale-rules.ts'
import type { Coins } from '#core/learning/balance/task-rules.ts'

/** Where a coin lies. */
export type Place = 'table' | 'left' | 'right'

/** A tap carries a coin on: to the left, to the right, back to the table. */
export const nextPlace = (place: Place): Place =>
  (({ table: 'left', left: 'right', right: 'table' }) as const)[place]

/** The coins of a place, in order. */
export const placed = (places: readonly Place[], wanted: Place): readonly number[] =>
  places.flatMap((place, coin) => (place === wanted ? [coin] : []))

/** The weighings that were kept before a crash, as far as they can be believed. */
export function coinsIn(kept: unknown, { coins, weighings }: Coins): readonly Weighing[] {
  if (!Array.isArray(kept)) return []
  const isPan = (pan: unknown): pan is number[] =>
    Array.isArray(pan) && pan.every((coin) => Number.isInteger(coin) && coin >= 0 && coin < coins)
  const isWeighing = (one: unknown): one is Weighing =>
    typeof one === 'object' &&
    one !== null &&
    'left' in one &&
    'right' in one &&
    isPan(one.left) &&
    isPan(one.right)
  return kept.slice(0, weighings).every(isWeighing) ? (kept.slice(0, weighings) as Weighing[]) : []
}
