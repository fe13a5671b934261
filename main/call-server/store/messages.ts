import type { MessageStart, WaitingMessage } from '#contract/wire.ts'
import type { PlainDb, ReadableDb } from '#core/db/connection.ts'

export interface StoredMessage extends WaitingMessage {
  readonly room: string
  readonly child: string
  readonly contact: string
  readonly sha256: string
  readonly sealedKey: Uint8Array
  readonly arrivedAt: number | null
}

/** A part of the message's bytes, and where it lies sealed in the file. */
export interface Piece {
  readonly start: number
  readonly length: number
  readonly place: number
}

const message = `SELECT id, room, child, contact, source AS "from", target AS "to", kind, type, size, length_ms AS lengthMs,
    sha256, sealed_key AS sealedKey, coalesce(arrived_at, begun_at) AS at, arrived_at AS arrivedAt, seen_at AS seenAt
  FROM messages`

export const messageById = (db: ReadableDb, id: string): StoredMessage | undefined =>
  db.get(`${message} WHERE id = ?`, [id])

/** What has wholly arrived, oldest first. */
export const messagesFor = (
  db: ReadableDb,
  box: 'source' | 'target',
  contact: string,
): readonly StoredMessage[] =>
  db.all(
    `${message} WHERE contact = :contact AND ${box} = :contact AND arrived_at IS NOT NULL ORDER BY arrived_at, id`,
    { contact },
  )

/** The same for a room: its children's side of every message. */
export const messagesOfRoom = (
  db: ReadableDb,
  box: 'source' | 'target',
  room: string,
): readonly StoredMessage[] =>
  db.all(`${message} WHERE room = ? AND ${box} = child AND arrived_at IS NOT NULL ORDER BY arrived_at, id`, [
    room,
  ])

/** What of one contact lies here, unfinished ones by what they will be. */
export const heldOf = (db: ReadableDb, contact: string): { readonly count: number; readonly bytes: number } =>
  db.get('SELECT count(*) AS count, coalesce(sum(size), 0) AS bytes FROM messages WHERE contact = ?', [
    contact,
  ]) ?? { count: 0, bytes: 0 }

export function addMessage(
  db: PlainDb,
  one: MessageStart & {
    readonly room: string
    readonly child: string
    readonly contact: string
    readonly sealedKey: Uint8Array
    readonly at: number
    readonly countedFrom: number | null
  },
): void {
  db.run(
    `INSERT INTO messages (id, room, child, contact, source, target, kind, type, size, length_ms, sha256, sealed_key, begun_at, counted_from)
     VALUES (:id, :room, :child, :contact, :from, :to, :kind, :type, :size, :lengthMs, :sha256, :sealedKey, :at, :countedFrom)`,
    { ...one },
  )
}

export const piecesOf = (db: ReadableDb, id: string): Piece[] =>
  db.all('SELECT start, length, place FROM pieces WHERE message = ? ORDER BY start', [id])

export const lastPiece = (db: ReadableDb, id: string): Piece | undefined =>
  db.get('SELECT start, length, place FROM pieces WHERE message = ? ORDER BY start DESC LIMIT 1', [id])

export const addPiece = (db: PlainDb, id: string, { start, length, place }: Piece): void =>
  void db.run('INSERT INTO pieces (message, start, length, place) VALUES (?, ?, ?, ?)', [
    id,
    start,
    length,
    place,
  ])

export const setArrived = (db: PlainDb, id: string, at: number, countedFrom: number | null): void =>
  void db.run('UPDATE messages SET arrived_at = ?, counted_from = ? WHERE id = ?', [at, countedFrom, id])

export const setSeen = (db: PlainDb, id: string, at: number, countedFrom: number | null): void =>
  void db.run('UPDATE messages SET seen_at = ?, counted_from = ? WHERE id = ? AND seen_at IS NULL', [
    at,
    countedFrom,
    id,
  ])

export const removeMessage = (db: PlainDb, id: string): void =>
  void db.run('DELETE FROM messages WHERE id = ?', [id])

export const idsOfContact = (db: ReadableDb, contact: string): string[] =>
  db.all<{ id: string }>('SELECT id FROM messages WHERE contact = ?', [contact]).map(({ id }) => id)

/** Days of what came while the time was not sure count from `certain`, a time that has certainly been reached (UTC ms): later, never earlier. */
export const countDays = (db: PlainDb, certain: number): void =>
  void db.run('UPDATE messages SET counted_from = ? WHERE counted_from IS NULL', [certain])

/** Whose time is over: unfinished since, unseen since, seen since. */
export const outdated = (
  db: ReadableDb,
  { unfinished, unseen, seen }: { unfinished: number; unseen: number; seen: number },
): string[] =>
  db
    .all<{ id: string }>(
      `SELECT id FROM messages WHERE counted_from < CASE
         WHEN arrived_at IS NULL THEN ? WHEN seen_at IS NULL THEN ? ELSE ? END`,
      [unfinished, unseen, seen],
    )
    .map(({ id }) => id)
