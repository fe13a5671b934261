import { z } from 'zod'
import { audited, child, method, pupil, staff } from './define.ts'
import { everyRole } from './roles.ts'
import { id } from './people.ts'
import type { CallCredentials } from './wire.ts'

/** How a child may get in touch with a relative; what no guardian agreed to is not there. */
const callWays = ['video', 'phone', 'message'] as const
export type CallWay = (typeof callWays)[number]
/** Of a call that is talked. */
const talkWays = ['video', 'phone'] as const
export type TalkWay = (typeof talkWays)[number]

/**
 * How reachable a relative is, as far as this seat knows: their page is open, is not, cannot be known because the call
 * server is away, or there is no page to ring because only the telephone (or a message) is agreed to.
 */
export type CardPresence = 'open' | 'away' | 'offline' | 'phone-only'

/** A relative as the family page shows them (C1). No number, no full name. */
export interface FamilyCard {
  readonly contactId: string
  readonly called: string
  readonly relation: string
  readonly city: string | null
  /** Address of the photograph for an `<img>`. */
  readonly photo?: string
  /** At least one, in the order of `callWays`. */
  readonly ways: readonly CallWay[]
  readonly presence: CardPresence
  /** Not every way is open: staff may ask a guardian, or for a number. */
  readonly consentLimited: boolean
  /** They rang, nobody took it, and the child has not called back. */
  readonly rang: boolean
  /** Messages from them that the child has not seen yet: a lantern. */
  readonly unseen: number
}

/** How this seat stands to its call server. `why` is a code with words under `refusal.*`. */
export type ServerState =
  | { readonly at: 'none' }
  /** Nothing was asked yet since the start, or an answer is awaited. */
  | { readonly at: 'unknown' | 'open' }
  | { readonly at: 'away'; readonly why: ServerTrouble }
export type ServerTrouble =
  'call-server-away' | 'call-server-clock' | 'call-server-untrusted' | 'seat-revoked'

export interface FamilyPage {
  readonly cards: readonly FamilyCard[]
  readonly server: ServerState
}

/** What ends a telephone: this call's own cap, or the day's of the child, of the number or of the whole room. */
export const phoneCaps = ['call', 'child', 'number', 'room'] as const
export type PhoneCap = (typeof phoneCaps)[number]
/** In the log, and as a reason for comfort. */
export type PhoneSpent = `phone-spent-${PhoneCap}`
/** How long a telephone may be talked on, ms, and the cap that is nearest; null where none is known or none applies. */
export interface PhoneLeft {
  readonly leftMs: number | null
  readonly cap: PhoneCap | null
}

/** What a call is made with. */
export interface CallBegun extends PhoneLeft {
  /** Of our log row, for `beat` and `ended`; not the Call-ID, which the SIP stack makes. */
  readonly callId: string
  /** SIP user of the relative, or the number in E.164. */
  readonly target: string
}

/** What a seat may lack for a call besides a camera or a microphone, which tell by `devices.news`. */
const callTroubles = ['no-speaker', 'not-supported'] as const
export type CallTrouble = (typeof callTroubles)[number]

/** The call under way, as staff see it. */
export interface CallNow {
  readonly callId: string
  readonly called: string
  readonly way: TalkWay
  readonly talked: boolean
}

/** Keys that staff pressed for a telephone: a menu that asks for a number. */
export interface CallKeys {
  readonly callId: string
  readonly keys: string
}

/** A call that comes in, as the ringing screen shows it. */
export interface CallerCard {
  readonly contactId: string
  readonly called: string
  readonly photo?: string
  readonly way: TalkWay
}

/** Closed: `CallSummary.reason` of renderer/calls, the cap that a telephone came to, and what main writes when no window could. */
const callEnds = [
  'hung-up',
  'cancelled',
  'declined',
  'busy',
  'no-answer',
  'offline',
  'answered-elsewhere',
  'not-allowed',
  'unknown-number',
  'link-lost',
  'no-line',
  'no-microphone',
  'microphone-refused',
  'microphone-busy',
  'not-supported',
  'failed',
  'phone-spent-call',
  'phone-spent-child',
  'phone-spent-number',
  'phone-spent-room',
] as const
/** `window-lost`: the page died or was left; `power-cut`: the seat did. */
export type CallEnd = (typeof callEnds)[number] | 'window-lost' | 'power-cut'

const ms = z.number().min(0).max(86_400_000)
const share = z.number().min(0).max(1)
const times = z.int().min(0).max(100_000)
/** Figures of one call: `QualityFigures` of renderer/calls, and three of its `CallSummary`. Never content. */
const callQuality = z.strictObject({
  lossShare: share,
  concealedShare: share,
  frozenShare: share,
  voiceShare: share,
  roundTripMs: ms.nullable(),
  worstRoundTripMs: ms.nullable(),
  longestCutMs: ms,
  cuts: times,
  worstFrameAgeMs: ms,
  firstFrameMs: ms.nullable(),
  restarts: times,
  /** `relay/tls`, `host/udp`. */
  route: z.string().max(40).nullable(),
})
export type CallQuality = z.infer<typeof callQuality>

const callDirections = ['out', 'in'] as const
export type CallDirection = (typeof callDirections)[number]

