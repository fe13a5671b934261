import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { codeOf } from '#core/kernel/storage-problem.ts'

/** Why a file of somebody else's stick was not read. */
export type PlainProblem = 'unreadable' | 'not-plain' | 'too-large'

/**
 * The whole of a plain file, read once and no further than it may be large (bytes); undefined where there is none. A link is no plain file, nor
 * is something that waits for a writer or never ends.
 */
export function readPlain(path: string, most: number): Result<Uint8Array, PlainProblem> | undefined {
  let file: number
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
    return err(codeOf(error) === 'ELOOP' ? 'not-plain' : 'unreadable')
  }
  try {
    if (!fstatSync(file).isFile()) return err('not-plain')
    const bytes = Buffer.alloc(most + 1)
    let length = 0
    for (let read = 1; read > 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, null)
    return length > most ? err('too-large') : ok(bytes.subarray(0, length))
  } catch {
    return err('unreadable')
  } finally {
    closeSync(file)
  }
}
