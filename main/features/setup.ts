import type { Refusal } from '#contract/refusal.ts'
import type { Judgement } from '#contract/voice.ts'
import { ok, type Result } from '#core/kernel/result.ts'
import type { SetupService } from '#core/setup/service.ts'
import type { Handlers } from './feature.ts'

/** What only the shell can do: which room is open, and in which window. */
export interface SetupDoors {
  readonly openExample: () => Promise<Result<void, Refusal>>
  readonly openRoom: () => Result<void, Refusal>
  readonly judgeVoice: (said: Judgement) => void
}

export const setupHandlers = (setup: SetupService, doors: SetupDoors): Handlers<'setup'> => ({
  state: () => ok(setup.state()),
  openExample: () => doors.openExample(),
  finish: (first) => setup.finish(first),
  judgeVoice: (said) => ok(doors.judgeVoice(said)),
  openRoom: () => doors.openRoom(),
})
