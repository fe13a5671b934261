import type { WhyNot } from '../../activities/call/call-desk.ts'

/**
 * What an end means to a child: nobody took it, they talk to somebody else, the line is the trouble, this room's microphone
 * is, or a teacher has to help. Words: `missed.<kind>`.
 */
export type MissedKind = 'missed' | 'busy' | 'line' | 'microphone' | 'spent' | 'teacher'

const kinds: Readonly<Partial<Record<WhyNot, MissedKind>>> = {
  'no-answer': 'missed',
  declined: 'missed',
  offline: 'missed',
  cancelled: 'missed',
  busy: 'busy',
  'link-lost': 'line',
  'no-line': 'line',
  failed: 'line',
  'call-server-away': 'line',
  'call-server-clock': 'line',
  'no-microphone': 'microphone',
  'microphone-refused': 'microphone',
  'microphone-busy': 'microphone',
  'not-supported': 'microphone',
  'phone-spent': 'spent',
}

/** Whatever is not known needs a teacher: it is never the child's fault. */
export const missedKind = (why: WhyNot): MissedKind => kinds[why] ?? 'teacher'
