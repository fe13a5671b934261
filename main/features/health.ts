import type { HealthLook } from '#contract/health.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { HealthService } from '#core/health/service.ts'
import { ok, type Result } from '#core/kernel/result.ts'
import type { Handlers } from './feature.ts'

/** Writes the bundle for whoever helps from afar into a place of `files.places`. */
export type ExportBundle = (
  place: string,
  look: HealthLook,
) => Promise<Result<{ readonly file: string }, Refusal>>

export const healthHandlers = (health: HealthService, exportBundle: ExportBundle): Handlers<'health'> => ({
  look: async () => ok(await health.look()),
  check: async () => ok(await health.check(true)),
  history: ({ lamp }) => ok(health.history(lamp)),
  tried: async (trial, { person }) => ok(await health.tried(person.id, trial)),
  saveBundle: async ({ place }) => exportBundle(place, await health.look()),
})
