import type { Animal, Tone } from '#contract/people.ts'
import type { WritableDb } from '../db/handles.ts'
import type { Sealed } from '../keys/seal.ts'

export interface WishRow {
  readonly id: string
  readonly childId: string
  readonly staffId: string
  readonly askedAt: number
  readonly receivedAt: number | null
  /** How far it has gone: `Wait`. */
  readonly step: number
  /** Who received it, where it was not the one who was chosen. */
  readonly heardBy: string | null
}

/** A wish with the child it is of. */
export interface NoticeRow extends WishRow {
  readonly childName: string
  readonly classLabel: string
  readonly animal: Animal
  readonly tone: Tone
  readonly photo: string | null
  readonly trusted: number
  /** The child is not in this room any more: its wish does not go with it. */
  readonly hasLeft: number
}

/** What a child has seen of its wish. */
export interface Seen {
  readonly step: number
  /** Who had heard it; null for nobody. */
  readonly heardBy: string | null
}

const columns = `talk_wish.id, talk_wish.child_id AS childId, talk_wish.staff_id AS staffId,
  talk_wish.asked_at AS askedAt, talk_wish.received_at AS receivedAt, talk_wish.step,
  talk_wish.heard_by AS heardBy`
/** Not talked about yet; also of children who left meanwhile: somebody chose to hear them. */
const open = `FROM talk_wish JOIN child ON child.id = talk_wish.child_id
  LEFT JOIN class ON class.id = child.class_id WHERE talk_wish.talked_at IS NULL`
const ofChild = `${columns}, talk_wish.trusted, child.name AS childName, coalesce(class.label, '') AS classLabel,
  child.animal, child.tone, child.photo, child.left_at IS NOT NULL AS hasLeft`

