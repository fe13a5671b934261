import type { FilePlace } from '#contract/files.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import { codeOf, storageProblem } from '#core/kernel/storage-problem.ts'
import type { Log } from '#core/kernel/log.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { fileName } from './file-name-rules.ts'
import { findPlaces, type PlacesParts } from './places.ts'
import { writeNew, writeNewBy } from './write-new.ts'

/** Gives files out of the house: to a stick or into the seat's documents, under a name that is free. */
export interface FilesService {
  places(): Promise<readonly FilePlace[]>
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

export function createFilesService(parts: PlacesParts & { readonly log: Log }): FilesService {
  const writing = async (
    placeId: string,
    write: (folder: string) => Promise<string>,
  ): Promise<Result<{ readonly file: string }, Refusal>> => {
    const place = (await findPlaces(parts)).find(({ id }) => id === placeId)
    if (!place) return err(refuse('no-place'))
    try {
      return ok({ file: await write(place.folder) })
    } catch (error) {
      if (error instanceof Refused) return err(error.refusal)
      const code = codeOf(error)
      parts.log.warn('A file could not be given out', { kind: place.kind, code })
      const problem = storageProblem(error) ?? 'io-error'
      // Pulled out while it was written: the system calls that by many names.
      const isFull = problem === 'disk-full'
      if (!isFull && !(await findPlaces(parts)).some(({ id }) => id === placeId))
        return err(refuse('no-place'))
      return err(refuse(code === 'ENOENT' || code === 'ENODEV' ? 'no-place' : problem))
    }
  }
  return {
    folderOf: async (placeId) => (await findPlaces(parts)).find(({ id }) => id === placeId)?.folder,
    places: async () =>
      (await findPlaces(parts)).map(({ id, kind, name, freeBytes }) => ({ id, kind, name, freeBytes })),
    write: (placeId, words, extension, bytes) =>
      writing(placeId, (folder) => writeNew(folder, fileName(words, extension), bytes)),
    writeBy: (placeId, words, extension, fill) =>
      writing(placeId, (folder) =>
        writeNewBy(folder, fileName(words, extension), async (path) => {
          const filled = await fill(path)
          if (!filled.ok) throw new Refused(filled.error)
        }),
      ),
  }
}
