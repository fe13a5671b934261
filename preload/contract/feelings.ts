import { z } from 'zod'
import { child, method, staff } from './define.ts'
import { id, type Face } from './people.ts'

/** How a child may feel (D4); words: `talk.mood.<mood>`, pictures by the same name. */
export const moods = ['glad', 'calm', 'missing', 'sad', 'angry', 'tired'] as const
export type Mood = (typeof moods)[number]

/** Whom a child may choose to talk to. Volunteers and technicians come and go. */
export const talkRoles = ['social-worker', 'teacher', 'coordinator'] as const
export type TalkRole = (typeof talkRoles)[number]

export interface TalkAdult {
  readonly id: string
  readonly name: string
  readonly role: TalkRole
}

/** Who may know how the child feels: not chosen yet, nobody, or one adult of the room by name. */
export type Listener =
  { readonly kind: 'not-yet' | 'nobody' } | { readonly kind: 'adult'; readonly adult: TalkAdult }

export interface FeelingsPage {
  readonly listener: Listener
  /** Whom the room offers; with none of them nothing is asked and nothing kept. */
  readonly adults: readonly TalkAdult[]
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
  /** To whoever is signed in, of today, by name; of nobody else's, in no list over days. */
  told: method(staff(...talkRoles), z.void()).answers<readonly FeelingTold[]>(),
}
