import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { good } from './interval.fixture.ts'
import { climb, topOfLadder, VOICE, type Ladder } from './picture-rules.ts'
import type { Interval } from './quality-rules.ts'

/** The picture asks for all that the congestion control believes in. */
const carrying = (outgoing: number): Interval => ({ ...good, outgoing, sent: outgoing * 0.9 })
/** So many intervals after a rise the belief decides again; three bad ones lead down. */
const A_FAILED_TRIAL = 8

const walk = (ladder: Ladder, interval: Interval, turns: number): Ladder => {
  let now = ladder
  for (let turn = 0; turn < turns; turn += 1) now = climb(now, interval)
  return now
}

describe('falling', () => {
  const thin = carrying(60_000)

  it('does not fall for one bad second', () => expect(walk(walk(topOfLadder, thin, 2), good, 1).rung).toBe(0))
  it('falls to voice on a link that carries nothing else, rung by rung', () => {
    expect(walk(topOfLadder, thin, 3).rung).toBe(1)
    expect(walk(topOfLadder, thin, 9).rung).toBe(VOICE)
  })
  it('gives the picture up when the sound suffers, whatever the link is said to carry', () =>
    expect(walk(topOfLadder, { ...good, concealed: 0.3 }, 9).rung).toBe(VOICE))
  it('keeps an easy picture that asks for less than the little that is believed in', () =>
    expect(walk(topOfLadder, { ...good, outgoing: 150_000, sent: 60_000 }, 60).rung).toBe(0))
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

describe('rising', () => {
  const thin = carrying(60_000)

  it('comes back to the full picture', () => {
    const voice = walk(topOfLadder, thin, 9)
    expect(walk(voice, good, 10).rung).toBe(2)
    expect(walk(voice, good, 40).rung).toBe(0)
  })
  it('waits longer after each trial from voice that failed', () => {
    let ladder = walk(topOfLadder, thin, 9)
    const waits: number[] = []
    for (let trial = 0; trial < 5; trial += 1) {
      ladder = walk(walk(ladder, good, ladder.wait), thin, A_FAILED_TRIAL)
      waits.push(ladder.wait)
    }
    expect(waits).toEqual([20, 40, 80, 80, 80])
  })
  it('tries the larger picture when the small one does not make the belief grow', () => {
    const small = walk(topOfLadder, carrying(100_000), 6)
    expect(small.rung).toBe(2)
    const easy = { ...good, outgoing: 150_000, sent: 70_000 }
    expect(walk(small, easy, 9).rung).toBe(2)
    expect(walk(small, easy, 10).rung).toBe(1)
    expect(walk(small, easy, 20).rung).toBe(0)
  })
  it('tries it less and less on a link that does not carry it, and again at once when the link has changed', () => {
    let ladder = walk(topOfLadder, carrying(120_000), 6)
    const waits: number[] = []
    for (let trial = 0; trial < 4; trial += 1) {
      ladder = walk(walk(ladder, carrying(120_000), ladder.wait), carrying(120_000), A_FAILED_TRIAL)
      expect(ladder.rung).toBe(2)
      waits.push(ladder.wait)
    }
    expect(waits).toEqual([20, 40, 80, 80])
    // It held the larger picture for long: the next trial is a first one again, and waits for no more than the second.
    const larger = walk(walk(ladder, good, 8), carrying(250_000), 30)
    expect([larger.rung, larger.wait]).toEqual([1, 20])
  })
  it('never leaves the ladder, and never waits longer than the longest', () => {
    const interval = fc.record({
      bytes: fc.constantFrom(0, 60_000),
      concealed: fc.constantFrom(0, 0.5),
      outgoing: fc.option(fc.integer({ min: 0, max: 2_000_000 })),
      sent: fc.integer({ min: 0, max: 2_000_000 }),
    })
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 300 }), (intervals) => {
        let ladder = topOfLadder
        for (const change of intervals) {
          const next = climb(ladder, { ...good, ...change })
          expect(next.rung).toBeGreaterThanOrEqual(0)
          expect(next.rung).toBeLessThanOrEqual(VOICE)
          expect(Math.abs(next.rung - ladder.rung)).toBeLessThanOrEqual(1)
          expect(next.wait).toBeLessThanOrEqual(80)
          ladder = next
        }
      }),
    )
  })
})
