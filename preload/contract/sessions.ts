import { z } from 'zod'
import { audited, child, method, pupil, staff } from './define.ts'
import { activityName } from './learning.ts'
import type { ChildSettings } from './me.ts'
import { id, passwordPictures, type Face, type NameSound } from './people.ts'

/** Where in the house a child is; main keeps it so that a crash comes back to the same page (H10). */
export const places = [
  'home',
  'family',
  'messages',
  'learn',
  'activity',
  'diary',
  'diary-page',
  'me',
  'mood',
  'talk',
  'goodbye',
] as const
export type PlaceName = (typeof places)[number]
/** `page`: the relative, the page of the diary, the activity. */
const place = z.strictObject({ name: z.enum(places), page: z.union([id, activityName]).optional() })
export type Place = z.infer<typeof place>

/** 'open' → 'five' at 5 min → 'one' at 1 min → 'goodbye' at 0: finish in peace, nothing is cut off (H5). */
export type Phase = 'open' | 'five' | 'one' | 'goodbye'

export interface SessionChild {
  readonly id: string
  readonly name: string
  /** How the screen addresses the child: 小雨. */
  readonly given: string
  readonly face: Face
  readonly grade: number
  /** Where staff put right how the name is read: the whole name and the given one. */
  readonly sounds?: readonly NameSound[]
  /** How the screen is for this child. */
  readonly settings: ChildSettings
  /** Two adults have looked at the diary: the child hears of it before anything else. */
  readonly isUntold?: true
}

export interface SessionNow {
  readonly id: string
  readonly child: SessionChild
  readonly place: Place
  readonly phase: Phase
  /** Length so far planned, ms, extensions included. */
  readonly lengthMs: number
  /** Left at the moment of this answer, ms, never negative. The window counts on from here by its own monotonic clock. */
  readonly remainingMs: number
  /** The sun rests: a teacher paused, or the child is somewhere that costs no time. */
  readonly resting: boolean
  readonly paused: boolean
  /** “我还没好” has not been used up yet. */
  readonly mayStay: boolean
  /** Eyes and shoulders are to rest as soon as no work is in hand (H9). */
  readonly restDue: boolean
}

/** How a session ended (S9). */
export type EndReason = 'goodbye' | 'time' | 'staff' | 'idle' | 'power-cut' | 'closed'

export interface SessionEndWords {
  /** For the goodbye screen: what was done in this session. */
  readonly diarySaved: boolean
  readonly sumsDone: number
  readonly bambooGrew: boolean
}

export const sessionsMethods = {
  now: method(pupil, z.void()).answers<SessionNow | null>(),
  /** A seat that lost its power may come back to this child after the picture password. */
  waiting: method(pupil, z.void()).answers<{ childId: string } | null>(),
  begin: method(
    pupil,
    z.strictObject({ childId: id, pictures: z.array(z.enum(passwordPictures)).length(3).optional() }),
  ).answers<SessionNow>(),
  move: method(child, place).answers<void>(),
  /** “我还没好”: two more minutes, once. */
  stay: method(child, z.void()).answers<SessionNow>(),
  /** The rest is over. */
  rested: method(child, z.void()).answers<void>(),
  endWords: method(child, z.void()).answers<SessionEndWords>(),
  end: method(child, z.void()).answers<void>(),
  current: method(
    staff('coordinator', 'teacher', 'social-worker', 'volunteer'),
    z.void(),
  ).answers<SessionNow | null>(),
  giveMinutes: method(
    audited('coordinator', 'teacher', 'social-worker', 'volunteer'),
    z.strictObject({ minutes: z.int().min(1).max(60) }),
  ).answers<void>(),
  pause: method(
    audited('coordinator', 'teacher', 'social-worker'),
    z.strictObject({ paused: z.boolean() }),
  ).answers<void>(),
  endKindly: method(
    audited('coordinator', 'teacher', 'social-worker', 'volunteer'),
    z.void(),
  ).answers<void>(),
}
