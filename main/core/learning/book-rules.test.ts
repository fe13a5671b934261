import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LONGEST_REST_DAYS, type Mistake, dueMistakes, newMistake, reviewed } from './book-rules.ts'
import type { Outcome } from './help-rules.ts'

const DAY = 86_400_000
const TODAY = Date.UTC(2026, 10, 22)
const outcome = fc.constantFrom<Outcome>('alone', 'helped', 'shown', 'skipped')

describe('the book of mistakes', () => {
  it('brings a question back after a day and lets it go after three due occasions', () => {
    let mistake: Mistake | null = newMistake(TODAY)
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
          let mistake: Mistake | null = newMistake(TODAY)
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
            expect([mistake.reviewedAt, now]).toContain(next.reviewedAt)
            mistake = next
          }
        },
      ),
    )
  })

  it('counts only due occasions, and only without help', () => {
    const mistake = newMistake(TODAY)
    expect(reviewed(mistake, 'alone', mistake.dueAt - 1)).toEqual(mistake)
    expect(reviewed(mistake, 'skipped', mistake.dueAt)).toEqual(mistake)
    expect(reviewed(mistake, 'helped', mistake.dueAt)?.timesRight).toBe(0)
    expect(reviewed(mistake, 'alone', mistake.dueAt)?.timesRight).toBe(1)
    expect(reviewed(mistake, 'shown', mistake.dueAt)).toMatchObject({ lapses: 1, timesRight: 0 })
  })

  it('gives the longest waiting first, and not before they are due', () => {
    const book = [3, 1, 2].map((days) => ({ ...newMistake(TODAY - days * DAY), key: `${days}` }))
    expect(dueMistakes(book, TODAY + 9 * DAY).map(({ key }) => key)).toEqual(['3', '2', '1'])
    expect(dueMistakes(book, TODAY - 3 * DAY)).toEqual([])
  })

  it('does not let a clock that was ahead keep a question away', () => {
    const ahead = { ...newMistake(TODAY + 400 * DAY), key: '8+7' }
    expect(dueMistakes([ahead], TODAY)).toEqual([ahead])
    const asked = reviewed(ahead, 'alone', TODAY)
    expect(asked).toMatchObject({ reviewedAt: TODAY, timesRight: 1 })
    expect(asked!.dueAt).toBeGreaterThan(TODAY)
    expect(asked!.dueAt).toBeLessThanOrEqual(TODAY + LONGEST_REST_DAYS * DAY)
    // The days that it only seemed to wait make no memory.
    const [rested, leapt] = [0, 400].map((days) => reviewed(newMistake(TODAY + days * DAY), 'shown', TODAY))
    expect(leapt).toEqual(rested)
  })

  it('gives five for the first time and twenty in all on a day, however many wait', () => {
    const waiting = (reviews: number) =>
      Array.from({ length: 40 }, (_, at) => ({ ...newMistake(TODAY), reviews, key: `${reviews} ${at}` }))
    const later = TODAY + 9 * DAY
    expect(dueMistakes(waiting(1), later)).toHaveLength(5)
    expect(dueMistakes(waiting(2), later)).toHaveLength(20)
    expect(dueMistakes([...waiting(1), ...waiting(2)], later)).toHaveLength(20)
    expect(dueMistakes(waiting(1), later, { all: 4, first: 4 })).toHaveLength(1)
    expect(dueMistakes(waiting(2), later, { all: 19, first: 5 })).toHaveLength(1)
    expect(dueMistakes(waiting(2), later, { all: 25, first: 5 })).toEqual([])
  })
})
