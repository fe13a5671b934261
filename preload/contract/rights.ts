import { z } from 'zod'
import type { Role } from './roles.ts'
import { audited, method, staff } from './define.ts'
import type { DeedKind, Permissions } from './permissions.ts'
import type { RetentionLook } from './retention.ts'
import { id, type Face } from './people.ts'

/** What a guardian may ask about one child (S11). */
export type RightsKind = 'export' | 'correction' | 'erasure'

export type Holding =
  | 'personal'
  | 'family'
  | 'consents'
  | 'turns'
  | 'calls'
  | 'messages'
  | 'diary'
  | 'learning'
  | 'talks'
  | 'looks'
  | 'requests'

/** One line of what the room holds of a child. */
export interface Held {
  readonly holding: Holding
  /** Null where even the number is nobody's business: what a child told an adult. */
  readonly count: number | null
  /** Of its files. */
  readonly bytes: number
  readonly copied: boolean
}

/** A fact of a child before and after a correction. */
export interface CorrectedFact {
  readonly fact: 'name' | 'class' | 'number' | 'birthday' | 'reading' | 'family'
  readonly before: string
  readonly after: string
}

export interface RightsRequest {
  readonly id: string
  readonly kind: RightsKind
  /** UTC ms; null where it is not known. */
  readonly askedAt: number | null
  /** Who asked: `奶奶 黄阿英`; empty where that relative is gone. */
  readonly askedBy: string
  readonly how: 'in-person' | 'phone' | 'written'
  readonly staffName: string
  readonly wish: string
  readonly state: 'open' | 'done' | 'refused' | 'taken-back'
  readonly reason: string
  readonly changes: readonly CorrectedFact[]
  /** UTC ms: until when an open one is to be answered; null where the time is not known. */
  readonly dueAt: number | null
  /** UTC ms from when it is erased; null where it is no erasure, or the days do not count yet: the time is not known. */
  readonly erasesAt: number | null
  /** UTC ms. */
  readonly endedAt: number | null
}

/** A case is open: nothing of the child is erased until it is lifted. */
export interface Hold {
  readonly id: string
  readonly why: string
  /** UTC ms; null where the time is not known. */
  readonly since: number | null
  readonly staffName: string
}

export interface RightsLook {
  readonly child: {
    readonly id: string
    readonly name: string
    readonly classLabel: string
    readonly face: Face
  }
  /** Records that staff made one with this: all of them are copied and erased. */
  readonly records: number
  readonly guardians: readonly { readonly id: string; readonly name: string; readonly relation: string }[]
  readonly held: readonly Held[]
  /** Newest first. */
  readonly requests: readonly RightsRequest[]
  readonly hold: Hold | null
  /** A turn runs: an erasure that is due waits for its end. */
  readonly sits: boolean
  /** Of this seat, which a new one takes the place of. */
  readonly backups: number
  /** The call server knows of the family and is told, too. */
  readonly server: boolean
}

/** Somebody looked at, changed or took out something about a child. */
export interface Look {
  readonly id: string
  /** UTC ms; null where it is not known. */
  readonly at: number | null
  readonly staffName: string
  readonly role: Role | null
  /** The contract's name for it. */
  readonly method: string
  readonly what: DeedKind
  readonly seat: 'this' | 'another'
}

export interface LooksPage {
  readonly looks: readonly Look[]
  readonly total: number
  /** Of all of them, whoever looked most first. */
  readonly people: readonly { readonly name: string; readonly count: number }[]
  /** How often a file was taken out. */
  readonly taken: number
}

const how = z.enum(['in-person', 'phone', 'written'])
const asked = { childId: id, askedBy: id, how }

export const rightsMethods = {
  /** What the room holds of a child and what was asked about it. Changes nothing. Refuses with `not-found`. */
  look: method(audited('coordinator', 'teacher', 'social-worker'), z.strictObject({ childId: id })).answers<RightsLook>(),
  /**
   * Writes a copy of all of it as a ZIP that opens by itself, in the guardian's language. How far it is comes as `job.progress` with the child's
   * id. Refuses with `no-guardian`, `no-place`, `stopped` or a storage problem.
   */
  copy: method(
    audited('coordinator'),
    z.strictObject({ ...asked, place: z.string().min(1).max(200) }),
  ).answers<{ readonly file: string }>(),
  stopCopy: method(staff('coordinator'), z.strictObject({ childId: id })).answers<void>(),
  askCorrection: method(
    audited('coordinator', 'teacher', 'social-worker'),
    z.strictObject({ ...asked, wish: z.string().trim().min(1).max(500) }),
  ).answers<void>(),
  /** `done` keeps what has changed since it was asked; refusing needs a reason (else `bad-input`). */
  endCorrection: method(
    audited('coordinator', 'teacher', 'social-worker'),
    z.strictObject({
      childId: id,
      id,
      outcome: z.enum(['done', 'refused']),
      reason: z.string().trim().max(500),
    }),
  ).answers<void>(),
  /** Seven days of known time later the child is erased, unless that is taken back. */
  askErasure: method(audited('coordinator'), z.strictObject(asked)).answers<void>(),
  /** Stops every erasure of the child until it is lifted. */
  hold: method(
    audited('coordinator', 'social-worker'),
    z.strictObject({ childId: id, why: z.string().trim().min(10).max(500) }),
  ).answers<void>(),
  liftHold: method(
    audited('coordinator'),
    z.strictObject({ childId: id, id, why: z.string().trim().min(1).max(500) }),
  ).answers<void>(),
  lookRetention: method(audited('coordinator'), z.void()).answers<RetentionLook>(),
  /**
   * For a child who left longer ago than data are kept: an erasure by a coordinator's word, which waits seven days as any. Refuses
   * `too-early` by a time that is certain.
   */
  askOld: method(audited('coordinator'), z.strictObject({ childId: id })).answers<void>(),
  /** Who may do what: the table by which each call is decided. */
  lookRoles: method(staff('coordinator', 'teacher', 'social-worker'), z.void()).answers<Permissions>(),
  takeBackErasure: method(audited('coordinator'), z.strictObject({ childId: id, id })).answers<void>(),
  /** Who looked at what about a child, newest first, 50 a page. */
  looks: method(
    audited('coordinator'),
    z.strictObject({ childId: id, page: z.int().min(0).max(10_000) }),
  ).answers<LooksPage>(),
  /** What is open in the whole room, the oldest first. */
  open: method(staff('coordinator'), z.void()).answers<
    readonly {
      readonly childId: string
      readonly name: string
      readonly kind: RightsKind
      readonly dueAt: number | null
      readonly erasesAt: number | null
    }[]
  >(),
} // prettier-ignore
