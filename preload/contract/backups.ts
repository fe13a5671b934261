import { z } from 'zod'
import { audited, method, setup, staff } from './define.ts'

/** One sheet for the safe: the key, or one of its halves. */
export interface KeySheet {
  readonly kind: 'whole' | 'first-half' | 'second-half'
  readonly lines: readonly string[]
  /** For a camera: of the whole key as age writes it; of a half its lines. */
  readonly code: string
}

export interface MadeBackup {
  readonly number: number
  readonly at: number
  readonly trusted: boolean
  readonly place: string
  readonly bytes: number
  readonly newBytes: number
}

export interface TriedRestore {
  readonly number: number
  readonly at: number
  readonly trusted: boolean
  /** What came back: counts, never a name. */
  readonly came: Counts
}

/** Rows of what a room would miss. */
export interface Counts {
  readonly children: number
  readonly calls: number
  readonly messages: number
  readonly diaryPages: number
  readonly files: number
}

export interface BackupsLook {
  /** Null where no key has been made: then nothing leaves the seat. */
  readonly key: { readonly madeAt: number; readonly isSplit: boolean } | null
  /** Newest first. */
  readonly made: readonly MadeBackup[]
  readonly tried: TriedRestore | null
  /** 0 to 1 while one is being written or tried. */
  readonly running: number | null
}

export interface FoundBackup {
  readonly place: string
  readonly placeName: string
  /** Names the seat's folder there. */
  readonly folder: string
  readonly number: number
  readonly at: number
  readonly trusted: boolean
  readonly bytes: number
}

const line = z.string().max(60)
/** One paper, or both halves, as somebody typed them. */
const typed = z.array(z.array(line).length(4)).min(1).max(2)
const which = {
  place: z.string().min(1).max(200),
  folder: z.string().regex(/^happy-home-backup-[0-9a-f]{8}$/),
  number: z.int().min(1).max(999_999_999),
}
const carers = ['coordinator', 'technician'] as const

export const backupsMethods = {
  look: method(staff(...carers), z.void()).answers<BackupsLook>(),
  /** A new key, shown once. It holds from `confirmKey` on: until then what was before goes on. */
  makeKey: method(audited('coordinator'), z.strictObject({ isSplit: z.boolean() })).answers<
    readonly KeySheet[]
  >(),
  /** Typed back from the paper. Refuses `backup-line` (facts: `line`), `backup-half`, `backup-pair`, `backup-wrong-key`. */
  confirmKey: method(audited('coordinator'), z.strictObject({ typed })).answers<void>(),
  /** Writes one to a place of `files.places`. */
  make: method(
    audited(...carers),
    z.strictObject({ place: z.string().min(1).max(200) }),
  ).answers<MadeBackup>(),
  stop: method(staff(...carers), z.void()).answers<void>(),
  /** What lies on sticks and in the seat's documents. */
  found: method(staff(...carers), z.void()).answers<readonly FoundBackup[]>(),
  /** Opens one with the paper, beside the room, counts it and keeps nothing of it. */
  tryOut: method(audited(...carers), z.strictObject({ ...which, typed })).answers<TriedRestore>(),
  /** The same two for a seat without a room; what comes back is the room. */
  foundAtSetup: method(setup, z.void()).answers<readonly FoundBackup[]>(),
  restore: method(setup, z.strictObject({ ...which, typed })).answers<void>(),
}
