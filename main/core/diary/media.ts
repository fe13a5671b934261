import type { ItemStep, Step } from '#contract/diary.ts'
import type { PageMediaBegun } from '#contract/diary-media.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { Ground } from '../kernel/ground.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { storageProblem } from '../kernel/storage-problem.ts'
import type { ChildKeys, Ring } from '../keys/child-keys.ts'
import type { MediaFiles } from './media-files.ts'
import { openPieces, sealPiece, type PieceSeal } from './media-pieces.ts'
import {
  isOfKind,
  pageMediaLimits,
  pageMediaType,
  piecesASecond,
  VOICE_SECONDS,
  type PageMediaKind,
} from './media-rules.ts'
import * as store from './media-store.ts'
import { pageOf } from './store.ts'

type MediaThing = Extract<ItemStep['thing'], { readonly media: string }>
type Answer<T> = Promise<Result<T, Refusal>>

/** Sealed files of a child's pages: voices that grow, photographs, what was pasted. Nothing of them is ever on disk unsealed. */
export interface DiaryMedia {
  begin(childId: string, page: string, step: ItemStep): Result<PageMediaBegun, Refusal>
  append(
    childId: string,
    media: string,
    piece: number,
    bytes: Uint8Array,
  ): Answer<{ readonly pieces: number }>
  finish(childId: string, media: string, seconds: number): Answer<{ readonly address: string }>
  drop(childId: string, media: string): Answer<void>
  /** Whether the file that a step puts down, if any, is of this page and whole, and lies there by no other step. */
  mayPutDown(page: string, step: Step): boolean
  /** Inside the transaction that puts a step on a page. */
  putDown(step: Step): void
  /** Inside the transaction that drops a step for good: its files go as soon as that is over. */
  dropWith(step: string): void
  /** Address of every file that lies on a page, by its id. */
  addressesOf(page: string): Readonly<Record<string, string>>
  /** Whose it is; undefined where there is none. */
  find(media: string): { readonly page: string; readonly childId: string } | undefined
  /**
   * Opened, by the keys that `readers.ts` names where it does; undefined where it is damaged, cut off, or its key does not open. Ask it
   * before.
   */
  read(media: string, ring?: Ring): Promise<{ readonly type: string; readonly bytes: Uint8Array } | undefined>
  /** Ends what was left in hand, of that child or of all, and puts it down by `put`: a power cut, a page that died, a turn that ended. Over when files that were dropped are gone, too. */
  settle(
    put: (childId: string, page: string, step: Step) => Result<void, Refusal>,
    childId?: string,
  ): Promise<void>
}

export interface DiaryMediaParts {
  readonly keys: ChildKeys
  readonly files: MediaFiles
  readonly mediaAddress: (media: string) => string
}

/** What is known of a file that grows, so that it is not read again for each piece. */
interface Growing {
  readonly pieces: number
  readonly first: Uint8Array
  readonly last: Uint8Array
  readonly lastAt: number
  readonly end: number
}

const placeOf = ({ page, id: media }: store.MediaRow) => ({ page, media })
const stepPlace = ({ page, id }: Pick<store.MediaRow, 'page' | 'id'>) => `diary/${page}/taking/${id}`

