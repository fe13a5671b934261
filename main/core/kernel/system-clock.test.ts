import { describe, expect, it } from 'vitest'
import { NO_MEMORY, type ClockMemory } from './clock-rules.ts'
import { systemClock } from './system-clock.ts'

const DAY = 86_400_000

const built = Date.UTC(2026, 10, 22)

function machineAt(wall: number) {
  const now = { wall, fine: 50, slept: 0 }
  const source = {
    wall: () => now.wall,
    skipsSleep: () => now.fine,
    countsSleep: () => 7000 + now.fine + now.slept,
  }
  const pass = (ms: number) => {
    now.wall += ms
    now.fine += ms
  }
  const kept: ClockMemory[] = []
  /** The program starts anew on this machine, with what the start before has kept. */
  const start = (memory: ClockMemory = kept.at(-1) ?? NO_MEMORY) =>
    systemClock({ builtAt: built, source, memory, keep: (next) => void kept.push(next) })
  return { now, source, pass, kept, start }
}

describe('systemClock', () => {
  it('counts what the machine slept, and lengths do not see the wall', () => {
    const { now, pass, start: begin } = machineAt(built)
    const clock = begin()
    const start = clock.monotonic()
    pass(5000)
    now.slept += 60_000
    now.wall = Date.UTC(2000, 0, 1)
    expect(clock.monotonic() - start).toBe(65_000)
    expect(clock.trusted()).toBe(false)
    expect(clock.wall()).toBe(Date.UTC(2000, 0, 1))
  })

  it('hands out the believed time to be kept, at most every ten minutes', () => {
    const { pass, kept, start } = machineAt(built)
    const clock = start()
    for (let minute = 0; minute <= 25; minute++) {
      clock.trusted()
      pass(60_000)
    }
    expect(kept.map(({ lastTrusted }) => lastTrusted)).toEqual([built, built + 600_000, built + 1_200_000])
  })

  it('starts from what an earlier start believed; staff can put it right, which makes nothing certain', () => {
    const { kept, start } = machineAt(built + 1000)
    const clock = start({ ...NO_MEMORY, lastTrusted: built + 1e9 })
    expect(clock.trusted()).toBe(false)
    clock.confirm()
    expect(clock.trusted()).toBe(true)
    expect(clock.certain()).toBe(0)
    expect(kept.at(-1)?.lastTrusted).toBe(built + 1000)
  })

  it('goes on from the last known time where the wall is wrong, on every start', () => {
    const { now, pass, start } = machineAt(built + DAY)
    expect(start().now()).toEqual({ at: built + DAY, trusted: true })
    now.wall = Date.UTC(2000, 0, 1)
    const clock = start()
    pass(5000)
    expect(clock.now()).toEqual({ at: built + DAY + 5001, trusted: false })
    const again = start()
    again.goOnAfter(built + DAY + 60_000)
    expect(again.now().at).toBeGreaterThan(built + DAY + 60_000)
  })

  it('a clock 31 days ahead for one start is neither believed nor certain; the next right start is', () => {
    const { now, start, kept } = machineAt(built)
    for (let day = 0; day < 4; day++) {
      now.wall = built + day * DAY
      expect(start().trusted()).toBe(true)
    }
    const before = kept.at(-1)?.certain ?? 0
    expect(before).toBe(built + DAY)
    now.wall = built + 35 * DAY
    const ahead = start()
    expect(ahead.certain()).toBe(before)
    expect(ahead.now()).toEqual({ at: built + 3 * DAY + 1, trusted: false })
    now.wall = built + 5 * DAY
    expect(start().now()).toEqual({ at: now.wall, trusted: true })
  })

  it('a second witness that says the same makes the present certain, and goes on doing so', () => {
    const { now, pass, start } = machineAt(built + 60 * DAY)
    const clock = start({ ...NO_MEMORY, lastTrusted: built })
    expect(clock.trusted()).toBe(false)
    clock.witness(now.wall + 1500)
    expect(clock.trusted()).toBe(true)
    pass(40 * DAY)
    expect(clock.certain()).toBe(built + 100 * DAY)
    expect(clock.isSure()).toBe(true)
    now.wall += 31 * DAY
    expect(clock.certain()).toBe(built + 100 * DAY)
    expect(clock.isSure()).toBe(false)
    expect(clock.now().at).toBe(built + 100 * DAY + 1500)
  })

  it('a second witness that says otherwise makes nothing certain, but tells what time it is', () => {
    const { now, pass, start } = machineAt(built)
    for (let day = 0; day < 3; day++) {
      now.wall = built + (31 + day) * DAY
      start().trusted()
    }
    const clock = start()
    expect(clock.certain()).toBe(built + 31 * DAY)
    clock.witness(built + 3 * DAY)
    pass(1000)
    expect(clock.trusted()).toBe(false)
    expect(clock.now()).toEqual({ at: built + 3 * DAY + 1000, trusted: true })
    expect(clock.certain()).toBe(built + 3 * DAY)
    // Set right: both say the same now.
    now.wall = built + 3 * DAY + 2000
    expect(clock.trusted()).toBe(true)
    expect(clock.isSure()).toBe(true)
  })

  it('runs on the machine’s own clocks and never back', () => {
    const clock = systemClock({ builtAt: built, memory: NO_MEMORY, keep: () => {} })
    let last = clock.monotonic()
    for (let turn = 0; turn < 2000; turn++) {
      const now = clock.monotonic()
      expect(now).toBeGreaterThanOrEqual(last)
      last = now
    }
  })
})
