import type { DiaryMedia } from '#core/diary/media.ts'
import type { Handlers } from './feature.ts'

/** All of it belongs to the child who sits there; staff have no way in (D3). */
export const diaryMediaHandlers = (media: DiaryMedia): Handlers<'diaryMedia'> => ({
  begin: ({ page, step }, { childId }) => media.begin(childId, page, step),
  append: ({ media: one, piece, bytes }, { childId }) => media.append(childId, one, piece, bytes),
  finish: ({ media: one, seconds }, { childId }) => media.finish(childId, one, seconds),
  drop: ({ media: one }, { childId }) => media.drop(childId, one),
})
