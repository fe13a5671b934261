import type { ChildMerge, ChildPair, MergeField, MergeSide, MergeSum } from '#contract/children.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { Ground } from '#core/kernel/ground.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { agreedFor, familyRows } from '../contacts/family-cards.ts'
import { everyPurpose } from '../contacts/consent-rules.ts'
import type { ContactStore } from '../contacts/store.ts'
import { differing, givingBack, mergedColumns, taking, type Cells, type Taken } from './merge-field-rules.ts'
import { faceOf } from './face-of.ts'
import { likelyPairs } from './likely-pair-rules.ts'
import type { ChildRecord, ChildStore } from './store.ts'

type Answered<T> = Result<T, Refusal>

/** Two records that are one child become one, and can be taken apart again (S3). How: `core/db/merged-rows.ts`. */
export interface Merges {
  /** What stands on either side, and what would go together. Refuses with `not-found`. */
  preview(
    kept: string,
    gone: string,
  ): Answered<{
    readonly kept: MergeSide
    readonly gone: MergeSide
    readonly sameMistakes: number
    readonly differ: readonly MergeField[]
  }>
  /**
   * `kept` stands with its name, number, face and pictures, but for what a person takes from `gone`; what was done under `gone` is
   * shown as done by `kept`. Refuses with `child-sits` while one of them has a turn: what stands on that screen would be another
   * child's.
   */
  merge(
    records: { readonly kept: string; readonly gone: string },
    staffId: string,
    take?: readonly MergeField[],
  ): Answered<{ readonly id: string }>
  /** Everything goes back where it was written, what was taken too where it still stands; what was written since stays with the record that survived. */
  unmerge(id: string, staffId: string): Answered<void>
  /** Who may be in the room twice, by name; those of whom staff said that they are two are left out. */
  pairs(): readonly ChildPair[]
  tellApart(one: string, other: string): Answered<void>
  /** Those that hold, the last first. */
  list(): readonly ChildMerge[]
}

interface MergeRow {
  readonly id: string
  readonly kept: string
  readonly gone: string
  readonly at: number
  readonly trusted: number
  readonly leftAt: number | null
  readonly took: string | null
}

