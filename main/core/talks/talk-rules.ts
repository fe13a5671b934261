import type { StaffPerson } from '#contract/people.ts'
import { talkRoles, type TalkAdult, type TalkRole } from '#contract/feelings.ts'

const DAY = 24 * 3_600_000

/** Whom the room offers: social workers first, then teachers, then who coordinates; each by name as they came. */
export function adultsOffered(people: readonly StaffPerson[]): readonly TalkAdult[] {
  return people
    .flatMap(({ id, name, role }) => (mayBeChosen(role) ? [{ id, name, role }] : []))
    .toSorted((one, other) => talkRoles.indexOf(one.role) - talkRoles.indexOf(other.role))
}

const mayBeChosen = (role: StaffPerson['role']): role is TalkRole =>
  (talkRoles as readonly string[]).includes(role)

const grandparent = /奶|爷|外婆|外公|姥|阿婆|阿公|祖|grandm|grandp|grandf|granny|nana/i

/** The grandparent who may sit at home with the child; the first who was entered. */
export function grandparentOf<T extends { readonly called: string; readonly relation: string }>(
  family: readonly T[],
): T | null {
  return family.find(({ called, relation }) => grandparent.test(called) || grandparent.test(relation)) ?? null
}

/** Whether nobody has opened a wish for so long that somebody should see to it. Of a clock that jumped back: not yet. */
export const isForgotten = (askedAt: number, now: number): boolean => now - askedAt > DAY

/** A wish on its way: 0 with the adult who was chosen, 1 with who coordinates, 2 at the help lines. */
export interface Wait {
  readonly step: number
  /** Waited at this step while the room was open, ms. */
  readonly ms: number
}

export interface WaitTerms {
  /** After so long unanswered a wish goes on, ms. */
  readonly limit: number
  /** Somebody coordinates who is not the one who was chosen. */
  readonly hasCoordinator: boolean
  /** The adult who was chosen has left: nobody has to be waited for. */
  readonly left?: boolean
  /** The room was shut in between for longer than that, or nobody can tell for how long. */
  readonly wasShut?: boolean
}

/**
 * Where a wish stands after waiting `passed` ms more that were lived with the room open. It goes on by one step at a time, never back;
 * at each step it waits anew, so that whoever is told has time to come. A wish over which the room was shut goes on at once when it
 * opens: the child has waited a night or a weekend, whatever the room did not count.
 */
export function waited(
  { step, ms }: Wait,
  passed: number,
  { limit, hasCoordinator, left, wasShut }: WaitTerms,
): Wait {
  const now = ms + Math.max(0, passed)
  if (step >= 2) return { step: 2, ms: 0 }
  if (now < limit && !wasShut && !(left && step === 0)) return { step, ms: now }
  return { step: step === 0 && hasCoordinator ? 1 : 2, ms: 0 }
}

/** When a room was last seen open with a wish waiting in it, UTC ms; null where its clock was not to be believed. */
export type Beat = number | null

/**
 * Whether a room that starts now was shut for longer than `limit` ms. Where a clock cannot tell, it was: a seat with a dead battery is
 * switched on in the morning far more often than it fails in the afternoon, and to be heard a little early does no harm.
 */
export const wasShutSince = (beat: Beat | undefined, now: Beat, limit: number): boolean =>
  typeof beat !== 'number' || now === null || now - beat > limit
