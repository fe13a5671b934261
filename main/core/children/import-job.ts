import BetterSqlite3 from 'better-sqlite3'
import { writableDb, type WritableDb } from '#core/db/handles.ts'
import { setWritingPragmas } from '#core/db/pragmas.ts'
import { houseTables } from '#core/db/shared-tables.ts'
import { newId } from '#core/kernel/ids.ts'
import type { Clock } from '#core/kernel/clock.ts'
import { plainClock } from '#core/kernel/plain-clock.ts'
import type { Result } from '#core/kernel/result.ts'
import { setImmediate } from 'node:timers/promises'
import { knownFamilies, writeGuardians } from '../contacts/listed-guardians.ts'
import { createContactStore } from '../contacts/store.ts'
import { createAvatarChooser } from './avatar-rules.ts'
import { planImport, type ImportPlan, type KnownChild } from './import-plan-rules.ts'
import { parseList, type ImportList, type ImportRow } from './import-rules.ts'
import type { FileProblem } from './import-text-rules.ts'
import { ok } from '#core/kernel/result.ts'
import { createChildStore, type ChildRecord, type ChildStore } from './store.ts'

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
  return list.ok ? ok({ list: list.value, plan: planImport(known, list.value.rows) }) : list
}

/**
 * Writes a class list, 50 children a transaction, and lets others work in between. The plan is made anew: the room may have
 * changed since it was shown. What staff chose for a child (avatar, photograph, pictures) stays;
 * guardians come without any consent.
 */
export async function applyRows(
  db: WritableDb,
  rows: readonly ImportRow[],
  { clock, newId: id, random }: ApplyParts,
  { onProgress, signal }: ApplyWatch = {},
): Promise<Applied> {
  const store = createChildStore(db)
  const contacts = createContactStore(db)
  const known = knownFamilies(contacts, store.all())
  const avatars = createAvatarChooser(known, random)
  const plan = planImport(known, rows)
  const steps = [
    ...plan.update.map((step) => ({ row: step.row, id: step.id })),
    ...plan.create.map((row) => ({ row, id: undefined })),
  ]
  const write = ({ row, id: knownId }: (typeof steps)[number]): 'created' | 'updated' | undefined => {
    const facts = { name: row.name, classId: classOf(store, row), number: row.number, birthday: row.birthday }
    const former = knownId === undefined ? store.former(row.name, row.number) : undefined
    const child = knownId === undefined ? former : store.find(knownId)
    if (child) {
      store.put(child.id, { ...facts, ...keepKnown(row, child) })
      writeGuardians(contacts, child.id, row.guardians, { newId: id, at: clock.now().at })
      return former ? 'created' : 'updated'
    }
    // Removed by somebody since the plan was made: staff meant it.
    if (knownId !== undefined) return undefined
    const childId = id()
    store.add(childId, facts, { createdAt: clock.now().at, avatars })
    writeGuardians(contacts, childId, row.guardians, { newId: id, at: clock.now().at })
    return 'created'
  }

  const counts = { created: 0, updated: 0 }
  for (let at = 0; at < steps.length; at += BATCH) {
    if (signal?.aborted) return { ...counts, stopped: true }
    const done = store.transaction(() => steps.slice(at, at + BATCH).map(write))
    for (const what of done) if (what) counts[what] += 1
    onProgress?.(Math.min(1, (at + BATCH) / steps.length))
    await setImmediate()
  }
  return { ...counts, stopped: false }
}

export interface ApplyInput {
  /** The database's file; it has been opened, and so brought up to date, before. */
  readonly path: string
  readonly seat: string
  readonly rows: readonly ImportRow[]
}

/** `applyRows` on a connection of its own, for a thread of its own. Throws what SQLite throws. */
export async function applyImport({ path, seat, rows }: ApplyInput, watch: ApplyWatch): Promise<Applied> {
  const raw = new BetterSqlite3(path, { fileMustExist: true })
  try {
    setWritingPragmas(raw)
    const clock = plainClock({ wall: () => Date.now(), trusted: () => false })
    const db = writableDb(raw, { clock, seat, tables: houseTables })
    return await applyRows(db, rows, { clock, newId, random: Math.random }, watch)
  } finally {
    raw.close()
  }
}

function classOf(store: ChildStore, { schoolClass: { label, grade, classNumber } }: ImportRow): string {
  return store.classFor({ label, grade, number: classNumber })
}

/** An empty cell never empties what is known. */
function keepKnown(row: ImportRow, child: Pick<ChildRecord, 'number' | 'birthday'>) {
  return { number: row.number ?? child.number, birthday: row.birthday ?? child.birthday }
}
