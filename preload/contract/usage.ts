import { z } from 'zod'
import { audited, method, staff } from './define.ts'
import { id } from './people.ts'
import type { EndReason } from './sessions.ts'

/** What minutes are counted for; the doors' colours belong to the first four. */
export const activities = ['call', 'learn', 'diary', 'me', 'home'] as const
export type Activity = (typeof activities)[number]

const units = ['day', 'week', 'month', 'term'] as const
export type Unit = (typeof units)[number]

const reportQuestion = z.strictObject({
  unit: z.enum(units),
  /** Any local day (YYYY-MM-DD) inside the range asked for. */
  day: z.iso.date(),
  classId: id.optional(),
  childId: id.optional(),
})
export type ReportQuestion = z.infer<typeof reportQuestion>

export type Minutes = Readonly<Record<Activity, number>>

export interface Report {
  /** First and last local day, both inclusive. */
  readonly from: string
  readonly to: string
  readonly children: number
  readonly came: number
  readonly sessions: number
  readonly cutSessions: number
  /** Calls that were answered, and how long was talked in them. */
  readonly calls: number
  readonly talkedMinutes: number
  readonly minutes: number
  readonly sums: number
  readonly diaryPages: number
  /** Bars of the chart: hours of a day, days of a week or month, weeks of a term. */
  readonly bars: readonly { readonly label: string; readonly from: string; readonly minutes: Minutes }[]
  /** By class where the whole school is asked for, else by child. */
  readonly rows: readonly {
    readonly id: string
    readonly label: string
    readonly children: number
    readonly came: number
    readonly sessions: number
    readonly calls: number
    readonly talkedMinutes: number
    readonly minutes: Minutes
    readonly sums: number
    readonly diaryPages: number
  }[]
}

export interface SessionRow {
  readonly id: string
  readonly childName: string
  readonly classLabel: string
  readonly startedAt: number
  readonly lengthMs: number
  readonly end: EndReason | null
  /** Closed at its last heartbeat after a power cut. */
  readonly cut: boolean
  /** Its wall-clock times may be wrong. */
  readonly clockWrong: boolean
}

export const usageMethods = {
  report: method(staff('coordinator', 'teacher', 'social-worker'), reportQuestion).answers<Report>(),
  sessions: method(
    audited('coordinator', 'teacher', 'social-worker'),
    z.strictObject({ childId: id.optional(), page: z.int().min(0).max(10_000) }),
  ).answers<{ readonly rows: readonly SessionRow[]; readonly total: number }>(),
  /** Writes the report as CSV to a place from `files.places`; answers the file's name. */
  exportCsv: method(
    audited('coordinator', 'teacher', 'social-worker'),
    z.strictObject({ question: reportQuestion, place: z.string().min(1).max(200) }),
  ).answers<{ readonly file: string }>(),
}
