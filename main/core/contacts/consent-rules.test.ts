import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  agreedIn,
  everyPurpose,
  latestWord,
  nothingAgreed,
  placeOfWord,
  type ConsentFact,
} from './consent-rules.ts'

const fact = (more: Partial<ConsentFact>): ConsentFact => ({
  id: '1',
  contactId: 'c',
  purpose: 'video',
  given: true,
  day: '2026-11-20',
  at: 100,
  guardianId: 'g',
  witnessId: 'w',
  how: 'phone',
  note: null,
  ...more,
})
const anyFact = fc.record({
  id: fc.uuid(),
  contactId: fc.constant('c'),
  purpose: fc.constantFrom(...everyPurpose),
  given: fc.boolean(),
  day: fc.constantFrom('2026-11-20', '2026-11-21', '2026-11-22'),
  at: fc.integer({ min: 0, max: 5 }),
  guardianId: fc.constant('g'),
  witnessId: fc.constant('w'),
  how: fc.constant('phone' as const),
  note: fc.constant(null),
})

describe('consent', () => {
  it('is no as long as nobody said yes', () => {
    expect(agreedIn([])).toEqual(nothingAgreed)
    expect(agreedIn([fact({ purpose: 'phone' })])).toEqual({ ...nothingAgreed, phone: true })
  })

  it('goes by the day on which it was said, then by when it was written down', () => {
    const yes = fact({ day: '2026-11-20', at: 500 })
    const no = fact({ id: '2', day: '2026-11-21', at: 100, given: false })
    expect(agreedIn([yes, no]).video).toBe(false)
    expect(agreedIn([yes, fact({ id: '2', at: 501, given: false })]).video).toBe(false)
    expect(agreedIn([no, fact({ id: '3', day: '2026-11-21', at: 101 })]).video).toBe(true)
  })

  it('in doubt is no', () => {
    const [yes, no] = [fact({ id: '2' }), fact({ id: '1', given: false })]
    expect([agreedIn([yes, no]).video, agreedIn([no, yes]).video]).toEqual([false, false])
  })

  it('says what held at a time by what was known then', () => {
    const words = [fact({ at: 100 }), fact({ id: '2', at: 300, given: false, day: '2026-11-21' })]
    expect([50, 100, 299, 300].map((at) => agreedIn(words, at).video)).toEqual([false, true, true, false])
  })

  it('does not depend on the order in which facts arrive', () => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (facts, chance) => {
        const mixed = facts
          .map((one) => ({ one, place: chance.next().value }))
          .toSorted((a, b) => a.place - b.place)
          .map(({ one }) => one)
        expect(agreedIn(mixed)).toEqual(agreedIn(facts))
      }),
    )
  })

  it('taken back holds whatever the clock says; given holds or is refused', () => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 12 }), anyFact, (facts, word) => {
        const standing = latestWord(facts, word.purpose)
        const place = placeOfWord(word, standing)
        if (!place) {
          expect(word.given && word.day < (standing?.day ?? '')).toBe(true)
          return
        }
        expect(agreedIn([...facts, { ...word, ...place }])[word.purpose]).toBe(word.given)
      }),
    )
  })
})
