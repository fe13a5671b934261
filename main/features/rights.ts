import { contract } from '#contract/index.ts'
import type { Access } from '#contract/define.ts'
import type { Refusal } from '#contract/refusal.ts'
import { ok, type Result } from '#core/kernel/result.ts'
import { permissionsOf } from '#core/rights/permission-rules.ts'
import type { Asked, RightsService } from '#core/rights/service.ts'
import type { Handlers } from './feature.ts'

/** Copies that are being written, in a worker, to a place that main offered. */
export interface Copies {
  make(asked: Asked, place: string): Promise<Result<{ readonly file: string }, Refusal>>
  stop(childId: string): void
}

/** Of the contract itself, by which main decides each call: so what staff read cannot be another thing. */
const deeds = Object.entries(contract).flatMap(([feature, methods]) =>
  Object.entries(methods as Record<string, { readonly by: Access }>).map(([name, { by }]) => ({
    name: `${feature}.${name}`,
    by,
  })),
)

export const rightsHandlers = (rights: RightsService, copies: Copies): Handlers<'rights'> => ({
  look: ({ childId }) => rights.look(childId),
  copy: ({ place, ...asked }, { person }) => copies.make({ ...asked, staffId: person.id }, place),
  stopCopy: ({ childId }) => ok(copies.stop(childId)),
  askCorrection: ({ wish, ...asked }, { person }) =>
    rights.askCorrection({ ...asked, staffId: person.id }, wish),
  endCorrection: ({ childId, id, outcome, reason }, { person }) =>
    rights.endCorrection({ childId, id }, { outcome, reason, staffId: person.id }),
  askErasure: (asked, { person }) => rights.askErasure({ ...asked, staffId: person.id }),
  takeBackErasure: ({ childId, id }, { person }) => rights.takeBackErasure({ childId, id }, person.id),
  hold: (wish, { person }) => rights.hold(wish, person.id),
  liftHold: ({ why, ...of }, { person }) => rights.liftHold(of, why, person.id),
  lookRetention: () => ok(rights.retention()),
  askOld: ({ childId }, { person }) => rights.askOld(childId, person.id),
  lookRoles: () => ok(permissionsOf(deeds)),
  looks: ({ childId, page }) => rights.looks(childId, page),
  open: () => ok(rights.open()),
})
