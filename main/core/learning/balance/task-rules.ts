import type { Pile, Scale, Weights } from './scale-rules.ts'

/** Toys that nobody knows the weight of, for “which is heavier”. */
export const toys = ['teddy', 'football', 'boat', 'book', 'kite', 'umbrella', 'basket', 'bicycle'] as const
/** Fruit from heavy to light: what stands in an earlier list weighs more. */
export const fruit = [
  ['pineapple', 'watermelon'],
  ['pear', 'apple', 'tangerine', 'banana'],
  ['strawberry', 'grapes'],
] as const

/** Which of them is the heaviest, or the lightest? The answer is a place of `choices`. */
export interface Choose {
  readonly kind: 'choose'
  readonly weights: Weights
  readonly facts: readonly Scale[]
  readonly choices: readonly string[]
  readonly want: 'heaviest' | 'lightest'
}

/** How many more on the right make it level? The answer is the number. */
export interface Fill {
  readonly kind: 'fill'
  readonly weights: Weights
  readonly facts: readonly Scale[]
  readonly left: readonly Pile[]
  readonly right: readonly Pile[]
  readonly add: string
  /** Whether the beam moves with each piece; else it moves when the child says “level”. */
  readonly live: boolean
}

/** Which coin is heavier, or lighter, than all others? The answer is the weighings and the coin. */
export interface Coins {
  readonly kind: 'coins'
  /** 3 to 9. */
  readonly coins: number
  readonly weighings: number
  readonly odd: 'heavy' | 'light'
}

export type Task = Choose | Fill | Coins

export const levels = [
  { id: 'heavier', grade: 1 },
  { id: 'count', grade: 1 },
  { id: 'chain', grade: 2 },
  { id: 'swap', grade: 2 },
  { id: 'long-chain', grade: 3 },
  { id: 'two-swaps', grade: 4 },
  { id: 'unknown', grade: 5 },
  { id: 'both-sides', grade: 5 },
  { id: 'coins', grade: 6 },
] as const

export type LevelId = (typeof levels)[number]['id']

/** Pieces that a child puts on at most. */
export const MOST = 12
