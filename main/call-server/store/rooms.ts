import type { PlainDb, ReadableDb } from '#core/db/connection.ts'

export interface Room {
  readonly id: string
  readonly name: string
  readonly publicKey: string | null
  readonly school: string
  readonly version: number
  readonly publicationHash: Uint8Array | null
}

export interface Seat {
  readonly id: string
  readonly room: string
  readonly name: string
  readonly publicKey: string
  readonly enrolledAt: number
  readonly revokedAt: number | null
}

const room = `SELECT id, name, public_key AS publicKey, school, version, publication_hash AS publicationHash FROM rooms`
const seat = `SELECT id, room, name, public_key AS publicKey, enrolled_at AS enrolledAt, revoked_at AS revokedAt FROM seats`

export const roomById = (db: ReadableDb, id: string): Room | undefined => db.get(`${room} WHERE id = ?`, [id])
export const allRooms = (db: ReadableDb): Room[] => db.all(`${room} ORDER BY id`)
export const seatById = (db: ReadableDb, id: string): Seat | undefined => db.get(`${seat} WHERE id = ?`, [id])
export const seatsOfRoom = (db: ReadableDb, id: string): Seat[] =>
  db.all(`${seat} WHERE room = ? ORDER BY id`, [id])

export function addRoom(db: PlainDb, { id, name, at }: { id: string; name: string; at: number }): void {
  db.run('INSERT INTO rooms (id, name, created_at) VALUES (?, ?, ?)', [id, name, at])
}

/** Takes everything of the room with it. False when there was none. */
export const removeRoom = (db: PlainDb, id: string): boolean =>
  db.run('DELETE FROM rooms WHERE id = ?', [id]) > 0

export const setRoomKey = (db: PlainDb, id: string, key: string): void =>
  void db.run('UPDATE rooms SET public_key = ? WHERE id = ? AND public_key IS NULL', [key, id])

export function addSeat(db: PlainDb, one: Omit<Seat, 'revokedAt'>): void {
  db.run('INSERT INTO seats (id, room, name, public_key, enrolled_at) VALUES (?, ?, ?, ?, ?)', [
    one.id,
    one.room,
    one.name,
    one.publicKey,
    one.enrolledAt,
  ])
}

/** False when there was none to revoke. */
export const revokeSeat = (db: PlainDb, id: string, at: number): boolean =>
  db.run('UPDATE seats SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL', [at, id]) > 0

export const isKnownSeatKey = (db: ReadableDb, key: string): boolean =>
  db.get('SELECT 1 FROM seats WHERE public_key = ?', [key]) !== undefined

export interface EnrolmentCode {
  readonly endsAt: number
  readonly usedAt: number | null
}

export function addCode(db: PlainDb, hash: Uint8Array, ofRoom: string, endsAt: number): void {
  db.run('INSERT INTO enrolment_codes (hash, room, ends_at) VALUES (?, ?, ?)', [hash, ofRoom, endsAt])
}

export const codeOfRoom = (db: ReadableDb, hash: Uint8Array, ofRoom: string): EnrolmentCode | undefined =>
  db.get('SELECT ends_at AS endsAt, used_at AS usedAt FROM enrolment_codes WHERE hash = ? AND room = ?', [
    hash,
    ofRoom,
  ])

export const useCode = (db: PlainDb, hash: Uint8Array, at: number): void =>
  void db.run('UPDATE enrolment_codes SET used_at = ? WHERE hash = ?', [at, hash])
