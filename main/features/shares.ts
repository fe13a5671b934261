import { ok } from '#core/kernel/result.ts'
import type { SharesService } from '#core/diary/shares.ts'
import type { Handlers } from './feature.ts'

/** A child gives a page and takes it back; the adult whom it names looks. */
export const sharesHandlers = (shares: SharesService): Handlers<'shares'> => ({
  receivers: ({ page }, { childId }) => shares.receivers(childId, page),
  give: ({ page, to }, { childId }) => shares.give(childId, page, to),
  takeBack: ({ page }, { childId }) => shares.takeBack(childId, page),
  withMe: (_, { person }) => ok(shares.withMe(person)),
  look: ({ page }, { person }) => shares.look(person, page),
})
