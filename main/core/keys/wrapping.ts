import type { Log } from '../kernel/log.ts'
import type { KeyFiles } from './key-files.ts'
import { keyFor, newKey, openText, sealText, type Key } from './seal.ts'

/** How the keys of children lie in the folder of the seat: each in a file of its own, wrapped by a key that comes from the seat's secret. */
export interface Wrapping {
  /** On disk when it returns. Throws what the file system throws. */
  keep(id: string, childId: string, key: Key): void
  /** Undefined where it has no file here, or was wrapped at another seat. */
  unwrap(id: string): Key | undefined
  /** What the escrow holds of a key: it opens nothing without the file. The caller's to overwrite. */
  part(id: string): Key | undefined
  /** The other way to a key: by its file and that part, without the secret of the seat. The caller's to overwrite. */
  openByPart(id: string, part: Key): Key | undefined
  /** Overwrites what was unwrapped. */
  forget(): void
}

const placeOf = (id: string): string => `child-key/${id}`
const partPlaceOf = (id: string): string => `child-key-part/${id}`

const written = (key: Key): string => Buffer.from(key).toString('base64')
const asKey = (text: string | undefined): Key | undefined =>
  text === undefined ? undefined : Buffer.from(text, 'base64')

export function createWrapping(secret: Key, files: KeyFiles, log: Log): Wrapping {
  const by = keyFor('child-key', secret)
  const opened = new Map<string, Key>()
  const told = new Set<string>()
  return {
    keep: (id, childId, key) => {
      const part = newKey()
      files.write(id, {
        childId,
        bySeat: sealText(by, 'seat', placeOf(id), written(key)),
        part: sealText(by, 'seat', partPlaceOf(id), written(part)),
        byPart: sealText(keyFor('child-key-part', part), 'part', placeOf(id), written(key)),
      })
      part.fill(0)
      opened.set(id, key)
    },
    unwrap: (id) => {
      const known = opened.get(id)
      if (known) return known
      const file = files.read(id)
      const key = file && asKey(openText(by, placeOf(id), file.bySeat))
      if (key) opened.set(id, key)
      else if (!told.has(id)) log.warn('The key of a diary does not open at this seat', { key: id })
      if (!key) told.add(id)
      return key
    },
    part: (id) => {
      const file = files.read(id)
      return file && asKey(openText(by, partPlaceOf(id), file.part))
    },
    openByPart: (id, part) => {
      const file = files.read(id)
      return file && asKey(openText(keyFor('child-key-part', part), placeOf(id), file.byPart))
    },
    forget: () => {
      for (const key of opened.values()) key.fill(0)
      opened.clear()
    },
  }
}
