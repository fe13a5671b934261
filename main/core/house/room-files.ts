import { join } from 'node:path'

export interface RoomFiles {
  readonly folder: string
  readonly database: string
  readonly media: string
  /** Messages that are not whole yet. */
  readonly messageParts: string
  /** Sealed files of children's pages. */
  readonly pageMedia: string
  readonly backups: string
  /** The secret of this seat: part of no backup. */
  readonly keys: string
  /** A file for each child's key: part of no backup. */
  readonly childKeys: string
  /** What the recovery paper opens: beside the backups and in none of them. */
  readonly rescue: string
  /** Who was erased: outside of what a backup brings back. */
  readonly erased: string
}

/** Where a room keeps what, in its folder. */
export const roomFiles = (folder: string): RoomFiles => ({
  folder,
  database: join(folder, 'room.sqlite'),
  media: join(folder, 'media'),
  messageParts: join(folder, 'media', 'message-parts'),
  pageMedia: join(folder, 'media', 'page'),
  backups: join(folder, 'backups'),
  keys: join(folder, 'keys'),
  childKeys: join(folder, 'keys', 'children'),
  rescue: join(folder, 'backups', 'diaries.keys'),
  erased: join(folder, 'erased.json'),
})
