import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DOWN_TO, UP_FROM, WINDOW, nextLevel } from './adapt-rules.ts'
import { levels } from './curriculum-rules.ts'
import type { Outcome } from './help-rules.ts'
import { LONGEST_REST_DAYS, type Mistake, dueMistakes, newMistake, reviewed } from './mistake-rules.ts'
import { mirrorKey, questionsOf } from './question-rules.ts'
import { seededRandom } from './random-rules.ts'
import { MISTAKES_IN_ROUND, ROUND_LENGTH, anotherQuestion, newRound } from './round-rules.ts'

const DAY = 86_400_000
const TODAY = Date.UTC(2026, 10, 22)
const ids = levels.map(({ id }) => id)
// listing a level takes up to 100 ms
const sumsOf = new Map(ids.map((id) => [id, questionsOf(id)]))
const anyLevel = fc.constantFrom(...ids)
const outcome = fc.constantFrom<Outcome>('alone', 'helped', 'shown', 'skipped')
const place = (id: string) => ids.indexOf(id)
const times = (count: number, what: Outcome) => Array.from({ length: count }, () => what)

describe('levels that fit the child', () => {
  it('moves one rung at most', () => {
    fc.assert(
      fc.property(anyLevel, fc.array(outcome, { maxLength: 40 }), (id, outcomes) => {
        expect(Math.abs(place(nextLevel(id, outcomes)) - place(id))).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('never answers a better answer with a lower level', () => {
    const better: Record<Outcome, Outcome> = {
      shown: 'helped',
      helped: 'alone',
      alone: 'alone',
      skipped: 'skipped',
    }
    fc.assert(
      fc.property(
        anyLevel,
        fc.array(outcome, { minLength: 1, maxLength: 20 }),
        fc.nat(),
        (id, outcomes, at) => {
          const improved = outcomes.map((each, index) =>
            index === at % outcomes.length ? better[each] : each,
          )
          expect(place(nextLevel(id, improved))).toBeGreaterThanOrEqual(place(nextLevel(id, outcomes)))
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('reaches every rung upwards by answering alone, and the first again by none', () => {
    const up = ids.reduce(
      (reached) => [...reached, nextLevel(reached.at(-1)!, times(WINDOW, 'alone'))],
      [ids[0]!],
    )
    expect(new Set(up)).toEqual(new Set(ids))
    const down = ids.reduce((id) => nextLevel(id, times(WINDOW, 'shown')), ids.at(-1)!)
    expect(down).toBe(ids[0])
  })

  it('holds the written thresholds', () => {
    const after = (alone: number) =>
      place(nextLevel('tens', [...times(WINDOW - alone, 'shown'), ...times(alone, 'alone')])) - place('tens')
    expect(after(UP_FROM)).toBe(1)
    expect(after(UP_FROM - 1)).toBe(0)
    expect(after(DOWN_TO + 1)).toBe(0)
    expect(after(DOWN_TO)).toBe(-1)
    expect(nextLevel('tens', times(WINDOW - 1, 'alone'))).toBe('tens')
    expect(nextLevel('tens', times(5, 'shown'))).toBe('subtract-within-20')
    expect(nextLevel('tens', times(4, 'shown'))).toBe('tens')
  })

  it('does not count a question that the child passed over', () => {
    fc.assert(
      fc.property(anyLevel, fc.array(outcome, { maxLength: 20 }), fc.nat(20), (id, outcomes, skips) => {
        expect(nextLevel(id, [...outcomes, ...times(skips, 'skipped')])).toBe(nextLevel(id, outcomes))
      }),
    )
  })
})

describe('the book of mistakes', () => {
  it('brings a question back after a day and lets it go after three due occasions', () => {
    let mistake: Mistake | null = newMistake('8+7', 'add-within-20', TODAY)
    expect(mistake.dueAt - TODAY).toBeGreaterThanOrEqual(DAY)
    expect(mistake.dueAt - TODAY).toBeLessThanOrEqual(2 * DAY)
    const rests: number[] = []
    for (let occasion = 1; occasion <= 3; occasion += 1) {
      expect(mistake, `occasion ${occasion}`).not.toBeNull()
      const before: Mistake = mistake!
      mistake = reviewed(before, 'alone', before.dueAt)
      if (mistake) rests.push(mistake.dueAt - before.dueAt)
    }
    expect(mistake).toBeNull()
    expect(rests[1]).toBeGreaterThan(rests[0]!)
  })

  it('always comes back later, within the longest rest, whatever happened and whatever the clock says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ outcome, after: fc.integer({ min: -9000, max: 4000 }) }), { maxLength: 30 }),
        (history) => {
          let mistake: Mistake | null = newMistake('8+7', 'add-within-20', TODAY)
          for (const { outcome: each, after } of history) {
            const now: number = mistake.dueAt + after * DAY
            const next = reviewed(mistake, each, now)
            if (next === null) {
              expect(mistake.timesRight).toBe(2)
              return
            }
            expect(next.timesRight).toBeGreaterThanOrEqual(mistake.timesRight)
            expect(next.dueAt).toBeGreaterThan(next.reviewedAt)
            expect(next.dueAt - next.reviewedAt).toBeLessThanOrEqual(LONGEST_REST_DAYS * DAY)
            expect(next.reviewedAt).toBeGreaterThanOrEqual(mistake.reviewedAt)
            mistake = next
          }
        },
      ),
    )
  })

  it('counts only due occasions, and only without help', () => {
    const mistake = newMistake('8+7', 'add-within-20', TODAY)
    expect(reviewed(mistake, 'alone', mistake.dueAt - 1)).toEqual(mistake)
    expect(reviewed(mistake, 'skipped', mistake.dueAt)).toEqual(mistake)
    expect(reviewed(mistake, 'helped', mistake.dueAt)?.timesRight).toBe(0)
    expect(reviewed(mistake, 'alone', mistake.dueAt)?.timesRight).toBe(1)
    expect(reviewed(mistake, 'shown', mistake.dueAt)).toMatchObject({ lapses: 1, timesRight: 0 })
  })

  it('gives the longest waiting first', () => {
    const book = [3, 1, 2].map((days) => newMistake(`${days}+1`, 'within-5', TODAY - days * DAY))
    expect(dueMistakes(book, TODAY + 9 * DAY, 2).map(({ question }) => question)).toEqual(['3+1', '2+1'])
    expect(dueMistakes(book, Date.UTC(2000, 0, 1), 3)).toEqual([])
  })
})

describe('a round', () => {
  it('has ten different questions, at most three from the book, never the first and never two running', () => {
    fc.assert(
      fc.property(anyLevel, fc.integer(), fc.nat(6), fc.nat(30), (level, seed, missed, recentCount) => {
        const all = sumsOf.get(level)!
        const book = all.slice(0, missed).map(({ id }) => newMistake(id, level, TODAY - 9 * DAY))
        const recent = all.slice(-recentCount).map(({ id }) => id)
        const round = newRound({ level, book, now: TODAY, recent }, seededRandom(seed))
        expect(round.questions.length).toBe(ROUND_LENGTH)
        const from = round.questions.map((each) => each.from)
        expect(from.filter((each) => each === 'mistakes').length).toBe(Math.min(MISTAKES_IN_ROUND, missed))
        expect(from[0]).toBe('level')
        expect(from.join(' ')).not.toContain('mistakes mistakes')
        expect(new Set(round.questions.map(({ question }) => question.id)).size).toBe(ROUND_LENGTH)
        expect(newRound({ level, book, now: TODAY, recent }, seededRandom(seed))).toEqual(round)
      }),
      { numRuns: 300 },
    )
  })

  it('passes over a kept mistake that is no sum, and an unknown level', () => {
    const book = [newMistake('nonsense', 'gone', TODAY - 9 * DAY), newMistake('8+7', 'gone', TODAY - 8 * DAY)]
    const round = newRound({ level: 'gone', book, now: TODAY, recent: [] }, seededRandom(7))
    expect(round.level).toBe('within-5')
    expect(
      round.questions.filter(({ from }) => from === 'mistakes').map(({ question }) => question.id),
    ).toEqual(['8+7'])
  })

  it('gives another question that is not in the round', () => {
    fc.assert(
      fc.property(anyLevel, fc.integer(), (level, seed) => {
        const random = seededRandom(seed)
        const round = newRound({ level, book: [], now: TODAY, recent: [] }, random)
        const keys = round.questions.map(({ question }) => mirrorKey(question.id))
        expect(keys).not.toContain(mirrorKey(anotherQuestion(round, [], random).id))
      }),
    )
  })
})
