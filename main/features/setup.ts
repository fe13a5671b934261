import type { Refusal } from '#contract/refusal.ts'
import type { Settings } from '#contract/room.ts'
import type { CardLook } from '#contract/setup.ts'
import type { Judgement } from '#contract/voice.ts'
import { ok, type Result } from '#core/kernel/result.ts'
import type { SetupService } from '#core/setup/service.ts'
import type { Handlers } from './feature.ts'

/** Provisioning files, as far as the set-up needs them. */
export interface CardDesk {
  readonly look: () => Promise<CardLook>
  /** Of the one that was shown last, if it has this fingerprint. `keep` remembers it, so that no older one is taken. */
  readonly taken: (
    fingerprint: string,
  ) => { readonly policies: Partial<Settings>; readonly keep: () => void } | undefined
}

/** What only the shell can do: which room is open, and in which window. */
export interface SetupDoors {
  readonly openExample: () => Promise<Result<void, Refusal>>
  readonly openRoom: () => Result<void, Refusal>
  readonly cards: CardDesk
  readonly judgeVoice: (said: Judgement) => void
}

export const setupHandlers = (setup: SetupService, doors: SetupDoors): Handlers<'setup'> => ({
  state: () => ok(setup.state()),
  openExample: () => doors.openExample(),
  card: async () => ok(await doors.cards.look()),
  finish: async ({ card, ...first }) => {
    const taken = card === undefined ? undefined : doors.cards.taken(card)
    const done = await setup.finish({ ...first, ...(taken && { policies: taken.policies }) })
    if (done.ok) taken?.keep()
    return done
  },
  judgeVoice: (said) => ok(doors.judgeVoice(said)),
  openRoom: () => doors.openRoom(),
})
