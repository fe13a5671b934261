import { z } from 'zod'
import { audited, child, door, method, staff } from './define.ts'
import { moods, talkRoles, type Mood, type TalkAdult, type TalkStep } from './feelings.ts'
import { id, type Face } from './people.ts'

/** `sent` → `received` once an adult opened it → `talked`. */
export interface TalkWish {
  readonly id: string
  readonly adultId: string
  readonly adultName: string
  readonly state: 'sent' | 'received'
  readonly step: TalkStep
  /** Who coordinates and was told, too; empty before that. */
  readonly toldToo: readonly string[]
  /** Who will be told if nobody comes; empty where the help lines are next, or nothing is. */
  readonly toldNext: readonly string[]
  /** Who received it; null until then. */
  readonly heardBy: string | null
}

/** “How do you feel, and whom do you want to talk to?” */
export interface TalkPage {
  readonly adults: readonly TalkAdult[]
  /** A grandparent at home, whom nobody has to tell: the child can. */
  readonly atHome: { readonly called: string; readonly relation: string } | null
  /** What the child asked for last and has not been talked about yet. */
  readonly wish: TalkWish | null
  /** Adults who heard an earlier wish of the child and have not talked with it yet. */
  readonly heardToo: readonly string[]
}

/** A child's wish in the console of the adult who was chosen. How the child feels is not in it: see `open`. */
export interface TalkNotice {
  readonly id: string
  readonly childId: string
  readonly childName: string
  readonly classLabel: string
  readonly face: Face
  /** UTC ms. */
  readonly askedAt: number
  readonly clockWrong: boolean
  /** By who is signed in, or by another one who coordinates where it was passed on. */
  readonly received: boolean
  /** The child has left the room meanwhile. */
  readonly hasLeft: boolean
  /** It was for this adult, who did not answer it in time; null where it is for who is signed in. */
  readonly passedOnFrom: string | null
  readonly step: TalkStep
}

/** Wishes that nobody has opened for a day, for who coordinates: whose they are, not from whom. */
export interface TalkWaiting {
  readonly adultName: string
  readonly count: number
}

const wish = z.strictObject({ childId: id, id })

export const talksMethods = {
  page: method(child, z.void()).answers<TalkPage>(),
  /** Asks this adult, or another one instead as long as the first has not opened it. Refuses `not-found`. */
  ask: method(child, z.strictObject({ adultId: id, mood: z.enum(moods).nullable() })).answers<TalkWish>(),
  /** What nobody has received yet, at goodbye. */
  unheard: method(child, z.void()).answers<TalkWish | null>(),
  /** Not any more; what was opened stays. */
  takeBack: method(child, z.strictObject({ id })).answers<void>(),

  /** At the door of the console: for whom there is something, not from whom. */
  marks: method(door, z.void()).answers<readonly string[]>(),
  /** To whoever is signed in, the oldest first; to who coordinates also what was passed on. */
  mine: method(staff(...talkRoles), z.void()).answers<readonly TalkNotice[]>(),
  /** The child sees that it was received; each look at how the child feels is written down. `not-found` for anybody else's. Who coordinates is not told how the child feels. */
  open: method(audited(...talkRoles), wish).answers<{ readonly mood: Mood | null }>(),
  /** They have talked: how the child felt is forgotten. */
  talked: method(audited(...talkRoles), wish).answers<void>(),
  waiting: method(staff('coordinator'), z.void()).answers<readonly TalkWaiting[]>(),
}
