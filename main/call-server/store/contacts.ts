import type { Publication, WireChild, WireContact } from '#contract/wire.ts'
import type { PlainDb, ReadableDb } from '#core/db/connection.ts'

export interface KnownChild extends WireChild {
  readonly room: string
  readonly seatedAt: number
}

export interface KnownContact extends WireContact {
  readonly room: string
}

interface ContactRow {
  readonly id: string
  readonly user: string
  readonly room: string
  readonly child: string
  readonly called: string
  readonly language: WireContact['language']
  readonly video: number
  readonly phone: number
  readonly messages: number
  readonly photo: number
  readonly phones: string
}

const child = 'SELECT user, room, given, animal, tone, seated_at AS seatedAt FROM children'
const contact = `SELECT c.id, c.user, c.room, c.child, c.called, c.language, c.video, c.phone, c.messages, c.photo,
    (SELECT json_group_array(number ORDER BY number) FROM numbers WHERE contact = c.user) AS phones
  FROM contacts c`

export const childByUser = (db: ReadableDb, user: string): KnownChild | undefined =>
  db.get(`${child} WHERE user = ?`, [user])

export function contactByUser(db: ReadableDb, user: string): KnownContact | undefined {
  const row = db.get<ContactRow>(`${contact} WHERE c.user = ?`, [user])
  return row && fromRow(row)
}

export const contactsOfChild = (db: ReadableDb, user: string): KnownContact[] =>
  db.all<ContactRow>(`${contact} WHERE c.child = ? ORDER BY c.user`, [user]).map(fromRow)

export const contactsOfRoom = (db: ReadableDb, room: string): KnownContact[] =>
  db.all<ContactRow>(`${contact} WHERE c.room = ? ORDER BY c.user`, [room]).map(fromRow)

/** Children whom somebody may call from this number, the one who last sat down first. */
export const childrenOfNumber = (db: ReadableDb, number: string): KnownChild[] =>
  db.all(
    `${child} WHERE user IN (SELECT c.child FROM contacts c JOIN numbers n ON n.contact = c.user
      WHERE n.number = ? AND c.phone = 1) ORDER BY seated_at DESC, user`,
    [number],
  )

export const setSeated = (db: PlainDb, user: string, at: number): void =>
  void db.run('UPDATE children SET seated_at = ? WHERE user = ?', [at, user])

/** Whether a user name of the publication is another room's. */
export function takenElsewhere(db: ReadableDb, { room, children, contacts }: Publication): boolean {
  const other = (table: 'children' | 'contacts', { user }: { user: string }): boolean =>
    db.get(`SELECT 1 FROM ${table} WHERE user = ? AND room <> ?`, [user, room]) !== undefined
  return children.some((one) => other('children', one)) || contacts.some((one) => other('contacts', one))
}

export function putChild(db: PlainDb, room: string, one: WireChild): void {
  db.run(
    `INSERT INTO children (user, room, given, animal, tone) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (user) DO UPDATE SET given = excluded.given, animal = excluded.animal, tone = excluded.tone`,
    [one.user, room, one.given, one.animal, one.tone],
  )
}

export function putContact(db: PlainDb, room: string, one: WireContact): void {
  const { video, phone, messages, photo } = one.consent
  db.run(
    `INSERT INTO contacts (user, id, room, child, called, language, video, phone, messages, photo)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (user) DO UPDATE SET called = excluded.called, language = excluded.language,
       video = excluded.video, phone = excluded.phone, messages = excluded.messages, photo = excluded.photo`,
    [one.user, one.id, room, one.child, one.called, one.language, +video, +phone, +messages, +photo],
  )
  db.run('DELETE FROM numbers WHERE contact = ?', [one.user])
  for (const number of new Set(one.phones))
    db.run('INSERT INTO numbers (number, contact) VALUES (?, ?)', [number, one.user])
}

export const removeChild = (db: PlainDb, user: string): void =>
  void db.run('DELETE FROM children WHERE user = ?', [user])
export const removeContact = (db: PlainDb, user: string): void =>
  void db.run('DELETE FROM contacts WHERE user = ?', [user])

export const childUsersOf = (db: ReadableDb, room: string): string[] =>
  db.all<{ user: string }>('SELECT user FROM children WHERE room = ?', [room]).map(({ user }) => user)

export function setPublished(
  db: PlainDb,
  { room, version, school }: Publication,
  publicationHash: Uint8Array,
): void {
  db.run('UPDATE rooms SET school = ?, version = ?, publication_hash = ? WHERE id = ?', [
    school,
    version,
    publicationHash,
    room,
  ])
}

function fromRow({ video, phone, messages, photo, phones, ...rest }: ContactRow): KnownContact {
  return {
    ...rest,
    phones: JSON.parse(phones) as string[],
    consent: { video: video === 1, phone: phone === 1, messages: messages === 1, photo: photo === 1 },
  }
}
