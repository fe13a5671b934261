import type { Step } from '#contract/diary.ts'
import type { Ring } from '../keys/child-keys.ts'
import type { Sealed } from '../keys/seal.ts'
import type { StepRow } from './store.ts'

/** Where a record of a page lies, bound into its seal: moved to another page it opens no more. */
export const placeOf = {
  step: (page: string, id: string): string => `diary/${page}/step/${id}`,
  opening: (page: string): string => `diary/${page}/opening`,
  thumbnail: (page: string): string => `diary/${page}/thumbnail`,
  star: (page: string): string => `diary/${page}/star`,
}

/** Thrown inside a request where a record does not open with the keys of this child at this seat. */
export class ClosedPage extends Error {}

/** What a page holds, through the keys of the child whose it is. */
export interface Paper {
  stepRow(step: Step): StepRow
  /** Throws `ClosedPage`. */
  step(row: StepRow): Step
  sealOpening(opening: string): Sealed
  sealThumbnail(image: Uint8Array): Uint8Array
}

/** A page of this id that is sealed with this key. Throws `ClosedPage` from what seals, where the key does not open here. */
export function paperOf(ring: Ring, page: string, keyId: string): Paper {
  const read = ({ id, data }: StepRow): unknown => {
    const opened = ring.open(placeOf.step(page, id), data)
    if (opened === undefined) throw new ClosedPage()
    return JSON.parse(opened)
  }
  const mayWrite = (): void => {
    if (!ring.opens(keyId)) throw new ClosedPage()
  }
  return {
    stepRow: ({ id, kind, ...data }) => {
      mayWrite()
      return { id, kind, data: ring.seal(keyId, placeOf.step(page, id), JSON.stringify(data)) }
    },
    step: (row) => ({ ...(read(row) as object), id: row.id, kind: row.kind }) as Step,
    sealOpening: (opening) => {
      mayWrite()
      return ring.seal(keyId, placeOf.opening(page), opening)
    },
    sealThumbnail: (image) => {
      mayWrite()
      return ring.sealBytes(keyId, placeOf.thumbnail(page), image)
    },
  }
}
