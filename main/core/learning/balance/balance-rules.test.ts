import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random-rules.ts'
import { balance, type BalanceExercise } from './activity-rules.ts'
import { stillMay, tiltOf, weighed, type Pile } from './scale-rules.ts'
import { levels, MOST, type Choose, type Fill } from './task-rules.ts'

const asking = { grade: null, term: 1, inRound: [], seen: [] } as const
const made = (id: string, many = 300): readonly BalanceExercise[] => {
  const random = seededRandom(31)
  return Array.from({ length: many }, () => balance.next(balance.readState(null, id), random, asking))
}

/** What can be the heaviest (lightest) if only the scales are known: every order of the things is tried. Written apart from the rules. */
function possible({ facts, weights, choices, want }: Choose): Set<string> {
  const orders = (all: readonly string[]): string[][] =>
    all.length === 0
      ? [[]]
      : all.flatMap((one) => orders(all.filter((other) => other !== one)).map((rest) => [one, ...rest]))
  const agreeing = orders(choices).filter((order) =>
    facts.every((fact) => {
      const [left, right] = [order.indexOf(fact.left[0]!.thing), order.indexOf(fact.right[0]!.thing)]
      return left < right === tiltOf(weights, fact) > 0
    }),
  )
  return new Set(agreeing.map((order) => order.at(want === 'heaviest' ? 0 : -1)!))
}

const weigh = (piles: readonly Pile[], tried: Record<string, number>) =>
  piles.reduce((sum, { thing, count }) => sum + tried[thing]! * count, 0)

/** All numbers of pieces that make the scale level for any weights with which every fact is level: tried one by one. */
function levelWith({ facts, left, right, add, weights }: Fill): Set<number> {
  const things = Object.keys(weights)
  const found = new Set<number>()
  const tryAll = (at: number, tried: Record<string, number>): void => {
    if (at < things.length) {
      for (let weight = 1; weight <= 14; weight += 1) tryAll(at + 1, { ...tried, [things[at]!]: weight })
      return
    }
    if (!facts.every((fact) => weigh(fact.left, tried) === weigh(fact.right, tried))) return
    found.add((weigh(left, tried) - weigh(right, tried)) / tried[add]!)
  }
  tryAll(0, {})
  return found
}

describe.each(levels.map(({ id }) => id).filter((id) => id !== 'coins'))('%s', (id) => {
  it('has one answer that follows from what the scales say', () => {
    for (const exercise of made(id)) {
      const { task } = exercise
      const answer = balance.solve(exercise) as number
      if (task.kind === 'choose') expect([...possible(task)], exercise.key).toEqual([task.choices[answer]])
      else if (task.kind === 'fill') {
        expect([...levelWith(task)], exercise.key).toEqual([answer])
        expect(answer).toBeLessThanOrEqual(MOST)
      }
    }
  })
  it('takes nothing but the answer', () => {
    for (const exercise of made(id, 50)) {
      const answer = balance.solve(exercise) as number
      for (let other = 0; other <= MOST; other += 1)
        expect(balance.check(exercise, other).check === 'right').toBe(other === answer)
    }
  })
  it('never takes the right one away to help', () => {
    for (const exercise of made(id, 50)) {
      const hint = balance.hint(exercise, 0)
      if (hint.kind === 'look') expect(hint.away).not.toBe(balance.solve(exercise))
    }
  })
})

describe('coins', () => {
  it('are found by thirds in as many weighings as there are, and by no luck', () => {
    for (const exercise of made('coins', 100)) {
      const { task } = exercise
      if (task.kind !== 'coins') throw new Error('no coins')
      const answer = balance.solve(exercise) as {
        weighed: { left: number[]; right: number[] }[]
        coin: number
      }
      expect(answer.weighed).toHaveLength(task.weighings)
      expect(balance.check(exercise, answer).check).toBe('right')
      // A guess is none, whichever coin: one of the others is it, too.
      for (let coin = 0; coin < task.coins; coin += 1)
        expect(balance.check(exercise, { weighed: [], coin }).check).toBe('wrong')
      // Each answer of the scale fits the coin that is left at last.
      let may = Array.from({ length: task.coins }, (_, coin) => coin) as readonly number[]
      for (const weighing of answer.weighed) {
        const told = weighed(may, task.odd, weighing)
        const on = weighing.left.includes(answer.coin)
          ? 'left'
          : weighing.right.includes(answer.coin)
            ? 'right'
            : 'level'
        const other = on === 'left' ? 'right' : 'left'
        expect(told.fell).toBe(on === 'level' ? 'level' : task.odd === 'heavy' ? on : other)
        may = told.may
      }
    }
  })
  it('that are more on one pan tell nothing', () => {
    expect(weighed([0, 1, 2], 'heavy', { left: [0, 1], right: [2] })).toEqual({
      fell: 'left',
      may: [0, 1, 2],
    })
    expect(stillMay(3, 'heavy', [{ left: [0], right: [1] }])).toEqual([2])
  })
  it('take no weighing too many, and no coin on both pans', () => {
    const [exercise] = made('coins', 1)
    const twice = { weighed: [{ left: [0], right: [0] }], coin: 1 }
    const weighing = { left: [0], right: [1] }
    expect(balance.check(exercise!, twice).check).toBe('nothing')
    expect(balance.check(exercise!, { weighed: [weighing, weighing, weighing], coin: 2 }).check).toBe(
      'nothing',
    )
  })
})

it('prints in signs', () => {
  const task: Fill = {
    kind: 'fill', weights: { pineapple: 2, pear: 1 }, facts: [{ left: [{ thing: 'pineapple', count: 1 }], right: [{ thing: 'pear', count: 2 }] }],
    left: [{ thing: 'pineapple', count: 1 }, { thing: 'pear', count: 1 }], right: [], add: 'pear', live: true,
  } // prettier-ignore
  const line = balance.print({ key: 'k', level: 'swap', task })
  expect(line?.ask).toEqual([
    { kind: 'text', text: '▲＝●●　' },
    { kind: 'text', text: '▲●＝' },
    { kind: 'blank', width: 8 },
  ])
  expect(line?.answer).toEqual([{ kind: 'text', text: '▲●＝●●●' }])
})
