import { open, readdir, type FileHandle } from 'node:fs/promises'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '#core/kernel/make-folder.ts'
import { writeWhole } from '#core/kernel/write-whole.ts'

/** One file for each message, named by its id: sealed pieces one after the other. */
export interface MessageFiles {
  /** On disk when it resolves. What a cut left behind `place` is written over. */
  write(id: string, place: number, bytes: Uint8Array): Promise<void>
  /** For reading; the caller closes it. */
  open(id: string): Promise<FileHandle>
  remove(ids: readonly string[]): void
  ids(): Promise<string[]>
}

export function messageFiles(folder: string): MessageFiles {
  makeFolder(folder)
  return {
    async write(id, place, bytes) {
      const file = await open(join(folder, id), place === 0 ? 'w' : 'r+', 0o600)
      try {
        await writeWhole(file, bytes, place)
        await file.datasync()
      } finally {
        await file.close()
      }
    },
    open: (id) => open(join(folder, id), 'r'),
    remove(ids) {
      for (const id of ids) rmSync(join(folder, id), { force: true })
    },
    ids: () => readdir(folder),
  }
}
