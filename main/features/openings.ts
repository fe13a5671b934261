import { ok } from '#core/kernel/result.ts'
import type { OpeningsService } from '#core/openings/service.ts'
import type { Handlers } from './feature.ts'

export const openingsHandlers = (openings: OpeningsService): Handlers<'openings'> => ({
  look: (_, { person }) => ok(openings.look(person)),
  days: ({ childId }) => ok(openings.days(childId)),
  confirm: ({ id, pin }, { person }) => openings.confirm(person, id, pin),
  cancel: () => ok(openings.cancel()),
  open: (wish, { person }) => openings.open(person, wish),
  now: (_, { person }) => ok(openings.now(person)),
  page: ({ id }, { person }) => openings.page(person, id),
  close: () => ok(openings.close('by-hand')),
  report: (what, { person }) => openings.report(person, what),
  record: () => ok({ entries: openings.record.entries(), chain: openings.record.check() }),
  untold: (_, { childId }) => ok(openings.untold(childId)),
  heard: ({ id }, { childId }) => openings.heard(childId, id),
  ofMine: (_, { childId }) => ok(openings.ofMine(childId)),
})
