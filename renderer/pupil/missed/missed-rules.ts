import type { FamilyCard, PhoneCap, TalkWay } from '#contract/calls.ts'
import type { WhyNot } from '../../activities/call/stage.ts'
import { wayTo } from '../../activities/call/way-rules.ts'

/**
 * What an end means to a child: nobody took it, they talk to somebody else, the two were cut off, the line is the trouble,
 * this room's microphone is, the number is, a telephone's time is over, or a teacher has to help. Words: `missed.<kind>`.
 */
export type MissedKind =
  'missed' | 'busy' | 'lost' | 'line' | 'trunk' | 'number' | 'microphone' | `spent-${PhoneCap}` | 'teacher'

const kinds: Readonly<Partial<Record<WhyNot, MissedKind>>> = {
  'no-answer': 'missed',
  declined: 'missed',
  offline: 'missed',
  cancelled: 'missed',
  busy: 'busy',
  'link-lost': 'lost',
  'no-line': 'line',
  failed: 'line',
  'call-server-away': 'line',
  'unknown-number': 'number',
  'no-microphone': 'microphone',
  'microphone-refused': 'microphone',
  'microphone-busy': 'microphone',
  'not-supported': 'microphone',
  'phone-spent-call': 'spent-call',
  'phone-spent-child': 'spent-child',
  'phone-spent-number': 'spent-number',
  'phone-spent-room': 'spent-room',
}

/** Whatever is not known needs a teacher: it is never the child's fault. */
export function missedKind(why: WhyNot, way: TalkWay): MissedKind {
  // The line to the server stood, so it is the one from there to the telephones.
  if (way === 'phone' && why === 'failed') return 'trunk'
  return kinds[why] ?? 'teacher'
}

/** Kinds in which the child can do nothing but ask. */
export const teacherHelps: ReadonlySet<MissedKind> = new Set(['teacher', 'microphone', 'number', 'trunk'])

/** Kinds whose time comes back with the next day: until then it is no use to try again. */
export const comesTomorrow: ReadonlySet<MissedKind> = new Set(['spent-child', 'spent-number', 'spent-room'])

/** Kinds in which no telephone at all can be called today. */
const noTelephone: ReadonlySet<MissedKind> = new Set(['spent-child', 'spent-room'])

/** Who else of the family can be called after such an end. */
export const reachableAfter = (kind: MissedKind, others: readonly FamilyCard[]): readonly FamilyCard[] =>
  noTelephone.has(kind) ? others.filter((card) => wayTo(card) !== 'phone') : others

/** Whoever declined, is talking or may not be called is not rung again by another way; a dead microphone is dead there, too. */
const final: ReadonlySet<WhyNot> = new Set([
  'declined',
  'busy',
  'no-microphone',
  'microphone-refused',
  'microphone-busy',
  'not-supported',
  'not-allowed',
  'no-session',
  'not-found',
])

export const mayGoOn = (why: WhyNot): boolean => !final.has(why)
