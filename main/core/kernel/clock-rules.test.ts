import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jump, look, OLDEST_PROGRAM, sleptUntil, TOLERANCE, type Belief, type Sight } from './clock-rules.ts'

const built = Date.UTC(2026, 10, 22)
const start: Belief = { trusted: false, lastTrusted: 0, anchor: undefined }
const hour = 3_600_000
const see = (sights: readonly Sight[], from = start) =>
  sights.reduce((belief, sight) => look(belief, sight, built), from)

describe('look', () => {
  it('does not believe a dead battery, and believes the time once it is set', () => {
    const dead = { wall: Date.UTC(2000, 0, 1), monotonic: 0 }
    expect(see([dead]).trusted).toBe(false)
    expect(see([dead, { wall: built + hour, monotonic: 5000 }]).trusted).toBe(true)
  })

  it('does not believe a jump in either direction until the wall is back where it should be', () => {
    const good = { wall: built + hour, monotonic: 0 }
    for (const wrong of [Date.UTC(2000, 0, 1), built + 40 * 24 * hour, built + OLDEST_PROGRAM + 1]) {
      const doubted = see([good, { wall: wrong, monotonic: 1000 }])
      expect(doubted).toMatchObject({ trusted: false, lastTrusted: good.wall })
      expect(see([{ wall: good.wall + 9000, monotonic: 9000 }], doubted).trusted).toBe(true)
    }
  })

  it('does not believe a start before the last believed time, and lets network time correct a little', () => {
    const before = { ...start, lastTrusted: built + 100 * hour }
    expect(see([{ wall: built + 99 * hour, monotonic: 0 }], before).trusted).toBe(false)
    expect(see([{ wall: built + 100 * hour - TOLERANCE, monotonic: 0 }], before).trusted).toBe(true)
  })

  it('never lets the last believed time fall, nor past a wall that it was not shown', () => {
    const sight = fc.record({ wall: fc.integer({ min: 0, max: built * 2 }), monotonic: fc.nat(1e9) })
    fc.assert(
      fc.property(fc.array(sight), (sights) => {
        let belief = start
        for (const one of sights) {
          const next = look(belief, one, built)
          expect(next.lastTrusted).toBeGreaterThanOrEqual(belief.lastTrusted)
          expect([belief.lastTrusted, one.wall]).toContain(next.lastTrusted)
          if (next.trusted) expect(one.wall).toBeGreaterThanOrEqual(built)
          belief = next
        }
      }),
    )
  })

  it('believes all of a life without jumps, whatever the gaps between looks and a crystal off by 200 ppm', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 7 * 24 * hour }))
    fc.assert(
      fc.property(gaps, fc.integer({ min: -200, max: 200 }), (steps, ppm) => {
        let belief = look(start, { wall: built, monotonic: 0 }, built)
        let monotonic = 0
        for (const step of steps) {
          monotonic += step
          belief = look(belief, { wall: Math.round(built + monotonic * (1 + ppm / 1e6)), monotonic }, built)
          expect(belief.trusted).toBe(true)
        }
      }),
    )
  })
})

describe('jump', () => {
  it('is what the wall moved beyond the monotonic clock', () => {
    expect(jump({ wall: 1000, monotonic: 0 }, { wall: 400, monotonic: 100 })).toBe(-700)
  })
})

describe('sleptUntil', () => {
  it('finds sleep within its coarseness, never takes it back and invents none', () => {
    const life = fc.array(
      fc.record({
        awake: fc.nat(hour),
        asleep: fc.oneof(fc.constant(0), fc.integer({ min: 1500, max: hour })),
        blur: fc.nat(10),
      }),
    )
    fc.assert(
      fc.property(life, (parts) => {
        let [fine, truly, slept] = [0, 0, 0]
        for (const { awake, asleep, blur } of parts) {
          fine += awake
          truly += asleep
          const next = sleptUntil(slept, fine + truly - blur, fine)
          expect(next).toBeGreaterThanOrEqual(slept)
          expect(Math.abs(next - truly)).toBeLessThanOrEqual(10)
          slept = next
        }
      }),
    )
  })
})
