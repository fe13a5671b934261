import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { flush } from '../backup/files.ts'
import { writeAside } from '../backup/write-aside.ts'
import { codeOf } from '../kernel/storage-problem.ts'

const form = z.object({ childId: z.string(), bySeat: z.string(), part: z.string(), byPart: z.string() })

/** One key of a child, as it lies outside of the database. */
export interface KeyFile extends z.infer<typeof form> {
  /** Whose it was made for. */
  readonly childId: string
  /** The key, sealed by the secret of the seat. */
  readonly bySeat: string
  /** What the escrow holds of the key, sealed by the secret of the seat. */
  readonly part: string
  /** The key, sealed by that part. */
  readonly byPart: string
}

/**
 * The keys of the children, a file each in the seat's own folder: no copy of the database holds one, so a child whose file is
 * destroyed is erased from all of them (S11). Every method throws what the file system throws.
 */
export interface KeyFiles {
  /** Undefined where there is none, or what is there is damaged. */
  read(id: string): KeyFile | undefined
  /** On disk when it returns. */
  write(id: string, file: KeyFile): void
  /** Overwritten and gone when it returns; nothing where there is none. */
  destroy(id: string): void
  all(): readonly { readonly id: string; readonly childId: string }[]
}

const END = '.json'

/** `hurried`: for a room that is made anew when it is lost: nothing waits for the disk. */
export function keyFiles(folder: string, { hurried = false } = {}): KeyFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pathOf = (id: string): string => {
    if (!/^[\w-]+$/.test(id)) throw new Error(`${id} is no id of a key`)
    return join(folder, id + END)
  }
  const read = (id: string): KeyFile | undefined => {
    try {
      return form.parse(JSON.parse(readFileSync(pathOf(id), 'utf8')))
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError)
        return undefined
      throw error
    }
  }
  return {
    read,
    write: (id, file) => writeAside(pathOf(id), JSON.stringify(file), { hurried }),
    destroy: (id) => destroyFile(pathOf(id)),
    all: () =>
      readdirSync(folder)
        .filter((name) => name.endsWith(END))
        .map((name) => name.slice(0, -END.length))
        .flatMap((id) => {
          const file = read(id)
          return file ? [{ id, childId: file.childId }] : []
        }),
  }
}

/** Overwrites a file with zeros before it goes; nothing where there is none. */
export function destroyFile(path: string): void {
  let file: number
  try {
    file = openSync(path, 'r+')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  try {
    writeSync(file, new Uint8Array(fstatSync(file).size), 0, null, 0)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  rmSync(path)
  flush(join(path, '..'))
}
