import type { WritableDb } from '../db/handles.ts'
import type { Clock } from './clock.ts'
import type { NewId } from './ids.ts'

/** Where a service writes what a technician should be able to read later. Never a child's words, never a PIN. */
export interface Log {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void
  error(message: string, facts?: Readonly<Record<string, unknown>>): void
}

/** What every service stands on. All of it is handed in, so that a test can hand in its own. */
export interface Ground {
  readonly db: WritableDb
  readonly clock: Clock
  readonly newId: NewId
  /** 0 ≤ n < 1. */
  readonly random: () => number
  /** This seat's own id. */
  readonly seat: string
  readonly log: Log
  /** Minutes east of UTC at that time: 480 in China. */
  readonly zoneOffset: (at: number) => number
}
