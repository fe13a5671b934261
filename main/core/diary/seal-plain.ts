import { readColumns, writeColumns } from '../db/cells.ts'
import type { WritableDb } from '../db/handles.ts'
import { dropMeta, readMeta, writeMeta } from '../db/meta.ts'
import type { Ground } from '../kernel/ground.ts'
import type { ChildKeys, Ring } from '../keys/child-keys.ts'
import { keyIdOf } from '../keys/seal.ts'
import type { MediaStore } from '../media/store.ts'
import { placeOf } from './paper.ts'

/*
 * Before version 19 of the database a page lay readable in it: in its rows, and in the change log, which keeps what a row once
 * held. Nothing had travelled to another seat by then, so both are rewritten where they lie; what a step held that was undone and
 * drawn over is dropped from the log. SQLite overwrites what is freed (`secure_delete`), the journal is emptied, and the backups
 * that hold it go when the first one without it is there (`keep-house.ts`).
 */

/** Seals what plain pages hold, page by page, each in one transaction: a power cut leaves the rest for the next start. */
export function sealPlainPages({ db }: Pick<Ground, 'db'>, keys: ChildKeys): void {
  const plain = db.all<{ id: string; child_id: string; opening: string }>(
    'SELECT id, child_id, opening FROM diary_page WHERE key_id IS NULL',
  )
  if (plain.length === 0) return
  db.transaction(() => {
    writeMeta(db, 'plain-thumbnails', '1')
    writeMeta(db, 'plain-backups', '1')
    forgetRemoved(db)
  })
  for (const { id, child_id, opening } of plain)
    db.transaction(() => {
      const ring = keys.ringOf(child_id)
      const keyId = ring.own()
      sealSteps(db, ring, id, keyId)
      db.shared.set('diary_page', id, {
        key_id: keyId,
        opening: opening === '' ? '' : ring.seal(keyId, placeOf.opening(id), opening),
      })
      forgetBefore(db, 'diary_page', id, 'opening')
    })
  db.emptyJournal()
  keys.forget()
}

function sealSteps(db: WritableDb, ring: Ring, page: string, keyId: string): void {
  const seal = (id: string, data: string) => ring.seal(keyId, placeOf.step(page, id), data)
  for (const { id, data } of db.all<{ id: string; data: string }>(
    'SELECT id, data FROM diary_step WHERE page_id = ?',
    [page],
  )) {
    const sealed = seal(id, data)
    db.run('UPDATE diary_step SET data = ? WHERE id = ?', [sealed, id])
    rewriteLatest(db, 'diary_step', id, 'data', sealed)
    forgetBefore(db, 'diary_step', id, 'data')
  }
  for (const { id, data } of db.all<{ id: string; data: string }>(
    'SELECT step_id AS id, data FROM diary_draft WHERE page_id = ?',
    [page],
  ))
    db.run('UPDATE diary_draft SET data = ? WHERE step_id = ?', [seal(id, data), id])
}

interface LoggedChange {
  readonly hlc: string
  readonly columns: string
}

/** The change that a cell stands by holds the sealed value from now on. */
function rewriteLatest(db: WritableDb, table: string, id: string, column: string, value: string): void {
  const sql = `SELECT change.hlc, change.columns FROM cell_clock JOIN change ON change.hlc = cell_clock.hlc
    WHERE cell_clock.table_name = ? AND cell_clock.row_id = ? AND cell_clock.column_name = ?`
  for (const change of db.all<LoggedChange>(sql, [table, id, column]))
    rewrite(db, change, { [column]: value })
}

/** Changes that the cell does not stand by any more lose what they said of it. */
function forgetBefore(db: WritableDb, table: string, id: string, column: string): void {
  const sql = `SELECT hlc, columns FROM change WHERE table_name = ? AND row_id = ? AND columns IS NOT NULL
    AND hlc NOT IN (SELECT hlc FROM cell_clock WHERE table_name = ? AND row_id = ? AND column_name = ?)`
  for (const change of db.all<LoggedChange>(sql, [table, id, table, id, column]))
    rewrite(db, change, { [column]: undefined })
}

/** Steps that were dropped for good: nobody will ask the log for them. */
function forgetRemoved(db: WritableDb): void {
  const sql = `SELECT change.hlc, change.columns FROM tombstone
    JOIN change ON change.table_name = tombstone.table_name AND change.row_id = tombstone.row_id
    WHERE tombstone.table_name = 'diary_step' AND change.columns IS NOT NULL`
  for (const change of db.all<LoggedChange>(sql)) rewrite(db, change, { data: undefined })
}

function rewrite(
  db: WritableDb,
  { hlc, columns }: LoggedChange,
  to: Readonly<Record<string, string | undefined>>,
): void {
  const before = readColumns(columns) ?? {}
  const [[name, value] = ['', undefined]] = Object.entries(to)
  if (!Object.hasOwn(before, name)) return
  const { [name]: _gone, ...rest } = before
  const after = value === undefined ? rest : { ...rest, [name]: value }
  db.run('UPDATE change SET columns = ? WHERE hlc = ?', [writeColumns(after), hlc])
}

/** The small pictures of those pages, which are files: sealed one by one, the readable file removed after each. */
export async function sealPlainThumbnails(
  { db, log }: Pick<Ground, 'db' | 'log'>,
  keys: ChildKeys,
  media: Pick<MediaStore, 'keep' | 'read' | 'remove'>,
): Promise<void> {
  if (readMeta(db, 'plain-thumbnails') === undefined) return
  const pages = db.all<{ id: string; childId: string; keyId: string; hash: string }>(
    `SELECT id, child_id AS childId, key_id AS keyId, thumbnail AS hash FROM diary_page WHERE thumbnail IS NOT NULL`,
  )
  const plain = new Set<string>()
  for (const { id, childId, keyId, hash } of pages) {
    const bytes = await media.read('diary', hash)
    if (!bytes || keyIdOf(bytes) !== undefined) continue
    const sealed = keys.ringOf(childId).sealBytes(keyId, placeOf.thumbnail(id), bytes)
    const kept = await media.keep(sealed, 'diary')
    if (!kept.ok) return log.warn('Pictures of pages still lie readable', { problem: kept.error })
    // A child may have drawn meanwhile: then the page has a newer one, which is sealed.
    db.transaction(() => {
      const now = db.get<{ hash: string | null }>('SELECT thumbnail AS hash FROM diary_page WHERE id = ?', [
        id,
      ])
      if (now?.hash === hash) db.shared.set('diary_page', id, { thumbnail: kept.value })
    })
    plain.add(hash)
  }
  keys.forget()
  for (const hash of plain) await media.remove('diary', hash)
  dropMeta(db, 'plain-thumbnails')
}
