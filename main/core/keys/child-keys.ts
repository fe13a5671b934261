import type { Ground } from '../kernel/ground.ts'
import { addKey, keysOf } from './key-store.ts'
import type { Escrow } from './escrow.ts'
import type { Rescue } from './rescue.ts'
import type { Ring } from './ring.ts'
import { keyIdOf, newKey, openBytes, openText, sealBytes, sealText, type Key } from './seal.ts'
import type { Wrapping } from './wrapping.ts'

export type { Ring } from './ring.ts'

/**
 * A key of each child's own (D2, D3), by which the diary is sealed. It lies in a file of its own, wrapped by the secret of the
 * seat, so that the database, a backup, an export opens nothing, and nothing any more once the file is destroyed. Three pictures are no part of it: staff must be able to show them
 * (H2), and 1,320 choices keep nobody out who has the file (`resources/PRIVACY.md`).
 */
export interface ChildKeys {
  ringOf(childId: string): Ring
  /** Forgets every key that was unwrapped: when a turn ends. */
  forget(): void
}

export interface ChildKeysParts {
  readonly wrapping: Wrapping
  readonly rescue: Pick<Rescue, 'keep'>
  readonly escrow: Pick<Escrow, 'wrap'>
}

export function createChildKeys(
  { db, newId }: Pick<Ground, 'db' | 'newId'>,
  { wrapping, rescue, escrow }: ChildKeysParts,
): ChildKeys {
  const make = (childId: string): string => {
    const id = newId()
    // On disk before anything is sealed by it.
    wrapping.keep(id, childId, newKey())
    addKey(db, childId, { id, ...escrow.wrap(id) })
    rescue.keep()
    return id
  }

  return {
    ringOf: (childId) => {
      let rows = keysOf(db, childId)
      const keyOf = (id: string): Key | undefined =>
        rows.some((each) => each.id === id) ? wrapping.unwrap(id) : undefined
      const mustOpen = (id: string): Key => {
        const key = keyOf(id)
        if (!key) throw new Error('A key that does not open cannot seal')
        return key
      }
      return {
        own: () => {
          // Not one that came by a merge: it goes again when the merge is taken apart.
          const row = rows.find((each) => each.own === 1 && wrapping.unwrap(each.id))
          if (row) return row.id
          const id = make(childId)
          rows = keysOf(db, childId)
          return id
        },
        opens: (keyId) => keyOf(keyId) !== undefined,
        seal: (keyId, at, text) => sealText(mustOpen(keyId), keyId, at, text),
        sealBytes: (keyId, at, bytes) => sealBytes(mustOpen(keyId), keyId, at, bytes),
        open: (at, record) => {
          const key = keyOf(keyIdOf(record) ?? '')
          return key && openText(key, at, record)
        },
        openBytes: (at, record) => {
          const key = keyOf(keyIdOf(record) ?? '')
          return key && openBytes(key, at, record)
        },
      }
    },
    forget: () => wrapping.forget(),
  }
}
