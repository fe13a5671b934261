import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../kernel/storage-problem.ts'
import { writeWhole } from '../kernel/write-whole.ts'

/** Messages that are not whole yet, one file each, named by their id: recordings that grow, and what is being fetched. */
export interface PartFiles {
  path(id: string): string
  /** Bytes there; 0 where there is none. */
  size(id: string): Promise<number>
  /** How long it grew, ms, as far as the disk's own times say. */
  grewFor(id: string): Promise<number>
  first(id: string): Promise<Uint8Array>
  /** On disk when it resolves; what lay behind `place` is written over. */
  write(id: string, place: number, bytes: Uint8Array): Promise<void>
  /** The whole of it anew: the one before stands until the new one is on disk. */
  replace(id: string, bytes: Uint8Array): Promise<void>
  remove(id: string): Promise<void>
  ids(): Promise<readonly string[]>
}

const HEAD = 16

export function createPartFiles(folder: string): PartFiles {
  const path = (id: string): string => join(folder, id)
  const look = async (id: string) =>
    stat(path(id)).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined
      throw error
    })
  const put = async (file: string, flags: string, place: number, bytes: Uint8Array): Promise<void> => {
    await mkdir(folder, { recursive: true })
    const handle = await open(file, flags, 0o600)
    try {
      await writeWhole(handle, bytes, place)
      await handle.datasync()
    } finally {
      await handle.close()
    }
  }
  return {
    path,
    size: async (id) => (await look(id))?.size ?? 0,
    grewFor: async (id) => {
      const seen = await look(id)
      return seen ? Math.max(0, Math.round(seen.mtimeMs - seen.birthtimeMs)) : 0
    },
    first: async (id) => {
      const handle = await open(path(id), 'r')
      try {
        const { bytesRead, buffer } = await handle.read(new Uint8Array(HEAD), 0, HEAD, 0)
        return buffer.subarray(0, bytesRead)
      } finally {
        await handle.close()
      }
    },
    write: (id, place, bytes) => put(path(id), place === 0 ? 'w' : 'r+', place, bytes),
    replace: async (id, bytes) => {
      const aside = `${path(id)}.new`
      try {
        await put(aside, 'w', 0, bytes)
        await rename(aside, path(id))
      } catch (error) {
        await rm(aside, { force: true }).catch(() => undefined)
        throw error
      }
    },
    remove: async (id) => {
      await rm(path(id), { force: true })
    },
    ids: () => readdir(folder).catch(() => []),
  }
}
