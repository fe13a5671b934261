import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { err, ok, type Result } from '#core/kernel/result.ts'

const scripts = '/usr/share/kamailio/db_sqlite'

/** Makes the database in which Kamailio keeps running calls over its restarts, from Debian's own scripts; one that is there stays. */
export function makeDialogStore(path: string): Result<void, string> {
  const files = ['standard-create.sql', 'dialog-create.sql'].map((name) => join(scripts, name))
  const absent = files.find((file) => !existsSync(file))
  if (absent) return err(`${absent} is missing; it comes with kamailio-sqlite-modules`)
  const store = new BetterSqlite3(path)
  try {
    store.pragma('journal_mode = WAL')
    const there = store.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'dialog'").pluck().get()
    if (there === 0) for (const file of files) store.exec(readFileSync(file, 'utf8'))
    return ok(undefined)
  } finally {
    store.close()
  }
}
