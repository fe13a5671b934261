import BetterSqlite3 from 'better-sqlite3'
import { writableDb, type WritableDb } from '#core/db/handles.ts'
import { setWritingPragmas } from '#core/db/pragmas.ts'
import { houseTables } from '#core/db/shared-tables.ts'
import { newId } from '#core/kernel/ids.ts'
import type { Clock, Present } from '#core/kernel/clock.ts'
import { plainClock } from '#core/kernel/plain-clock.ts'
import type { Result } from '#core/kernel/result.ts'
import { setImmediate } from 'node:timers/promises'
import { writeGuardians } from '../contacts/listed-guardians.ts'
import { createContactStore } from '../contacts/store.ts'
import { takeNumber } from './alike-children.ts'
import { createAvatarChooser } from './avatar-rules.ts'
import { outcomes, type Agreed, type Outcome } from './import-decision-rules.ts'
import { numberAfter } from './import-change-rules.ts'
import { planImport, type ImportPlan } from './import-plan-rules.ts'
import type { KnownChild } from './known-child-rules.ts'
import { lineKeys } from './line-key.ts'
import { parseList, type ImportList, type ImportRow } from './import-rules.ts'
import type { FileProblem } from './import-text-rules.ts'
import { ok } from '#core/kernel/result.ts'
import { knownChildren } from './known-children.ts'
import { createChildStore, type ChildStore } from './store.ts'

export interface PreviewInput {
  readonly bytes: Uint8Array
  /** Local day, YYYY-MM-DD. */
  readonly today: string
  readonly known: readonly KnownChild[]
}

export interface Preview {
  readonly list: ImportList
  readonly plan: ImportPlan
}

export interface Applied {
  readonly created: number
  readonly updated: number
  /** Lines that were another matter by the time they were written. */
  readonly skipped: number
  /** Asked to stop before the end; what was counted stays. */
  readonly stopped: boolean
}

export interface ApplyWatch {
  /** 0 to 1. */
  readonly onProgress?: (share: number) => void
  readonly signal?: AbortSignal
}

export interface ApplyParts {
  readonly clock: Pick<Clock, 'now'>
  readonly newId: () => string
  readonly random: () => number
}

/** Children a transaction: another connection waits for one of these at most. */
const BATCH = 50

/** What a class list would do. Computes only: for a thread of its own where the list is long. */
export function previewImport({ bytes, today, known }: PreviewInput): Result<Preview, FileProblem> {
  const list = parseList(bytes, today)
  return list.ok
    ? ok({ list: list.value, plan: planImport(known, list.value.rows, lineKeys(list.value.rows)) })
    : list
}

/**
 * Writes of a class list what was agreed, 50 children a transaction, and lets others work in between. The plan is made anew:
 * the room may have changed since it was shown, and a line that is another matter by now is skipped. What staff chose for a
 * child (avatar, photograph, pictures) stays; guardians come without any consent. A number that was another child's is given back.
 */
export async function applyRows(
  db: WritableDb,
  { rows, agreed }: ListedLines,
  { clock, newId: id, random }: ApplyParts,
  { onProgress, signal }: ApplyWatch = {},
): Promise<Applied> {
  const store = createChildStore(db)
  const contacts = createContactStore(db)
  const known = knownChildren(store, contacts)
  const avatars = createAvatarChooser(store.all(), random)
  const keys = lineKeys(rows)
  const plan = planImport(known, rows, keys)
  const wished = outcomes(plan, agreed)
  const steps = [...wished]
    .filter(([, { kind }]) => kind !== 'unchanged')
    // those who are known first: a number is free again before the next child takes it
    .toSorted(([, one], [, other]) => rank(one) - rank(other))
  const write = ([line, outcome]: (typeof steps)[number]): 'created' | 'updated' | 'skipped' | undefined => {
    if (outcome.kind === 'unchanged') return undefined
    if (outcome.kind !== 'same')
      for (const childId of outcome.apart) store.setApart(childId, keys.get(line) ?? '')
    if (outcome.kind === 'leave') return undefined
    const { row } = outcome
    const child =
      outcome.kind === 'same' ? (store.find(outcome.id) ?? store.findFormer(outcome.id)) : undefined
    // Erased by somebody since the plan was made: staff meant it.
    if (outcome.kind === 'same' && !child) return 'skipped'
    const childId = child?.id ?? id()
    const number = child ? numberAfter(row.number, child.number) : row.number
    const birthday = row.birthday ?? child?.birthday ?? null
    const facts = { name: row.name, classId: classOf(store, row), number, birthday, reading: row.reading }
    if (number !== child?.number) takeNumber(store, number, childId)
    if (child) store.put(childId, facts)
    else store.add(childId, facts, { createdAt: clock.now().at, avatars })
    writeGuardians(contacts, childId, row.guardians, { newId: id, now: clock.now() })
    return child ? 'updated' : 'created'
  }

  const counts = { created: 0, updated: 0, skipped: agreed.length - wished.size }
  for (let at = 0; at < steps.length; at += BATCH) {
    if (signal?.aborted) return { ...counts, stopped: true }
    const done = store.transaction(() => steps.slice(at, at + BATCH).map(write))
    for (const what of done) if (what) counts[what] += 1
    onProgress?.(Math.min(1, (at + BATCH) / steps.length))
    await setImmediate()
  }
  return { ...counts, stopped: false }
}

const rank = ({ kind }: Outcome): number => (kind === 'same' ? 0 : 1)

/** A list as it was read, and what of it was agreed. */
export interface ListedLines {
  readonly rows: readonly ImportRow[]
  readonly agreed: readonly Agreed[]
}

export interface ApplyInput {
  /** The database's file; it has been opened, and so brought up to date, before. */
  readonly path: string
  readonly seat: string
  readonly lines: ListedLines
  /** When it is, as the room knows it: a thread knows no more than the wall. */
  readonly now: Present
}

/** `applyRows` on a connection of its own, for a thread of its own. Throws what SQLite throws. */
export async function applyImport(
  { path, seat, lines, now }: ApplyInput,
  watch: ApplyWatch,
): Promise<Applied> {
  const raw = new BetterSqlite3(path, { fileMustExist: true })
  try {
    setWritingPragmas(raw)
    const clock = plainClock({ wall: () => Date.now(), trusted: () => false })
    const db = writableDb(raw, { clock, seat, tables: houseTables })
    return await applyRows(db, lines, { clock: { now: () => now }, newId, random: Math.random }, watch)
  } finally {
    raw.close()
  }
}

function classOf(store: ChildStore, { schoolClass: { label, grade, classNumber } }: ImportRow): string {
  return store.classFor({ label, grade, number: classNumber })
}
