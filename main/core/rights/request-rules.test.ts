import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { answerDue, changesOf } from './request-rules.ts'

const china = 480

it('is due at the end of the fifteenth working day', () => {
  // A Monday, 30 November 2026, in the morning in China: three weeks.
  const due = answerDue(Date.UTC(2026, 10, 30, 2), china)
  expect(new Date(due + china * 60_000).toISOString()).toBe('2026-12-21T23:59:59.999Z')
  // A Saturday counts from the Monday after.
  const saturday = answerDue(Date.UTC(2026, 10, 28, 2), china)
  expect(new Date(saturday + china * 60_000).toISOString()).toBe('2026-12-18T23:59:59.999Z')
})

it('never falls on a weekend and lies 19 to 23 days off, wherever the room is', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1.6e12, max: 2.2e12 }),
      fc.integer({ min: -720, max: 840 }),
      (asked, offset) => {
        const due = answerDue(asked, offset)
        expect([0, 6]).not.toContain(new Date(due + offset * 60_000).getUTCDay())
        const days = (due - asked) / 86_400_000
        expect(days).toBeGreaterThan(18.9)
        expect(days).toBeLessThan(23)
      },
    ),
    { numRuns: 500 },
  )
})

it('keeps of a correction what changed and nothing else', () => {
  const before = { name: '林小雨', reading: '', class: '二(1)班', number: '7', birthday: '', family: '奶奶' }
  expect(changesOf(before, before)).toEqual([])
  expect(changesOf(before, { ...before, name: '林晓雨', number: '' })).toEqual([
    { fact: 'name', before: '林小雨', after: '林晓雨' },
    { fact: 'number', before: '7', after: '' },
  ])
})
