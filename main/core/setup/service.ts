import type { SetupState, Language } from '#contract/setup.ts'
import type { Settings } from '#contract/room.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { Ground } from '#core/kernel/ground.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import type { RoomService } from '#core/room/service.ts'
import type { StaffService } from '#core/staff/service.ts'

export interface FirstRun {
  readonly language: Language
  readonly school: string
  readonly room: string
  /** The number on this PC's table. */
  readonly seat: number
  /** What a provisioning file says of the room's rules. */
  readonly policies?: Partial<Settings>
  readonly coordinator: { readonly name: string; readonly pin: string }
}

/** The first run of a seat: naming the room and its first coordinator, once. */
export interface SetupService {
  state(): SetupState
  /** Refuses with `already-set-up` or `pin-too-easy`. All of it is on disk, or none. */
  finish(first: FirstRun): Promise<Result<{ readonly recoveryKey: string }, Refusal>>
}

const emptied = ['started-empty-after-damage', 'started-empty-beside-foreign'] as const

export function createSetupService(
  { db }: Ground,
  { room, staff }: { readonly room: RoomService; readonly staff: StaffService },
): SetupService {
  const emptyBecause = (): SetupState['emptyBecause'] => {
    const codes = room.notices().map(({ code }) => code)
    return emptied.find((code) => codes.includes(code)) ?? null
  }
  return {
    state: () => ({
      needed: staff.isEmpty(),
      language: room.settings().language,
      emptyBecause: emptyBecause(),
    }),
    finish: async ({ language, school, room: name, seat, policies = {}, coordinator }) => {
      if (!staff.isEmpty()) return err(refuse('already-set-up'))
      const first = await staff.prepareFirst(coordinator)
      if (!first.ok) return first
      const settings = {
        ...room.settings(),
        ...policies,
        language,
        staffLanguage: language,
        school,
        room: name,
      }
      const written = db.transaction(() => {
        // Another call may have finished while this one made its hashes.
        if (!staff.isEmpty()) return false
        room.begin(settings, seat)
        first.value.write()
        return true
      })
      if (!written) return err(refuse('already-set-up'))
      room.changeSettings(settings)
      return ok({ recoveryKey: first.value.recoveryKey })
    },
  }
}
