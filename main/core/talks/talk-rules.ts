import type { StaffPerson } from '#contract/people.ts'
import { talkRoles, type TalkRole } from '#contract/feelings.ts'
import type { TalkAdult } from '#contract/talks.ts'

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
