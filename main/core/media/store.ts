import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '#core/kernel/clock.ts'
import type { Log } from '#core/kernel/log.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { codeOf, storageProblem, type StorageProblem } from '#core/kernel/storage-problem.ts'

export const mediaKinds = ['photo', 'diary', 'message'] as const
export type MediaKind = (typeof mediaKinds)[number]
/** What is swept besides: sealed files of pages, which are named by their id (`diary/media.ts`). */
export type SweptKind = MediaKind | 'page'
export const isSweptKind = (text: string): text is SweptKind =>
  text === 'page' || (mediaKinds as readonly string[]).includes(text)

/** SHA-256 of the bytes, in hex: the file's name, and the whole of what rows know of it. */
export type MediaHash = string

/** Pictures and messages as files, named by what is in them. A row may name one only after `keep` has answered. */
export interface MediaStore {
  /** On disk for good when it answers; the same bytes twice are one file. */
  keep(bytes: Uint8Array, kind: MediaKind): Promise<Result<MediaHash, StorageProblem>>
  /**
   * Takes a file of this disk into the folder as it lies there, so that a full disk can still keep it; on disk for good
   * when it answers. Throws where there is no such file.
   */
  adopt(file: string, kind: MediaKind): Promise<Result<MediaHash, StorageProblem>>
  /** Undefined where it is missing or is not any more what its name says. */
  read(kind: MediaKind, hash: string): Promise<Uint8Array | undefined>
  /** Only of a well-formed hash; throws otherwise. */
  path(kind: MediaKind, hash: MediaHash): string
  /** Gone at once, for good; only what no row names any more. */
  remove(kind: MediaKind, hash: MediaHash): Promise<void>
  /** Removes what no row names and what is older than a day; how many went. */
  sweep(named: (kind: SweptKind) => ReadonlySet<string>): Promise<number>
}

/** Unnamed files younger than this may belong to a row that is being written right now. */
const SWEEP_AFTER = 24 * 3_600_000

export interface MediaParts {
  /** The media folder; made when it is not there. */
  readonly root: string
  readonly clock: Pick<Clock, 'certain'>
  readonly log: Log
}

export function createMediaStore({ root, clock, log }: MediaParts): MediaStore {
  const path = (kind: MediaKind, hash: string): string => {
    if (!isHash(hash)) throw new Error('A media file is named by its hash')
    return join(root, kind, hash)
  }

  const read: MediaStore['read'] = async (kind, hash) => {
    if (!isHash(hash)) return undefined
    try {
      const bytes = await readFile(path(kind, hash))
      if (hashOf(bytes) === hash) return bytes
      log.error('A picture is damaged', { kind, hash })
    } catch (error) {
      log.warn('A picture could not be read', { kind, hash, code: codeOf(error) })
    }
    return undefined
  }

  return {
    path,
    read,
    keep: async (bytes, kind) => {
      const hash = hashOf(bytes)
      const folder = join(root, kind)
      const aside = join(folder, `${randomUUID()}.part`)
      try {
        await mkdir(folder, { recursive: true })
        // Written again even where a file of this name lies: it may be a damaged one.
        const file = await open(aside, 'wx')
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(aside, path(kind, hash))
        await syncFolder(folder)
        return ok(hash)
      } catch (error) {
        await rm(aside, { force: true }).catch(() => undefined)
        const problem = storageProblem(error)
        log.error('A picture could not be kept', { kind, code: codeOf(error) })
        if (!problem) throw error
        return err(problem)
      }
    },
    adopt: async (file, kind) => {
      const folder = join(root, kind)
      try {
        await mkdir(folder, { recursive: true })
        const hash = await hashAndSync(file)
        await rename(file, path(kind, hash))
        await syncFolder(folder)
        return ok(hash)
      } catch (error) {
        const problem = storageProblem(error)
        log.error('A file could not be taken into the media folder', { kind, code: codeOf(error) })
        if (!problem) throw error
        return err(problem)
      }
    },
    remove: (kind, hash) => rm(path(kind, hash), { force: true }),
    sweep: async (named) => {
      // A clock in the year 2000 makes nothing look old, one in 2099 everything.
      const certain = clock.certain()
      let gone = 0
      for (const kind of [...mediaKinds, 'page'] as const) {
        const kept = named(kind)
        const files = await readdir(join(root, kind)).catch(() => [])
        for (const name of files.filter((each) => !kept.has(each))) {
          const file = join(root, kind, name)
          const { mtimeMs } = await stat(file)
          if (certain - mtimeMs < SWEEP_AFTER) continue
          await rm(file, { force: true })
          gone += 1
        }
      }
      return gone
    },
  }
}

const hashOf = (bytes: Uint8Array): MediaHash => createHash('sha256').update(bytes).digest('hex')
/** What is in a file, once all of it is on disk. */
async function hashAndSync(path: string): Promise<MediaHash> {
  const file = await open(path, 'r+')
  try {
    const hash = createHash('sha256')
    for await (const piece of file.createReadStream({ autoClose: false })) hash.update(piece as Buffer)
    await file.sync()
    return hash.digest('hex')
  } finally {
    await file.close()
  }
}

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** After a rename: the name itself is on disk too. Windows does this by itself and cannot open a folder. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
