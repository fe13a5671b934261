import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levelBeside, levelOf, levels, startLevel } from './curriculum-rules.ts'
import { type Operator, type Term } from './number-rules.ts'
import { type Question, generate, mirrorKey, questionFromId, questionsOf } from './question-rules.ts'
import { seededRandom } from '../random-rules.ts'

const anyLevel = fc.constantFrom(...levels.map(({ id }) => id))

/** A second way to the answer: floating point and JavaScript's own precedence, rounded. */
function valueByEngine(terms: readonly Term[], operators: readonly Operator[]): number {
  const texts = terms.map((term) =>
    term.kind === 'number' ? `${term.units / 10 ** term.places}` : `(${term.numerator}/${term.denominator})`,
  )
  const signs = { add: '+', subtract: '-', multiply: '*', divide: '/' } as const
  const source = texts
    .map((text, index) => `${index > 0 ? signs[operators[index - 1]!] : ''}${text}`)
    .join(' ')
  // oxlint-disable-next-line no-new-func, typescript/no-implied-eval
  return Number((new Function(`return ${source}`) as () => unknown)())
}

const numbers = (question: Question) =>
  question.terms.map((term) => (term.kind === 'number' ? term.units : 0))

const onesOver = (question: Question) => {
  const [left = 0, right = 0] = numbers(question).map((number) => number % 10)
  return question.operators[0] === 'add' ? left + right >= 10 : left < right
}

const whole = (level: string) => levelOf(level)!.pad === 'digits'

describe('the ladder', () => {
  it('has unique ids, goes up by grade and term, and covers every term of six years', () => {
    expect(new Set(levels.map(({ id }) => id)).size).toBe(levels.length)
    const order = levels.map(({ grade, term }) => grade * 10 + term)
    expect(order).toEqual(order.toSorted((one, other) => one - other))
    expect(new Set(order)).toEqual(new Set([11, 12, 21, 22, 31, 32, 41, 42, 51, 52, 61, 62]))
  })

  it('starts a child at the first rung of their term, an unknown grade at the first of all', () => {
    expect(startLevel(1, 1)).toBe('within-5')
    expect(startLevel(2, 2)).toBe('divide-to-6')
    expect(startLevel(6, 2)).toBe('all-together')
    expect(startLevel(null, 1)).toBe('within-5')
    expect(startLevel(9, 1)).toBe('within-5')
  })

  it('never leaves its ends', () => {
    fc.assert(fc.property(fc.string(), fc.integer(), (id, by) => levels.includes(levelBeside(id, by))))
  })
})

describe.each(levels.map(({ id }) => id))('level %s', (id) => {
  const all = questionsOf(id)

  it('asks enough different sums for two rounds, mirror images not counted', () => {
    expect(new Set(all.map((question) => mirrorKey(question.id))).size).toBeGreaterThanOrEqual(16)
  })

  it('is right, never negative and typed with the keys of its pad', () => {
    for (const question of all) {
      const answer = Number(question.answer) / (question.over ?? 1)
      expect(answer, question.id).toBeCloseTo(valueByEngine(question.terms, question.operators), 9)
      expect(question.answer, question.id).toMatch(
        whole(id) ? /^(0|[1-9]\d{0,4})$/ : /^(0|[1-9]\d{0,4})(\.\d?[1-9])?$/,
      )
      expect(question.terms.length).toBe(question.operators.length + 1)
    }
  })

  it('comes back the same from the id that is kept', () => {
    for (const question of all) expect(questionFromId(id, question.id)).toEqual(question)
  })

  it('survives being sent as text', () => {
    for (const question of all.slice(0, 50)) expect(JSON.parse(JSON.stringify(question))).toEqual(question)
  })
})

