import { ok } from '#core/kernel/result.ts'
import type { MeService } from '#core/me/service.ts'
import type { Handlers } from './feature.ts'

export const meHandlers = (me: MeService): Handlers<'me'> => ({
  page: (_, { childId }) => ok(me.page(childId)),
  setSettings: (settings, { childId }) => me.setSettings(childId, settings),
  setFace: (face, { childId }) => me.setFace(childId, face),
  known: (_, { childId }) => me.known(childId),
  ask: ({ about }, { childId }) => me.ask(childId, about),
  asks: (_, { person }) => ok(me.asks(person)),
  answered: ({ childId, id }, { person }) => me.answered(person, childId, id),
})
