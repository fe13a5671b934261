import { v5 } from 'uuid'
import type { Animal, ClassRow, PasswordPicture, Tone } from '#contract/people.ts'
import type { WritableDb } from '#core/db/handles.ts'
import type { AvatarChooser } from './avatar-rules.ts'
import { readingOf } from './name-reading.ts'
import { givenName } from './name-rules.ts'

/** A child of the room as rows hold it. */
export interface ChildRecord {
  readonly id: string
  readonly name: string
  readonly pinyin: string
  /** What staff put right, in the form of `checkReading`. */
  readonly reading: string | null
  readonly letter: string
  readonly sortKey: string
  readonly given: string
  readonly classId: string | null
  readonly classLabel: string
  readonly grade: number
  readonly number: string | null
  readonly birthday: string | null
  readonly animal: Animal
  readonly tone: Tone
  readonly photo: string | null
  /** JSON of three pictures. */
  readonly pictures: string | null
}

/** What staff or a class list say of a child. `classId` comes from `classFor`. */
export interface ChildFacts {
  /** Cleaned and checked. */
  readonly name: string
  readonly classId: string
  readonly number: string | null
  readonly birthday: string | null
  /** Checked; null: as the dictionary reads it; left out: as it was, while the name stays. */
  readonly reading?: string | null | undefined
}

export interface NewChild {
  /** UTC ms. */
  readonly createdAt: number
  readonly avatars: AvatarChooser
}

/** A class as its label is understood; grade 0 where it has none (number 0) or comes before school (`SchoolClass`). */
export interface ClassName {
  readonly label: string
  readonly grade: number
  readonly number: number
}

export type ChildStore = ReturnType<typeof createChildStore>

/** Two seats that meet the same label make the same class. */
const APART_NAMESPACE = '9a1f2f7e-3f86-4f0b-8a3c-2f3c8d7b9e61'
const CLASS_NAMESPACE = '6f0d8f0e-52c4-4c0b-9d0e-7f4a1d9c3b52'

/** -1 before school, 0 for a class without a grade: rows keep both as 0, those before school with a number of their kind. */
const shownGrade = 'CASE WHEN class.grade = 0 AND class.number > 0 THEN -1 ELSE coalesce(class.grade, 0) END'

const columns = `child.id, child.name, child.pinyin, child.reading, child.letter, child.sort_key AS sortKey, child.given,
  child.class_id AS classId, coalesce(class.label, '') AS classLabel, ${shownGrade} AS grade,
  child.number, child.birthday, child.animal, child.tone, child.photo, child.pictures`
const from = 'FROM child LEFT JOIN class ON class.id = child.class_id WHERE child.left_at IS NULL'
const fromFormer = `FROM child LEFT JOIN class ON class.id = child.class_id
  WHERE child.left_at IS NOT NULL AND child.merged_into IS NULL`

