import type { Look, LooksPage } from '#contract/rights.ts'
import type { ReadableDb } from '../db/handles.ts'
import { kindOfDeed } from './permission-rules.ts'
import { tablesOfChild } from './tables.ts'

const PAGE = 50

/** Who looked at, changed or took out what about these records and their families. `count` absent: all of it. */
export function looksAt(
  db: ReadableDb,
  ids: readonly string[],
  { seat, page }: { readonly seat: string; readonly page?: number },
): LooksPage {
  const where = `WHERE ${tablesOfChild['staff_act']?.rows ?? '0'}`
  const among = { ids: JSON.stringify(ids) }
  const limit = page === undefined ? '' : `LIMIT ${PAGE} OFFSET ${page * PAGE}`
  const rows = db.all<{
    id: string
    at: number
    trusted: number
    staffName: string | null
    role: Look['role']
    method: string
    seat: string
  }>(
    `SELECT act.id, act.at, act.trusted, staff.name AS staffName, staff.role, act.method, act.seat
     FROM (SELECT *, rowid AS place FROM staff_act ${where}) AS act LEFT JOIN staff ON staff.id = act.staff_id
     ORDER BY act.at DESC, act.place DESC ${limit}`,
    among,
  )
  const sums = db.all<{ name: string; method: string; count: number }>(
    `SELECT coalesce(staff.name, '') AS name, act.method, count(*) AS count
     FROM (SELECT * FROM staff_act ${where}) AS act LEFT JOIN staff ON staff.id = act.staff_id
     GROUP BY act.staff_id, act.method`,
    among,
  )
  return {
    people: [...Map.groupBy(sums, ({ name }) => name)]
      .map(([name, of]) => ({ name, count: sum(of) }))
      .toSorted((one, other) => other.count - one.count),
    taken: sum(sums.filter(({ method }) => kindOfDeed(method) === 'took-out')),
    looks: rows.map((row) => ({
      id: row.id,
      at: row.trusted === 1 ? row.at : null,
      staffName: row.staffName ?? '',
      role: row.role,
      method: row.method,
      what: kindOfDeed(row.method),
      seat: row.seat === seat ? 'this' : 'another',
    })),
    total: db.get<{ total: number }>(`SELECT count(*) AS total FROM staff_act ${where}`, among)?.total ?? 0,
  }
}

const sum = (of: readonly { readonly count: number }[]): number =>
  of.reduce((all, { count }) => all + count, 0)
