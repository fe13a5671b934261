import type { Refusal } from '#contract/refusal.ts'
import { ok, type Result } from '#core/kernel/result.ts'
import type { OutsideService } from '#core/outside/service.ts'
import type { Handlers } from './feature.ts'

/** Lets a room come into being in a folder, and opens it. */
export type RestoreRoom = (
  bring: (into: string) => Promise<Result<void, Refusal>>,
) => Promise<Result<void, Refusal>>

export const backupsHandlers = (outside: OutsideService, restoreRoom: RestoreRoom): Handlers<'backups'> => ({
  look: () => ok(outside.look()),
  makeKey: ({ isSplit }) => ok(outside.makeKey(isSplit)),
  confirmKey: ({ typed }) => outside.confirmKey(typed),
  make: ({ place }) => outside.make(place),
  stop: () => ok(outside.stop()),
  found: async () => ok(await outside.found()),
  tryOut: ({ typed, ...which }) => outside.tryOut(which, typed),
  foundAtSetup: async () => ok(await outside.found()),
  restore: ({ typed, ...which }) => restoreRoom((into) => outside.restoreInto(into, which, typed)),
})
