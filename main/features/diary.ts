import type { DiaryMedia } from '#core/diary/media.ts'
import type { DiaryService } from '#core/diary/service.ts'
import type { Handlers } from './feature.ts'

/** All of it belongs to the child who sits there; staff have no way in (D3). */
export const diaryHandlers = (diary: DiaryService, media: DiaryMedia): Handlers<'diary'> => ({
  pages: (ask, { childId }) => diary.pages(childId, ask),
  begin: (_, { childId }) => diary.begin(childId),
  today: (_, { childId }) => diary.today(childId),
  open: async ({ page }, { childId }) => {
    // What a page that died had in hand lies on it.
    await media.settle((_child, of, step) => diary.putKept(childId, of, step), childId)
    return diary.open(childId, page)
  },
  put: ({ page, step }, writer) => diary.put(writer, page, step),
  undo: ({ page }, { childId }) => diary.undo(childId, page),
  redo: ({ page }, { childId }) => diary.redo(childId, page),
  keepThumbnail: ({ page, image }, { childId }) => diary.keepThumbnail(childId, page, image),
})
