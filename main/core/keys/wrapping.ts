import type { Log } from '../kernel/log.ts'
import type { KeyRow } from './key-store.ts'
import { keyFor, openText, sealText, type Key } from './seal.ts'

/** How the keys of children lie in the database: each wrapped by a key that comes from the secret of the seat. */
export interface Wrapping {
  wrap(id: string, key: Key): string
  /** Undefined where it was wrapped at another seat. */
  unwrap(row: Pick<KeyRow, 'id' | 'wrapped'>): Key | undefined
  /** Overwrites what was unwrapped. */
  forget(): void
}

const placeOf = (id: string): string => `child-key/${id}`

export function createWrapping(secret: Key, log: Log): Wrapping {
  const by = keyFor('child-key', secret)
  const opened = new Map<string, Key>()
  return {
    wrap: (id, key) => {
      opened.set(id, key)
      return sealText(by, 'seat', placeOf(id), Buffer.from(key).toString('base64'))
    },
    unwrap: ({ id, wrapped }) => {
      const known = opened.get(id)
      if (known) return known
      const text = openText(by, placeOf(id), wrapped)
      if (text === undefined) {
        log.warn('The key of a diary does not open at this seat', { key: id })
        return undefined
      }
      const key = Buffer.from(text, 'base64')
      opened.set(id, key)
      return key
    },
    forget: () => {
      for (const key of opened.values()) key.fill(0)
      opened.clear()
    },
  }
}
