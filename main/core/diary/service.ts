import type { DiaryPage, PageSummary, Step } from '#contract/diary.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { Ground } from '../kernel/ground.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { ChildKeys, Ring } from '../keys/child-keys.ts'
import type { MediaStore } from '../media/store.ts'
import type { UsageService } from '../usage/service.ts'
import type { DiaryMedia } from './media.ts'
import { ClosedPage, paperOf, placeOf, type Paper } from './paper.ts'
import { sheetsOf } from './sheets-rules.ts'
import { sealPlainPages, sealPlainThumbnails } from './seal-plain.ts'
import * as store from './store.ts'

/** Whose diary, in which turn. */
export interface Writer {
  readonly childId: string
  readonly sessionId: string
}

/**
 * A child's diary (D1). Every method takes the child whose session runs: a page of another child is `not-found`, and
 * there is no method by which staff could open one (D3). What a page holds is sealed by the child's own key; where that key
 * does not open at this seat, a page is `diary-closed`, and nothing of it is lost.
 */
export interface DiaryService {
  pages(
    childId: string,
    ask: { readonly before?: string | undefined; readonly limit: number },
  ): Result<{ readonly pages: readonly PageSummary[]; readonly total: number }, Refusal>
  begin(childId: string): Result<DiaryPage, Refusal>
  /** The page of today that was begun last; a fresh one where there is none, or it does not open here. */
  today(childId: string): Result<DiaryPage, Refusal>
  open(childId: string, page: string): Result<DiaryPage, Refusal>
  /** The same by keys that are handed in, for reading alone: two adults opened it in an emergency (D5). */
  read(childId: string, page: string, ring: Ring): Result<DiaryPage, Refusal>
  /** On disk when it answers. A step that was undone and then drawn over is `not-found`. */
  put(writer: Writer, page: string, step: Step): Result<void, Refusal>
  /** Puts down what was left in hand when the turn was over (`media.ts`): nothing is said of a turn. */
  putKept(childId: string, page: string, step: Step): Result<void, Refusal>
  undo(childId: string, page: string): Result<DiaryPage, Refusal>
  redo(childId: string, page: string): Result<DiaryPage, Refusal>
  /** A PNG or WebP; over 200 kB is `file-too-large`, anything else `file-unreadable`. */
  keepThumbnail(childId: string, page: string, image: Uint8Array): Promise<Result<void, Refusal>>
  /** Hands the last step of each page on to the other seats: at the start and when a turn ends. */
  settle(): void
  /** Seals small pictures of pages that an older version left readable; nothing to do after the first time. */
  sealPlainThumbnails(): Promise<void>
}

export interface DiaryParts {
  readonly usage: Pick<UsageService, 'append' | 'moment'>
  readonly keys: ChildKeys
  readonly media: Pick<MediaStore, 'keep' | 'read' | 'remove'>
  /** Files that lie on pages. */
  readonly pageMedia: Pick<DiaryMedia, 'addressesOf' | 'dropWith' | 'mayPutDown' | 'putDown'>
  /** Address of a kept file for an `<img>`. */
  readonly mediaAddress: (hash: string) => string
}

/** Characters of a page's text that its tile shows. */
const OPENING = 24
const THUMBNAIL_BYTES = 200_000