/** One call in the log (C12). */
export interface CallLine {
  readonly id: string
  readonly at: number
  /** The wall clock could not be believed then. */
  readonly clockWrong: boolean
  readonly childName: string
  readonly classLabel: string
  /** How the child calls them; null where the row is gone. */
  readonly called: string | null
  readonly direction: CallDirection
  readonly way: TalkWay
  readonly ringingMs: number
  readonly lengthMs: number
  readonly end: CallEnd
  readonly quality: CallQuality | null
}

/** The call server as staff see it. No secret in it. */
export interface ServerCard {
  readonly state: ServerState
  /** https://host; null where this seat has none. */
  readonly address: string | null
  /** The server's name for the room. */
  readonly room: string | null
  /** UTC ms. */
  readonly enrolledAt: number | null
}

/** Of one child, of a class as it is now, or of all. */
const whoseCalls = z.strictObject({ childId: id.optional(), classId: id.optional() })

const callId = id
/** SIP Call-ID. */
const sipCallId = z.string().min(1).max(200)

export const callsMethods = {
  /** Whom the child may reach, and who is there. Asks the server at most every 5 s; `calls.presence` tells of what changed. */
  family: method(child, z.void()).answers<FamilyPage>(),
  /** Whether there is anybody whom the child may call. */
  mayCall: method(child, z.void()).answers<boolean>(),
  /** The family page is open: main asks who is there every 5 s until it is closed or the session ends. */
  watch: method(child, z.strictObject({ on: z.boolean() })).answers<void>(),
  /** For this child's SIP user; they live 10 minutes. Refuses `no-call-server`, `call-server-away`, … */
  credentials: method(child, z.void()).answers<CallCredentials>(),
  /** Before dialling, after the three seconds (C1). Refuses `no-consent`, `no-call-server`, `phone-spent-…`, `not-found`. */
  begin: method(child, z.strictObject({ contactId: id, way: z.enum(talkWays) })).answers<CallBegun>(),
  /** Whose call this is that rings; `from` as the SIP stack says it. `not-found` for whoever may not: decline it. */
  caller: method(child, z.strictObject({ from: z.string().min(1).max(60) })).answers<CallerCard>(),
  /** Before picking up. */
  answer: method(child, z.strictObject({ from: z.string().min(1).max(60) })).answers<CallBegun>(),
  /**
   * Every 5 s from `begin` to `ended`: a telephone whose beats stop is hung up after 40 s by the server. The sun rests
   * while `talking`. `sip` is empty before the call is sent. Never refused for a server that is away.
   */
  beat: method(
    child,
    z.strictObject({ callId, sip: z.union([z.literal(''), sipCallId]), talking: z.boolean() }),
  ).answers<PhoneLeft>(),
  /** Writes the call into the log; the second time for the same call changes nothing. */
  ended: method(
    child,
    z.strictObject({
      callId,
      how: z.enum(callEnds),
      ringingMs: z.int().min(0).max(86_400_000),
      /** From the answer to the end; 0 when nobody answered. */
      lengthMs: z.int().min(0).max(86_400_000),
      quality: callQuality.nullable(),
    }),
  ).answers<void>(),
  /** Into the technical log, never who or what. */
  trouble: method(child, z.strictObject({ what: z.enum(callTroubles) })).answers<void>(),
  /** Children for whom somebody rang and nobody took it, since they last sat here: a lamp on their tiles. */
  lamps: method(pupil, z.void()).answers<readonly string[]>(),
  /** Opens camera and microphone for the child's window, for a call, a message or a test, at most 5 min beyond the last beat. */
  media: method(child, z.strictObject({ on: z.boolean() })).answers<void>(),
  /** Tells the relative's open page that the child waits. */
  waiting: method(child, z.strictObject({ contactId: id })).answers<{ readonly presence: CardPresence }>(),
  now: method(staff('coordinator', 'teacher', 'social-worker'), z.void()).answers<CallNow | null>(),
  /** Keys of a telephone: only staff have them, a child's page has none. `not-found` unless that call is talked by telephone. */
  press: method(
    audited('coordinator', 'teacher', 'social-worker'),
    z.strictObject({ callId, keys: z.string().regex(/^[0-9*#]{1,20}$/) }),
  ).answers<void>(),
  /** Known without asking anybody. */
  state: method(pupil, z.void()).answers<ServerState>(),

  /** Asks the server whether it still knows this seat. */
  server: method(staff(...everyRole), z.void()).answers<ServerCard>(),
  /** `line`: as the operator of the call server gave it, `https://host/#room=…&code=…`. */
  enrol: method(
    audited('coordinator', 'technician'),
    z.strictObject({ line: z.string().trim().min(1).max(600) }),
  ).answers<ServerCard>(),
  /** Forgets the server and this seat's key. What is published there stays until its operator removes it. */
  leaveServer: method(audited('coordinator', 'technician'), z.void()).answers<void>(),
  /** 50 a page, from page 0, newest first. */
  log: method(
    audited('coordinator', 'teacher', 'social-worker'),
    whoseCalls.extend({ page: z.int().min(0).max(10_000) }),
  ).answers<{ readonly rows: readonly CallLine[]; readonly total: number }>(),
  /** Writes the log as CSV to a place from `files.places`; answers the file's name. */
  exportLog: method(
    audited('coordinator', 'teacher', 'social-worker'),
    whoseCalls.extend({ place: z.string().min(1).max(200) }),
  ).answers<{ readonly file: string }>(),
}
