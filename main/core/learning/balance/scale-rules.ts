/** So many of one thing on a pan. */
export interface Pile {
  readonly thing: string
  /** 1 to 20. */
  readonly count: number
}

/** A scale with what lies on it. */
export interface Scale {
  readonly left: readonly Pile[]
  readonly right: readonly Pile[]
}

/** What each thing weighs, in units of its own. */
export type Weights = Readonly<Record<string, number>>

export const weightOf = (weights: Weights, piles: readonly Pile[]): number =>
  piles.reduce((sum, { thing, count }) => sum + (weights[thing] ?? 0) * count, 0)

/** How much more lies on the left; below zero where the right is heavier. */
export const tiltOf = (weights: Weights, { left, right }: Scale): number =>
  weightOf(weights, left) - weightOf(weights, right)

/** One weighing of coins, by their numbers from 0. */
export interface Weighing {
  readonly left: readonly number[]
  readonly right: readonly number[]
}

/** What a weighing of coins shows. */
export type Fell = 'left' | 'right' | 'level'

/**
 * What the scale says, and which coins may still be the odd one: of the answers that are possible the one that leaves most of
 * them, so that luck finds no coin.
 */
export function weighed(
  may: readonly number[],
  odd: 'heavy' | 'light',
  { left, right }: Weighing,
): { readonly fell: Fell; readonly may: readonly number[] } {
  const isLeft = may.filter((coin) => left.includes(coin))
  const isRight = may.filter((coin) => right.includes(coin))
  const aside = may.filter((coin) => !left.includes(coin) && !right.includes(coin))
  // More coins on one side say nothing about one of them.
  if (left.length !== right.length) return { fell: left.length > right.length ? 'left' : 'right', may }
  const most = Math.max(isLeft.length, isRight.length, aside.length)
  if (aside.length === most) return { fell: 'level', may: aside }
  const down = isLeft.length === most ? isLeft : isRight
  const isDownLeft = (isLeft.length === most) === (odd === 'heavy')
  return { fell: isDownLeft ? 'left' : 'right', may: down }
}

/** The coins that may be the odd one after all these weighings. */
export const stillMay = (
  coins: number,
  odd: 'heavy' | 'light',
  all: readonly Weighing[],
): readonly number[] =>
  all.reduce<readonly number[]>(
    (may, weighing) => weighed(may, odd, weighing).may,
    Array.from({ length: coins }, (_, coin) => coin),
  )

/** Weighings that find one coin whatever happens: by thirds. */
export function byThirds(coins: number, odd: 'heavy' | 'light', most: number): readonly Weighing[] {
  let may: readonly number[] = Array.from({ length: coins }, (_, coin) => coin)
  const all: Weighing[] = []
  while (all.length < most) {
    const third = Math.ceil(may.length / 3)
    const isTwo = may.length === 2
    const weighing = {
      left: may.slice(0, isTwo ? 1 : third),
      right: may.slice(isTwo ? 1 : third, isTwo ? 2 : 2 * third),
    }
    // Where the odd one is known already, it and another one say so again.
    const sound = may.length > 1 ? weighing : { left: [may[0] ?? 0], right: [((may[0] ?? 0) + 1) % coins] }
    all.push(sound)
    may = weighed(may, odd, sound).may
  }
  return all
}