export function createTalkStore(db: WritableDb) {
  /** Not through the change log, whose history would keep it. */
  const keepMood = (wishId: string, mood: Sealed | null): void => {
    db.run('DELETE FROM talk_mood WHERE wish_id = ?', [wishId])
    if (mood !== null) db.run('INSERT INTO talk_mood (wish_id, mood) VALUES (?, ?)', [wishId, mood])
  }
  const forgetWait = (wishId: string): void =>
    void db.run('DELETE FROM talk_wait WHERE wish_id = ?', [wishId])
  const forgetSeen = (wishId: string): void =>
    void db.run('DELETE FROM talk_seen WHERE wish_id = ?', [wishId])
  return {
    /** What a child has asked for and was not talked about yet, the latest first. */
    of: (childId: string) =>
      db.all<WishRow>(
        `SELECT ${columns} FROM talk_wish WHERE child_id = ? AND talked_at IS NULL ORDER BY asked_at DESC, id DESC`,
        [childId],
      ),
    /** To one adult, the oldest first. */
    to: (staffId: string) =>
      db.all<NoticeRow>(
        `SELECT ${ofChild} ${open} AND talk_wish.staff_id = ? ORDER BY talk_wish.asked_at, talk_wish.id`,
        [staffId],
      ),
    /** That were passed on to who coordinates, but for those who were chosen themselves. */
    passedOn: (except: string) =>
      db.all<NoticeRow>(
        `SELECT ${ofChild} ${open} AND talk_wish.step > 0 AND talk_wish.staff_id <> ? ORDER BY talk_wish.asked_at, talk_wish.id`,
        [except],
      ),
    /** Every wish that was not talked about yet, with how long it waited at its step. */
    waiting: () =>
      db.all<WishRow & { readonly ms: number }>(
        `SELECT ${columns}, coalesce((SELECT ms FROM talk_wait WHERE wish_id = talk_wish.id), 0) AS ms ${open}`,
      ),
    /** Of wishes that are gone with their child, whoever removed them, at whichever seat. */
    dropOrphans: (): void => {
      for (const table of ['talk_mood', 'talk_wait', 'talk_seen'])
        db.run(`DELETE FROM ${table} WHERE wish_id NOT IN (SELECT id FROM talk_wish)`)
    },
    /** A count of this seat's own: many times an hour, and nobody else's matter. */
    keepWait: (wishId: string, ms: number): void =>
      void db.run(
        'INSERT INTO talk_wait (wish_id, ms) VALUES (?, ?) ON CONFLICT DO UPDATE SET ms = excluded.ms',
        [wishId, ms],
      ),
    goOn: (wishId: string, step: number): void =>
      db.transaction(() => {
        db.shared.set('talk_wish', wishId, { step })
        forgetWait(wishId)
      }),
    unopened: () => db.all<WishRow>(`SELECT ${columns} ${open} AND talk_wish.received_at IS NULL`),
    /** That went on although somebody had opened them. */
    passedOnOpened: () =>
      db.all<WishRow>(
        `SELECT ${columns} ${open} AND talk_wish.received_at IS NOT NULL AND talk_wish.step > 0`,
      ),
    /** What was seen is this seat's own, and says nothing that the wish does not. */
    seenOf: (wishId: string) =>
      db.get<Seen>('SELECT step, heard_by AS heardBy FROM talk_seen WHERE wish_id = ?', [wishId]),
    see: (wishId: string, { step, heardBy }: Seen): void =>
      void db.run(
        `INSERT INTO talk_seen (wish_id, step, heard_by) VALUES (?, ?, ?)
         ON CONFLICT DO UPDATE SET step = excluded.step, heard_by = excluded.heard_by`,
        [wishId, step, heardBy],
      ),
    /** Sealed. */
    moodOf: (id: string) =>
      db.get<{ mood: string }>('SELECT mood FROM talk_mood WHERE wish_id = ?', [id])?.mood,
    /** How children felt, with whose wish it was, also of wishes that nobody sees any more. */
    moods: () =>
      db.all<{
        readonly wishId: string
        readonly mood: string
        readonly childId: string | null
        readonly staffId: string | null
      }>(
        `SELECT talk_mood.wish_id AS wishId, mood, child_id AS childId, staff_id AS staffId
         FROM talk_mood LEFT JOIN talk_wish ON talk_wish.id = talk_mood.wish_id`,
      ),
    keepMood,
    /** The name of an adult, also of one who left the room. */
    nameOf: (staffId: string) =>
      db.get<{ name: string }>('SELECT name FROM staff WHERE id = ?', [staffId])?.name,
    add: (
      wish: Pick<WishRow, 'id' | 'childId' | 'staffId' | 'askedAt'> & {
        readonly mood: Sealed | null
        readonly trusted: boolean
      },
    ): void => {
      db.shared.set('talk_wish', wish.id, {
        child_id: wish.childId,
        staff_id: wish.staffId,
        asked_at: wish.askedAt,
        trusted: wish.trusted ? 1 : 0,
        received_at: null,
        talked_at: null,
        step: 0,
        heard_by: null,
      })
      keepMood(wish.id, wish.mood)
    },
    /** Another adult hears of it from the beginning. */
    change: (
      id: string,
      to: { readonly staffId: string; readonly mood: Sealed | null; readonly anew: boolean },
    ): void => {
      db.shared.set('talk_wish', id, { staff_id: to.staffId, ...(to.anew && { step: 0 }) })
      if (to.anew) forgetWait(id)
      keepMood(id, to.mood)
    },
    /** From now on whoever heard it has time to come. */
    receive: (id: string, at: number, heardBy: string | null): void =>
      db.transaction(() => {
        db.shared.set('talk_wish', id, { received_at: at, heard_by: heardBy })
        forgetWait(id)
      }),
    talk: (id: string, at: number): void =>
      db.transaction(() => {
        db.shared.set('talk_wish', id, { talked_at: at })
        keepMood(id, null)
        forgetWait(id)
        forgetSeen(id)
      }),
    remove: (id: string): void =>
      db.transaction(() => {
        db.shared.remove('talk_wish', id)
        keepMood(id, null)
        forgetSeen(id)
        forgetWait(id)
        forgetSeen(id)
      }),
    transaction: <T>(work: () => T): T => db.transaction(work),
  }
}
