import { pick, shuffled, type Random } from '../random-rules.ts'
import type { Pile, Scale } from './scale-rules.ts'
import {
  fruit,
  MOST,
  toys,
  type Choose,
  type Coins,
  type Fill,
  type LevelId,
  type Task,
} from './task-rules.ts'

const between = (from: number, to: number, random: Random): number =>
  from + Math.floor(random() * (to - from + 1))
const some = (thing: string, count: number): readonly Pile[] => (count > 0 ? [{ thing, count }] : [])
const one = (thing: string): readonly Pile[] => some(thing, 1)
const of = (tier: 0 | 1 | 2, random: Random): string => pick<string>(fruit[tier], random) ?? 'pear'

/** Toys in order of weight, told by scales of two that lie side by side in that order; in what order the scales stand, chance says. */
function chain(many: number, random: Random): Choose {
  const ordered: readonly string[] = shuffled(toys, random).slice(0, many)
  const weights = Object.fromEntries(ordered.map((toy, at) => [toy, many - at]))
  const facts = ordered.slice(1).map((lighter, at): Scale => {
    const [light, heavy] = [one(lighter), one(ordered[at] ?? lighter)]
    return random() < 0.5 ? { left: heavy, right: light } : { left: light, right: heavy }
  })
  const want = pick(['heaviest', 'lightest'] as const, random) ?? 'heaviest'
  return { kind: 'choose', weights, facts: shuffled(facts, random), choices: shuffled(ordered, random), want }
}

/** The same fruit on both sides: how many more? */
function more(random: Random): Fill {
  const thing = pick<string>(fruit.flat(), random) ?? 'pear'
  const left = between(2, 9, random)
  const right = between(0, left - 1, random)
  return {
    kind: 'fill',
    weights: { [thing]: 1 },
    facts: [],
    left: some(thing, left),
    right: some(thing, right),
    add: thing,
    live: true,
  }
}

/** One is as heavy as several others. */
function swap(random: Random): Fill {
  const [big, small] = [of(0, random), of(1, random)]
  const each = between(2, 4, random)
  const bigs = between(1, 2, random)
  const beside = between(0, 3, random)
  const right = between(0, 2, random)
  return {
    kind: 'fill',
    weights: { [big]: each, [small]: 1 },
    facts: [{ left: one(big), right: some(small, each) }],
    left: [...some(big, bigs), ...some(small, beside)],
    right: some(small, right),
    add: small,
    live: true,
  }
}

function twoSwaps(random: Random): Fill {
  const [big, middle, small] = [of(0, random), of(1, random), of(2, random)]
  const [first, second] = [between(2, 3, random), between(2, 4, random)]
  return {
    kind: 'fill',
    weights: { [big]: first * second, [middle]: second, [small]: 1 },
    facts: shuffled(
      [
        { left: one(big), right: some(middle, first) },
        { left: one(middle), right: some(small, second) },
      ],
      random,
    ),
    left: [...one(big), ...some(middle, between(0, 1, random))],
    right: some(small, between(0, 3, random)),
    add: small,
    live: false,
  }
}

/** Baskets of unknown weight and fruit: what is one basket worth? With baskets on both sides where `both`. */
function unknown(both: boolean, random: Random): Fill {
  const unit = of(1, random)
  const weight = between(2, 9, random)
  const rest = both ? between(1, 2, random) : 0
  const baskets = rest + between(both ? 1 : 2, 2, random)
  const beside = between(1, 5, random)
  const fact: Scale = {
    left: [...some('basket', baskets), ...some(unit, beside)],
    right: [...some('basket', rest), ...some(unit, (baskets - rest) * weight + beside)],
  }
  return {
    kind: 'fill',
    weights: { basket: weight, [unit]: 1 },
    facts: [fact],
    left: one('basket'),
    right: [],
    add: unit,
    live: false,
  }
}

const coins = (random: Random): Coins => {
  const many = between(3, 9, random)
  return { kind: 'coins', coins: many, weighings: many > 3 ? 2 : 1, odd: random() < 0.5 ? 'heavy' : 'light' }
}

const makers: Readonly<Record<LevelId, (random: Random) => Task>> = {
  heavier: (random) => chain(2, random),
  count: more,
  chain: (random) => chain(3, random),
  swap,
  'long-chain': (random) => chain(4, random),
  'two-swaps': twoSwaps,
  unknown: (random) => unknown(false, random),
  'both-sides': (random) => unknown(true, random),
  coins,
}

const amount = (piles: readonly Pile[]): number => piles.reduce((sum, pile) => sum + pile.count, 0)

/** A task of a level. No pan is too full, and no more has to be put on than there is. */
export function makeTask(level: LevelId, random: Random): Task {
  for (;;) {
    const task = makers[level](random)
    if (task.kind !== 'fill') return task
    const needs = missingIn(task)
    const fits = [...task.facts, task].every(({ left, right }) => amount(left) <= 20 && amount(right) <= 20)
    if (needs > 0 && needs <= MOST && fits && amount(task.right) + needs <= 20) return task
  }
}

/** How many more of `add` make the scale level. */
export function missingIn({ weights, left, right, add }: Fill): number {
  const sum = (piles: readonly Pile[]) =>
    piles.reduce((all, { thing, count: many }) => all + (weights[thing] ?? 0) * many, 0)
  return (sum(left) - sum(right)) / (weights[add] ?? 1)
}
