import { z } from 'zod'
import { languages, type Language } from './languages.ts'
import type { CardProblem } from './room-card.ts'
import { door, method, setup } from './define.ts'
import { judgement } from './voice.ts'

export { languages, type Language }

export interface SetupState {
  /** No coordinator yet: the first run. */
  readonly needed: boolean
  readonly language: Language
  /** Why the room is empty although it was not new: words under `notice.<code>`. */
  readonly emptyBecause: 'started-empty-after-damage' | 'started-empty-beside-foreign' | null
}

/** A provisioning file that lies on a stick, in the image or beside the program. */
export interface CardLook {
  readonly found: {
    readonly school: string
    readonly room: string
    readonly seats: number
    readonly language: Language
    /** The number of this seat; null where a person says it. */
    readonly seat: number | null
    readonly fingerprint: string
    /** False: two people compare the fingerprint before it counts. */
    readonly isKnownKey: boolean
    readonly isAgeUnknown: boolean
  } | null
  /** Files that were not taken, and why. */
  readonly refused: readonly CardProblem[]
}

export const setupMethods = {
  /** Looks for a provisioning file. */
  card: method(setup, z.void()).answers<CardLook>(),
  state: method(door, z.void()).answers<SetupState>(),
  /** Opens the example room, in a folder of its own, clearly marked. */
  openExample: method(setup, z.void()).answers<void>(),
  /** Whoever sets the seat up has heard its voice. */
  judgeVoice: method(setup, judgement).answers<void>(),
  /** Names this room and its first coordinator. The recovery key is shown once and stored only as a hash. */
  finish: method(
    setup,
    z.strictObject({
      language: z.enum(languages),
      school: z.string().trim().min(1).max(60),
      room: z.string().trim().min(1).max(40),
      seat: z.int().min(1).max(60),
      /** The file with this fingerprint is taken: its rules count, too. */
      card: z.string().max(60).optional(),
      coordinator: z.strictObject({
        name: z.string().trim().min(1).max(40),
        pin: z.string().regex(/^\d{6,12}$/),
      }),
    }),
  ).answers<{ readonly recoveryKey: string }>(),
  /** The recovery key has been written down: close the set-up, open the room. */
  openRoom: method(door, z.void()).answers<void>(),
}
