import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { subjects } from '#contract/learning.ts'
import { suiting, usedQuarters } from './shelf-rules.ts'

const card = (activity: string, more: Partial<Parameters<typeof suiting>[0][number]> = {}) => ({
  activity,
  subject: 'maths' as const,
  due: 0,
  tried: false,
  suits: true,
  ...more,
})

describe('what suits a child', () => {
  it('is what comes back today, then what was never tried, then the rest, in the order of the shelf', () => {
    const cards = [
      card('a', { subject: 'maths', tried: true }),
      card('b', { subject: 'logic' }),
      card('c', { subject: 'typing', tried: true, due: 2 }),
      card('d', { subject: 'characters' }),
    ]
    // Never played: the first is the card to begin with, three more stand under it.
    expect(suiting(cards, null)).toEqual(['c', 'b', 'd', 'a'])
  })

  it('leaves out what is for another grade, and the subject that “go on” shows', () => {
    const cards = [
      card('a', { subject: 'maths', tried: true }),
      card('b', { subject: 'maths' }),
      card('c', { subject: 'logic', suits: false }),
      card('d', { subject: 'typing' }),
    ]
    expect(suiting(cards, 'a')).toEqual(['d'])
  })

  it('is three at most, of different subjects, whatever stands on the shelf', () => {
    const any = fc.record({
      activity: fc.uuid(),
      subject: fc.constantFrom(...subjects),
      due: fc.nat(5),
      tried: fc.boolean(),
      suits: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.uniqueArray(any, { selector: ({ activity }) => activity, maxLength: 500 }), (cards) => {
        const chosen = suiting(cards, cards[0]?.activity ?? null)
        const found = chosen.map((id) => cards.find(({ activity }) => activity === id)!)
        expect(chosen.length).toBeLessThanOrEqual(3)
        expect(new Set(found.map(({ subject }) => subject)).size).toBe(chosen.length)
        expect(chosen).not.toContain(cards[0]?.activity)
        expect(found.every(({ suits }) => suits)).toBe(true)
      }),
    )
  })
})

describe('the blocks of big toys', () => {
  it('are used up quarter by quarter, and never more than there are', () => {
    const played = [0, 4.9, 5, 9, 10, 15, 19.9, 20, 500]
    expect(played.map((minutes) => usedQuarters(20, minutes * 60_000, 4))).toEqual([
      0, 0, 1, 1, 2, 3, 3, 4, 4,
    ])
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 240 }),
        fc.integer({ min: 0, max: 100_000_000 }),
        (minutes, ms) => {
          const quarters = usedQuarters(minutes, ms, 4)
          expect(quarters).toBeGreaterThanOrEqual(0)
          expect(quarters).toBeLessThanOrEqual(4)
          expect(quarters === 4).toBe(ms >= minutes * 60_000)
        },
      ),
    )
  })
})
