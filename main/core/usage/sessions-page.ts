import type { EndReason } from '#contract/sessions.ts'
import type { SessionRow } from '#contract/usage.ts'
import type { ReadableDb } from '../db/handles.ts'

/** Turns on one page of the list. */
const SESSIONS_A_PAGE = 50

interface Row {
  id: string
  childName: string | null
  classLabel: string | null
  startedAt: number
  lengthMs: number
  end: EndReason | null
  cut: number
  trusted: number
}

/** Turns, newest first, of one child or of all; `page` from 0. */
export function sessionsPage(
  db: ReadableDb,
  { childId, page }: { readonly childId?: string | undefined; readonly page: number },
): { readonly rows: readonly SessionRow[]; readonly total: number } {
  const [where, of] = childId === undefined ? ['', []] : ['WHERE session.child_id = ?', [childId]]
  const rows = db.all<Row>(
    `SELECT session.id, child.name AS childName, class.label AS classLabel, session.started_at AS startedAt,
       coalesce(session_beat.length_ms, session.length_ms) AS lengthMs, session.end_reason AS end, session.cut, session.trusted
     FROM session LEFT JOIN child ON child.id = session.child_id LEFT JOIN class ON class.id = child.class_id
     LEFT JOIN session_beat ON session_beat.session_id = session.id
     ${where} ORDER BY session.started_at DESC, session.id DESC LIMIT ? OFFSET ?`,
    [...of, SESSIONS_A_PAGE, page * SESSIONS_A_PAGE],
  )
  const total = db.get<{ total: number }>(`SELECT count(*) AS total FROM session ${where}`, of)?.total ?? 0
  return { total, rows: rows.map(sessionRow) }
}

function sessionRow({ childName, classLabel, cut, trusted, ...row }: Row): SessionRow {
  return {
    ...row,
    childName: childName ?? '',
    classLabel: classLabel ?? '',
    cut: cut === 1,
    clockWrong: trusted === 0,
  }
}
