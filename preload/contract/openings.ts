import { z } from 'zod'
import { audited, child, method, staff } from './define.ts'
import type { DiaryPage } from './diary.ts'
import {
  LEAST_WORDS,
  openingMinutes,
  openingReasons,
  reportTargets,
  type OpeningMinutes,
  type OpeningReason,
  type ReportTarget,
} from './opening-reasons.ts'
import { id, type StaffPerson } from './people.ts'

export {
  LEAST_WORDS,
  openingMinutes,
  openingReasons,
  reportTargets,
  type OpeningMinutes,
  type OpeningReason,
  type ReportTarget,
}

/** A grown-up's own key: there; missing because somebody else chose the PIN; missing until the next sign-in. */
export type OpeningKey = 'ready' | 'pin-given' | 'sign-in'

export interface OpeningAdult extends StaffPerson {
  readonly key: OpeningKey
}

/** Who has typed the PIN, and how long that counts. */
export interface OpeningConfirmed {
  readonly ids: readonly string[]
  /** Milliseconds until it does not count any more; 0 where nobody has. */
  readonly leftMs: number
}

export interface OpeningLook {
  /** Whoever asks. */
  readonly me: OpeningAdult
  /** With whom this person can open something now. */
  readonly partners: readonly OpeningAdult[]
  /** With whom it would go if they had a key: what is missing. */
  readonly waiting: readonly OpeningAdult[]
  readonly confirmed: OpeningConfirmed
}

/** A day on which the child wrote, and how many pages. Nothing of what they say. */
export interface OpeningDay {
  readonly day: string
  readonly pages: number
}

export interface OpenPageName {
  readonly id: string
  readonly day: string
  /** The day is not known: it is shown without a date. */
  readonly clockWrong: boolean
}

/** That what was seen was reported, as somebody wrote it down: for good, too. */
export interface OpeningReport {
  readonly to: ReportTarget
  /** As the clock on the wall said, `HH:MM`. */
  readonly said: string
  readonly by: string
  /** When it was written down, UTC ms. */
  readonly at: number
  readonly clockWrong: boolean
}

/** What stands open now. */
export interface OpeningNow {
  readonly id: string
  /** As it stands in the record: the year and a number. */
  readonly number: string
  readonly childId: string
  readonly childName: string
  readonly adults: readonly string[]
  readonly reason: OpeningReason
  /** UTC ms. */
  readonly at: number
  readonly lengthMs: number
  readonly leftMs: number
  readonly pages: readonly OpenPageName[]
  readonly reports: readonly OpeningReport[]
}

/** How one ended: by hand; at its time; locked, idle or left; the PC slept; the program ended or was cut off. */
export type OpeningEnd = 'by-hand' | 'time' | 'left' | 'sleep' | 'cut'

export interface OpeningEntry {
  readonly id: string
  readonly number: string
  readonly at: number
  readonly clockWrong: boolean
  /** Null where the child is not in the room any more. */
  readonly childName: string | null
  readonly adults: readonly string[]
  readonly reason: OpeningReason
  /** Null where they were erased with the child's data. */
  readonly words: string | null
  readonly from: string
  readonly to: string
  readonly pages: number
  readonly minutes: number
  /** Null while it is open. */
  readonly end: OpeningEnd | null
  /** The child has heard of it. */
  readonly told: boolean
  readonly reports: readonly OpeningReport[]
}

/** Whether the record is as it was written: where it breaks, by the number of the first entry that is not. */
export type OpeningChain =
  /** `seal`: what the last entry of this seat is known by, to be written down on paper; null before the first. */
  | { readonly whole: true; readonly entries: number; readonly seal: string | null }
  | { readonly whole: false; readonly number: number; readonly fault: 'changed' | 'missing' | 'cut-off' }

/** What a child hears of one opening. */
export interface Told {
  readonly id: string
  /** UTC ms. */
  readonly at: number
  readonly clockWrong: boolean
  readonly adults: readonly string[]
  readonly reason: OpeningReason
  readonly from: string
  readonly to: string
  readonly pages: number
  /** Who was not there and listens; null where the room has nobody else. */
  readonly ask: string | null
}

const roles = ['coordinator', 'social-worker'] as const
const pin = z.string().regex(/^\d{6,12}$/)

export const openingsMethods = {
  look: method(staff(...roles), z.void()).answers<OpeningLook>(),
  days: method(audited(...roles), z.strictObject({ childId: id })).answers<readonly OpeningDay[]>(),
  /**
   * One of the two types the PIN: counted and slowed down as at the door. Counts for two minutes. Refuses `wrong-pin`, `pin-wait`,
   * `pin-locked`, `not-allowed` (no right role), `no-escrow-key`.
   */
  confirm: method(audited(...roles), z.strictObject({ id, pin })).answers<OpeningConfirmed>(),
  /** Forgets whose PIN was typed. */
  cancel: method(staff(...roles), z.void()).answers<void>(),
  /** Refuses `two-needed` without two PINs of the last two minutes, `nothing-to-open` without a page in these days. */
  open: method(
    audited(...roles),
    z.strictObject({
      childId: id,
      /** Local days, both included. */
      from: z.iso.date(),
      to: z.iso.date(),
      reason: z.enum(openingReasons),
      words: z.string().trim().min(LEAST_WORDS).max(2000),
      minutes: z.union(openingMinutes.map((each) => z.literal(each))),
    }),
  ).answers<OpeningNow>(),
  /** Writes down, for good, that it was reported. Refuses `not-found` for no opening of this room. */
  report: method(
    audited(...roles),
    z.strictObject({
      id,
      to: z.enum(reportTargets),
      said: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    }),
  ).answers<void>(),
  now: method(staff(...roles), z.void()).answers<OpeningNow | null>(),
  page: method(audited(...roles), z.strictObject({ id })).answers<DiaryPage>(),
  close: method(staff(...roles), z.void()).answers<void>(),
  /** Newest first. */
  record: method(staff(...roles), z.void()).answers<{
    readonly entries: readonly OpeningEntry[]
    readonly chain: OpeningChain
  }>(),

  /** What the child has not heard of yet, the oldest first. */
  untold: method(child, z.void()).answers<readonly Told[]>(),
  heard: method(child, z.strictObject({ id })).answers<void>(),
  /** All of it, newest first: who has looked. */
  ofMine: method(child, z.void()).answers<readonly Told[]>(),
}
