import type { EndReason, Place } from '#contract/sessions.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import type { StayActivity, Turn } from './turn.ts'

/** A turn as its last heartbeat left it. */
export interface BeatRow {
  readonly sessionId: string
  readonly childId: string
  readonly boot: string
  readonly plannedMs: number
  readonly lengthMs: number
  readonly usedMs: number
  readonly beatAt: number
  readonly beatUptime: number
  readonly place: string
  readonly stayed: number
  readonly activity: StayActivity
  readonly stayAt: number
  readonly stayTrusted: number
  readonly stayMs: number
  readonly startedAt: number
  readonly trusted: number
  /** Whether the session has not been closed yet. */
  readonly open: number
}

export interface NewSession {
  readonly id: string
  readonly seat: string
  readonly childId: string
  readonly startedAt: number
  readonly trusted: boolean
  readonly plannedMs: number
  readonly continues: string | null
}

export function addSession(db: WritableDb, session: NewSession): void {
  db.shared.set('session', session.id, {
    seat: session.seat,
    child_id: session.childId,
    started_at: session.startedAt,
    trusted: session.trusted ? 1 : 0,
    planned_ms: Math.round(session.plannedMs),
    length_ms: 0,
    continues: session.continues,
    end_reason: null,
    cut: 0,
  })
}

export function setPlanned(db: WritableDb, id: string, plannedMs: number): void {
  db.shared.set('session', id, { planned_ms: Math.round(plannedMs) })
}

export function setUntrusted(db: WritableDb, id: string): void {
  db.shared.set('session', id, { trusted: 0 })
}

export function closeSession(db: WritableDb, id: string, lengthMs: number, end: EndReason): void {
  db.shared.set('session', id, {
    length_ms: Math.round(lengthMs),
    end_reason: end,
    cut: end === 'power-cut' ? 1 : 0,
  })
}

/** When a heartbeat was, by the wall and by the machine. */
export interface Beat {
  readonly boot: string
  readonly uptime: number
  readonly at: number
}

/** One small row, in place: what a power cut leaves of the turn. */
export function writeBeat(db: WritableDb, turn: Turn, { boot, uptime, at }: Beat): void {
  db.run(
    `INSERT INTO session_beat (session_id, child_id, boot, planned_ms, length_ms, used_ms, beat_at, beat_uptime, place,
       stayed, paused, ending, activity, stay_at, stay_trusted, stay_ms, first_event)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET planned_ms = excluded.planned_ms, length_ms = excluded.length_ms,
       used_ms = excluded.used_ms, beat_at = excluded.beat_at, beat_uptime = excluded.beat_uptime, place = excluded.place,
       stayed = excluded.stayed, paused = excluded.paused, ending = excluded.ending, activity = excluded.activity,
       stay_at = excluded.stay_at, stay_trusted = excluded.stay_trusted, stay_ms = excluded.stay_ms`,
    [
      turn.id,
      turn.child.id,
      boot,
      Math.round(turn.time.lengthMs),
      Math.round(turn.lengthMs),
      Math.round(turn.time.usedMs),
      at,
      Math.round(uptime),
      JSON.stringify(turn.place),
      turn.stayed ? 1 : 0,
      turn.paused ? 1 : 0,
      turn.ending,
      turn.stay.activity,
      turn.stay.since.at,
      turn.stay.since.trusted ? 1 : 0,
      Math.round(turn.stay.ms),
      turn.firstEvent,
    ],
  )
}

export function dropBeats(db: WritableDb): void {
  db.run('DELETE FROM session_beat')
}

/** What the seat was at when it last had power, newest first. */
export function beatsLeft(db: ReadableDb): BeatRow[] {
  return db.all(
    `SELECT session_id AS sessionId, session_beat.child_id AS childId, boot, session_beat.planned_ms AS plannedMs,
       session_beat.length_ms AS lengthMs, used_ms AS usedMs, beat_at AS beatAt, beat_uptime AS beatUptime, place, stayed,
       activity, stay_at AS stayAt, stay_trusted AS stayTrusted, stay_ms AS stayMs,
       session.started_at AS startedAt, session.trusted, session.end_reason IS NULL AS open
     FROM session_beat JOIN session ON session.id = session_id ORDER BY session.started_at DESC, session_id DESC`,
  )
}

/** Turns of this seat that nobody closed and that left no heartbeat. */
export function openWithoutBeat(db: ReadableDb, seat: string): string[] {
  return db
    .all<{ id: string }>(
      `SELECT id FROM session WHERE seat = ? AND end_reason IS NULL
         AND id NOT IN (SELECT session_id FROM session_beat)`,
      [seat],
    )
    .map(({ id }) => id)
}

/** Whether the child has an open turn at another seat that began after that time. */
export function sitsElsewhere(db: ReadableDb, childId: string, seat: string, after: number): boolean {
  const sql = `SELECT 1 FROM session WHERE child_id = ? AND seat <> ? AND end_reason IS NULL AND started_at > ?`
  return db.get(sql, [childId, seat, after]) !== undefined
}

/** Turns that the child began on that local day, at any seat; a turn that went on after a cut is one. */
export function turnsOn(db: ReadableDb, childId: string, day: string): number {
  const sql = `SELECT times FROM usage_day WHERE day = ? AND child_id = ? AND activity = 'session'`
  return db.get<{ times: number }>(sql, [day, childId])?.times ?? 0
}

export function placeFrom(text: string): Place {
  return JSON.parse(text) as Place
}