export function createDiaryMedia(
  { db, log }: Pick<Ground, 'db' | 'log'>,
  { keys, files, mediaAddress }: DiaryMediaParts,
): DiaryMedia {
  const growing = new Map<string, Growing>()
  // One after another: two pieces at once would lie on one another.
  let line: Promise<unknown> = Promise.resolve()
  const inLine = <T>(work: () => Answer<T>): Answer<T> => {
    const next = line.then(() => safely(work))
    line = next.catch(() => undefined)
    return next
  }

  const sealOf = ({ childId, keyId }: store.MediaRow, by?: Ring): PieceSeal => {
    const ring = by ?? keys.ringOf(childId)
    return {
      sealBytes: (place, bytes) => ring.sealBytes(keyId, place, bytes),
      openBytes: (place, record) => ring.openBytes(place, record),
    }
  }
  const stepOf = (row: store.TakingRow): ItemStep | undefined => {
    const opened = keys.ringOf(row.childId).open(stepPlace(row), row.data)
    return opened === undefined ? undefined : (JSON.parse(opened) as ItemStep)
  }

  const inHand = (childId: string, media: string): store.TakingRow | undefined => {
    const row = store.takingOf(db, media)
    return row?.childId === childId ? row : undefined
  }
  /** As the disk has it, where nothing is known: what a power cut left half-written at its end is not counted. */
  const grown = async (row: store.TakingRow): Promise<Growing> => {
    const known = growing.get(row.id)
    if (known) return known
    const { pieces, lastAt, end } = openPieces(sealOf(row), placeOf(row), await files.read(row.id))
    const nothing = new Uint8Array()
    const [first, last] = [pieces[0] ?? nothing, pieces.at(-1) ?? nothing]
    return { pieces: pieces.length, first, last, lastAt, end }
  }
  const forget = async (id: string): Promise<void> => {
    growing.delete(id)
    store.dropTaking(db, id)
    await files.remove(id)
  }

  const close = async (row: store.TakingRow, seconds: number | undefined): Answer<void> => {
    if (row.isWhole) return ok(undefined)
    const step = stepOf(row)
    if (!step) return err(refuse('diary-closed'))
    const { pieces, first, last, lastAt } = await grown(row)
    const thing = step.thing
    const isRight = 'media' in thing && isOfKind(thing.kind, first)
    if (pieces === 0 || !isRight) {
      await forget(row.id)
      return err(refuse(pieces === 0 ? 'bad-input' : 'file-unreadable'))
    }
    // In the place of the piece that was the last: a full disk takes it too.
    const closing = { number: pieces - 1, isLast: true, bytes: last }
    await files.write(row.id, lastAt, sealPiece(sealOf(row), placeOf(row), closing))
    growing.delete(row.id)
    // Only who recorded it knows better.
    const length = Math.min(VOICE_SECONDS, Math.max(1, seconds ?? Math.round(pieces / piecesASecond)))
    const whole: ItemStep = thing.kind === 'voice' ? { ...step, thing: { ...thing, seconds: length } } : step
    store.setWhole(
      db,
      row.id,
      keys.ringOf(row.childId).seal(row.keyId, stepPlace(row), JSON.stringify(whole)),
    )
    return ok(undefined)
  }

  return {
    begin: (childId, page, step) => {
      const { thing } = step
      if (!hasMedia(thing)) return err(refuse('bad-input'))
      return db.transaction(() => {
        const row = pageOf(db, childId, page)
        if (!row) return err(refuse('not-found'))
        const ring = keys.ringOf(childId)
        if (!ring.opens(row.keyId)) return err(refuse('diary-closed'))
        if (store.mediaOf(db, thing.media)) return err(refuse('bad-input'))
        const place = { page, id: thing.media }
        const data = ring.seal(row.keyId, stepPlace(place), JSON.stringify(step))
        store.addTaking(db, { ...place, step: step.id, keyId: row.keyId, data })
        return ok({
          mostSeconds: thing.kind === 'voice' ? VOICE_SECONDS : 0,
          mostBytes: pageMediaLimits[thing.kind].bytes,
        })
      })
    },

    append: (childId, media, piece, bytes) =>
      inLine(async () => {
        const row = inHand(childId, media)
        const step = row && !row.isWhole ? stepOf(row) : undefined
        if (!row || !step || !hasMedia(step.thing)) return err(refuse('not-found'))
        const before = await grown(row)
        if (piece !== before.pieces) return ok({ pieces: before.pieces })
        if (before.end + bytes.length > pageMediaLimits[step.thing.kind].bytes)
          return err(refuse('file-too-large'))
        const sealed = sealPiece(sealOf(row), placeOf(row), { number: piece, isLast: false, bytes })
        await files.write(media, before.end, sealed)
        growing.set(media, {
          pieces: piece + 1,
          first: piece === 0 ? bytes : before.first,
          last: bytes,
          lastAt: before.end,
          end: before.end + sealed.length,
        })
        return ok({ pieces: piece + 1 })
      }),

    finish: (childId, media, seconds) =>
      inLine(async () => {
        const row = inHand(childId, media)
        if (!row) {
          // Put down before, by the end of a turn or a second tap.
          const known = store.mediaOf(db, media)?.childId === childId
          return known ? ok({ address: mediaAddress(media) }) : err(refuse('not-found'))
        }
        const closed = await close(row, seconds)
        return closed.ok ? ok({ address: mediaAddress(media) }) : closed
      }),

    drop: (childId, media) =>
      inLine(async () => {
        const row = inHand(childId, media)
        if (!row) return err(refuse('not-found'))
        await forget(row.id)
        return ok(undefined)
      }),

    mayPutDown: (page, step) => {
      if (step.kind !== 'item' || !hasMedia(step.thing)) return true
      const { media } = step.thing
      const taking = store.takingOf(db, media)
      if (taking) return taking.page === page && taking.isWhole
      const row = store.mediaOf(db, media)
      return row?.page === page && row.step === step.id
    },

    putDown: (step) => {
      const taking =
        step.kind === 'item' && hasMedia(step.thing) ? store.takingOf(db, step.thing.media) : undefined
      if (taking) store.addMedia(db, { ...taking, step: step.id })
    },

    dropWith: (step) => {
      const gone = store.dropMediaOf(db, step)
      if (gone.length === 0) return
      inLine(async () => {
        // Only what the transaction around it has really dropped.
        for (const id of gone) if (!store.mediaOf(db, id)) await files.remove(id)
        return ok(undefined)
      }).catch((error: unknown) => log.warn('A file of a page waits for the next sweeping', { error }))
    },

    addressesOf: (page) =>
      Object.fromEntries(store.mediaOfPage(db, page).map((id) => [id, mediaAddress(id)])),

    find: (media) => store.mediaOf(db, media),

    read: async (media, ring) => {
      const row = store.mediaOf(db, media)
      if (!row) return undefined
      const { pieces, isWhole } = openPieces(sealOf(row, ring), placeOf(row), await files.read(media))
      if (!isWhole) {
        log.warn('A file of a page does not open', { media })
        return undefined
      }
      const bytes = Buffer.concat(pieces)
      const type = pageMediaType(bytes)
      return type === undefined ? undefined : { type, bytes }
    },

    settle: async (put, childId) => {
      // As they are now: what is begun while this waits in line is somebody's who sits there.
      const left = store.everyTaking(db, childId)
      await inLine(async () => {
        for (const { id } of left) {
          const done = await safely(async () => {
            const before = store.takingOf(db, id)
            const closed = before ? await close(before, undefined) : ok(undefined)
            const row = store.takingOf(db, id)
            const step = row && stepOf(row)
            return closed.ok && row && step ? put(row.childId, row.page, step) : closed
          })
          if (!done.ok)
            log.warn('What was left in hand could not be put on its page', { code: done.error.code })
        }
        return ok(undefined)
      })
    },
  }
}

/** Pages that no file lies on: of an example, of a test. */
export const noPageMedia: Pick<DiaryMedia, 'addressesOf' | 'dropWith' | 'mayPutDown' | 'putDown'> = {
  addressesOf: () => ({}),
  dropWith: () => undefined,
  mayPutDown: () => true,
  putDown: () => undefined,
}

const hasMedia = (thing: ItemStep['thing']): thing is MediaThing & { readonly kind: PageMediaKind } =>
  'media' in thing

/** A disk that does not take it is an answer, not the end. */
async function safely<T>(work: () => Answer<T>): Answer<T> {
  try {
    return await work()
  } catch (error) {
    const problem = storageProblem(error)
    if (!problem) throw error
    return err(refuse(problem))
  }
}
