import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { flush } from '../backup/files.ts'
import { codeOf } from '../kernel/storage-problem.ts'
import { KEY, newKey, type Key } from './seal.ts'

const FILE = 'seat.key'

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
  const aside = `${path}.new`
  const file = openSync(aside, 'w', 0o600)
  try {
    writeSync(file, secret)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(aside, path)
  flush(folder)
  return secret
}

function read(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}
