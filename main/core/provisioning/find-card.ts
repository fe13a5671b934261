import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { CardProblem } from '#contract/room-card.ts'
import { codeOf } from '#core/kernel/storage-problem.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { readCard, type Trust, type TrustedCard } from './signed-card.ts'

export const CARD_FILE = 'happy-home-room.json'

/** A real one has a few kB. Bytes. */
const MOST = 512 * 1024

export interface FoundCard extends TrustedCard {
  /** The folder in which it lay. */
  readonly folder: string
}

export interface CardSearch {
  /** The newest that may be taken; undefined where there is none. */
  readonly found: FoundCard | undefined
  /** Files of that name that were not taken, and why. */
  readonly refused: readonly { readonly folder: string; readonly why: CardProblem }[]
}

/** Looks for a file in these folders: sticks, beside the program, in the image. */
export function findCard(folders: readonly string[], trust: Trust): CardSearch {
  const refused: { folder: string; why: CardProblem }[] = []
  const taken: FoundCard[] = []
  for (const folder of folders) {
    const bytes = readOnce(join(folder, CARD_FILE))
    if (bytes === undefined) continue
    const card = bytes.ok ? readCard(bytes.value, trust) : bytes
    if (card.ok) taken.push({ ...card.value, folder })
    else refused.push({ folder, why: card.error })
  }
  const found = taken.toSorted((one, other) => other.card.version - one.card.version)[0]
  return { found, refused }
}

/** The whole of a plain file, read once and no further than it may be large; undefined where there is none. A link is no plain file. */
function readOnce(path: string): Result<Uint8Array, CardProblem> | undefined {
  let file: number
  try {
    // Neither a link nor something that waits for a writer.
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
    return err(codeOf(error) === 'ELOOP' ? 'not-plain' : 'unreadable')
  }
  try {
    if (!fstatSync(file).isFile()) return err('not-plain')
    const bytes = Buffer.alloc(MOST + 1)
    let length = 0
    for (let read = 1; read > 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, null)
    return length > MOST ? err('too-large') : ok(bytes.subarray(0, length))
  } catch {
    return err('unreadable')
  } finally {
    closeSync(file)
  }
}
