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
}

/**
 * Where a wish stands after waiting `passed` ms more that were lived with the room open. It goes on by one step at a time, never back;
 * at each step it waits anew, so that whoever is told has time to come.
 */
export function waited({ step, ms }: Wait, passed: number, { limit, hasCoordinator, left }: WaitTerms): Wait {
  const now = ms + Math.max(0, passed)
  if (step >= 2) return { step: 2, ms: 0 }
  if (now < limit && !(left && step === 0)) return { step, ms: now }
  return { step: step === 0 && hasCoordinator ? 1 : 2, ms: 0 }
}
