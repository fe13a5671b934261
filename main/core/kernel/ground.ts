import type { WritableDb } from '../db/handles.ts'
import type { Clock } from './clock.ts'
import type { Log } from './log.ts'
import type { NewId } from './ids.ts'

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
