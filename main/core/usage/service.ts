import type { Refusal } from '#contract/refusal.ts'
import type { Report, ReportQuestion, SessionRow } from '#contract/usage.ts'
import type { Ground } from '../kernel/ground.ts'
import { ok, type Result } from '../kernel/result.ts'
import { createMoments, type Moment, type Moments } from './moment.ts'
import { reportOf } from './report.ts'
import { sessionsPage } from './sessions-page.ts'
import {
  appendEvent,
  daysAfter,
  lastEvent,
  recountDays,
  type EventActivity,
  type EventKind,
} from './store.ts'

/** Something that happened in a turn. */
export interface Happened {
  readonly childId: string
  readonly sessionId: string
  readonly kind: EventKind
  readonly activity: EventActivity
  /** Whole milliseconds, monotonic. */
  readonly lengthMs?: number
  readonly detail?: string
}

/** The log of what children did (S9): appended once, counted by day in the same transaction, read by day. */
export interface UsageService extends Moments {
  /** Writes an event and its day's counts, dated as is known by now: on disk when it returns, or with the caller's transaction. */
  append(happened: Happened, when?: Moment): void
  /** Counts local days anew from their events, both ends inclusive. */
  rebuildDays(from: string, to: string): void
  /** After a merge: counts the days anew that events after `place` belong to. Answers the place to go on from. */
  rebuildAfter(place: number): number
  report(question: ReportQuestion): Result<Report, Refusal>
  /** 50 a page, from page 0, newest first. */
  sessions(ask: {
    readonly childId?: string | undefined
    readonly page: number
  }): Result<{ readonly rows: readonly SessionRow[]; readonly total: number }, Refusal>
}

export function createUsageService({ db, clock, newId, zoneOffset }: Ground): UsageService {
  const moments = createMoments(clock, zoneOffset)
  return {
    ...moments,

    append({ lengthMs = 0, detail, ...happened }, when) {
      const { at, trusted, day } = when ? moments.again(when) : moments.moment()
      appendEvent(db, { id: newId(), at, trusted, day, ...happened, lengthMs, detail: detail ?? null })
    },

    rebuildDays: (from, to) => recountDays(db, from, to),

    rebuildAfter: (place) =>
      db.transaction(() => {
        for (const day of daysAfter(db, place)) recountDays(db, day, day)
        return lastEvent(db)
      }),

    report: (question) => ok(reportOf(db, question, zoneOffset)),
    sessions: (ask) => ok(sessionsPage(db, ask)),
  }
}
