import type { StaffPerson } from '#contract/people.ts'

/** How long a typed PIN counts, milliseconds: the two stand at the seat together. */
export const BOTH_WITHIN = 120_000

/** The number under which an opening stands in the record: its year and which of the record it is, `2026-003`. */
export const recordNumber = (at: number, offsetMinutes: number, place: number): string =>
  `${new Date(at + offsetMinutes * 60_000).getUTCFullYear()}-${String(place).padStart(3, '0')}`

/** Whom the child can ask: the first of those the room offers who did not look; null where there is nobody else. */
export const whoListens = (offered: readonly StaffPerson[], looked: readonly string[]): string | null =>
  offered.find(({ id }) => !looked.includes(id))?.name ?? null
