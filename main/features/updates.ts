import { ok } from '#core/kernel/result.ts'
import type { UpdatesService } from '#core/updates/service.ts'
import type { Handlers } from './feature.ts'

export const updatesHandlers = (updates: UpdatesService): Handlers<'updates'> => ({
  look: () => ok(updates.look()),
  take: () => updates.take(),
  order: ({ wanted }, { person }) => updates.order(wanted, person.id),
  back: () => updates.back(),
})
