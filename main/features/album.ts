import type { AlbumService } from '#core/diary/album.ts'
import { ok } from '#core/kernel/result.ts'
import type { Handlers } from './feature.ts'

/** All of it belongs to the child who sits there. */
export const albumHandlers = (album: AlbumService): Handlers<'album'> => ({
  months: (_, { childId }) => ok(album.months(childId)),
  pages: (ask, { childId }) => ok(album.pages(childId, ask)),
  like: ({ page, on }, { childId }) => album.like(childId, page, on),
  thisDay: (_, { childId }) => ok(album.thisDay(childId)),
})
