import BetterSqlite3 from 'better-sqlite3'
import { writableDb } from '../db/handles.ts'
import { setWritingPragmas } from '../db/pragmas.ts'
import { houseTables } from '../db/shared-tables.ts'
import { plainClock } from '../kernel/plain-clock.ts'
import { eraseChildren } from './erase-children.ts'

export interface EraseInput {
  readonly path: string
  readonly seat: string
  readonly ids: readonly string[]
}

/** `eraseChildren` on a connection of its own, for a thread. Throws what SQLite throws. */
export function eraseChildrenAt({ path, seat, ids }: EraseInput): void {
  const raw = new BetterSqlite3(path, { fileMustExist: true })
  try {
    setWritingPragmas(raw)
    const clock = plainClock({ wall: () => Date.now(), trusted: () => false })
    eraseChildren(writableDb(raw, { clock, seat, tables: houseTables }), ids)
  } finally {
    raw.close()
  }
}