describe('ranges that the school sets', () => {
  const within: Record<string, number> = {
    'within-5': 5,
    'within-10': 10,
    'three-terms-within-10': 10,
    teens: 19,
  }
  const limits = {
    ...within,
    'add-within-20': 20,
    'subtract-within-20': 18,
    tens: 100,
    'two-digit': 99,
    'two-digit-over': 100,
  }

  it.each(Object.entries(limits))('%s stays within %i', (id, limit) => {
    for (const question of questionsOf(id)) {
      expect(Math.max(Number(question.answer), ...numbers(question)), question.id).toBeLessThanOrEqual(limit)
    }
  })

  it('carries where the level says so and nowhere else', () => {
    for (const id of ['teens', 'two-digit-and-one', 'two-digit'])
      expect(questionsOf(id).some(onesOver), id).toBe(false)
    for (const id of ['add-within-20', 'subtract-within-20', 'two-digit-over', 'two-digit-and-one-over']) {
      expect(questionsOf(id).every(onesOver), id).toBe(true)
    }
  })

  it('divides exactly', () => {
    for (const id of ['divide-to-6', 'divide-to-9', 'divide-by-one-digit', 'divide-by-tens']) {
      for (const question of questionsOf(id)) {
        const [dividend = 0, divisor = 0] = numbers(question)
        expect(dividend % divisor, question.id).toBe(0)
      }
    }
  })

  it('asks the tables whole and in both orders', () => {
    const ids = new Set([...questionsOf('tables-to-6'), ...questionsOf('tables-to-9')].map(({ id }) => id))
    for (let left = 2; left <= 9; left += 1)
      for (let right = 2; right <= 9; right += 1) expect(ids).toContain(`${left}×${right}`)
    expect(questionsOf('add-within-20').map(({ id }) => id)).toEqual(expect.arrayContaining(['8+7', '7+8']))
  })

  it('asks fractions with one denominator, by their numerator', () => {
    for (const question of questionsOf('fractions')) {
      const denominators = question.terms.map((term) => (term.kind === 'fraction' ? term.denominator : 0))
      expect(new Set([...denominators, question.over]).size, question.id).toBe(1)
    }
  })
})

describe('drawing a question', () => {
  it('is the same for the same seed', () => {
    fc.assert(
      fc.property(anyLevel, fc.integer(), (id, seed) => {
        expect(generate(id, seededRandom(seed))).toEqual(generate(id, seededRandom(seed)))
      }),
    )
  })

  it('gives a question of that level for any source of chance, its extremes too', () => {
    const known = new Map(
      levels.map(({ id }) => [id, new Set(questionsOf(id).map((question) => question.id))]),
    )
    fc.assert(
      fc.property(
        anyLevel,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }),
        (id, stream) => {
          let at = 0
          const question = generate(id, () => stream[at++ % stream.length]!)
          expect(known.get(id)).toContain(question.id)
          expect(question.level).toBe(id)
        },
      ),
    )
  })

  it('does not repeat a sum or its mirror image while others are left', () => {
    fc.assert(
      fc.property(anyLevel, fc.integer(), (id, seed) => {
        const random = seededRandom(seed)
        const asked: string[] = []
        for (let count = 0; count < 16; count += 1) asked.push(generate(id, random, asked).id)
        expect(new Set(asked.map(mirrorKey)).size).toBe(16)
      }),
    )
  })

  it('still asks when everything was asked', () => {
    const everything = questionsOf('within-5').map(({ id }) => id)
    expect(everything).toContain(generate('within-5', seededRandom(1), everything).id)
  })

  it('refuses a level that does not exist', () => {
    expect(() => generate('nothing', seededRandom(1))).toThrow('nothing')
  })
})

describe('a kept id', () => {
  it.each(['', '8', '8+', '+8', '8++7', '3-8', '7÷2÷0', '1÷3', '8+7=15', '1/7+1/5', '٣+٤'])(
    'refuses %j',
    (id) => {
      expect(questionFromId('within-5', id)).toBeNull()
    },
  )

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789+-×÷/.')) }), (id) => {
        const question = questionFromId('within-5', id)
        expect(question === null || Number(question.answer) >= 0).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('is spoken part by part', () => {
    expect(questionFromId('add-within-20', '8+7')!.spoken).toEqual([
      { part: 'number', text: '8' },
      { part: 'operator', operator: 'add' },
      { part: 'number', text: '7' },
      { part: 'equals' },
      { part: 'blank', over: null },
    ])
    expect(questionFromId('fractions', '2/7+3/7')).toMatchObject({ answer: '5', over: 7 })
  })
})

describe('every sum of a small level', () => {
  it.each(['within-5', 'add-within-20', 'tables-to-9', 'divide-to-6', 'divide-by-tens'])(
    '%s comes up sooner or later',
    (id) => {
      const random = seededRandom(11)
      const seen = new Set<string>()
      for (let count = 0; count < 3000; count += 1) seen.add(generate(id, random).id)
      expect(seen).toEqual(new Set(questionsOf(id).map((question) => question.id)))
    },
  )

  it('comes when it is the only one left', () => {
    const all = questionsOf('divide-to-6').map((question) => question.id)
    fc.assert(
      fc.property(fc.nat(all.length - 1), fc.integer(), (left, seed) => {
        const avoid = all.filter((_, index) => index !== left)
        expect(generate('divide-to-6', seededRandom(seed), avoid).id).toBe(all[left])
      }),
    )
  })
})
