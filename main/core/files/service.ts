import type { FilePlace } from '#contract/files.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import { codeOf, storageProblem } from '#core/kernel/storage-problem.ts'
import type { Log } from '#core/kernel/log.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { fileName } from './file-name-rules.ts'
import { findPlaces, type PlacesParts } from './places.ts'
import { writeNew } from './write-new.ts'

/** Gives files out of the house: to a stick or into the seat's documents, under a name that is free. */
export interface FilesService {
  places(): Promise<readonly FilePlace[]>
  /** `words` name the file: 错题本, 林小雨. Refuses with `no-place` or a storage problem. */
  write(
    placeId: string,
    words: readonly string[],
    extension: string,
    bytes: Uint8Array,
  ): Promise<Result<{ readonly file: string }, Refusal>>
}

export function createFilesService(parts: PlacesParts & { readonly log: Log }): FilesService {
  return {
    places: async () =>
      (await findPlaces(parts)).map(({ id, kind, name, freeBytes }) => ({ id, kind, name, freeBytes })),
    write: async (placeId, words, extension, bytes) => {
      const place = (await findPlaces(parts)).find(({ id }) => id === placeId)
      if (!place) return err(refuse('no-place'))
      try {
        return ok({ file: await writeNew(place.folder, fileName(words, extension), bytes) })
      } catch (error) {
        const code = codeOf(error)
        parts.log.warn('A file could not be given out', { kind: place.kind, code })
        const problem = storageProblem(error)
        // Pulled out while it was written.
        if (!problem) return err(refuse(code === 'ENOENT' || code === 'ENODEV' ? 'no-place' : 'io-error'))
        return err(refuse(problem))
      }
    },
  }
}
