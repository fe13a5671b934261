import type { Animal, Tone } from '#contract/people.ts'
import type { Mood } from '#contract/feelings.ts'
import type { WritableDb } from '../db/handles.ts'

export interface WishRow {
  readonly id: string
  readonly childId: string
  readonly staffId: string
  readonly askedAt: number
  readonly receivedAt: number | null
}

/** A wish with the child it is of. */
export interface NoticeRow extends WishRow {
  readonly childName: string
  readonly classLabel: string
  readonly animal: Animal
  readonly tone: Tone
  readonly photo: string | null
  readonly trusted: number
}

const columns = `talk_wish.id, talk_wish.child_id AS childId, talk_wish.staff_id AS staffId,
  talk_wish.asked_at AS askedAt, talk_wish.received_at AS receivedAt`
/** Not talked about yet, of children who are in the room. */
const open = `FROM talk_wish JOIN child ON child.id = talk_wish.child_id AND child.left_at IS NULL
  LEFT JOIN class ON class.id = child.class_id WHERE talk_wish.talked_at IS NULL`

export function createTalkStore(db: WritableDb) {
  /** Not through the change log, whose history would keep it. */
  const keepMood = (wishId: string, mood: Mood | null): void => {
    db.run('DELETE FROM talk_mood WHERE wish_id = ?', [wishId])
    if (mood !== null) db.run('INSERT INTO talk_mood (wish_id, mood) VALUES (?, ?)', [wishId, mood])
  }
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
        `SELECT ${columns}, talk_wish.trusted, child.name AS childName, coalesce(class.label, '') AS classLabel,
           child.animal, child.tone, child.photo
         ${open} AND talk_wish.staff_id = ? ORDER BY talk_wish.asked_at, talk_wish.id`,
        [staffId],
      ),
    /** That nobody has opened. */
    unopened: () => db.all<WishRow>(`SELECT ${columns} ${open} AND talk_wish.received_at IS NULL`),
    moodOf: (id: string) =>
      db.get<{ mood: Mood | null }>('SELECT mood FROM talk_mood WHERE wish_id = ?', [id])?.mood ?? null,
    /** The name of an adult, also of one who left the room. */
    nameOf: (staffId: string) =>
      db.get<{ name: string }>('SELECT name FROM staff WHERE id = ?', [staffId])?.name,
    add: (
      wish: Omit<WishRow, 'receivedAt'> & { readonly mood: Mood | null; readonly trusted: boolean },
    ): void => {
      db.shared.set('talk_wish', wish.id, {
        child_id: wish.childId,
        staff_id: wish.staffId,
        asked_at: wish.askedAt,
        trusted: wish.trusted ? 1 : 0,
        received_at: null,
        talked_at: null,
      })
      keepMood(wish.id, wish.mood)
    },
    change: (id: string, to: { readonly staffId: string; readonly mood: Mood | null }): void => {
      db.shared.set('talk_wish', id, { staff_id: to.staffId })
      keepMood(id, to.mood)
    },
    receive: (id: string, at: number): void => void db.shared.set('talk_wish', id, { received_at: at }),
    talk: (id: string, at: number): void =>
      db.transaction(() => {
        db.shared.set('talk_wish', id, { talked_at: at })
        keepMood(id, null)
      }),
    remove: (id: string): void =>
      db.transaction(() => {
        db.shared.remove('talk_wish', id)
        keepMood(id, null)
      }),
    transaction: <T>(work: () => T): T => db.transaction(work),
  }
}
