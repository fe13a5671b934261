import type { Role } from '#contract/roles.ts'

/** Who may have a key to the escrow (D5). A teacher, a volunteer, a technician have none. */
export const escrowRoles = ['coordinator', 'social-worker'] as const satisfies readonly Role[]

export const mayHold = (role: Role): boolean => (escrowRoles as readonly Role[]).includes(role)

interface Adult {
  readonly id: string
  readonly role: Role
}

/** Two different people with a right role, and one of them answers for the room. */
export const mayOpenTogether = (one: Adult, other: Adult): boolean =>
  one.id !== other.id &&
  mayHold(one.role) &&
  mayHold(other.role) &&
  (one.role === 'coordinator' || other.role === 'coordinator')

export interface Pair {
  readonly one: string
  readonly other: string
}

/** The two in one order, whoever is named first. */
export const pairOf = (one: string, other: string): Pair =>
  one < other ? { one, other } : { one: other, other: one }

/** Every two of these who may open together. */
export function pairsOf(adults: readonly Adult[]): readonly Pair[] {
  return adults.flatMap((one, at) =>
    adults.slice(at + 1).flatMap((other) => (mayOpenTogether(one, other) ? [pairOf(one.id, other.id)] : [])),
  )
}

/** One text for a set of pairs, whatever their order. */
export const namesOf = (pairs: readonly Pair[]): string =>
  pairs
    .map(({ one, other }) => `${one}+${other}`)
    .toSorted()
    .join(' ')
