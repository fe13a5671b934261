import type { ActivityLevel } from '../activity-rules.ts'
import { pick, type Random, shuffled } from '../random-rules.ts'
import { JIAO, payWith, type Piece, pieces, sumOf, YUAN } from './amount-rules.ts'
import type { MoneyTask, Writing } from './task-rules.ts'

/**
 * The ladder. The standard of 2022 has money as a theme of grades 1 and 2 (欢乐购物街); the half-years follow the school
 * books: 元角分, exchange, paying and comparing 一下, change 二上, two things 二下, prices with a point 三下 (first decimals),
 * change of such prices 四下 (decimals plus and minus).
 */
export const levels = [
  { id: 'coins', grade: 1 },
  { id: 'exchange', grade: 1 },
  { id: 'pay', grade: 1 },
  { id: 'which', grade: 1 },
  { id: 'change', grade: 2 },
  { id: 'shopping', grade: 2 },
  { id: 'tags', grade: 3 },
  { id: 'tag-change', grade: 4 },
] as const satisfies readonly ActivityLevel[]

export type MoneyLevel = (typeof levels)[number]['id']

const from = (low: number, high: number, random: Random): number =>
  low + Math.floor(random() * (high - low + 1))
const one = <T>(list: readonly [T, ...T[]], random: Random): T => pick(list, random) ?? list[0]
const some = (many: number, most: Piece, random: Random): Piece[] => {
  const allowed = pieces.filter((piece) => piece <= most)
  return Array.from({ length: many }, () => pick(allowed, random) ?? JIAO)
}
const downwards = (coins: readonly Piece[]): readonly Piece[] => coins.toSorted((left, right) => right - left)

/** A price in whole jiao, from one yuan to `most` yuan. */
const price = (most: number, random: Random): number => JIAO * from(10, most * 10, random)
/** What is put down for a price: the notes that one would really give. */
const paidFor = (amount: number, random: Random): number =>
  one([500, 1000, 2000, 5000, 10_000].filter((note) => note > amount).slice(0, 2) as [number], random)

/** A task of a level; each has hundreds. */
export function makeTask(level: MoneyLevel, random: Random): MoneyTask {
  switch (level) {
    case 'coins':
      return count(random)
    case 'exchange':
      return exchange(random)
    case 'pay':
      return pay(random)
    case 'which':
      return random() < 0.5 ? dearer(random) : enough(random)
    case 'change': {
      const whole = random() < 0.4
      const cost = whole ? YUAN * from(1, 19, random) : price(19, random)
      return { kind: 'change', price: cost, paid: paidFor(cost, random) }
    }
    case 'shopping': {
      const prices = [price(30, random), price(30, random)] as const
      return { kind: 'total', prices }
    }
    case 'tags':
      return { kind: 'tag', price: from(101, 9999, random) }
    case 'tag-change': {
      const cost = from(101, 4999, random)
      return { kind: 'tag-change', price: cost, paid: paidFor(cost, random) }
    }
  }
}

/** Coins and notes whose jiao stay under a yuan: exchanging comes later. */
function count(random: Random): MoneyTask {
  const coins = downwards(some(from(2, 6, random), random() < 0.5 ? 500 : 1000, random))
  return sumOf(coins.map((coin) => coin % YUAN)) < YUAN ? { kind: 'count', coins } : count(random)
}

function exchange(random: Random): MoneyTask {
  const to = one<'jiao' | 'yuan' | 'fen'>(['jiao', 'jiao', 'yuan', 'yuan', 'fen'], random)
  if (to === 'fen') return { kind: 'exchange', amount: JIAO * from(1, 30, random), to }
  return { kind: 'exchange', amount: JIAO * from(10, 99, random), to }
}

/** A price that no single piece pays, and a purse that holds it and some more. */
function pay(random: Random): MoneyTask {
  const given = some(from(2, 4, random), 1000, random)
  const coins = downwards([...given, ...some(from(2, 4, random), 1000, random)])
  const cost = sumOf(given)
  return (payWith(cost, coins)?.length ?? 0) > 1 ? { kind: 'pay', price: cost, coins } : pay(random)
}

/** Two prices near each other, one of them written in jiao alone where that is usual (under ten yuan). */
function dearer(random: Random): MoneyTask {
  const first = JIAO * from(10, 99, random)
  const second = first + JIAO * one([-20, -9, -5, -1, 1, 5, 9, 20], random)
  if (second < JIAO || second > 99 * JIAO) return dearer(random)
  const ways = shuffled<Writing>(['yuan', 'jiao'], random)
  return {
    kind: 'dearer',
    prices: [
      { amount: first, as: ways[0] ?? 'yuan' },
      { amount: second, as: ways[1] ?? 'jiao' },
    ],
  }
}

/** Three prices, one of them not above what there is. */
function enough(random: Random): MoneyTask {
  const have = JIAO * from(15, 300, random)
  const below = have - JIAO * from(0, 10, random)
  const above = () => have + JIAO * from(1, 60, random)
  return { kind: 'enough', have, prices: shuffled([below, above(), above()], random) }
}
