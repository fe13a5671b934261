import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addInterval, addSilence, between, figuresOf, gradeOf, noSums, settle } from './quality-rules.ts'
import type { Interval, LinkQuality, Sample } from './quality-rules.ts'
import { climb, topOfLadder, VOICE, type Ladder } from './picture-rules.ts'

const good: Interval = {
  ms: 1000,
  bytes: 60_000,
  frames: 15,
  loss: 0,
  concealed: 0,
  remoteLoss: 0,
  roundTripMs: 40,
  outgoing: 900_000,
}
const sample = (change: Partial<Sample>): Sample => ({
  at: 0,
  bytes: 0,
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

const walk = (ladder: Ladder, interval: Interval, turns: number): Ladder => {
  let now = ladder
  for (let turn = 0; turn < turns; turn += 1) now = climb(now, interval)
  return now
}

describe('falling and rising', () => {
  const thin = { ...good, outgoing: 60_000 }

  it('does not fall for one bad second', () => expect(walk(walk(topOfLadder, thin, 2), good, 1).rung).toBe(0))
  it('falls to voice on a link that carries nothing else, rung by rung', () => {
    expect(walk(topOfLadder, thin, 3).rung).toBe(1)
    expect(walk(topOfLadder, thin, 9).rung).toBe(VOICE)
  })
  it('gives the picture up when the sound suffers, whatever the link is said to carry', () =>
    expect(walk(topOfLadder, { ...good, concealed: 0.3 }, 9).rung).toBe(VOICE))
  it('comes back to the full picture', () => {
    const voice = walk(topOfLadder, thin, 9)
    expect(walk(voice, good, 10).rung).toBe(2)
    expect(walk(voice, good, 40).rung).toBe(0)
  })
  it('waits longer after each trial that failed', () => {
    let ladder = walk(topOfLadder, thin, 9)
    const waits: number[] = []
    for (let trial = 0; trial < 5; trial += 1) {
      ladder = walk(walk(ladder, good, ladder.wait), thin, 3)
      waits.push(ladder.wait)
    }
    expect(waits).toEqual([20, 40, 80, 80, 80])
  })
  it('learns nothing from a cut', () =>
    expect(walk(topOfLadder, { ...good, bytes: 0, outgoing: 1, concealed: 1 }, 50).rung).toBe(0))
  it('does not fall for what a cut leaves behind, but soon does on a thin link', () => {
    const cut = walk(topOfLadder, { ...good, bytes: 0 }, 30)
    const swallowed = walk(cut, { ...thin, loss: 0.95 }, 1)
    expect(walk(swallowed, thin, 9).rung).toBe(0)
    expect(walk(swallowed, thin, 12).rung).toBe(1)
    // Sound that suffers is believed at once.
    expect(walk(swallowed, { ...thin, concealed: 0.3 }, 3).rung).toBe(1)
  })
})
