import type { Face } from './people.ts'

/** The room's own rule: so long after a child has left, what is kept of it falls due. */
export const DAYS_AFTER_LEAVING = 365

/** So long it is kept who looked at what (law on personal data, art. 56: three years at least). */
export const YEARS_OF_LOOKS = 3

/** A child who left the room, whose data are still here. */
export interface LeftChild {
  readonly childId: string
  readonly name: string
  readonly classLabel: string
  readonly face: Face
  /** UTC ms. */
  readonly leftAt: number
  /** UTC ms from when it may go. */
  readonly dueAt: number
  /** By a time that is certain. */
  readonly isDue: boolean
  /** A case is open: nothing is erased. */
  readonly isHeld: boolean
  /** It was asked for. */
  readonly isErasing: boolean
  /** UTC ms; null while no days count. */
  readonly erasesAt: number | null
}

interface Kept {
  readonly n: number
  /** UTC ms; null where there is none, or no time is known. */
  readonly oldest: number | null
}

/** What the room keeps, as its own numbers say. */
export interface RetentionLook {
  /** The clock can be believed, and what is certain lies no more than two days behind it. */
  readonly isCertain: boolean
  /** Days after a message was seen; 0: at once. */
  readonly messageDays: number
  readonly messages: number
  readonly looks: Kept
  readonly backups: Kept
  /** Who are in the room now. */
  readonly children: number
  /** The longest ago first. */
  readonly left: readonly LeftChild[]
}
