import type { PlainDb, ReadableDb } from './connection.ts'

/** Facts about this database and its seat that are no rows of the room; `log` is written by opening. */
export type MetaKey =
  | 'last-trusted'
  | 'opening-notice'
  | 'call-server'
  | 'call-room-keys'
  | 'missed-after'
  | 'unknown-times'
  | 'believed-times'
  | 'plain-thumbnails'
  | 'plain-backups'
  | 'erased-copies'
  | 'backups-outside'
  | 'room-card-version'
  | 'erased-since-paper'
  | 'talk-beat'
  | 'update-order'

/** The value kept under the key; undefined when there is none yet. */
export function readMeta(db: ReadableDb, key: MetaKey): string | undefined {
  return db.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', [key])?.value
}

export function writeMeta(db: PlainDb, key: MetaKey, value: string): void {
  db.run('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', [
    key,
    value,
  ])
}

export function dropMeta(db: PlainDb, key: MetaKey): void {
  db.run('DELETE FROM meta WHERE key = ?', [key])
}