export function createDiaryService(ground: Ground, parts: DiaryParts): DiaryService {
  const { db, newId } = ground
  const { usage, keys, media, pageMedia } = parts
  // Before anybody can open one: pages that an older version left readable.
  sealPlainPages(ground, keys)
  // Which page was drawn on in which turn, so that a turn says it once.
  const saidOnce = new Set<string>()

  const withPage = <T>(
    childId: string,
    page: string,
    work: (row: store.PageRow, paper: Paper) => Result<T, Refusal>,
    ring: Ring = keys.ringOf(childId),
  ): Result<T, Refusal> => {
    try {
      return db.transaction(() => {
        const row = store.pageOf(db, childId, page)
        return row ? work(row, paperOf(ring, page, row.keyId)) : err(refuse('not-found'))
      })
    } catch (error) {
      if (error instanceof ClosedPage) return err(refuse('diary-closed'))
      throw error
    }
  }

  // Of the first sheet that has words. Most pages have one sheet: its last words are found in the first step that is opened.
  const showOpening = (page: string, paper: Paper): void => {
    const words = new Map<number, string>()
    for (const row of store.standingTextSteps(db, page)) {
      const step = paper.step(row)
      if (step.kind !== 'text') continue
      const sheet = step.sheet ?? 0
      if (!words.has(sheet)) words.set(sheet, step.text.trim())
      if (words.get(0)) break
    }
    const [, text = ''] = [...words].toSorted(([a], [b]) => a - b).find(([, each]) => each !== '') ?? []
    const characters = Array.from(text.replaceAll(/\s+/gu, ' '))
    store.setOpening(db, page, paper.sealOpening(characters.slice(0, OPENING).join('')))
  }

  const turnBack = (childId: string, page: string, to: 'undone' | 'standing'): Result<DiaryPage, Refusal> =>
    withPage(childId, page, (row, paper) => {
      const isJoined = (each: store.StepRow): boolean => {
        const step = each.kind === 'stroke' ? paper.step(each) : undefined
        return step?.kind === 'stroke' && step.joined === true
      }
      store.settleDraft(db, page)
      let turned = store.turnBack(db, page, to)
      // What was drawn in one go comes and goes in one, however many strokes it took.
      for (let next = store.nextToTurn(db, page, to); turned && next; next = store.nextToTurn(db, page, to)) {
        const [later, earlier] = to === 'undone' ? [turned, next] : [next, turned]
        if (!isJoined(later) || earlier.kind !== 'stroke') break
        turned = store.turnBack(db, page, to)
      }
      if (turned) showOpening(page, paper)
      return ok(pageForWindow(row, paper))
    })

  const pageForWindow = ({ id, day, startedAt, trusted }: store.PageRow, paper: Paper): DiaryPage => {
    const steps = store.standingSteps(db, id)
    return {
      id,
      day,
      startedAt,
      clockWrong: trusted === 0,
      sheets: sheetsOf(steps.map((step) => paper.step(step))),
      media: pageMedia.addressesOf(id),
      mayUndo: steps.length > 0,
      mayRedo: store.stepCounts(db, id).undone > 0,
    }
  }

  const putDown = (page: string, step: Step, paper: Paper): Result<void, Refusal> => {
    if (!pageMedia.mayPutDown(page, step)) return err(refuse('not-found'))
    const placed = place(page, paper.stepRow(step))
    if (!placed.ok) return placed
    pageMedia.putDown(step)
    if (step.kind === 'text') showOpening(page, paper)
    return placed
  }

  const place = (page: string, step: store.StepRow): Result<void, Refusal> => {
    if (store.draftOf(db, page)?.id !== step.id) {
      const known = store.whereIs(db, step.id)
      if (known === 'dropped' || (known && known.page !== page)) return err(refuse('not-found'))
      if (known) return ok(store.replaceStep(db, step))
      store.settleDraft(db, page)
      store.dropUndone(db, page, (dropped) => pageMedia.dropWith(dropped))
    }
    return ok(store.keepDraft(db, page, step))
  }

  const begin = (childId: string): Result<DiaryPage, Refusal> => {
    const { at, day, trusted } = usage.moment()
    return db.transaction(() => {
      const ring = keys.ringOf(childId)
      const empty = store.emptyPage(db, childId, day)
      if (empty && ring.opens(empty.keyId))
        return ok(pageForWindow(empty, paperOf(ring, empty.id, empty.keyId)))
      const page = {
        id: newId(),
        day,
        startedAt: at,
        opening: '',
        thumbnail: null,
        trusted: trusted ? 1 : 0,
        keyId: ring.own(),
      }
      store.addPage(db, childId, page)
      return ok(pageForWindow(page, paperOf(ring, page.id, page.keyId)))
    })
  }

  return {
    pages(childId, { before, limit }) {
      const from = before === undefined ? undefined : store.pageOf(db, childId, before)
      if (before !== undefined && !from) return err(refuse('not-found'))
      const ring = keys.ringOf(childId)
      const pages = store.pagesOf(db, childId, limit, from).map((row) => {
        const isOpen = ring.opens(row.keyId)
        return {
          id: row.id,
          day: row.day,
          startedAt: row.startedAt,
          clockWrong: row.trusted === 0,
          isClosed: !isOpen,
          opening: row.opening === '' ? '' : (ring.open(placeOf.opening(row.id), row.opening) ?? ''),
          thumbnail: isOpen && row.thumbnail !== null ? parts.mediaAddress(row.thumbnail) : null,
        }
      })
      return ok({ pages, total: store.pageCount(db, childId) })
    },

    begin,
    today(childId) {
      const latest = store.latestPage(db, childId, usage.moment().day)
      return latest && keys.ringOf(childId).opens(latest.keyId)
        ? withPage(childId, latest.id, (row, paper) => ok(pageForWindow(row, paper)))
        : begin(childId)
    },

    open: (childId, page) => withPage(childId, page, (row, paper) => ok(pageForWindow(row, paper))),
    read: (childId, page, ring) =>
      withPage(childId, page, (row, paper) => ok(pageForWindow(row, paper)), ring),

    put({ childId, sessionId }, page, step) {
      const once = `${sessionId}/${page}`
      const put = withPage(childId, page, (_, paper) => {
        const detail = store.isUntouched(db, page) ? 'new' : 'again'
        const placed = putDown(page, step, paper)
        if (!placed.ok) return placed
        if (!saidOnce.has(once)) {
          usage.append({ childId, sessionId, kind: 'diary-page', activity: 'diary', detail })
        }
        return placed
      })
      // Only once it is committed: a disk that was full must be able to say it again.
      if (put.ok) saidOnce.add(once)
      return put
    },

    putKept: (childId, page, step) => withPage(childId, page, (_, paper) => putDown(page, step, paper)),

    undo: (childId, page) => turnBack(childId, page, 'undone'),
    redo: (childId, page) => turnBack(childId, page, 'standing'),

    async keepThumbnail(childId, page, image) {
      if (image.length > THUMBNAIL_BYTES) return err(refuse('file-too-large'))
      if (!isPngOrWebp(image)) return err(refuse('file-unreadable'))
      const sealed = withPage(childId, page, (_, paper) => ok(paper.sealThumbnail(image)))
      if (!sealed.ok) return sealed
      const kept = await media.keep(sealed.value, 'diary')
      if (!kept.ok) return err(refuse(kept.error))
      const set = withPage(childId, page, ({ thumbnail }) => {
        store.settleDraft(db, page)
        store.setThumbnail(db, page, kept.value)
        return ok(thumbnail)
      })
      if (!set.ok) return set
      // Sealed anew each time, so that no other page names it.
      if (set.value !== null) await media.remove('diary', set.value)
      return ok(undefined)
    },

    settle() {
      saidOnce.clear()
      const pages = store.pagesWithDraft(db)
      if (pages.length === 0) return
      db.transaction(() => {
        for (const page of pages) store.settleDraft(db, page)
      })
    },

    sealPlainThumbnails: () => sealPlainThumbnails(ground, keys, media),
  }
}

function isPngOrWebp(image: Uint8Array): boolean {
  const head = Buffer.from(image.subarray(0, 12)).toString('latin1')
  return head.startsWith('\x89PNG\r\n\x1a\n') || (head.startsWith('RIFF') && head.endsWith('WEBP'))
}
