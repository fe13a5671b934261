import { z } from 'zod'
import { audited, child, method, staff } from './define.ts'
import { id, type Face } from './people.ts'
import { purposes, type Invitation, type OpenInvitation, type PairedDevice, type Purpose } from './wire.ts'

/** Forty characters as people count them: 𠮷 is one. */
const upTo = (most: number) =>
  z
    .string()
    .trim()
    .max(most * 2)
    .refine((text) => Array.from(text).length <= most)
const some = (most: number) => upTo(most).min(1)
const maybe = (most: number) => upTo(most).nullable()

/** How a consent was said, or taken back. */
const consentWays = ['in-person', 'phone', 'written'] as const
export type ConsentHow = (typeof consentWays)[number]

const facts = {
  relation: some(20),
  name: some(40),
  /** How the child calls them. */
  called: some(20),
  guardian: z.boolean(),
  city: maybe(40),
  /** What they speak: 普通话、雷州话. */
  spoken: maybe(60),
  /** Of their page. */
  language: z.enum(['zh-CN', 'en']),
  /** As staff type them; main makes E.164 of them or refuses with `phone-unreadable`. */
  phones: z.array(z.string().trim().min(1).max(40)).max(3),
}
const one = { childId: id, contactId: id }
/** Given out by the call server. */
const serverId = z.string().regex(/^[\w-]{1,64}$/)

/** What is agreed for one purpose, and the last word about it. */
export interface ConsentNow {
  readonly purpose: Purpose
  /** Whether it may be done today: agreed, and by somebody who still is a guardian. */
  readonly holds: boolean
  readonly last: {
    readonly given: boolean
    /** Local day, YYYY-MM-DD. */
    readonly day: string
    readonly how: ConsentHow
    /** Name of the guardian who said it, and of the member of staff who heard it; null where the row is gone. */
    readonly guardian: string | null
    readonly witness: string | null
    readonly note: string | null
  } | null
}

export interface ContactCard {
  readonly id: string
  readonly relation: string
  readonly name: string
  readonly called: string
  readonly guardian: boolean
  readonly city: string | null
  readonly spoken: string | null
  readonly language: 'zh-CN' | 'en'
  /** E.164. */
  readonly phones: readonly string[]
  /** Of them, those that came after a guardian had agreed to telephoning; they are not dialled until one agrees again. */
  readonly unagreed: readonly string[]
  /** Address of the photograph for an `<img>`. */
  readonly photo?: string
  /** One for each purpose, in their order. */
  readonly consent: readonly ConsentNow[]
}

/** How what the call server knows stands to what it should know. */
export interface PublishState {
  /** Whether this seat has a call server at all. */
  readonly server: boolean
  /** Something changed that it has not been told yet. */
  readonly due: boolean
  /** Of the last telling, UTC ms. */
  readonly publishedAt: number | null
}

export interface Family {
  readonly child: {
    readonly id: string
    readonly name: string
    readonly classLabel: string
    readonly face: Face
  }
  readonly contacts: readonly ContactCard[]
  readonly published: PublishState
}

/** One child in the list “who has nobody yet”. */
export interface FamilyLine {
  readonly childId: string
  readonly name: string
  /** To be found by; empty where the characters are not known. */
  readonly pinyin: string
  readonly number: string | null
  readonly classId: string
  readonly classLabel: string
  readonly face: Face
  /** How each is called. */
  readonly contacts: readonly string[]
  readonly guardians: number
  /** Purposes that hold for at least one contact. */
  readonly agreed: readonly Purpose[]
}

/** A relative as the child's screen may show them (C1). No number, no full name. */
export interface KinCard {
  readonly contactId: string
  readonly called: string
  readonly relation: string
  readonly city: string | null
  readonly photo?: string
  readonly video: boolean
  readonly phone: boolean
  readonly messages: boolean
}

const looks = () => staff('coordinator', 'teacher', 'social-worker')
const deeds = () => audited('coordinator', 'teacher', 'social-worker')

export const contactsMethods = {
  /** Whom the child of this session may reach. */
  kin: method(child, z.void()).answers<readonly KinCard[]>(),

  overview: method(looks(), z.void()).answers<readonly FamilyLine[]>(),
  /** How many devices are paired for each child; only children with one. Asks the call server. */
  paired: method(looks(), z.void()).answers<
    readonly { readonly childId: string; readonly devices: number }[]
  >(),
  family: method(deeds(), z.strictObject({ childId: id })).answers<Family>(),
  add: method(deeds(), z.strictObject({ childId: id, ...facts })).answers<{ readonly id: string }>(),
  change: method(deeds(), z.strictObject({ ...one, ...facts })).answers<void>(),
  /** For good, with their photograph; what was said about consent stays on record. */
  remove: method(deeds(), z.strictObject(one)).answers<void>(),
  /** A JPEG, PNG or WebP of at most 1 MB, square; `null` takes it away. Refused without consent to a photograph. */
  setPhoto: method(
    deeds(),
    z.strictObject({ ...one, image: z.instanceof(Uint8Array).nullable() }),
  ).answers<void>(),
  /** Writes down what a guardian said. Consent to nothing can be edited: a later word replaces it. */
  decide: method(
    deeds(),
    z.strictObject({
      ...one,
      purposes: z.array(z.enum(purposes)).min(1).max(purposes.length),
      given: z.boolean(),
      day: z.iso.date(),
      /** Who said it: a guardian of the child. */
      guardianId: id,
      /** Who of the staff heard it. */
      witnessId: id,
      how: z.enum(consentWays),
      note: maybe(200),
    }),
  ).answers<void>(),

  /** A one-time link for the contact's own device. */
  invite: method(deeds(), z.strictObject(one)).answers<Invitation>(),
  invitations: method(looks(), z.strictObject(one)).answers<readonly OpenInvitation[]>(),
  revokeInvitation: method(deeds(), z.strictObject({ ...one, invitationId: serverId })).answers<void>(),
  devices: method(looks(), z.strictObject({ childId: id })).answers<readonly PairedDevice[]>(),
  revokeDevice: method(deeds(), z.strictObject({ ...one, deviceId: serverId })).answers<void>(),
  /** Tells the call server now what it does not know yet. */
  publish: method(looks(), z.void()).answers<PublishState>(),
}
