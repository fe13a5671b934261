import { describe, expect, it } from 'vitest'
import { systemClock } from './system-clock.ts'

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
  const kept: number[] = []
  return {
    now,
    source,
    pass,
    kept,
    parts: { builtAt: built, source, onTrusted: (at: number) => void kept.push(at) },
  }
}

describe('systemClock', () => {
  it('counts what the machine slept, and lengths do not see the wall', () => {
    const { now, pass, parts } = machineAt(built)
    const clock = systemClock({ ...parts, lastTrusted: 0 })
    const start = clock.monotonic()
    pass(5000)
    now.slept += 60_000
    now.wall = Date.UTC(2000, 0, 1)
    expect(clock.monotonic() - start).toBe(65_000)
    expect(clock.trusted()).toBe(false)
    expect(clock.wall()).toBe(Date.UTC(2000, 0, 1))
  })

  it('hands out the believed time to be kept, at most every ten minutes', () => {
    const { pass, kept, parts } = machineAt(built)
    const clock = systemClock({ ...parts, lastTrusted: 0 })
    for (let minute = 0; minute <= 25; minute++) {
      clock.trusted()
      pass(60_000)
    }
    expect(kept).toEqual([built, built + 600_000, built + 1_200_000])
  })

  it('starts from what an earlier start believed; staff can put it right', () => {
    const { kept, parts } = machineAt(built + 1000)
    const clock = systemClock({ ...parts, lastTrusted: built + 1e9 })
    expect(clock.trusted()).toBe(false)
    clock.confirm()
    expect(clock.trusted()).toBe(true)
    expect(kept).toEqual([built + 1000])
  })

  it('runs on the machine’s own clocks and never back', () => {
    const clock = systemClock({ builtAt: built, lastTrusted: 0, onTrusted: () => {} })
    let last = clock.monotonic()
    for (let turn = 0; turn < 2000; turn++) {
      const now = clock.monotonic()
      expect(now).toBeGreaterThanOrEqual(last)
      last = now
    }
  })
})