export function createChildStore(db: WritableDb) {
  return {
    /** By name. */
    all: () => db.all<ChildRecord>(`SELECT ${columns} ${from} ORDER BY child.sort_key, child.id`),
    find: (id: string) => db.get<ChildRecord>(`SELECT ${columns} ${from} AND child.id = ?`, [id]),
    /** By name, with when each last began a session, UTC ms, and whether that is known. */
    allWithSessions: () =>
      db.all<ChildRecord & { readonly lastSessionAt: number | null; readonly lastKnown: number | null }>(
        `SELECT ${columns}, last.started_at AS lastSessionAt, last.trusted AS lastKnown
         FROM child LEFT JOIN class ON class.id = child.class_id LEFT JOIN session AS last ON last.id =
           (SELECT id FROM session WHERE child_id = child.id ORDER BY started_at DESC LIMIT 1)
         WHERE child.left_at IS NULL ORDER BY child.sort_key, child.id`,
      ),
    /** Classes that have children, those before school and the first grade first; those without a grade last. */
    classes: () =>
      db.all<ClassRow>(
        `SELECT class.id, class.label, ${shownGrade} AS grade, count(*) AS children ${from} AND class.id IS NOT NULL
         GROUP BY class.id ORDER BY class.grade = 0 AND class.number = 0, class.grade, class.number, class.label`,
      ),
    /** The class of this label, made where there is none yet; its id. */
    classFor: ({ label, grade, number }: ClassName): string => {
      const id = v5(label, CLASS_NAMESPACE)
      db.shared.set('class', id, { label, grade, number })
      return id
    },
    /** `left_at` is cleared: a child who comes back has the history of before. */
    put: (id: string, facts: ChildFacts): void => {
      const known = db.get<{ reading: string | null }>(
        'SELECT reading FROM child WHERE id = ? AND name = ?',
        [id, facts.name],
      )
      const reading = facts.reading === undefined ? (known?.reading ?? null) : facts.reading
      db.shared.set('child', id, factColumns({ ...facts, reading }))
    },
    add: (id: string, facts: ChildFacts, { createdAt, avatars }: NewChild): void => {
      const row = factColumns(facts)
      const { animal, tone } = avatars.choose({ sortKey: row.sort_key, classId: facts.classId })
      const start = { animal, tone, photo: null, pictures: null, created_at: createdAt }
      db.shared.set('child', id, { ...row, ...start })
    },
    /** Who has left the room, the last first: what they did is still there. */
    former: () =>
      db.all<ChildRecord>(`SELECT ${columns} ${fromFormer} ORDER BY child.left_at DESC, child.id`),
    findFormer: (id: string) => db.get<ChildRecord>(`SELECT ${columns} ${fromFormer} AND child.id = ?`, [id]),
    /** Who is in the room and bears this number. */
    holders: (number: string) =>
      db.all<ChildRecord>(`SELECT ${columns} ${from} AND child.number = ?`, [number]),
    /** Gives a number back that is another child's now. */
    releaseNumber: (id: string): void => void db.shared.set('child', id, { number: null }),
    /** By child: the lines (`lineKeys`) that are not this child, as far as staff said. */
    apart: (): ReadonlyMap<string, ReadonlySet<string>> => {
      const rows = db.all<{ childId: string; line: string }>(
        'SELECT child_id AS childId, line FROM child_apart',
      )
      const found = new Map<string, Set<string>>()
      for (const { childId, line } of rows) found.set(childId, (found.get(childId) ?? new Set()).add(line))
      return found
    },
    setApart: (childId: string, line: string): void => {
      db.shared.set('child_apart', v5(`${childId} ${line}`, APART_NAMESPACE), { child_id: childId, line })
    },
    setAvatar: (id: string, animal: Animal, tone: Tone): void =>
      void db.shared.set('child', id, { animal, tone }),
    setPhoto: (id: string, photo: string | null): void => void db.shared.set('child', id, { photo }),
    setPictures: (id: string, pictures: readonly PasswordPicture[] | null): void =>
      void db.shared.set('child', id, { pictures: pictures && JSON.stringify(pictures) }),
    /** One who stands for a circle of merges (`core/db/merged-rows.ts`) lets go of it, or would be put on the lists again. */
    leave: (id: string, at: number): void => {
      const merged = db.get('SELECT 1 FROM child WHERE id = ? AND merged_into IS NOT NULL', [id])
      db.shared.set('child', id, { left_at: at, ...(merged ? { merged_into: null } : {}) })
    },
    /** Whether the child has a turn at this seat. */
    sits: (id: string): boolean =>
      db.get('SELECT 1 FROM session_beat WHERE child_id = ?', [id]) !== undefined,

    /** Wrong pictures in a row, on this seat. */
    wrongPictures: (id: string): number =>
      db.get<{ wrong: number }>('SELECT wrong FROM picture_try WHERE child_id = ?', [id])?.wrong ?? 0,
    setWrongPictures: (id: string, wrong: number): void => {
      db.run(
        `INSERT INTO picture_try (child_id, wrong) VALUES (?, ?)
         ON CONFLICT (child_id) DO UPDATE SET wrong = excluded.wrong`,
        [id, wrong],
      )
    },
    transaction: <T>(work: () => T): T => db.transaction(work),
  }
}

function factColumns({ name, classId, number, birthday, reading = null }: ChildFacts) {
  const { pinyin, letter, sortKey } = readingOf(name, reading)
  return {
    class_id: classId,
    name,
    pinyin,
    reading,
    letter,
    sort_key: sortKey,
    given: givenName(name),
    number,
    birthday,
    left_at: null,
  }
}