export function createMerges(
  { db, clock, newId }: Ground,
  {
    store,
    contacts,
    elsewhere,
  }: {
    readonly store: ChildStore
    readonly contacts: ContactStore
    /** Children who sit at another seat right now. */
    readonly elsewhere?: (() => ReadonlySet<string>) | undefined
  },
): Merges {
  const rows = () =>
    db.all<MergeRow>(
      `SELECT id, kept, gone, at, trusted, left_at AS leftAt, took FROM child_merge WHERE undone_at IS NULL ORDER BY at DESC, id DESC`,
    )
  const count = (table: string, childId: string, since?: number): number => {
    const { at, more, of = table }: Counted = counted[table] ?? { at: 'at', more: '' }
    const later =
      since === undefined
        ? ''
        : `AND ${at} >= ${since} AND NOT EXISTS (SELECT 1 FROM merged_row WHERE table_name = '${of}' AND row_id = ${table}.id)`
    const sql = `SELECT count(*) AS n FROM ${table} WHERE child_id = ? ${more} ${later}`
    return db.get<{ n: number }>(sql, [childId])?.n ?? 0
  }
  const sumOf = (childId: string, since?: number): MergeSum => ({
    sessions: count('session', childId, since),
    calls: count('call_log', childId, since),
    pages: count('diary_page', childId, since),
    answers: count('learning_answer', childId, since),
    mistakes: count('learning_book', childId, since),
    messages: count('message', childId, since),
  })
  const sideOf = (child: ChildRecord): MergeSide => {
    const family = familyRows(contacts, child.id)
    return {
      id: child.id,
      name: child.name,
      classLabel: child.classLabel,
      number: child.number,
      birthday: child.birthday,
      pinyin: child.pinyin,
      face: faceOf(child),
      pictures: child.pictures !== null,
      sum: sumOf(child.id),
      relatives: family.contacts.map((contact) => {
        const agreed = agreedFor(contact, family)
        return {
          id: contact.id,
          name: contact.name,
          relation: contact.relation,
          agreed: everyPurpose.filter((purpose) => agreed[purpose]),
        }
      }),
    }
  }
  const sits = (...ids: readonly string[]): boolean => {
    const away = elsewhere?.()
    return ids.some((id) => store.sits(id) || away?.has(id) === true)
  }
  const sameMistakes = (kept: string, gone: string): number => {
    const sql = `SELECT count(*) AS n FROM learning_book AS one JOIN learning_book AS other
      ON other.activity = one.activity AND other.item = one.item
      WHERE one.child_id = ? AND other.child_id = ? AND one.left_at IS NULL AND other.left_at IS NULL`
    return db.get<{ n: number }>(sql, [kept, gone])?.n ?? 0
  }
  const cellsOf = (id: string): Cells =>
    db.get<Cells>(`SELECT ${mergedColumns.join(', ')} FROM child WHERE id = ?`, [id]) ?? {}
  const giveBack = ({ kept, took }: MergeRow): void => {
    if (took === null) return
    const back = givingBack(cellsOf(kept), JSON.parse(took) as Taken)
    const { number } = back
    // A number that another child bears by now stays theirs.
    const isFree = typeof number !== 'string' || store.holders(number).every(({ id }) => id === kept)
    const columns = isFree ? back : { ...back, number: null }
    if (Object.keys(columns).length > 0) db.shared.set('child', kept, columns)
  }
  const nameOf = (id: string): string =>
    db.get<{ name: string }>('SELECT name FROM child WHERE id = ?', [id])?.name ?? ''

  return {
    preview: (kept, gone) => {
      const [one, other] = [store.find(kept), store.find(gone)]
      if (!one || !other || kept === gone) return err(refuse('not-found'))
      return ok({
        kept: sideOf(one),
        gone: sideOf(other),
        sameMistakes: sameMistakes(kept, gone),
        differ: differing(cellsOf(kept), cellsOf(gone)),
      })
    },
    merge: ({ kept, gone }, staffId, take = []) =>
      db.transaction(() => {
        if (kept === gone || !store.find(kept) || !store.find(gone)) return err(refuse('not-found'))
        if (sits(kept, gone)) return err(refuse('child-sits'))
        const id = newId()
        const { at, trusted } = clock.now()
        const taken = taking(cellsOf(kept), cellsOf(gone), take)
        const took = Object.keys(taken).length === 0 ? null : JSON.stringify(taken)
        const row = {
          kept,
          gone,
          at,
          took,
          trusted: trusted ? 1 : 0,
          staff_id: staffId,
          left_at: null,
          undone_at: null,
          undone_by: null,
        }
        db.shared.set('child_merge', id, row)
        // Off every list by what takes a child off lists, so that no list has to know of merges.
        db.shared.set('child', gone, { merged_into: kept, left_at: at })
        const now = Object.entries(taken).map(([column, [, value]]) => [column, value] as const)
        if (now.length > 0) db.shared.set('child', kept, Object.fromEntries(now))
        return ok({ id })
      }),
    unmerge: (id, staffId) =>
      db.transaction(() => {
        const row = rows().find((one) => one.id === id)
        if (!row) return err(refuse('not-found'))
        if (sits(row.kept, row.gone)) return err(refuse('child-sits'))
        db.shared.set('child_merge', id, { undone_at: clock.now().at, undone_by: staffId })
        // In two steps: where this record stands for a circle, this seat shows it as if it had never left (`merged-rows.ts`),
        // and a cell that seems unchanged would not be told to the others.
        db.shared.set('child', row.gone, { merged_into: null, left_at: clock.now().at })
        db.shared.set('child', row.gone, { left_at: row.leftAt })
        giveBack(row)
        return ok(undefined)
      }),
    pairs: () => {
      const apart = store.apart()
      const isApart = (one: string, other: string) => apart.get(one)?.has(pairKey(other)) === true
      return likelyPairs(store.all(), (one, other) => isApart(one, other) || isApart(other, one)).map(
        ({ children: [one, other], why }) => ({ children: [factsOf(one), factsOf(other)], why }),
      )
    },
    tellApart: (one, other) => {
      if (one === other || !store.find(one) || !store.find(other)) return err(refuse('not-found'))
      store.setApart(one < other ? one : other, pairKey(one < other ? other : one))
      return ok(undefined)
    },
    list: () =>
      rows().map(({ id, kept, gone, at, trusted }) => ({
        id,
        at: trusted === 1 ? at : null,
        kept: nameOf(kept),
        gone: nameOf(gone),
        keptId: kept,
        goneId: gone,
        since: sumOf(kept, at),
      })),
  }
}

/** Stands among the lines that are not a child: this one is a record. */
const pairKey = (id: string): string => `child ${id}`

const factsOf = ({ id, name, classLabel, number, birthday }: ChildRecord) => ({
  id,
  name,
  classLabel,
  number,
  birthday,
})

interface Counted {
  readonly at: string
  readonly more: string
  /** The table of a view. */
  readonly of?: string
}

/** When a row of a table was written, and which rows count. */
const counted: Readonly<Record<string, Counted>> = {
  session: { at: 'started_at', more: '' },
  call_log: { at: 'at', more: '' },
  diary_page: { at: 'started_at', more: '' },
  learning_answer: { at: 'at', more: '' },
  learning_book: { at: 'missed_at', more: 'AND left_at IS NULL', of: 'learning_mistake' },
  message: { at: 'at', more: `AND state <> 'recording'` },
}
