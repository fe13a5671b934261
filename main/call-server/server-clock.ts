import { statSync } from 'node:fs'
import { z } from 'zod'
import type { PlainDb } from '#core/db/connection.ts'
import { NO_MEMORY, type ClockMemory } from '#core/kernel/clock-rules.ts'
import { systemClock, type ClockSource, type SystemClock } from '#core/kernel/system-clock.ts'

export type ServerClock = Pick<SystemClock, 'wall' | 'monotonic' | 'now' | 'certain' | 'isSure'>

export interface ServerClockParts {
  /** UTC milliseconds. */
  readonly builtAt: number
  /** The machine's clocks; others only in tests. */
  readonly source?: ClockSource
  /** When network time last set the wall right, by that wall (UTC ms); undefined where nothing says so. */
  readonly setRightAt?: () => number | undefined
}

const memory = z.object({ lastTrusted: z.number(), certain: z.number(), days: z.array(z.number()) })
/** systemd-timesyncd asks at least every 34 minutes; one answer may be lost. */
const FRESH = 70 * 60_000
const SYNCHRONISED = '/run/systemd/timesync/synchronized'

/**
 * The clock of a server: a machine in a data centre may come up wrong as well. Its second witness is the network's time, or its own
 * on three days of starts (a week of running counts as one). What it saw is kept beside what it may erase.
 */
export function serverClock(db: PlainDb, { setRightAt = timesync, ...parts }: ServerClockParts): ServerClock {
  const clock = systemClock({ ...parts, memory: read(db), keep: (next) => write(db, next) })
  const listen = (): void => {
    const [at, wall] = [setRightAt(), clock.wall()]
    if (at !== undefined && Math.abs(wall - at) <= FRESH && !clock.isSure()) clock.witness(wall)
  }
  return {
    wall: () => clock.wall(),
    monotonic: () => clock.monotonic(),
    now: () => clock.now(),
    certain: () => {
      listen()
      return clock.certain()
    },
    isSure: () => {
      listen()
      return clock.isSure()
    },
  }
}

function timesync(): number | undefined {
  return statSync(SYNCHRONISED, { throwIfNoEntry: false })?.mtimeMs
}

function read(db: PlainDb): ClockMemory {
  const row = db.get<{ memory: string }>('SELECT memory FROM clock_memory')
  const kept = memory.safeParse(row && JSON.parse(row.memory))
  return kept.success ? kept.data : NO_MEMORY
}

function write(db: PlainDb, next: ClockMemory): void {
  const sql = `INSERT INTO clock_memory (id, memory) VALUES (1, ?) ON CONFLICT DO UPDATE SET memory = excluded.memory`
  db.run(sql, [JSON.stringify(next)])
}
