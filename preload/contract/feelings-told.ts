import { z } from 'zod'
import { child, method, staff } from './define.ts'
import { moods, talkRoles, type Mood, type TalkAdult } from './feelings.ts'
import { id, type Face } from './people.ts'

/** Who may know how the child feels: not chosen yet, nobody, or one adult of the room by name. */
export type Listener =
  { readonly kind: 'not-yet' | 'nobody' } | { readonly kind: 'adult'; readonly adult: TalkAdult }

export interface FeelingsPage {
  readonly listener: Listener
  /** Whom the room offers; with none of them nothing is asked and nothing kept. */
  readonly adults: readonly TalkAdult[]
  /** The page after a call may ask: somebody would hear it, and the child was not asked a short while ago. */
  readonly mayAsk: boolean
}

/** What one child told the adult who is signed in, today. */
export interface FeelingTold {
  readonly childId: string
  readonly childName: string
  readonly face: Face
  readonly mood: Mood
}

export const feelingsMethods = {
  page: method(child, z.void()).answers<FeelingsPage>(),
  /** `null`: nobody; what an adult was told before is forgotten with another choice. Refuses `not-found` for whoever is not offered. */
  choose: method(child, z.strictObject({ adultId: id.nullable() })).answers<FeelingsPage>(),
  /** For the adult whom the child chose; without one nothing is kept. */
  tell: method(child, z.strictObject({ mood: z.enum(moods) })).answers<{ readonly kept: boolean }>(),
  /** “Rather not say”, or silence: nothing asks by itself for a while. Nothing is kept of it. */
  skip: method(child, z.void()).answers<void>(),
  /** To whoever is signed in, of today, by name; of nobody else's, in no list over days. */
  told: method(staff(...talkRoles), z.void()).answers<readonly FeelingTold[]>(),
}
