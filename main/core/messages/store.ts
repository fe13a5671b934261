import type { MessageKind, MessageState } from '#contract/messages.ts'
import type { MessageStart } from '#contract/wire.ts'
import type { WritableDb } from '../db/handles.ts'
import type { Present } from '../kernel/clock.ts'

export interface MessageRow {
  readonly id: string
  readonly childId: string
  readonly contactId: string
  readonly direction: 'out' | 'in'
  readonly kind: MessageKind
  readonly type: MessageStart['type']
  readonly size: number
  readonly lengthMs: number
  /** UTC ms. */
  readonly at: number
  /** 0 where that is not known. */
  readonly trusted: number
  readonly state: MessageState | 'recording'
  readonly hash: string | null
  readonly seenAt: number | null
}

/** A new one, with what the others begin with. */
export type NewMessage = Pick<
  MessageRow,
  | 'id'
  | 'childId'
  | 'contactId'
  | 'direction'
  | 'kind'
  | 'type'
  | 'size'
  | 'lengthMs'
  | 'at'
  | 'state'
  | 'seenAt'
> & { readonly trusted: boolean }

export type MessageStore = ReturnType<typeof createMessageStore>

const columns = `SELECT id, child_id AS childId, contact_id AS contactId, direction, kind, type, size,
  length_ms AS lengthMs, at, trusted, state, hash, seen_at AS seenAt FROM message`
const unseen = `direction = 'in' AND seen_at IS NULL`

/** Rows of this seat alone. */
export function createMessageStore(db: WritableDb) {
  return {
    find: (id: string) => db.get<MessageRow>(`${columns} WHERE id = ?`, [id]),
    /** Oldest first; a recording that is still open is none yet, and a page of the diary is shown with the diary. */
    between: (childId: string, contactId: string) =>
      db.all<MessageRow>(
        `${columns} WHERE child_id = ? AND contact_id = ? AND state <> 'recording' AND share_id IS NULL
         ORDER BY at, id`,
        [childId, contactId],
      ),
    all: ({ childId, contactId }: { readonly childId: string; readonly contactId: string }) =>
      db.all<MessageRow>(`${columns} WHERE child_id = ? AND contact_id = ?`, [childId, contactId]),
    inState: (state: MessageRow['state']) =>
      db.all<MessageRow>(`${columns} WHERE state = ? ORDER BY at, id`, [state]),
    /** What has not been seen, by contact. */
    unseenOf: (childId: string): ReadonlyMap<string, number> =>
      new Map(
        db
          .all<{ contactId: string; unseen: number }>(
            `SELECT contact_id AS contactId, count(*) AS unseen FROM message
             WHERE child_id = ? AND ${unseen} GROUP BY contact_id`,
            [childId],
          )
          .map((row) => [row.contactId, row.unseen] as const),
      ),
    childrenWithUnseen: (): ReadonlySet<string> =>
      new Set(
        db
          .all<{ childId: string }>(`SELECT DISTINCT child_id AS childId FROM message WHERE ${unseen}`)
          .map(({ childId }) => childId),
      ),
    pairs: () =>
      db.all<{ childId: string; contactId: string }>(
        'SELECT DISTINCT child_id AS childId, contact_id AS contactId FROM message',
      ),
    /** Seen here, and the server was not told yet. */
    untold: () =>
      db.all<MessageRow>(`${columns} WHERE direction = 'in' AND seen_at IS NOT NULL AND seen_told = 0`),
    /**
     * Days of what was seen, or is up at the family, count from the first certain time after it (UTC ms): a time that was taken
     * from a clock that nobody vouched for must not make them fewer.
     */
    countDays: (certain: number): void =>
      void db.run(
        `UPDATE message SET counted_from = :certain WHERE counted_from IS NULL
           AND (seen_at <= :certain OR (state = 'arrived' AND seen_at IS NULL AND at <= :certain))`,
        { certain },
      ),
    /** Whose days count since before then. */
    doneBefore: (before: number) => db.all<MessageRow>(`${columns} WHERE counted_from <= ?`, [before]),
    isNamed: (hash: string) => db.get('SELECT 1 FROM message WHERE hash = ?', [hash]) !== undefined,

    add: (row: NewMessage): void =>
      void db.run(
        `INSERT INTO message (id, child_id, contact_id, direction, kind, type, size, length_ms, at, trusted, state,
           seen_at, seen_told)
         VALUES (:id, :childId, :contactId, :direction, :kind, :type, :size, :lengthMs, :at, :trusted, :state, :seenAt,
           CASE WHEN :seenAt IS NULL THEN 0 ELSE 1 END)`,
        { ...row, trusted: row.trusted ? 1 : 0 },
      ),
    /** A recording is whole. */
    setDraft: (id: string, { hash, size, lengthMs }: Pick<MessageRow, 'hash' | 'size' | 'lengthMs'>): void =>
      void db.run(`UPDATE message SET state = 'draft', hash = ?, size = ?, length_ms = ? WHERE id = ?`, [
        hash,
        size,
        lengthMs,
        id,
      ]),
    /** It carries a page of the diary. */
    setPage: (id: string, { hash, shareId }: { readonly hash: string; readonly shareId: string }): void =>
      void db.run('UPDATE message SET hash = ?, share_id = ? WHERE id = ?', [hash, shareId, id]),
    /** The same message in another form of file. */
    setForm: (id: string, { type, hash, size }: Pick<MessageRow, 'type' | 'hash' | 'size'>): void =>
      void db.run('UPDATE message SET type = ?, hash = ?, size = ? WHERE id = ?', [type, hash, size, id]),
    setWaiting: (id: string): void => void db.run(`UPDATE message SET state = 'waiting' WHERE id = ?`, [id]),
    /** At the family's; the file here has done its duty. */
    setArrived: (id: string): void =>
      void db.run(`UPDATE message SET state = 'arrived', hash = NULL WHERE id = ?`, [id]),
    setHere: (id: string, hash: string): void =>
      void db.run(`UPDATE message SET state = 'here', hash = ? WHERE id = ?`, [hash, id]),
    setSeen: (id: string, { at, trusted }: Present, told: boolean): boolean =>
      db.run(
        `UPDATE message SET seen_at = ?, seen_trusted = ?, seen_told = ?, counted_from = NULL
         WHERE id = ? AND seen_at IS NULL`,
        [at, trusted ? 1 : 0, told ? 1 : 0, id],
      ) === 1,
    setTold: (id: string): void => void db.run('UPDATE message SET seen_told = 1 WHERE id = ?', [id]),
    remove: (id: string): void => void db.run('DELETE FROM message WHERE id = ?', [id]),
    /** Removes one that waited to go up, and keeps that the server has to hear of it. */
    takeBack: (id: string): void =>
      db.transaction(() => {
        db.run('DELETE FROM message WHERE id = ?', [id])
        db.run('INSERT INTO message_taken_back (id) VALUES (?) ON CONFLICT DO NOTHING', [id])
      }),
    /** Those to be told, and whether one carries a page, which goes even where it has arrived. */
    takenBack: () =>
      db
        .all<{ id: string; isPage: number }>(
          `SELECT id, EXISTS (SELECT 1 FROM diary_share WHERE instr(messages, message_taken_back.id) > 0) AS isPage
           FROM message_taken_back ORDER BY id`,
        )
        .map(({ id, isPage }) => ({ id, isPage: isPage === 1 })),
    forgetTakenBack: (id: string): void => void db.run('DELETE FROM message_taken_back WHERE id = ?', [id]),
  }
}
