import type { Interval } from './quality-rules.ts'

/** What is sent of the own picture: 0 full, 1 smaller, 2 small, 3 none: voice, and a still at the other end. */
export type Rung = 0 | 1 | 2 | 3
export const VOICE = 3

export interface RungShape {
  /** By how much width and height are divided. */
  readonly scale: number
  readonly framesPerSecond: number
  /** bit/s at most. */
  readonly bitrate: number
}

/** Measured: one core carries 640x360 at 15 frames with H264 at 27 %, VP8 at 34 %. */
export const rungs: Readonly<Record<0 | 1 | 2, RungShape>> = {
  0: { scale: 1, framesPerSecond: 15, bitrate: 600_000 },
  1: { scale: 4 / 3, framesPerSecond: 15, bitrate: 300_000 },
  2: { scale: 2, framesPerSecond: 10, bitrate: 120_000 },
}

/** bit/s for sound; its own share, before any picture. */
export const SOUND_BITRATE = 32_000

/** Least that the congestion control must believe in to stay on a rung: its picture at a usable rate and the sound. */
const needed: Readonly<Record<0 | 1 | 2, number>> = { 0: 280_000, 1: 160_000, 2: 80_000 }
/** Above this share of lost or made-up sound the picture gives way. */
const BAD_SOUND = 0.12
/** So many bad intervals in a row (of 1 s) lead one rung down. */
const FALL_AFTER = 3
/** So many good ones lead one up; after voice, see `wait`. */
const RISE_AFTER = 8
/** First waiting before a picture is tried again, and the longest, in intervals. */
const FIRST_WAIT = 10
const LONGEST_WAIT = 80
/** After a cut the congestion control begins from almost nothing; so many intervals its belief says little of the link. */
const SETTLES_IN = 10
/** A picture that holds so many intervals was no mistake. */
const PROVEN = 20

export interface Ladder {
  readonly rung: Rung
  readonly bad: number
  readonly good: number
  /** Good intervals to wait in voice before the picture is tried; doubles each time a trial fails. */
  readonly wait: number
  /** Intervals on a rung with a picture since voice was left; null when it never was. */
  readonly trial: number | null
  /** Intervals left in which the congestion control is not believed: there was a cut. */
  readonly settling: number
}

export const topOfLadder: Ladder = { rung: 0, bad: 0, good: 0, wait: FIRST_WAIT, trial: null, settling: 0 }

/**
 * One interval further on the ladder. Sound is guarded first: when it suffers, the picture gives way. In voice the
 * congestion control knows nothing of what a picture would find, so that rising is a trial, and a failed one waits longer.
 */
export function climb(ladder: Ladder, interval: Interval): Ladder {
  // During a cut nothing is learnt about how much the link carries.
  if (interval.bytes === 0)
    return ladder.settling === SETTLES_IN ? ladder : { ...ladder, bad: 0, settling: SETTLES_IN }
  // The first interval counts all that the cut has swallowed as lost.
  if (ladder.settling === SETTLES_IN) return { ...ladder, settling: SETTLES_IN - 1 }
  const settling = Math.max(0, ladder.settling - 1)
  return step({ ...ladder, settling }, interval)
}

function step(ladder: Ladder, interval: Interval): Ladder {
  const soundSuffers = Math.max(interval.concealed, interval.remoteLoss, interval.loss) > BAD_SOUND
  if (ladder.rung === VOICE) return inVoice(ladder, soundSuffers)
  const trial = ladder.trial === null ? null : ladder.trial + 1
  const wait = trial !== null && trial >= PROVEN ? FIRST_WAIT : ladder.wait
  const tooLittle =
    ladder.settling === 0 && interval.outgoing !== null && interval.outgoing < needed[ladder.rung]
  if (soundSuffers || tooLittle) return fall({ ...ladder, trial, wait })
  const above = ladder.rung === 0 ? null : needed[(ladder.rung - 1) as 0 | 1]
  const hasRoom = above !== null && interval.outgoing !== null && interval.outgoing > above * 1.25
  const good = hasRoom ? ladder.good + 1 : 0
  if (good >= RISE_AFTER) return { ...ladder, rung: (ladder.rung - 1) as Rung, bad: 0, good: 0, wait, trial }
  return { ...ladder, bad: 0, good, wait, trial }
}

function inVoice(ladder: Ladder, soundSuffers: boolean): Ladder {
  const good = soundSuffers ? 0 : ladder.good + 1
  if (good >= ladder.wait) return { ...ladder, rung: 2, bad: 0, good: 0, trial: 0 }
  return { ...ladder, good }
}

function fall(ladder: Ladder): Ladder {
  const bad = ladder.bad + 1
  if (bad < FALL_AFTER) return { ...ladder, bad, good: 0 }
  const rung = (ladder.rung + 1) as Rung
  if (rung !== VOICE) return { ...ladder, rung, bad: 0, good: 0 }
  const failed = ladder.trial !== null && ladder.trial < PROVEN
  const wait = failed ? Math.min(LONGEST_WAIT, ladder.wait * 2) : FIRST_WAIT
  return { ...ladder, rung, bad: 0, good: 0, wait, trial: null }
}
