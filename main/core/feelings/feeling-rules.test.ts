import { assert, boolean, constantFrom, integer, property, uniqueArray } from 'fast-check'
import { expect, it } from 'vitest'
import { isRested, listenerOf, LONG_REST, SHORT_REST, wouldBeHeard } from './feeling-rules.ts'

const adult = (id: string) => ({ id, name: id, role: 'teacher' as const })

it('nobody hears but the one adult who was chosen and is still there; one who left passes to nobody', () => {
  const ids = uniqueArray(constantFrom('li', 'wang', 'zhou', 'chen'))
  const choice = constantFrom(undefined, null, 'li', 'wang', 'zhou')
  assert(
    property(ids, choice, (offered, chosen) => {
      const listener = listenerOf(chosen, offered.map(adult))
      if (chosen === null) expect(listener).toEqual({ kind: 'nobody' })
      else if (chosen === undefined || !offered.includes(chosen))
        expect(listener).toEqual({ kind: 'not-yet' })
      else expect(listener).toEqual({ kind: 'adult', adult: adult(chosen) })
    }),
    { numRuns: 200 },
  )
})

it('no question comes where nobody would answer it', () => {
  const adults = [adult('li')]
  expect(wouldBeHeard({ listener: { kind: 'not-yet' }, adults })).toBe(true)
  expect(wouldBeHeard({ listener: { kind: 'adult', adult: adult('li') }, adults })).toBe(true)
  expect(wouldBeHeard({ listener: { kind: 'nobody' }, adults })).toBe(false)
  expect(wouldBeHeard({ listener: { kind: 'not-yet' }, adults: [] })).toBe(false)
})

it('whoever would rather not say is left alone for the long rest, by whatever asks; others for its own rest', () => {
  expect(isRested(undefined, 0, LONG_REST)).toBe(true)
  const ms = integer({ min: 0, max: 3 * LONG_REST })
  assert(
    property(ms, ms, boolean(), constantFrom(SHORT_REST, LONG_REST), (at, passed, skipped, rest) => {
      const rested = isRested({ at, skipped }, at + passed, rest)
      expect(rested).toBe(passed >= (skipped ? LONG_REST : rest))
    }),
    { numRuns: 300 },
  )
})
