import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '#core/kernel/storage-problem.ts'
import { freeName } from './file-name-rules.ts'

/**
 * Writes a file under a name that is free and answers that name; never over another file. Written aside and on disk
 * before it gets its name, so a stick pulled out early holds the whole file or none of that name that is full of holes.
 * Throws what the file system throws.
 */
export async function writeNew(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  const taken = await reserve(folder, name)
  const aside = join(folder, `.${randomUUID()}.part`)
  try {
    const file = await open(aside, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(aside, join(folder, taken))
    return taken
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined)
    await rm(join(folder, taken), { force: true }).catch(() => undefined)
    throw error
  }
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
