import type { CorrectedFact, RightsKind, RightsRequest } from '#contract/rights.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import { answerDue, ERASURE_WAITS, type Facts } from './request-rules.ts'

interface Row {
  readonly id: string
  readonly kind: RightsKind
  readonly askedAt: number
  readonly trusted: number
  readonly relation: string | null
  readonly name: string | null
  readonly how: RightsRequest['how']
  readonly staffName: string | null
  readonly wish: string
  readonly after: string | null
  readonly countedFrom: number | null
  readonly state: RightsRequest['state']
  readonly reason: string
  readonly endedAt: number | null
}

const columns = `SELECT request.id, request.kind, request.asked_at AS askedAt, request.trusted, contact.relation, contact.name,
    request.how, staff.name AS staffName, request.wish, request.after, request.counted_from AS countedFrom, request.state,
    request.reason, request.ended_at AS endedAt
  FROM rights_request AS request LEFT JOIN contact ON contact.id = request.asked_by
  LEFT JOIN staff ON staff.id = request.staff_id`

/** @param offset minutes east of UTC at a time */
export function requestsOf(
  db: ReadableDb,
  childId: string,
  offset: (at: number) => number,
): readonly RightsRequest[] {
  return db
    .all<Row>(`${columns} WHERE request.child_id = ? ORDER BY request.asked_at DESC, request.id DESC`, [
      childId,
    ])
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      askedAt: row.trusted === 1 ? row.askedAt : null,
      askedBy: row.name === null ? '' : `${row.relation ?? ''} ${row.name}`.trim(),
      how: row.how,
      staffName: row.staffName ?? '',
      wish: row.wish,
      state: row.state,
      reason: row.reason,
      changes: row.after === null ? [] : (JSON.parse(row.after) as CorrectedFact[]),
      dueAt: row.trusted === 1 ? answerDue(row.askedAt, offset(row.askedAt)) : null,
      erasesAt: row.kind === 'erasure' && row.countedFrom !== null ? row.countedFrom + ERASURE_WAITS : null,
      endedAt: row.endedAt,
    }))
}

export interface OpenErasure {
  readonly id: string
  readonly childId: string
  readonly countedFrom: number | null
  readonly staffId: string
}

export const openErasures = (db: ReadableDb): readonly OpenErasure[] =>
  db.all(`SELECT id, child_id AS childId, counted_from AS countedFrom, staff_id AS staffId FROM rights_request
    WHERE kind = 'erasure' AND state = 'open' ORDER BY asked_at, id`)

export const openRequest = (db: ReadableDb, id: string, childId: string) =>
  db.get<{ kind: RightsKind; before: string | null }>(
    `SELECT kind, before FROM rights_request WHERE id = ? AND child_id = ? AND state = 'open'`,
    [id, childId],
  )

/** What stands of a child now, as a correction compares it. */
export function factsOf(db: ReadableDb, childId: string): Facts | undefined {
  const child = db.get<Record<string, string | null>>(
    `SELECT child.name, coalesce(child.reading, child.pinyin) AS reading, class.label, child.number, child.birthday
     FROM child LEFT JOIN class ON class.id = child.class_id WHERE child.id = ?`,
    [childId],
  )
  if (!child) return undefined
  const family = db.all<Record<string, string | null>>(
    'SELECT relation, name, called, city, phones FROM contact WHERE child_id = ? ORDER BY id',
    [childId],
  )
  return {
    name: child['name'] ?? '',
    reading: child['reading'] ?? '',
    class: child['label'] ?? '',
    number: child['number'] ?? '',
    birthday: child['birthday'] ?? '',
    family: family
      .map(({ relation, name, called, city, phones }) =>
        [relation, name, called, city, (JSON.parse(phones ?? '[]') as string[]).join(' ')]
          .filter(Boolean)
          .join(' '),
      )
      .join('; '),
  }
}

export function keepAnswer(
  db: WritableDb,
  id: string,
  answer: {
    readonly state: 'done' | 'refused' | 'taken-back'
    readonly at: number
    readonly by: string
    readonly reason?: string
    readonly changes?: readonly CorrectedFact[]
  },
): void {
  const { state, at, by, reason = '', changes } = answer
  db.shared.set('rights_request', id, {
    state,
    reason,
    ended_at: at,
    ended_by: by,
    // What stood before is in the changes; the rest of it was nobody's wish.
    before: null,
    ...(changes && { after: JSON.stringify(changes) }),
  })
}
