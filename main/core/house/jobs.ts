import type { ReportCsvInput } from '#core/usage/report-csv.ts'
import type { CallLogCsvInput } from '#core/calls/call-log-csv.ts'
import type { ExampleInput } from '#core/example/example-job.ts'
import { makeBackup, type BackupParts } from '#core/backup/make-backup.ts'
import type { ApplyInput, PreviewInput } from '#core/children/import-job.ts'
import { firstDamage } from '#core/db/identity.ts'
import type { EraseInput } from '#core/rights/erase-job.ts'
import type { CopyInput } from '#core/rights/make-copy.ts'
import type { TranscodeInput } from '#core/messages/transcode.ts'
import type { ReadSeatInput } from '#core/health/read-seat.ts'
import type { BundleInput } from '#core/health/make-bundle.ts'
import type { OutsideInput } from '#core/outside/make-outside.ts'
import type { RestoreInput } from '#core/outside/restore-outside.ts'
import type { JobWatch } from '#core/kernel/job-watch.ts'
import BetterSqlite3 from 'better-sqlite3'

/** Work runs in a thread of its own, with a connection of its own: what goes in and out is plain data. */
export type Job<Input, Output> = (input: Input, watch: JobWatch) => Promise<Output> | Output

export interface BackupInput extends Omit<BackupParts, 'clock'> {
  /** As the room's clock says: only by that are old backups cleared away. UTC milliseconds, 0 for none. */
  readonly certain: number
}

const backup = ({ certain, ...parts }: BackupInput, watch: JobWatch) =>
  makeBackup({ ...parts, clock: { wall: () => Date.now(), certain: () => certain } }, watch)

/** The first complaint about a database file, or null when it is sound. Reads every page. */
const integrity = ({ path }: { readonly path: string }): string | null => {
  const raw = new BetterSqlite3(path, { readonly: true, fileMustExist: true })
  try {
    return firstDamage(raw) ?? null
  } finally {
    raw.close()
  }
}

// Loaded when wanted: a backup at the end of the day must not wait for the dictionary of pinyin.
const previewImport = async (input: PreviewInput) =>
  (await import('#core/children/import-job.ts')).previewImport(input)
const applyImport = async (input: ApplyInput, watch: JobWatch) =>
  (await import('#core/children/import-job.ts')).applyImport(input, watch)
const reportCsv = async (input: ReportCsvInput) =>
  (await import('#core/usage/report-csv.ts')).reportCsv(input)
const callLogCsv = async (input: CallLogCsvInput) =>
  (await import('#core/calls/call-log-csv.ts')).callLogCsv(input)
const makeExample = async (input: ExampleInput, watch: JobWatch) =>
  (await import('#core/example/example-job.ts')).makeExample(input, watch)
const transcode = async (input: TranscodeInput) =>
  (await import('#core/messages/transcode.ts')).transcode(input)
const transcodeInMemory = async (bytes: Uint8Array) =>
  (await import('#core/messages/transcode.ts')).transcodeInMemory(bytes)

const copyOfChild = async (input: CopyInput, watch: JobWatch) =>
  (await import('#core/rights/make-copy.ts')).makeCopy(input, watch)
const eraseChildren = async (input: EraseInput) =>
  (await import('#core/rights/erase-job.ts')).eraseChildrenAt(input)

const readSeat = async (input: ReadSeatInput) => (await import('#core/health/read-seat.ts')).readSeat(input)
const healthBundle = async (input: BundleInput) =>
  (await import('#core/health/make-bundle.ts')).makeBundle(input)

const outsideBackup = async (input: OutsideInput, watch: JobWatch) =>
  (await import('#core/outside/make-outside.ts')).makeOutside(input, watch)
const outsideRestore = async (input: RestoreInput, watch: JobWatch) =>
  (await import('#core/outside/restore-outside.ts')).restoreOutside(input, watch)

/** Everything over 20 ms on the donated PC; main routes every tap and must not wait for it. */
export const jobs = {
  backup,
  integrity,
  previewImport,
  applyImport,
  reportCsv,
  callLogCsv,
  makeExample,
  transcode,
  transcodeInMemory,
  copyOfChild,
  eraseChildren,
  readSeat,
  healthBundle,
  outsideBackup,
  outsideRestore,
} as const
export type Jobs = typeof jobs
export type JobName = keyof Jobs
export type JobInput<N extends JobName> = Parameters<Jobs[N]>[0]
export type JobOutput<N extends JobName> = Awaited<ReturnType<Jobs[N]>>

/** What the thread says. */
export type FromJob =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string; readonly code?: string }

/** What the thread is told. */
export type ToJob = 'stop'
