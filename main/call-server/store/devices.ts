import type { OpenInvitation, PairedDevice } from '#contract/wire.ts'
import type { PlainDb, ReadableDb } from '#core/db/connection.ts'

export interface StoredInvitation {
  readonly id: string
  readonly room: string
  readonly contact: string
  readonly endsAt: number
  readonly usedAt: number | null
  readonly revokedAt: number | null
}

export interface StoredDevice extends PairedDevice {
  readonly room: string
  readonly publicKey: string
  readonly revokedAt: number | null
}

const invitation = `SELECT id, room, contact, ends_at AS endsAt, used_at AS usedAt, revoked_at AS revokedAt FROM invitations`
const device = `SELECT id, room, contact, public_key AS publicKey, name, paired_at AS pairedAt, seen_at AS seenAt,
    revoked_at AS revokedAt FROM devices`

export function addInvitation(
  db: PlainDb,
  one: Pick<StoredInvitation, 'id' | 'room' | 'contact' | 'endsAt'> & {
    readonly tokenHash: Uint8Array
    readonly madeAt: number
  },
): void {
  db.run(
    'INSERT INTO invitations (id, token_hash, room, contact, made_at, ends_at) VALUES (?, ?, ?, ?, ?, ?)',
    [one.id, one.tokenHash, one.room, one.contact, one.madeAt, one.endsAt],
  )
}

export const invitationByToken = (db: ReadableDb, tokenHash: Uint8Array): StoredInvitation | undefined =>
  db.get(`${invitation} WHERE token_hash = ?`, [tokenHash])

export const invitationById = (db: ReadableDb, id: string): StoredInvitation | undefined =>
  db.get(`${invitation} WHERE id = ?`, [id])

/** Neither redeemed, revoked nor expired. */
export const openInvitationsOf = (db: ReadableDb, contact: string, now: number): OpenInvitation[] =>
  db.all(
    `SELECT id, made_at AS createdAt, ends_at AS expiresAt FROM invitations
     WHERE contact = ? AND used_at IS NULL AND revoked_at IS NULL AND ends_at > ? ORDER BY id`,
    [contact, now],
  )

export const useInvitation = (db: PlainDb, id: string, at: number): void =>
  void db.run('UPDATE invitations SET used_at = ? WHERE id = ?', [at, id])

export const revokeInvitation = (db: PlainDb, id: string, at: number): void =>
  void db.run('UPDATE invitations SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL', [at, id])

export function addDevice(db: PlainDb, one: Omit<StoredDevice, 'revokedAt'>): void {
  db.run(
    'INSERT INTO devices (id, room, contact, public_key, name, paired_at, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [one.id, one.room, one.contact, one.publicKey, one.name, one.pairedAt, one.seenAt],
  )
}

export const deviceById = (db: ReadableDb, id: string): StoredDevice | undefined =>
  db.get(`${device} WHERE id = ?`, [id])

/** The devices that may still come in, of one contact or of the whole room. */
export const devicesOf = (db: ReadableDb, room: string, contact?: string): StoredDevice[] =>
  db.all(
    `${device} WHERE room = :room AND revoked_at IS NULL AND (:contact IS NULL OR contact = :contact) ORDER BY contact, id`,
    { room, contact: contact ?? null },
  )

/** Its sessions end with it. */
export function revokeDevice(db: PlainDb, id: string, at: number): void {
  db.run('UPDATE devices SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL', [at, id])
  db.run('DELETE FROM sessions WHERE device = ?', [id])
}

/** Everything by which this contact could come in. */
export function revokeContact(db: PlainDb, room: string, contact: string, at: number): void {
  for (const { id } of devicesOf(db, room, contact)) revokeDevice(db, id, at)
  db.run('UPDATE invitations SET revoked_at = ? WHERE contact = ? AND revoked_at IS NULL', [at, contact])
}

/** Nothing says any more that this contact was invited or came in. */
export function forgetContact(db: PlainDb, room: string, contact: string): void {
  db.run('DELETE FROM devices WHERE room = ? AND contact = ?', [room, contact])
  db.run('DELETE FROM invitations WHERE room = ? AND contact = ?', [room, contact])
}

export function addSession(db: PlainDb, tokenHash: Uint8Array, ofDevice: string, endsAt: number): void {
  db.run('INSERT INTO sessions (token_hash, device, ends_at) VALUES (?, ?, ?)', [tokenHash, ofDevice, endsAt])
}

export const sessionByToken = (
  db: ReadableDb,
  tokenHash: Uint8Array,
): { readonly device: string; readonly endsAt: number } | undefined =>
  db.get('SELECT device, ends_at AS endsAt FROM sessions WHERE token_hash = ?', [tokenHash])

export const setDeviceSeen = (db: PlainDb, id: string, at: number): void =>
  void db.run('UPDATE devices SET seen_at = ? WHERE id = ?', [at, id])
