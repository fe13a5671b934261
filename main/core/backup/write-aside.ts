import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { flush } from './files.ts'

/**
 * Writes a file, for this account alone, so that a cut leaves the one before or this one whole; on disk when it returns, unless
 * `hurried`. Throws what the file system throws.
 */
export function writeAside(path: string, content: string | Uint8Array, { hurried = false } = {}): void {
  const aside = `${path}.new`
  const file = openSync(aside, 'w', 0o600)
  try {
    const bytes = Buffer.from(content)
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done)
    if (!hurried) fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(aside, path)
  if (!hurried) flush(dirname(path))
}
