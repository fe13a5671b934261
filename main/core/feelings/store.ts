import type { Animal, Tone } from '#contract/people.ts'
import type { WritableDb } from '../db/handles.ts'
import type { Sealed } from '../keys/seal.ts'
import type { Choice } from './feeling-rules.ts'

export interface FeelingRow {
  readonly id: string
  readonly childId: string
  readonly staffId: string
  readonly day: string
  readonly sealed: string
}

/** A feeling with the child it is of. */
export interface ToldRow extends FeelingRow {
  readonly childName: string
  readonly animal: Animal
  readonly tone: Tone
  readonly photo: string | null
}

/** When a child was last asked, for the start after a crash. */
export interface AskedRow {
  readonly childId: string
  readonly at: number
  readonly trusted: number
  readonly skipped: number
}

const columns =
  'feeling.id, feeling.child_id AS childId, feeling.staff_id AS staffId, feeling.day, feeling.sealed'

export function createFeelingStore(db: WritableDb) {
  return {
    choiceOf: (childId: string): Choice => {
      const row = db.get<{ staffId: string | null }>(
        'SELECT staff_id AS staffId FROM feeling_listener WHERE id = ?',
        [childId],
      )
      return row && row.staffId
    },
    choose: (childId: string, staffId: string | null): void =>
      void db.shared.set('feeling_listener', childId, { child_id: childId, staff_id: staffId }),
    /** The one before it is gone: there is at most one of a child. Not through the change log, whose history would keep it. */
    keep: (
      row: Omit<FeelingRow, 'sealed'> & {
        readonly sealed: Sealed
        readonly at: number
        readonly trusted: boolean
      },
    ): void =>
      db.transaction(() => {
        db.run('DELETE FROM feeling WHERE child_id = ?', [row.childId])
        db.run(
          'INSERT INTO feeling (id, child_id, staff_id, at, trusted, day, sealed) VALUES (?, ?, ?, ?, ?, ?, ?)',
          [row.id, row.childId, row.staffId, row.at, row.trusted ? 1 : 0, row.day, row.sealed],
        )
      }),
    forget: (childId: string): void => void db.run('DELETE FROM feeling WHERE child_id = ?', [childId]),
    /** Of that day, to one adult, of children who are in the room and still let that adult know. */
    to: (staffId: string, day: string) =>
      db.all<ToldRow>(
        `SELECT ${columns}, child.name AS childName, child.animal, child.tone, child.photo
         FROM feeling JOIN child ON child.id = feeling.child_id AND child.left_at IS NULL
         JOIN feeling_listener ON feeling_listener.id = feeling.child_id AND feeling_listener.staff_id = feeling.staff_id
         WHERE feeling.staff_id = ? AND feeling.day = ? ORDER BY child.sort_key, feeling.id`,
        [staffId, day],
      ),
    /** Not a child who left, or was erased. */
    isHere: (childId: string): boolean =>
      db.get('SELECT 1 FROM child WHERE id = ? AND left_at IS NULL', [childId]) !== undefined,
    all: () => db.all<FeelingRow>(`SELECT ${columns} FROM feeling`),
    drop: (id: string): void => void db.run('DELETE FROM feeling WHERE id = ?', [id]),
    asked: () => db.all<AskedRow>('SELECT child_id AS childId, at, trusted, skipped FROM feeling_asked'),
    keepAsked: (childId: string, at: number, trusted: boolean, skipped: boolean): void =>
      void db.run(
        `INSERT INTO feeling_asked (child_id, at, trusted, skipped) VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET at = excluded.at, trusted = excluded.trusted, skipped = excluded.skipped`,
        [childId, at, trusted ? 1 : 0, skipped ? 1 : 0],
      ),
    dropAsked: (childId: string): void =>
      void db.run('DELETE FROM feeling_asked WHERE child_id = ?', [childId]),
    transaction: <T>(work: () => T): T => db.transaction(work),
  }
}
