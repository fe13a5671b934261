import type { Ground } from '../kernel/ground.ts'
import { keyFor, openText, type Key } from './seal.ts'
import * as store from './key-store.ts'
import type { Rescue } from './rescue.ts'
import type { Wrapping } from './wrapping.ts'

export interface MoveOutParts {
  /** The secret that an older version wrapped keys by; undefined where none lies here. */
  readonly former: Key | undefined
  readonly wrapping: Wrapping
  readonly rescue: Pick<Rescue, 'keep'>
  /** Destroys the former secret. */
  readonly dropFormer: () => void
}

/**
 * Before the program kept them in files of their own, the keys of the children lay wrapped in the database, and so in each copy of it.
 * Moves them out, and destroys what they were wrapped by: a copy that somebody took away then opens by the files of this seat alone,
 * which go with the child. The escrow is made anew by the next two who sign in: its keys came from that secret, too. A cut
 * at any moment leaves the rest for the next start. Throws what the disk says.
 */
export function moveKeysOut(
  { db, log }: Pick<Ground, 'db' | 'log'>,
  { former, wrapping, rescue, dropFormer }: MoveOutParts,
): void {
  const inside = store.keysInside(db)
  if (inside.length === 0) return
  const by = former && keyFor('child-key', former)
  const moved = inside.filter(({ id, childId, wrapped }) => {
    if (wrapping.unwrap(id)) return true
    const text = by && openText(by, `child-key/${id}`, wrapped)
    if (text === undefined) return false
    wrapping.keep(id, childId, Buffer.from(text, 'base64'))
    return true
  })
  // Carries over what only an older paper opens.
  rescue.keep()
  if (moved.length === 0) return
  db.transaction(() => store.emptyInside(db, moved))
  db.emptyJournal()
  dropFormer()
  log.info('Keys of diaries were moved out of the database', { keys: moved.length })
}
