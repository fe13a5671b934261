import type { AlbumPage, AlbumShelf } from '#contract/album.ts'
import type { DiaryPage } from '#contract/diary.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { Given } from '#contract/shares.ts'
import type { Ground } from '../kernel/ground.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { ChildKeys, Ring } from '../keys/child-keys.ts'
import type { UsageService } from '../usage/service.ts'
import * as store from './album-store.ts'
import { placeOf } from './paper.ts'
import type { DiaryService } from './service.ts'
import type { SharesService } from './shares.ts'
import { heavy, inOrder, weekAround } from './this-day-rules.ts'

/** Looking back (D7): by month, by star, this day in other years. Every method takes the child whose session runs. */
export interface AlbumService {
  months(childId: string): {
    readonly months: readonly { readonly month: string; readonly pages: number }[]
    readonly undated: number
    readonly now: string | null
  }
  pages(
    childId: string,
    ask: { readonly shelf: AlbumShelf; readonly screen: number; readonly limit: number },
  ): { readonly pages: readonly AlbumPage[]; readonly total: number }
  like(childId: string, page: string, on: boolean): Result<void, Refusal>
  thisDay(
    childId: string,
  ): { readonly page: AlbumPage; readonly yearsAgo: number; readonly same: 'day' | 'week' } | null
}

export interface AlbumParts {
  readonly keys: ChildKeys
  readonly usage: Pick<UsageService, 'moment'>
  readonly diary: Pick<DiaryService, 'open'>
  readonly shares: Pick<SharesService, 'givenOf'>
  readonly mediaAddress: (hash: string) => string
}

export function createAlbumService({ db }: Pick<Ground, 'db'>, parts: AlbumParts): AlbumService {
  const { keys, usage, diary, shares, mediaAddress } = parts

  const shown = (ring: Ring, given: ReadonlyMap<string, Given>, row: store.AlbumRow): AlbumPage => {
    const isOpen = ring.opens(row.keyId)
    return {
      id: row.id,
      day: row.day,
      startedAt: row.startedAt,
      clockWrong: row.trusted === 0,
      isClosed: !isOpen,
      opening: row.opening === '' ? '' : (ring.open(placeOf.opening(row.id), row.opening) ?? ''),
      thumbnail: isOpen && row.thumbnail !== null ? mediaAddress(row.thumbnail) : null,
      liked: isLiked(ring, row),
      given: given.get(row.id) ?? null,
    }
  }

  return {
    months: (childId) => {
      const { day, trusted } = usage.moment()
      return {
        months: store.monthsOf(db, childId),
        undated: store.undatedOf(db, childId),
        now: trusted ? day.slice(0, 7) : null,
      }
    },

    pages: (childId, { shelf, screen, limit }) => {
      const ring = keys.ringOf(childId)
      const given = shares.givenOf(childId)
      const from = screen * limit
      if (shelf === 'liked') {
        // Whether a star shines is sealed: all that were touched are looked at.
        const rows = store.touchedOf(db, childId).filter((row) => isLiked(ring, row))
        return {
          pages: rows.slice(from, from + limit).map((row) => shown(ring, given, row)),
          total: rows.length,
        }
      }
      const { rows, total } = store.shelfOf(db, childId, shelf, { from, limit })
      return { pages: rows.map((row) => shown(ring, given, row)), total }
    },

    like: (childId, page, on) =>
      db.transaction(() => {
        const row = store.albumRow(db, childId, page)
        if (!row) return err(refuse('not-found'))
        const ring = keys.ringOf(childId)
        if (!ring.opens(row.keyId)) return err(refuse('diary-closed'))
        store.setStar(db, page, ring.seal(row.keyId, placeOf.star(page), on ? '1' : '0'))
        return ok(undefined)
      }),

    thisDay: (childId) => {
      const { day, trusted } = usage.moment()
      // A day that nobody vouches for reminds of nothing.
      if (!trusted) return null
      const ring = keys.ringOf(childId)
      const near = store.onDays(db, childId, day.slice(0, 4), weekAround(day))
      for (const row of inOrder(near, day)) {
        if (!ring.opens(row.keyId)) continue
        if (!isLiked(ring, row)) {
          const page = diary.open(childId, row.id)
          if (!page.ok || isHeavy(page.value)) continue
        }
        return {
          page: shown(ring, shares.givenOf(childId), row),
          yearsAgo: Number(day.slice(0, 4)) - Number(row.day.slice(0, 4)),
          same: row.day.slice(5) === day.slice(5) ? 'day' : 'week',
        }
      }
      return null
    },
  }
}

const isLiked = (ring: Ring, { id, star }: store.AlbumRow): boolean =>
  star !== null && ring.open(placeOf.star(id), star) === '1'

const isHeavy = ({ sheets }: DiaryPage): boolean =>
  sheets.some(({ marks }) =>
    marks.some((mark) => mark.kind === 'item' && mark.thing.kind === 'mood' && heavy.has(mark.thing.mood)),
  )
