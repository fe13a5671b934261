import type { FilePlace } from '#contract/files.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import { codeOf, storageProblem } from '#core/kernel/storage-problem.ts'
import type { Log } from '#core/kernel/log.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { ReadBackDiffers } from '#core/outside/stream-files.ts'
import { whileWriting, type OpenStick } from '#core/outside/stick-writer.ts'
import { fileName } from './file-name-rules.ts'
import { findPlaces, type KnownPlace, type PlacesParts } from './places.ts'
import { writeNew, writeNewBy } from './write-new.ts'

/** Gives files out of the house: to a stick or into the seat's documents, under a name that is free. */
export interface FilesService {
  /** Where something can be written now. */
  places(): Promise<readonly FilePlace[]>
  /** Where something can be read now: a stick that only reads, too. */
  readable(): Promise<readonly FilePlace[]>
  /** The folder of a place, for main alone; undefined where it is not there any more. */
  folderOf(placeId: string): Promise<string | undefined>
  /** `words` name the file: 错题本, 林小雨. Refuses with `no-place` or a storage problem. */
  write(
    placeId: string,
    words: readonly string[],
    extension: string,
    bytes: Uint8Array,
  ): Promise<Result<{ readonly file: string }, Refusal>>
  /** The same for what is too large to hold: `fill` writes a file at a path; a refusal of its own is the answer, and nothing is left there. */
  writeBy(
    placeId: string,
    words: readonly string[],
    extension: string,
    fill: (path: string) => Promise<Result<void, Refusal>>,
  ): Promise<Result<{ readonly file: string }, Refusal>>
}

class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

const asPlace = ({ id, kind, name, freeBytes }: KnownPlace): FilePlace => ({ id, kind, name, freeBytes })

/** What stops a stick is said of the stick, not of the seat's own disk. */
export const onStick = <P extends string>(
  kind: FilePlace['kind'],
  problem: P,
): P | 'stick-full' | 'stick-protected' => {
  if (kind !== 'usb') return problem
  if (problem === 'disk-full') return 'stick-full'
  return problem === 'read-only' ? 'stick-protected' : problem
}

export function createFilesService(parts: PlacesParts & { readonly log: Log }): FilesService {
  const writing = async (
    placeId: string,
    write: (folder: string, forget?: () => Promise<boolean>) => Promise<string>,
  ): Promise<Result<{ readonly file: string }, Refusal>> => {
    const place = (await findPlaces(parts)).find(({ id }) => id === placeId)
    if (!place) return err(refuse('no-place'))
    const work = ({ forget }: OpenStick) => {
      const forgets = async (ask: NonNullable<typeof forget>): Promise<boolean> => {
        const forgotten = await ask()
        if (!forgotten.ok) throw new Refused(refuse(forgotten.error))
        return forgotten.value
      }
      return writeAt(place, (folder) => write(folder, forget && (() => forgets(forget))))
    }
    const done = await whileWriting(place.folder, work, parts.way)
    if (done.ok) return done
    const { error } = done
    if (typeof error !== 'string') return err(error)
    parts.log.warn('A stick could not be written', { why: error })
    return err(refuse(error))
  }
  const writeAt = async (
    place: KnownPlace,
    write: (folder: string) => Promise<string>,
  ): Promise<Result<{ readonly file: string }, Refusal>> => {
    try {
      return ok({ file: await write(place.folder) })
    } catch (error) {
      if (error instanceof Refused) return err(error.refusal)
      if (error instanceof ReadBackDiffers) return err(refuse('stick-bad'))
      const code = codeOf(error)
      parts.log.warn('A file could not be given out', { kind: place.kind, code })
      const problem = storageProblem(error) ?? 'io-error'
      // Pulled out while it was written: the system calls that by many names.
      const isFull = problem === 'disk-full'
      if (!isFull && !(await findPlaces(parts)).some(({ id }) => id === place.id))
        return err(refuse('no-place'))
      return err(refuse(code === 'ENOENT' || code === 'ENODEV' ? 'no-place' : onStick(place.kind, problem)))
    }
  }
  return {
    folderOf: async (placeId) => (await findPlaces(parts)).find(({ id }) => id === placeId)?.folder,
    places: async () => (await findPlaces(parts)).filter(({ canWrite }) => canWrite).map(asPlace),
    readable: async () => (await findPlaces(parts)).map(asPlace),
    write: (placeId, words, extension, bytes) =>
      writing(placeId, (folder, forget) => writeNew(folder, fileName(words, extension), bytes, forget)),
    writeBy: (placeId, words, extension, fill) => {
      const filled = async (path: string): Promise<void> => {
        const made = await fill(path)
        if (!made.ok) throw new Refused(made.error)
      }
      return writing(placeId, (folder, forget) =>
        writeNewBy(folder, fileName(words, extension), filled, forget),
      )
    },
  }
}
