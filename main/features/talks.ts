import { ok } from '#core/kernel/result.ts'
import type { TalksService } from '#core/talks/service.ts'
import type { Handlers } from './feature.ts'

export const talksHandlers = (talks: TalksService): Handlers<'talks'> => ({
  page: (_, { childId }) => ok(talks.page(childId)),
  ask: ({ adultId, mood }, { childId }) => talks.ask(childId, adultId, mood),
  unheard: (_, { childId }) => ok(talks.unheard(childId)),
  takeBack: ({ id }, { childId }) => talks.takeBack(childId, id),
  marks: () => ok(talks.marks()),
  mine: (_, { person }) => ok(talks.mine(person)),
  open: ({ id }, { person }) => talks.open(person, id),
  talked: ({ id }, { person }) => talks.talked(person, id),
  waiting: () => ok(talks.waiting()),
})
