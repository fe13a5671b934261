import { newId } from '#core/kernel/ids.ts'
import type { Ground } from '#core/kernel/ground.ts'
import { silentLog } from '#core/kernel/log.ts'
import { openDatabase } from './open.ts'

export interface TestGround extends Ground {
  readonly clock: Ground['clock'] & {
    /** Both clocks go on, as when time passes. */
    pass(ms: number): void
    setWall(at: number): void
  }
}

/** 22 November 2026, 10:00 in China. */
export const testNoon = Date.UTC(2026, 10, 22, 2)

/** What a service stands on, for tests: a real database, a clock that only goes when told. */
export function testGround({ path = ':memory:', seat = 'seat-1', seed = 1 } = {}): TestGround {
  let wall = testNoon
  let monotonic = 1000
  let known = { wall, monotonic }
  const clock: TestGround['clock'] = {
    wall: () => wall,
    monotonic: () => monotonic,
    trusted: () => true,
    now: () => {
      const trusted = clock.trusted()
      if (trusted) known = { wall, monotonic }
      return { at: known.wall + monotonic - known.monotonic, trusted }
    },
    certain: () => (clock.trusted() ? wall : 0),
    pass: (ms: number) => {
      wall += ms
      monotonic += ms
    },
    setWall: (at: number) => {
      wall = at
    },
  }
  const opened = openDatabase({ path, clock, seat, newId, log: silentLog })
  if (!opened.ok) throw new Error(`The test database did not open: ${JSON.stringify(opened.error)}`)
  return { db: opened.value, clock, newId, random: seeded(seed), seat, log: silentLog, zoneOffset: () => 480 }
}

// A small multiplicative generator (Park and Miller, 1988): the same numbers on every run.
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return (state - 1) / 2_147_483_646
  }
}
