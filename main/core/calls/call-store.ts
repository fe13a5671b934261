import type { CallDirection, CallEnd, CallLine, CallQuality, TalkWay } from '#contract/calls.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'

/** Calls on one page of the log. */
const CALLS_A_PAGE = 50

/** A call under way: who it is with, and how long it has rung and been talked. */
export interface CallRow {
  readonly callId: string
  readonly at: number
  readonly trusted: boolean
  readonly childId: string
  readonly contactId: string
  readonly sessionId: string
  readonly direction: CallDirection
  readonly way: TalkWay
  /** Whole ms. */
  readonly ringingMs: number
  readonly lengthMs: number
}

export type CallStore = ReturnType<typeof createCallStore>

const nowColumns = `call_id AS callId, at, trusted, child_id AS childId, contact_id AS contactId, session_id AS sessionId,
  direction, way, ringing_ms AS ringingMs, length_ms AS lengthMs`

interface LogRow extends Omit<CallLine, 'childName' | 'classLabel' | 'clockWrong' | 'quality'> {
  readonly childName: string | null
  readonly classLabel: string | null
  readonly trusted: number
  readonly quality: string | null
}

export function createCallStore(db: WritableDb) {
  return {
    /** What the last run of the program left behind, or what goes on now. */
    now: (): CallRow | undefined => {
      const row = db.get<Omit<CallRow, 'trusted'> & { trusted: number }>(`SELECT ${nowColumns} FROM call_now`)
      return row && { ...row, trusted: row.trusted === 1 }
    },
    setNow: (row: CallRow): void => {
      db.run(
        `INSERT OR REPLACE INTO call_now (id, call_id, at, trusted, child_id, contact_id, session_id, direction, way,
           ringing_ms, length_ms) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          row.callId,
          row.at,
          row.trusted ? 1 : 0,
          row.childId,
          row.contactId,
          row.sessionId,
          row.direction,
          row.way,
          row.ringingMs,
          row.lengthMs,
        ],
      )
    },
    /** The call is over: into the log, and out of what goes on, in one transaction. */
    close: (row: CallRow, how: CallEnd, quality: CallQuality | null): void =>
      db.transaction(() => {
        db.run('DELETE FROM call_now', [])
        db.shared.append('call_log', {
          id: row.callId,
          at: row.at,
          trusted: row.trusted ? 1 : 0,
          child_id: row.childId,
          contact_id: row.contactId,
          session_id: row.sessionId,
          direction: row.direction,
          way: row.way,
          ringing_ms: row.ringingMs,
          length_ms: row.lengthMs,
          how,
          quality: quality && JSON.stringify(quality),
        })
      }),
    /** One that came in and that nobody took. False for one that is there already. */
    missed: (
      call: Omit<CallRow, 'sessionId' | 'direction' | 'ringingMs' | 'lengthMs'>,
      how: CallEnd,
    ): boolean =>
      db.shared.append('call_log', {
        id: call.callId,
        at: call.at,
        trusted: call.trusted ? 1 : 0,
        child_id: call.childId,
        contact_id: call.contactId,
        session_id: '',
        direction: 'in',
        way: call.way,
        ringing_ms: 0,
        length_ms: 0,
        how,
        quality: null,
      }),
    // A call that the child itself declined is no news to it.
    /** Children whom such a call came for after `since` (UTC ms) and after they last sat down. */
    rungChildren: (since: number): readonly string[] =>
      db
        .all<{ childId: string }>(
          `SELECT DISTINCT child_id AS childId FROM call_log
           WHERE at > ? AND direction = 'in' AND length_ms = 0 AND session_id = '' AND how <> 'declined' AND at >
             coalesce((SELECT max(started_at) FROM session WHERE session.child_id = call_log.child_id), 0)`,
          [since],
        )
        .map(({ childId }) => childId),
    /** Relatives whom this child has neither talked to nor called since they rang. */
    rungBy: (childId: string, since: number): readonly string[] =>
      db
        .all<{ contactId: string }>(
          `SELECT DISTINCT contact_id AS contactId FROM call_log AS rung
           WHERE child_id = ? AND at > ? AND direction = 'in' AND length_ms = 0 AND session_id = '' AND how <> 'declined'
             AND NOT EXISTS (SELECT 1 FROM call_log AS later WHERE later.child_id = rung.child_id
               AND later.contact_id = rung.contact_id AND later.at > rung.at
               AND (later.direction = 'out' OR later.length_ms > 0))`,
          [childId, since],
        )
        .map(({ contactId }) => contactId),
    /** Newest first; `page` from 0. */
    page: ({ page, ...whose }: WhoseCalls & { readonly page: number }) => ({
      rows: linesOf(db, whose, { count: CALLS_A_PAGE, from: page * CALLS_A_PAGE }),
      total: countOf(db, whose),
    }),
  }
}

/** Of one child, of a class as it is now, or of all. */
export interface WhoseCalls {
  readonly childId?: string | undefined
  readonly classId?: string | undefined
}

const whereOf = ({ childId, classId }: WhoseCalls): readonly [sql: string, of: readonly string[]] => {
  if (childId !== undefined) return ['WHERE call_log.child_id = ?', [childId]]
  if (classId === undefined) return ['', []]
  return ['WHERE call_log.child_id IN (SELECT id FROM child WHERE class_id = ?)', [classId]]
}

/** Calls that are over, newest first. */
export function linesOf(
  db: ReadableDb,
  whose: WhoseCalls,
  { count, from }: { readonly count: number; readonly from: number },
): CallLine[] {
  const [where, of] = whereOf(whose)
  const rows = db.all<LogRow>(
    `SELECT call_log.id, call_log.at, call_log.trusted, child.name AS childName, class.label AS classLabel,
       contact.called, call_log.direction, call_log.way, call_log.ringing_ms AS ringingMs,
       call_log.length_ms AS lengthMs, call_log.how AS end, call_log.quality
     FROM call_log LEFT JOIN child ON child.id = call_log.child_id LEFT JOIN class ON class.id = child.class_id
     LEFT JOIN contact ON contact.id = call_log.contact_id
     ${where} ORDER BY call_log.at DESC, call_log.id DESC LIMIT ? OFFSET ?`,
    [...of, count, from],
  )
  return rows.map(lineOf)
}

const countOf = (db: ReadableDb, whose: WhoseCalls): number => {
  const [where, of] = whereOf(whose)
  return db.get<{ total: number }>(`SELECT count(*) AS total FROM call_log ${where}`, of)?.total ?? 0
}

const lineOf = ({ trusted, quality, childName, classLabel, ...row }: LogRow): CallLine => ({
  ...row,
  childName: childName ?? '',
  classLabel: classLabel ?? '',
  clockWrong: trusted === 0,
  quality: quality === null ? null : (JSON.parse(quality) as CallQuality),
})
