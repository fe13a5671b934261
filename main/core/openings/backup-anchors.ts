import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import type { Log } from '../kernel/log.ts'
import { backupsIn } from '../backup/files.ts'
import type { Anchor } from './chain.ts'

/**
 * Where the record of openings of this seat was when each backup was made: whoever changes the database and the settings must change
 * all of these files as well, and their names, which say what they hold. Each is read once; one that cannot be read says nothing.
 */
export function backupAnchors(folder: string, seat: string, log: Log): () => readonly Anchor[] {
  const known = new Map<string, Anchor | undefined>()
  const read = (file: string): Anchor | undefined => {
    let raw: BetterSqlite3.Database | undefined
    try {
      raw = new BetterSqlite3(join(folder, file), { readonly: true, fileMustExist: true })
      return raw
        .prepare<[string], Anchor>(
          'SELECT number AS count, hash AS head FROM opening_entry WHERE seat = ? ORDER BY number DESC LIMIT 1',
        )
        .get(seat)
    } catch (error) {
      // From before there was a record, or not whole: what a backup is good for is looked at elsewhere.
      log.warn('A backup says nothing of the record of openings', { file, error })
      return undefined
    } finally {
      raw?.close()
    }
  }
  return () =>
    backupsIn(folder).flatMap(({ file }) => {
      if (!known.has(file)) known.set(file, read(file))
      return known.get(file) ?? []
    })
}
