import { z } from 'zod'
import { id } from './people.ts'

/**
 * What travels between a seat, the call server and a parent's page, over HTTPS. Least data: a given name and an animal stand for
 * a child, a relation for a relative; no surname, class, birthday or diary ever leaves the seat.
 */

/** Header of the server's answers with its time, UTC ms, while it is sure of it: a second witness for the clock of a seat. */
export const SURE_TIME = 'x-sure-time'

/** Purposes a guardian consents to, each for itself (个人信息保护法 art. 28, 31). */
export const purposes = ['video', 'phone', 'messages', 'photo'] as const
export type Purpose = (typeof purposes)[number]

/** A child's user name at the SIP proxy: letters and digits only, so that it needs no escaping anywhere. */
export const childUser = z.string().regex(/^k[0-9a-f]{24}$/)
/** A relative's user name. */
export const contactUser = z.string().regex(/^c[0-9a-f]{24}$/)
/** Either of them. */
const sipUser = z.union([childUser, contactUser])
/** An approved number in E.164. */
export const phoneNumber = z.string().regex(/^\+[1-9]\d{5,14}$/)
/** Bytes as base64url without padding. */
const bytes = (most: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(most)
/** A raw Ed25519 public key, 32 bytes. */
const ed25519Key = bytes(43).length(43)
/** An Ed25519 signature, or an ECDSA P-256 one in its raw form (IEEE P1363): 64 bytes either way. */
const signature = bytes(86).length(86)
/** A SHA-256, as 64 hex digits. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** One child as the call server may know it. */
const wireChild = z.strictObject({
  user: childUser,
  given: z.string().min(1).max(40),
  animal: z.string().max(30),
  tone: z.string().max(30),
})
/** One relative of one child. */
const wireContact = z.strictObject({
  id,
  user: contactUser,
  child: childUser,
  /** How the child calls them: 妈妈. */
  called: z.string().min(1).max(20),
  language: z.enum(['zh-CN', 'en']),
  phones: z.array(phoneNumber).max(3),
  consent: z.strictObject({
    video: z.boolean(),
    phone: z.boolean(),
    messages: z.boolean(),
    photo: z.boolean(),
  }),
})
/** The whole of what a room publishes; a later `version` replaces an earlier one. Signed by the room's key. */
export const publication = z.strictObject({
  room: id,
  version: z.int().min(1),
  school: z.string().min(1).max(60),
  children: z.array(wireChild).max(2000),
  contacts: z.array(wireContact).max(10_000),
})
export type Publication = z.infer<typeof publication>
export type WireChild = z.infer<typeof wireChild>
export type WireContact = z.infer<typeof wireContact>

/** A signed request of a seat; the time is the server's, as `GET /api/time` gives it, ±90 s. */
export const seatHeaders = z.object({
  'x-seat': id,
  'x-time': z.string().regex(/^\d{13}$/),
  /** 16 random bytes, never used again. */
  'x-nonce': bytes(22).length(22),
  'x-signature': signature,
})

/** POST /api/seats: a seat joins its room with the code of the provisioning text. */
export const enrolment = z.strictObject({
  room: id,
  code: z.string().min(10).max(40),
  name: z.string().min(1).max(60),
  seatKey: ed25519Key,
  /** The first seat brings it; the later ones show that they hold it. */
  roomKey: ed25519Key,
  /** `signedText.enrolment`, by the room's key. */
  proof: signature,
})
export interface Enrolled {
  readonly seat: string
  readonly room: string
  readonly name: string
}
/** PUT /api/seat/publication. */
export const signedPublication = z.strictObject({
  /** A `publication` as JSON. */
  text: z.string().max(6_000_000),
  signature,
})

/** Credentials for the SIP proxy and the relay in one; they end by themselves. */
export interface CallCredentials {
  readonly user: string
  /** `<unix seconds of their end>:<user>`. */
  readonly username: string
  readonly password: string
  readonly realm: string
  /** wss:// address of the proxy. */
  readonly proxy: string
  readonly iceServers: readonly {
    readonly urls: readonly string[]
    readonly username: string
    readonly credential: string
  }[]
}

/** How reachable a relative is, as far as the server knows. */
export type Presence = 'open' | 'away'

/**
 * Why the server did not do what was asked. Each reader has words of their own: staff and child those of a refusal
 * (core/calls/trouble-rules.ts), parents those of what it means for their page (renderer/parent/view-rules.ts).
 */
export type WireProblem =
  | 'unknown' // 404
  | 'used' // 410: the invitation was redeemed before
  | 'expired' // 410
  | 'revoked' // 403
  | 'not-yours' // 403
  | 'no-consent' // 403: the guardian has not agreed to this purpose
  | 'too-many' // 429, with Retry-After
  | 'too-large' // 413: the file, or the quota of the contact
  | 'bad-request' // 400
  | 'bad-signature' // 401: also a session that ended; sign anew
  | 'bad-time' // 401: the seat's clock is wrong; the answer holds `now`
  | 'stale' // 409: a later version is there; the answer holds it as `version`
  | 'wrong-offset' // 409: the answer holds the `offset` to go on from
  | 'server' // 500

/** The body of every refusal. */
export interface WireRefusal {
  readonly problem: WireProblem
  readonly now?: number
  readonly offset?: number
  readonly version?: number
}

export interface Invitation {
  readonly id: string
  /** Opens the parent's page; the token stands behind `#` and is redeemed on a tap. */
  readonly link: string
  readonly expiresAt: number
}

/** One that still waits; its token was told once, when it was made. */
export interface OpenInvitation {
  readonly id: string
  readonly createdAt: number
  readonly expiresAt: number
}

/** POST /api/invitations/redeem. */
export const redeeming = z.strictObject({
  token: bytes(43).length(43),
  /** The public half of a non-extractable WebCrypto key, ECDSA P-256. */
  key: z.strictObject({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: bytes(43).length(43),
    y: bytes(43).length(43),
  }),
  name: z.string().min(1).max(60),
})

/** POST /api/devices/<id>/session. */
export const sessionOpening = z.strictObject({ challenge: bytes(43).length(43), signature })

/** What the page shows; from redeeming, and from GET /api/parent/home. */
export interface ParentHome {
  readonly device: string
  readonly user: string
  readonly called: string
  readonly language: 'zh-CN' | 'en'
  readonly school: string
  readonly child: WireChild
  readonly consent: WireContact['consent']
  /** Calls of the child that found nobody, newest first. */
  readonly missed: readonly { readonly at: number; readonly why: string }[]
}

export interface ParentSession {
  /** For `authorization: Bearer`. */
  readonly token: string
  readonly endsAt: number
}

export interface PairedDevice {
  readonly id: string
  /** The contact's user name. */
  readonly contact: string
  /** “Android 手机”, as far as the browser says. */
  readonly name: string
  readonly pairedAt: number
  readonly seenAt: number
}

/** A message: a sound, a film or a drawing. Pieces of it go up one after the other. */
export const messageStart = z.strictObject({
  /** Made by the sender, so that asking twice does not make two. */
  id,
  /** User name: a seat names the child as `from` and the contact as `to`, a page has no choice. */
  from: sipUser,
  to: sipUser,
  kind: z.enum(['voice', 'video', 'drawing']),
  type: z.enum([
    'audio/webm',
    'audio/ogg',
    'audio/mp4',
    'video/webm',
    'video/mp4',
    'image/png',
    'image/webp',
    'image/jpeg',
  ]),
  size: z.int().min(1),
  lengthMs: z.int().min(0).max(3_600_000),
  /** Of the whole. */
  sha256,
})
export type MessageStart = z.infer<typeof messageStart>

/** A message waiting for somebody, or sent. */
export interface WaitingMessage {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly kind: MessageStart['kind']
  readonly type: string
  readonly size: number
  readonly lengthMs: number
  readonly at: number
  readonly seenAt: number | null
}

/** A call that reached nobody. */
export interface MissedCall {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly child: string
  readonly contact: string
  /** `offline`, or the SIP code: 408, 480, 486, 603. */
  readonly why: string
  readonly at: number
}

/** POST /api/seat/erased: a child of the room was erased, with the family. Asked again until it is answered. */
export const erased = z.strictObject({ child: childUser, contacts: z.array(contactUser).max(100) })

/** POST /api/seat/beats, every 5 s while calls are open: without a beat for 40 s a phone call is ended. */
export const beats = z.strictObject({ calls: z.array(z.string().min(1).max(200)).max(8) })
