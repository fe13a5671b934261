import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  jump,
  LEAP,
  look,
  NO_MEMORY,
  OLDEST_PROGRAM,
  sleptUntil,
  TOLERANCE,
  witnessed,
} from './clock-rules.ts'
import type { Belief, ClockMemory, Sight } from './clock-rules.ts'

const built = Date.UTC(2026, 10, 22)
const hour = 3_600_000
const day = 24 * hour
const starting = (memory: ClockMemory = NO_MEMORY): Belief => ({
  ...memory,
  trusted: false,
  anchor: undefined,
  counted: undefined,
})
const see = (sights: readonly Sight[], from = starting()) =>
  sights.reduce((belief, sight) => look(belief, sight, built), from)
/** A start of the machine on each of these walls, each looked at twice. */
const starts = (walls: readonly number[], from: ClockMemory = NO_MEMORY) =>
  walls.reduce<Belief>(
    (belief, wall) =>
      see(
        [
          { wall, monotonic: 0 },
          { wall: wall + hour, monotonic: hour },
        ],
        starting(belief),
      ),
    starting(from),
  )
const days = (...numbers: readonly number[]) => numbers.map((number) => built + number * day)

describe('look', () => {
  it('does not believe a dead battery, and believes the time once it is set', () => {
    const dead = { wall: Date.UTC(2000, 0, 1), monotonic: 0 }
    expect(see([dead]).trusted).toBe(false)
    expect(see([dead, { wall: built + hour, monotonic: 5000 }]).trusted).toBe(true)
  })

  it('does not believe a jump in either direction until the wall is back where it should be', () => {
    const good = { wall: built + hour, monotonic: 0 }
    for (const wrong of [Date.UTC(2000, 0, 1), built + 40 * day, built + OLDEST_PROGRAM + 1]) {
      const doubted = see([good, { wall: wrong, monotonic: 1000 }])
      expect(doubted).toMatchObject({ trusted: false, lastTrusted: good.wall })
      expect(see([{ wall: good.wall + 9000, monotonic: 9000 }], doubted).trusted).toBe(true)
    }
  })

  it('does not believe a start before the last believed time, and lets network time correct a little', () => {
    const before = starting({ ...NO_MEMORY, lastTrusted: built + 100 * hour })
    expect(see([{ wall: built + 99 * hour, monotonic: 0 }], before).trusted).toBe(false)
    expect(see([{ wall: built + 100 * hour - TOLERANCE, monotonic: 0 }], before).trusted).toBe(true)
  })

  it('does not leap ahead on one start, however far; the right clock is believed on the next', () => {
    for (const ahead of [LEAP + 2 * day, 31 * day, 15 * 365 * day]) {
      const usual = starts(days(1, 2, 3, 4))
      const wrong = starts([built + 4 * day + ahead], usual)
      expect(wrong).toMatchObject({ trusted: false, lastTrusted: usual.lastTrusted, certain: usual.certain })
      expect(starts(days(5), wrong)).toMatchObject({ trusted: true, lastTrusted: built + 5 * day + hour })
    }
  })

  it('believes again after a summer away, once three days agree', () => {
    const left = starts(days(1, 2, 3))
    expect(starts(days(65, 66), left).trusted).toBe(false)
    expect(starts(days(65, 66, 67), left)).toMatchObject({ trusted: true, certain: built + 65 * day })
  })

  it('is put right by three days where a start was believed that was a little ahead', () => {
    const ahead = starts(days(1, 2, 3, 12))
    expect(ahead.trusted).toBe(true)
    expect(starts(days(4, 5), ahead).trusted).toBe(false)
    expect(starts(days(4, 5, 6), ahead)).toMatchObject({ trusted: true, lastTrusted: built + 6 * day + hour })
  })

  it('believes all of a life without jumps, whatever the gaps between looks and a crystal off by 200 ppm', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 7 * day }))
    fc.assert(
      fc.property(gaps, fc.integer({ min: -200, max: 200 }), (steps, ppm) => {
        let belief = look(starting(), { wall: built, monotonic: 0 }, built)
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

describe('what is certain', () => {
  it('is nothing on the first two days, and then what the third last day has seen', () => {
    expect(starts(days(1)).certain).toBe(0)
    expect(starts(days(1, 2)).certain).toBe(0)
    expect(starts(days(1, 2, 3)).certain).toBe(built + day)
    expect(starts(days(1, 2, 3, 7)).certain).toBe(built + 2 * day)
  })

  it('takes many starts of one day for one, and a machine that never stops once a week', () => {
    expect(starts(days(1, 1.1, 1.2, 1.3)).certain).toBe(0)
    const weeks = [0, 1, 8, 15].map((at) => ({ wall: built + at * day, monotonic: at * day }))
    expect(see(weeks.slice(0, 3)).certain).toBe(0)
    expect(see(weeks).certain).toBe(built)
  })

  it('is never moved by one wrong start past a day that another start has seen', () => {
    const wall = fc.oneof(
      fc.integer({ min: 0, max: 400 }).map((at) => built + at * day),
      fc.constantFrom(Date.UTC(2000, 0, 1), Date.UTC(2099, 0, 1), Number.NaN, -1),
    )
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6 }),
        wall,
        fc.integer({ min: 0, max: 3 }),
        (usual, wrong, later) => {
          const right = Array.from({ length: usual }, (_, at) => built + at * day)
          const after = Array.from({ length: later }, (_, at) => built + (usual + at) * day)
          const now = built + (usual + later) * day
          let belief: Belief = starts(right)
          for (const one of [wrong, ...after]) {
            belief = starts([one], belief)
            expect(belief.certain).toBeLessThanOrEqual(now)
          }
        },
      ),
    )
  })

  it('is the present as soon as the second witness says what the wall says, and nothing else', () => {
    const sight = { wall: built + 5 * day, monotonic: 0 }
    expect(witnessed(starting(), sight, sight.wall + 2000)).toMatchObject({
      trusted: true,
      certain: sight.wall,
    })
    expect(witnessed(starting(), sight, sight.wall - 31 * day)).toEqual(starting())
    expect(witnessed(starting(), sight, Number.NaN)).toEqual(starting())
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
