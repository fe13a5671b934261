import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random-rules.ts'
import { money } from './activity-rules.ts'
import { asPieces, payWith, pieces, sumOf } from './amount-rules.ts'
import { levels, makeTask, type MoneyLevel } from './make-rules.ts'
import { keyOf, taskOf } from './task-rules.ts'

const exercise = (key: string, level: MoneyLevel) => money.readExercise({ key, level })!

/** Every way to take some of them, by counting up in twos. */
const handfuls = (coins: readonly number[]): number[][] =>
  Array.from({ length: 2 ** coins.length }, (_, bits) =>
    coins.map((_coin, at) => at).filter((at) => Math.floor(bits / 2 ** at) % 2 === 1),
  )

/** A till that only knows single jiao and fen: puts them down one by one and counts. */
const counted = (amount: number): string => {
  let [yuan, jiao, fen] = [0, 0, 0]
  for (let left = amount; left > 0; left -= 1) {
    fen += 1
    if (fen === 10) [fen, jiao] = [0, jiao + 1]
    if (jiao === 10) [jiao, yuan] = [0, yuan + 1]
  }
  return `${yuan} ${jiao} ${fen}`
}

/** Whether an answer is right, found without the rules. */
function isRight(key: string, level: MoneyLevel): boolean {
  const { task, fields } = exercise(key, level)
  const answer = money.solve(exercise(key, level))
  const numbers = Array.isArray(answer) ? (answer as number[]) : []
  const by = Object.fromEntries(fields.map((unit, at) => [unit, numbers[at]]))
  const { yuan = 0, jiao = 0, fen = 0 } = by
  const said = `${yuan} ${jiao} ${fen}`
  switch (task.kind) {
    case 'count':
      return said === counted(task.coins.reduce<number>((sum, coin) => sum + coin, 0))
    case 'exchange':
      if (task.to === 'yuan') return said === counted(task.amount)
      return yuan === 0 && counted(jiao * 10 + fen) === counted(task.amount)
    case 'pay':
      return numbers.reduce((left, at) => left - task.coins[at]!, task.price) === 0
    case 'dearer': {
      const [one, other] = task.prices
      return answer === (one.amount > other.amount ? 0 : 1)
    }
    case 'enough':
      return task.prices.every((price, at) =>
        at === answer ? task.have - price >= 0 : task.have - price < 0,
      )
    case 'total':
      return said === counted(task.prices[0] + task.prices[1])
    case 'tag':
      return said === counted(task.price)
    case 'change':
    case 'tag-change':
      return counted(task.price + yuan * 100 + jiao * 10 + fen) === counted(task.paid)
  }
}

describe.each(levels.map(({ id }) => id))('%s', (level) => {
  it('asks what a till that counts single fen solves the same way', () => {
    const random = seededRandom(9)
    const asked = new Set<string>()
    for (let made = 0; made < 1500; made += 1) {
      const task = makeTask(level, random)
      const key = keyOf(task)
      asked.add(key)
      expect(taskOf(key), key).toEqual(task)
      expect(isRight(key, level), key).toBe(true)
      if (task.kind === 'count') expect(exercise(key, level).fields.length).toBeGreaterThan(0)
      // No field has to hold tens of jiao, and no purse more pieces than lie side by side.
      if (task.kind === 'pay') expect(task.coins.length).toBeLessThanOrEqual(8)
      if (task.kind === 'change') expect(task.paid).toBeGreaterThan(task.price)
    }
    expect(asked.size).toBeGreaterThan(100)
  })
})

const hint = (key: string, level: MoneyLevel) => money.hint(exercise(key, level), 1)

describe('money', () => {
  it('takes every handful that makes the price and no other', () => {
    const purse = exercise('pay 350 500 100 100 100 50 50 10', 'pay')
    const right = handfuls([500, 100, 100, 100, 50, 50, 10]).filter(
      (places) => money.check(purse, places).check === 'right',
    )
    expect(right.map((places) => places.join(''))).toEqual(['1234', '1235'])
    expect(money.check(purse, [1, 2])).toEqual({ check: 'wrong', said: { than: 'less' } })
    expect(money.check(purse, [0])).toEqual({ check: 'wrong', said: { than: 'more' } })
    for (const nothing of [[], [1, 1], [9], [1.5], 'all'])
      expect(money.check(purse, nothing).check).toBe('nothing')
  })
  it('finds the fewest pieces, as trying every handful does', () => {
    const coin = fc.constantFrom(...pieces.filter((piece) => piece <= 1000))
    fc.assert(
      fc.property(
        fc.array(coin, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 60 }),
        (purse, jiao) => {
          const ways = handfuls(purse).filter((way) => sumOf(way.map((at) => purse[at]!)) === jiao * 10)
          const fewest = ways.length > 0 ? Math.min(...ways.map((way) => way.length)) : undefined
          expect(payWith(jiao * 10, purse)?.length).toBe(fewest)
        },
      ),
    )
  })
  it('breaks an amount into pieces that make it again', () => {
    for (let jiao = 1; jiao < 2000; jiao += 1) expect(sumOf(asPieces(jiao * 10))).toBe(jiao * 10)
  })
  it('calls a number in the wrong unit wrong', () => {
    expect(money.check(exercise('exchange-jiao 350', 'exchange'), [35]).check).toBe('right')
    expect(money.check(exercise('exchange-jiao 350', 'exchange'), [350]).check).toBe('wrong')
    expect(money.check(exercise('change 350 1000', 'change'), [6, 5]).check).toBe('right')
    expect(money.check(exercise('change 350 1000', 'change'), [7, 5]).check).toBe('wrong')
    expect(money.check(exercise('tag 305', 'tags'), [3, 5, 0]).check).toBe('wrong')
  })
  it('helps without telling', () => {
    expect(hint('change 350 1000', 'change')).toEqual({ kind: 'jumps', stops: [350, 400, 1000] })
    expect(hint('tag-change 345 1000', 'tag-change')).toEqual({ kind: 'jumps', stops: [345, 350, 400, 1000] })
    expect(hint('tag 268', 'tags')).toEqual({ kind: 'places', example: 537 })
    expect(hint('pay 350 500 100 100 100 50 50 10', 'pay')).toEqual({ kind: 'first', place: 1 })
  })
  it('believes no key that has no answer', () => {
    for (const key of [
      'pay 350 500 500',
      'enough 100 90 80 200',
      'dearer 350y 350j',
      'change 500 500',
      'count 300 100',
      'tag 0',
      'total 35 10',
      'count',
    ])
      expect(taskOf(key), key).toBeNull()
  })
})
