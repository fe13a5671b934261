import type { Random } from '../random-rules.ts'
import { among, parts, type StoryLevel, whole } from '../word-problems/level-rules.ts'
import type { Numbers } from '../word-problems/structure-rules.ts'

type Span = readonly [number, number]
const each =
  (...spans: readonly Span[]) =>
  (random: Random): Numbers =>
    spans.map(([from, to]) => among(from, to, random))
/** A dividend that its divisor goes into, at the places `from` and `from + 1` of three numbers. */
const dividing =
  (at: 0 | 1, result: Span, by: Span, other: Span) =>
  (random: Random): Numbers => {
    const divisor = among(...by, random)
    const pair = [among(...result, random) * divisor, divisor]
    const third = among(...other, random)
    return at === 0 ? [...pair, third] : [third, ...pair]
  }
const exactly = (sum: number, random: Random): Numbers => parts(sum, sum)(random)
/** Two parts whose sum is a multiple, and what it is divided by. */
const sumOf =
  (result: Span, by: Span) =>
  (random: Random): Numbers => {
    const divisor = among(...by, random)
    const [one = 0, other = 0] = exactly(among(...result, random) * divisor, random)
    return [one, other, divisor]
  }
/** A whole, a part of it, and what divides the rest. */
const restOf =
  (result: Span, by: Span, part: Span) =>
  (random: Random): Numbers => {
    const [divisor, gone] = [among(...by, random), among(...part, random)]
    return [among(...result, random) * divisor + gone, gone, divisor]
  }

/** Paid in the next full tens of yuan: so many at that price, whose unit is a yuan (1) or a tenth of it (10). */
const paid = (count: number, price: number, per: 1 | 10): Numbers => [
  (Math.floor((count * price) / per / 10) + 1) * 10,
  count,
  price,
]

/**
 * Grades by the usual order: two steps and first brackets in grade two, with larger numbers and “per one” in grade three, the
 * order of all four in grade four, decimals in grade five, fractions and percent in grade six.
 */
export const levels: readonly StoryLevel[] = [
  {
    id: 'twice',
    grade: 2,
    tells: [
      { stories: ['left-more'], numbers: (random) => [...whole(20, 60)(random), among(3, 30, random)] },
      { stories: ['more-total'], numbers: each([8, 35], [2, 25]) },
      { stories: ['minus-add'], numbers: (random) => [...whole(20, 90)(random), among(3, 30, random)] },
    ],
  },
  {
    id: 'tables',
    grade: 2,
    tells: [
      { stories: ['groups-left'], numbers: each([3, 9], [4, 9], [2, 11]) },
      { stories: ['groups-more'], numbers: each([3, 9], [3, 9], [3, 25]) },
    ],
  },
  {
    id: 'order',
    grade: 2,
    tells: [
      { stories: ['add-times'], numbers: each([3, 40], [3, 9], [3, 9]) },
      { stories: ['minus-times'], numbers: each([40, 99], [2, 9], [2, 9]) },
      { stories: ['times-add', 'times-minus'], numbers: each([3, 9], [4, 9], [2, 11]) },
      { stories: ['add-divide', 'minus-divide'], numbers: dividing(1, [2, 9], [2, 9], [12, 60]) },
      { stories: ['divide-add'], numbers: dividing(0, [2, 9], [2, 9], [3, 40]) },
    ],
  },
  {
    id: 'brackets',
    grade: 2,
    tells: [
      { stories: ['sum-times'], numbers: (random) => [...parts(4, 9)(random), among(2, 9, random)] },
      { stories: ['difference-times'], numbers: (random) => [...whole(9, 11)(random), among(2, 9, random)] },
      { stories: ['sum-divide'], numbers: sumOf([3, 9], [2, 9]) },
      { stories: ['difference-divide'], numbers: restOf([2, 9], [2, 9], [3, 15]) },
      { stories: ['minus-sum'], numbers: (random) => [among(40, 99, random), ...parts(8, 38)(random)] },
    ],
  },
  {
    id: 'share-after',
    grade: 3,
    tells: [
      { stories: ['sum-share'], numbers: sumOf([5, 20], [3, 8]) },
      { stories: ['left-share'], numbers: restOf([4, 20], [3, 8], [4, 30]) },
      {
        stories: ['change'],
        numbers: (random) => paid(among(2, 6, random), among(3, 8, random), 1),
      },
    ],
  },
  {
    id: 'per-one',
    grade: 3,
    tells: [
      {
        stories: ['per-one'],
        numbers: (random) => {
          const count = among(2, 6, random)
          return [count, count * among(3, 15, random), among(2, 9, random)]
        },
      },
      { stories: ['times-total'], numbers: each([4, 24], [2, 6]) },
      {
        stories: ['regroup'],
        numbers: (random) => {
          const [rows, wide] = [among(3, 9, random), among(2, 6, random)]
          return [rows, wide * among(2, 3, random), wide]
        },
      },
    ],
  },
  {
    id: 'order-of-all',
    grade: 4,
    tells: [
      {
        stories: ['times-sum', 'times-difference'],
        numbers: (random) => [among(4, 15, random), ...whole(20, 60)(random)],
      },
      { stories: ['sum-times'], numbers: (random) => [...parts(20, 60)(random), among(4, 15, random)] },
      { stories: ['difference-divide'], numbers: restOf([6, 25], [4, 15], [20, 90]) },
      {
        stories: ['divide-sum'],
        numbers: (random) => {
          const [one = 2, other = 2] = parts(6, 20)(random)
          return [(one + other) * among(4, 25, random), one, other]
        },
      },
      { stories: ['minus-divide'], numbers: dividing(1, [8, 30], [4, 15], [120, 300]) },
      { stories: ['add-times'], numbers: each([40, 200], [11, 30], [4, 15]) },
    ],
  },
  { id: 'meet', grade: 4, tells: [{ stories: ['meet'], numbers: each([50, 75], [50, 75], [3, 5]) }] },
  {
    id: 'change-tenths',
    grade: 5,
    tells: [
      {
        stories: ['change-tenths'],
        numbers: (random) => paid(among(3, 6, random), among(1, 3, random) * 10 + among(1, 9, random), 10),
      },
    ],
  },
  {
    id: 'fraction-left',
    grade: 6,
    tells: [
      {
        stories: ['fraction-left'],
        numbers: (random) => {
          const of = among(3, 10, random)
          return [of * among(3, 12, random), among(2, of - 1, random), of]
        },
      },
    ],
  },
  {
    id: 'percent-off',
    grade: 6,
    tells: [
      {
        stories: ['percent-off'],
        numbers: (random) => [among(3, 15, random) * 10, among(1, 5, random) * 10],
      },
    ],
  },
]
