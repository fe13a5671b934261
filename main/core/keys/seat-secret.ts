import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { flush } from '../backup/files.ts'
import { writeAside } from '../backup/write-aside.ts'
import { codeOf } from '../kernel/storage-problem.ts'
import { destroyFile } from './key-files.ts'
import { KEY, newKey, type Key } from './seal.ts'

const FILE = 'secret.key'
/** What older versions wrapped the children's keys by, in the database itself: copies of it that were taken away open with it. */
const FORMER = 'seat.key'
/** The secret of the seat that this disk was copied from, until the keys here are wrapped by one of our own. */
const COPIED = 'copied.key'

/**
 * The secret of this seat, which the keys of its children are wrapped by: a file that lies beside the database and is part of no
 * backup, export or list. Made where there is none; one that is damaged is put aside, never overwritten: what it wraps may come back
 * with it. Throws what the disk says.
 */
export function keepSeatSecret(folder: string): Key {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, FILE)
  const known = read(path)
  if (known?.length === KEY) return known
  if (known) renameSync(path, join(folder, `${FILE}.damaged-${Date.now()}`))
  const secret = newKey()
  writeAside(path, secret)
  return secret
}

/** The secret of an older version, until `dropFormerSecret`. Throws what the disk says. */
export function formerSecret(folder: string): Key | undefined {
  const known = read(join(folder, FORMER))
  return known?.length === KEY ? known : undefined
}

export const dropFormerSecret = (folder: string): void => destroyFile(join(folder, FORMER))

/**
 * Says that the secret here is another seat's: `keepSeatSecret` makes one of our own. One that was set aside before and still wraps
 * keys stays the one. Throws what the disk says.
 */
export function setCopiedSecretAside(folder: string): void {
  const [path, copied] = [join(folder, FILE), join(folder, COPIED)]
  if (!existsSync(path) || existsSync(copied)) return
  renameSync(path, copied)
  flush(folder)
}

/** Until `dropCopiedSecret`. Throws what the disk says. */
export function copiedSecret(folder: string): Key | undefined {
  const known = read(join(folder, COPIED))
  return known?.length === KEY ? known : undefined
}

export const dropCopiedSecret = (folder: string): void => destroyFile(join(folder, COPIED))

function read(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}
