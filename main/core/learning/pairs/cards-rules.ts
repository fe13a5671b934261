import { pick, shuffled, type Random } from '../random-rules.ts'

/** What a card shows when it lies open. */
export type Face =
  | { readonly kind: 'picture'; readonly picture: string }
  /** So many dots, 1 to 9. */
  | { readonly kind: 'dots'; readonly count: number }
  | { readonly kind: 'text'; readonly text: string }

export interface Card {
  readonly face: Face
  /** The two cards of a pair have the same number, from 0. */
  readonly pair: number
}

/** Pictures that are told apart at a glance, also in grey. Names as in the house's drawings. */
export const pictures = [
  'apple', 'bicycle', 'boat', 'butterfly', 'fish', 'football', 'key', 'kite', 'moon', 'panda', 'sunflower', 'tangerine',
  'tree', 'umbrella', 'watermelon',
] as const // prettier-ignore

export const levels = [
  { id: 'three', grade: 1 },
  { id: 'six', grade: 1 },
  { id: 'nine', grade: 2 },
  { id: 'dots', grade: 2 },
  { id: 'sums', grade: 3 },
  { id: 'tables', grade: 4 },
] as const

export type PairsLevel = (typeof levels)[number]['id']

const count: Readonly<Record<PairsLevel, number>> = { three: 3, six: 6, nine: 9, dots: 6, sums: 6, tables: 9 }

/** The cards of a level, shuffled. No two pairs could be taken for one another: each answer comes once. */
export function dealCards(level: PairsLevel, random: Random): readonly Card[] {
  const pairs = pairsOf(level, random).slice(0, count[level])
  return shuffled(
    pairs.flatMap((faces, pair) => faces.map((face) => ({ face, pair }))),
    random,
  )
}

type Pair = readonly [Face, Face]

function pairsOf(level: PairsLevel, random: Random): readonly Pair[] {
  if (level === 'dots')
    return shuffled([1, 2, 3, 4, 5, 6, 7, 8, 9], random).map((n) => [
      { kind: 'dots', count: n },
      { kind: 'text', text: `${n}` },
    ])
  if (level === 'sums') return asked(range(5, 20), random, sumTo)
  if (level === 'tables') return asked(products, random, productOf)
  return shuffled(pictures, random).map((picture) => [
    { kind: 'picture', picture },
    { kind: 'picture', picture },
  ])
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at)
const factors = range(2, 9)
const products = [...new Set(factors.flatMap((one) => factors.map((other) => one * other)))]

/** A question and its answer for each of some answers, each once. */
function asked(
  answers: readonly number[],
  random: Random,
  ask: (answer: number, random: Random) => string,
): Pair[] {
  return shuffled(answers, random).map((answer) => [
    { kind: 'text', text: ask(answer, random) },
    { kind: 'text', text: `${answer}` },
  ])
}

function sumTo(answer: number, random: Random): string {
  const one = pick(range(Math.max(2, answer - 10), Math.min(10, answer - 2)), random) ?? 2
  return `${one}＋${answer - one}`
}

function productOf(answer: number, random: Random): string {
  const one =
    pick(
      factors.filter((factor) => answer % factor === 0 && factors.includes(answer / factor)),
      random,
    ) ?? 2
  return `${one}×${answer / one}`
}
