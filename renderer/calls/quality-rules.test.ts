import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { good } from './interval.fixture.ts'
import { addInterval, addSilence, between, figuresOf, gradeOf, noSums, settle } from './quality-rules.ts'
import type { LinkQuality, Sample } from './quality-rules.ts'

const sample = (change: Partial<Sample>): Sample => ({
  at: 0,
  bytes: 0,
  bytesSent: 0,
  audioReceived: 0,
  audioLost: 0,
  samples: 0,
  concealed: 0,
  framesDecoded: 0,
  videoReceived: 0,
  videoLost: 0,
  roundTripMs: null,
  remoteLoss: null,
  outgoing: null,
  ...change,
})

describe('the quality of a link', () => {
  it('is whole on a good link and gone without any bytes', () => {
    expect(gradeOf(good)).toBe(7)
    expect(gradeOf({ ...good, bytes: 0 })).toBe(0)
  })

  it('counts loss as a share of what should have come', () => {
    const interval = between(sample({}), sample({ at: 1000, audioReceived: 90, audioLost: 10, bytes: 5 }))
    expect(interval.loss).toBeCloseTo(0.1)
  })

  it('never goes below none when a counter began anew', () => {
    const interval = between(sample({ bytes: 900, samples: 4800 }), sample({ at: 1000 }))
    expect([interval.bytes, interval.concealed]).toEqual([0, 0])
  })

  it('gets worse at once and better slowly', () => {
    let shown = settle({ shown: 7, better: 0 }, 2)
    expect(shown.shown).toBe(2)
    const seen: LinkQuality[] = []
    for (let turn = 0; turn < 8; turn += 1) {
      shown = settle(shown, 7)
      seen.push(shown.shown)
    }
    expect(seen).toEqual([2, 2, 2, 3, 3, 3, 3, 4])
  })

  it('is worse the more is lost', () => {
    fc.assert(
      fc.property(
        fc.float({ min: 0, max: 1, noNaN: true }),
        fc.float({ min: 0, max: 1, noNaN: true }),
        (a, b) => {
          const [less, more] = a < b ? [a, b] : [b, a]
          expect(gradeOf({ ...good, loss: more })).toBeLessThanOrEqual(gradeOf({ ...good, loss: less }))
        },
      ),
    )
  })

  it('keeps for the log what was lost, cut and heard', () => {
    let sums = noSums
    for (let second = 0; second < 6; second += 1) sums = addInterval(sums, good, 60)
    for (let second = 0; second < 4; second += 1)
      sums = addInterval(sums, { ...good, bytes: 0, roundTripMs: 9 }, null)
    sums = addSilence(addSilence(sums, 4200), 900)
    expect(figuresOf(sums)).toMatchObject({
      longestCutMs: 4200,
      cuts: 1,
      voiceShare: 0.4,
      roundTripMs: 40,
      frozenShare: 0,
    })
  })
})
