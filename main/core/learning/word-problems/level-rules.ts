import type { Random } from '../random-rules.ts'
import type { Numbers } from './structure-rules.ts'

/** A rung of a ladder of stories: which are told, and with which numbers. */
export interface StoryLevel {
  readonly id: string
  readonly grade: number
  readonly tells: readonly Tells[]
}

export interface Tells {
  /** Ids of stories that take these numbers. */
  readonly stories: readonly string[]
  readonly numbers: (random: Random) => Numbers
}

/** A whole number from `from` to `to`. */
export const among = (from: number, to: number, random: Random): number =>
  from + Math.min(to - from, Math.floor(random() * (to - from + 1)))

/** Two parts, each 2 or more, whose sum is from `least` to `most`. */
export const parts =
  (least: number, most: number) =>
  (random: Random): Numbers => {
    const sum = among(least, most, random)
    const first = among(2, sum - 2, random)
    return [first, sum - first]
  }
/** A whole from `least` to `most`, and a part that leaves 2 or more. */
export const whole =
  (least: number, most: number) =>
  (random: Random): Numbers => {
    const all = among(least, most, random)
    return [all, among(2, all - 2, random)]
  }
/** Two factors. */
const factors =
  (one: readonly [number, number], other: readonly [number, number]) =>
  (random: Random): Numbers => [among(...one, random), among(...other, random)]
/** A product, and the factor that it is divided by. */
const quotient =
  (result: readonly [number, number], by: readonly [number, number]) =>
  (random: Random): Numbers => {
    const divisor = among(...by, random)
    return [among(...result, random) * divisor, divisor]
  }
const withRest = (random: Random): Numbers => {
  const divisor = among(3, 9, random)
  return [divisor * among(2, 9, random) + among(2, divisor - 1, random), divisor]
}
const ofTens =
  (numbers: (random: Random) => Numbers) =>
  (random: Random): Numbers => {
    const [first = 1, ...others] = numbers(random)
    return [first * 10, ...others]
  }

const have = ['combine-have', 'combine-yard', 'combine-day']
const leaving = ['left-eat', 'left-swim', 'left-lend', 'left-give']

/**
 * One relation at a time. Grades by the usual order of the textbooks under the standard of 2022: sums and differences in grade
 * one, tables and division in grade two, times as many in grade three, unit price and speed in grade four, decimals in grade
 * five, fractions, percent and ratio in grade six.
 */
export const levels: readonly StoryLevel[] = [
  { id: 'together-10', grade: 1, tells: [{ stories: have, numbers: parts(4, 10) }] },
  { id: 'left-10', grade: 1, tells: [{ stories: leaving, numbers: whole(4, 10) }] },
  {
    id: 'compare-20',
    grade: 1,
    tells: [
      { stories: ['compare-have', 'compare-grow'], numbers: whole(5, 20) },
      { stories: ['missing-water', 'missing-post'], numbers: whole(8, 20) },
      { stories: have, numbers: parts(11, 20) },
    ],
  },
  {
    id: 'within-100',
    grade: 2,
    tells: [
      { stories: have, numbers: parts(30, 100) },
      { stories: leaving, numbers: whole(30, 100) },
      { stories: ['more-have'], numbers: parts(20, 100) },
      { stories: ['fewer-have', 'compare-have'], numbers: whole(20, 100) },
    ],
  },
  {
    id: 'groups',
    grade: 2,
    tells: [{ stories: ['groups-basket', 'groups-box', 'groups-row'], numbers: factors([2, 9], [2, 9]) }],
  },
  {
    id: 'sharing',
    grade: 2,
    tells: [
      {
        stories: ['share-people', 'share-basket', 'group-bag', 'group-bunch'],
        numbers: quotient([2, 9], [2, 9]),
      },
    ],
  },
  { id: 'remainder', grade: 2, tells: [{ stories: ['full-bag', 'rest-bag', 'boats'], numbers: withRest }] },
  {
    id: 'times-as-many',
    grade: 3,
    tells: [
      { stories: ['times-have'], numbers: factors([3, 12], [2, 9]) },
      { stories: ['how-times-have', 'one-part-have'], numbers: quotient([2, 9], [2, 9]) },
    ],
  },
  {
    id: 'one-digit',
    grade: 3,
    tells: [
      { stories: ['groups-basket', 'groups-box', 'groups-row'], numbers: factors([3, 9], [12, 48]) },
      { stories: ['share-people', 'share-basket', 'group-bag'], numbers: quotient([12, 40], [3, 9]) },
    ],
  },
  {
    id: 'price',
    grade: 4,
    tells: [
      { stories: ['price-total'], numbers: factors([4, 24], [6, 30]) },
      { stories: ['price-one', 'price-count'], numbers: quotient([4, 24], [5, 18]) },
    ],
  },
  {
    id: 'speed',
    grade: 4,
    tells: [
      { stories: ['way-bus'], numbers: factors([35, 70], [2, 6]) },
      { stories: ['way-walk'], numbers: factors([55, 75], [6, 12]) },
      { stories: ['speed-bus'], numbers: quotient([32, 60], [2, 6]) },
      { stories: ['time-bus'], numbers: quotient([2, 6], [32, 60]) },
    ],
  },
  {
    id: 'tenths',
    grade: 5,
    tells: [
      {
        stories: ['price-tenths'],
        numbers: (random) => [among(0, 7, random) * 10 + among(1, 9, random), among(3, 9, random)],
      },
    ],
  },
  {
    id: 'fraction',
    grade: 6,
    tells: [
      {
        stories: ['fraction-read', 'fraction-orchard'],
        numbers: (random) => {
          const of = among(3, 10, random)
          return [of * among(3, 12, random), among(2, of - 1, random), of]
        },
      },
    ],
  },
  {
    id: 'percent',
    grade: 6,
    tells: [
      {
        stories: ['percent-planted', 'percent-price'],
        numbers: ofTens((random) => [among(3, 20, random), among(2, 9, random) * 10]),
      },
    ],
  },
  {
    id: 'ratio',
    grade: 6,
    tells: [
      {
        stories: ['ratio-flowers', 'ratio-birds'],
        numbers: (random) => {
          const [one, other] = [among(2, 6, random), among(2, 5, random)]
          const second = other === one ? other + 1 : other
          return [(one + second) * among(2, 12, random), one, second]
        },
      },
    ],
  },
]
