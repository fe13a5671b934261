import type { MissedCall } from '#contract/wire.ts'
import type { PlainDb, ReadableDb } from '#core/db/connection.ts'

export interface StoredCall {
  readonly call: string
  readonly room: string
  readonly kind: 'video' | 'phone'
  readonly child: string
  readonly contact: string
  readonly source: string
  readonly target: string
  readonly number: string
  readonly allowedAt: number
  readonly talkedMs: number
  readonly endedAt: number | null
}

/** Talk by telephone since a time, in milliseconds, and how many calls there are. */
export interface PhoneUse {
  readonly childMs: number
  readonly numberMs: number
  readonly roomMs: number
  readonly childCalls: number
  readonly open: number
}

const call = `SELECT call, room, kind, child, contact, source, target, number, allowed_at AS allowedAt,
    talked_ms AS talkedMs, ended_at AS endedAt FROM calls`
const missed = 'SELECT id, source AS "from", target AS "to", child, contact, why, at FROM missed'

export const callById = (db: ReadableDb, id: string): StoredCall | undefined =>
  db.get(`${call} WHERE call = ?`, [id])

export const openCalls = (db: ReadableDb): StoredCall[] => db.all(`${call} WHERE ended_at IS NULL`)

export function addCall(db: PlainDb, one: Omit<StoredCall, 'talkedMs' | 'endedAt'>): void {
  db.run(
    `INSERT INTO calls (call, room, kind, child, contact, source, target, number, allowed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [one.call, one.room, one.kind, one.child, one.contact, one.source, one.target, one.number, one.allowedAt],
  )
}

export const addTalk = (db: PlainDb, id: string, ms: number): void =>
  void db.run('UPDATE calls SET talked_ms = talked_ms + ? WHERE call = ?', [Math.round(ms), id])

export const endCall = (db: PlainDb, id: string, at: number): void =>
  void db.run('UPDATE calls SET ended_at = ? WHERE call = ? AND ended_at IS NULL', [at, id])

/** What counts against the caps of a child, a number and their room. */
export function phoneUse(
  db: ReadableDb,
  who: Pick<StoredCall, 'room' | 'child' | 'number'>,
  since: number,
): PhoneUse {
  const sum = (where: 'room' | 'child' | 'number'): { ms: number; calls: number } => {
    const own = where === 'number' ? 'number = :number AND room = :room' : `${where} = :${where}`
    const row = db.get<{ ms: number; calls: number }>(
      `SELECT coalesce(sum(talked_ms), 0) AS ms, count(*) AS calls FROM calls
       WHERE ${own} AND kind = 'phone' AND allowed_at >= :since`,
      { ...pick(where, who), since },
    )
    return row ?? { ms: 0, calls: 0 }
  }
  const child = sum('child')
  const open = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM calls WHERE child = ? AND kind = 'phone' AND ended_at IS NULL`,
    [who.child],
  )
  return {
    childMs: child.ms,
    childCalls: child.calls,
    numberMs: sum('number').ms,
    roomMs: sum('room').ms,
    open: open?.n ?? 0,
  }
}

function pick(
  where: 'room' | 'child' | 'number',
  { room, child, number }: Pick<StoredCall, 'room' | 'child' | 'number'>,
): Record<string, string> {
  if (where === 'number') return { number, room }
  return where === 'room' ? { room } : { child }
}

/** A room keeps at most this many; the oldest go. */
const MISSED_KEPT = 2000

export function addMissed(db: PlainDb, room: string, one: MissedCall): void {
  db.run(
    'INSERT INTO missed (id, room, child, contact, source, target, why, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    [one.id, room, one.child, one.contact, one.from, one.to, one.why, one.at],
  )
  // By the order of writing: an id says what a clock said, and clocks jump.
  db.run(
    `DELETE FROM missed WHERE room = :room AND rowid <=
       (SELECT rowid FROM missed WHERE room = :room ORDER BY rowid DESC LIMIT 1 OFFSET ${MISSED_KEPT})`,
    { room },
  )
}

/** In the order of writing, those after `after` (an id; all of them where it is empty or gone). */
export const missedOfRoom = (db: ReadableDb, room: string, after: string): MissedCall[] =>
  db.all(
    `${missed} WHERE room = ? AND rowid > coalesce((SELECT rowid FROM missed WHERE id = ?), 0)
    ORDER BY rowid LIMIT 200`,
    [room, after],
  )

export const missedByContact = (db: ReadableDb, contact: string): { at: number; why: string }[] =>
  db.all(
    'SELECT at, why FROM missed WHERE contact = :contact AND target = :contact ORDER BY rowid DESC LIMIT 10',
    { contact },
  )

/** Whose calls they were; how many and how long stays, for the room's limits. */
export function forgetCalls(
  db: PlainDb,
  room: string,
  { child, contacts }: { readonly child: string; readonly contacts: readonly string[] },
): void {
  db.run(
    `UPDATE calls SET child = '', contact = '', source = '', target = '', number = ''
     WHERE room = ? AND (child = ? OR contact IN (SELECT value FROM json_each(?)))`,
    [room, child, JSON.stringify(contacts)],
  )
}
