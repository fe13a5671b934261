import { ok } from '#core/kernel/result.ts'
import type { FeelingsService } from '#core/feelings/service.ts'
import type { Handlers } from './feature.ts'

export const feelingsHandlers = (feelings: FeelingsService): Handlers<'feelings'> => ({
  page: (_, { childId }) => ok(feelings.page(childId)),
  choose: ({ adultId }, { childId }) => feelings.choose(childId, adultId),
  tell: ({ mood }, { childId }) => feelings.tell(childId, mood),
  skip: (_, { childId }) => {
    feelings.skip(childId)
    return ok(undefined)
  },
  told: (_, { person }) => ok(feelings.told(person)),
})
