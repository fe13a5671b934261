import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../kernel/storage-problem.ts'
import { writeWhole } from '../kernel/write-whole.ts'

/** The sealed files of pages, named by their id: one that grows needs no second place to become whole, on a full disk either. */
export interface MediaFiles {
  /** On disk when it resolves; the file ends behind these bytes. */
  write(id: string, place: number, bytes: Uint8Array): Promise<void>
  /** Empty where there is none. */
  read(id: string): Promise<Uint8Array>
  remove(id: string): Promise<void>
}

export function createMediaFiles(folder: string): MediaFiles {
  const path = (id: string): string => join(folder, id)
  return {
    write: async (id, place, bytes) => {
      await mkdir(folder, { recursive: true })
      const file = await open(path(id), place === 0 ? 'w' : 'r+', 0o600)
      try {
        await writeWhole(file, bytes, place)
        await file.truncate(place + bytes.length)
        await file.datasync()
      } finally {
        await file.close()
      }
    },
    read: async (id) => {
      try {
        return await readFile(path(id))
      } catch (error) {
        if (codeOf(error) !== 'ENOENT') throw error
        return new Uint8Array()
      }
    },
    remove: (id) => rm(path(id), { force: true }),
  }
}
