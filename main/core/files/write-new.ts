import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '#core/kernel/storage-problem.ts'
import { eachPiece, ReadBackDiffers } from '#core/outside/stream-files.ts'
import { freeName } from './file-name-rules.ts'

/**
 * Writes a file under a name that is free and answers that name; never over another file. Written aside and on disk
 * before it gets its name, so a stick pulled out early holds the whole file or none of that name that is full of holes.
 * Throws what the file system throws.
 */
export function writeNew(
  folder: string,
  name: string,
  bytes: Uint8Array,
  forget?: () => Promise<boolean>,
): Promise<string> {
  const fill = async (path: string): Promise<void> => {
    const file = await open(path, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
  }
  return writeNewBy(folder, name, fill, forget)
}

/**
 * The same for what is too large to hold: `fill` writes the file at a path and brings it to the disk. Where `forget` says that the system knows
 * nothing of the file any more, it is read back from the disk. Throws what they throw, and `ReadBackDiffers`.
 */
export async function writeNewBy(
  folder: string,
  name: string,
  fill: (path: string) => Promise<void>,
  forget?: () => Promise<boolean>,
): Promise<string> {
  await sweepAsides(folder)
  const taken = await reserve(folder, name)
  const aside = join(folder, `.${randomUUID()}.part`)
  underway.add(aside)
  try {
    await fill(aside)
    const written = forget && (await contentOf(aside))
    await rename(aside, join(folder, taken))
    if ((await forget?.()) && (await contentOf(join(folder, taken))) !== written)
      throw new ReadBackDiffers(taken)
    return taken
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined)
    await rm(join(folder, taken), { force: true }).catch(() => undefined)
    throw error
  } finally {
    underway.delete(aside)
  }
}

const contentOf = async (path: string): Promise<string> => (await eachPiece(createReadStream(path))).sha256

const underway = new Set<string>()

/** What a power cut or a stick pulled out left half-written: it may hold what was to be given to one person. */
async function sweepAsides(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => []))
    if (/^[.][0-9a-f-]{36}[.]part$/.test(name) && !underway.has(join(folder, name)))
      await rm(join(folder, name), { force: true }).catch(() => undefined)
}

/** An empty file of our own keeps the name: sticks (FAT) know no link that fails when the name is taken. */
async function reserve(folder: string, name: string): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    const candidate = freeName(name, tries)
    try {
      await (await open(join(folder, candidate), 'wx')).close()
      return candidate
    } catch (error) {
      if (codeOf(error) !== 'EEXIST' || tries > 998) throw error
    }
  }
}
