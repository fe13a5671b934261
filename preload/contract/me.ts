import { z } from 'zod'
import { audited, child, method, staff } from './define.ts'
import {
  askAbout,
  letterSizes,
  voices,
  type AskAbout,
  type Deed,
  type KnownThing,
  type LetterSize,
  type VoiceChoice,
} from './me-choices.ts'
import { animals, id, tones, type Face } from './people.ts'

/** How the screen is for one child; kept with the child. */
export interface ChildSettings {
  readonly voice: VoiceChoice
  /** `null`: as the room has it. */
  readonly pinyin: boolean | null
  readonly letters: LetterSize
}

export interface LookedLine {
  readonly id: string
  /** Empty for somebody whom this seat has never heard of. */
  readonly name: string
  readonly deed: Deed
  /** Local day, YYYY-MM-DD; null where the clock could not be believed. */
  readonly day: string | null
}

export interface Known {
  readonly gate: readonly KnownThing[]
  readonly hall: readonly KnownThing[]
  readonly drawer: readonly KnownThing[]
  /** The adults who can read what stands in the hall, by name. */
  readonly adults: readonly string[]
  /** Whom to ask to change it; null where the room has none. */
  readonly keeper: string | null
  /** Newest first, one for each adult, deed and day; at most 60. */
  readonly looked: readonly LookedLine[]
  readonly asks: readonly MyAsk[]
}

export interface MyAsk {
  readonly id: string
  readonly about: AskAbout
  readonly adultName: string
  /** Local day, YYYY-MM-DD, by which there is an answer. */
  readonly due: string
  readonly done: boolean
}

/** A child's question in the console of who answers it. */
export interface AskNotice {
  readonly id: string
  readonly childId: string
  readonly childName: string
  readonly classLabel: string
  readonly face: Face
  readonly about: AskAbout
  readonly due: string
  readonly overdue: boolean
}

export interface MePage {
  /** How many turns the room gives today; null where it does not count. */
  readonly turnsLeft: number | null
  /** Minutes of one turn. */
  readonly minutes: number
}

const settings = z.strictObject({
  voice: z.enum(voices),
  pinyin: z.boolean().nullable(),
  letters: z.enum(letterSizes),
})

const keepers = ['coordinator', 'teacher', 'social-worker'] as const

export const meMethods = {
  page: method(child, z.void()).answers<MePage>(),
  /** Takes effect at once, on every screen of this child. */
  setSettings: method(child, settings).answers<void>(),
  setFace: method(child, z.strictObject({ animal: z.enum(animals), tone: z.enum(tones) })).answers<void>(),
  known: method(child, z.void()).answers<Known>(),
  /** One of each kind at a time: a second tap answers the first one. Refuses `not-found` where nobody could answer. */
  ask: method(child, z.strictObject({ about: z.enum(askAbout) })).answers<MyAsk>(),
  /** Open ones, for whoever is signed in: those asked of them, and of everybody for who coordinates. */
  asks: method(staff(...keepers), z.void()).answers<readonly AskNotice[]>(),
  /** Answered: the child sees it. `not-found` for anybody else's. */
  answered: method(audited(...keepers), z.strictObject({ childId: id, id })).answers<void>(),
}
