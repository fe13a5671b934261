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
/**
 * The congestion control believes in little more than what is sent. From this share of its belief on the picture is held
 * back by it; below, an easy picture asks for no more, and a small belief says nothing about the link.
 */
const HELD_BACK = 0.65
/** So many bad intervals in a row (of 1 s) lead one rung down. */
const FALL_AFTER = 3
/** So many in which the belief has room for the rung above lead up to it. */
const RISE_AFTER = 8
/** Intervals without a fault before the rung above is tried on no more than hope, at first and at most. */
const FIRST_WAIT = 10
const LONGEST_WAIT = 80
/** After a cut the congestion control begins from almost nothing; so many intervals its belief says little of the link. */
const SETTLES_IN = 10
/** A larger picture makes it look further; so many intervals it is given for that. */
const TRIAL_SETTLES_IN = 6
/** A rung that holds so many intervals was no mistake. */
const PROVEN = 20

export interface Ladder {
  readonly rung: Rung
  readonly bad: number
  /** Intervals in a row in which the belief had room for the rung above. */
  readonly roomy: number
  /** Intervals in a row without a fault. */
  readonly calm: number
  /** Calm intervals to wait before the rung above is tried; doubles each time a trial fails. */
  readonly wait: number
  /** Intervals on this rung. */
  readonly held: number
  /** This rung was reached from the one below. */
  readonly rose: boolean
  /** Intervals left in which the congestion control is not believed. */
  readonly settling: number
}

export const topOfLadder: Ladder = {
  rung: 0,
  bad: 0,
  roomy: 0,
  calm: 0,
  wait: FIRST_WAIT,
  held: 0,
  rose: false,
  settling: 0,
}

/**
 * One interval further on the ladder. Sound is guarded first: when it suffers, the picture gives way. A small picture, or
 * none, does not show what a larger one would find, so that rising may be a trial, and a failed one waits longer.
 */
export function climb(ladder: Ladder, interval: Interval): Ladder {
  // During a cut nothing is learnt about how much the link carries.
  if (interval.bytes === 0)
    return ladder.settling === SETTLES_IN ? ladder : { ...ladder, bad: 0, settling: SETTLES_IN }
  // The first interval counts all that the cut has swallowed as lost.
  if (ladder.settling === SETTLES_IN) return { ...ladder, settling: SETTLES_IN - 1 }
  const held = ladder.held + 1
  const wait = ladder.rose && held >= PROVEN ? FIRST_WAIT : ladder.wait
  return step({ ...ladder, held, wait, settling: Math.max(0, ladder.settling - 1) }, interval)
}

function step(ladder: Ladder, interval: Interval): Ladder {
  const soundSuffers = Math.max(interval.concealed, interval.remoteLoss, interval.loss) > BAD_SOUND
  if (ladder.rung === VOICE) return inVoice(ladder, soundSuffers)
  if (soundSuffers || (ladder.settling === 0 && carriesTooLittle(ladder.rung, interval))) return fall(ladder)
  if (ladder.rung === 0) return { ...ladder, bad: 0 }
  const room = needed[ladder.rung === 1 ? 0 : 1] * 1.25
  const roomy = interval.outgoing !== null && interval.outgoing > room ? ladder.roomy + 1 : 0
  const calm = ladder.calm + 1
  if (roomy >= RISE_AFTER || calm >= ladder.wait) return rise(ladder)
  return { ...ladder, bad: 0, roomy, calm }
}

const carriesTooLittle = (rung: Exclude<Rung, 3>, { outgoing, sent }: Interval): boolean =>
  outgoing !== null && outgoing < needed[rung] && sent > outgoing * HELD_BACK

function inVoice(ladder: Ladder, soundSuffers: boolean): Ladder {
  const calm = soundSuffers ? 0 : ladder.calm + 1
  return calm >= ladder.wait ? rise(ladder) : { ...ladder, calm }
}

const onRung = (ladder: Ladder, rung: Rung, change: Partial<Ladder>): Ladder => ({
  ...ladder,
  rung,
  bad: 0,
  roomy: 0,
  calm: 0,
  held: 0,
  ...change,
})

const rise = (ladder: Ladder): Ladder =>
  onRung(ladder, (ladder.rung - 1) as Rung, { rose: true, settling: TRIAL_SETTLES_IN })

function fall(ladder: Ladder): Ladder {
  const bad = ladder.bad + 1
  if (bad < FALL_AFTER) return { ...ladder, bad, roomy: 0, calm: 0 }
  return onRung(ladder, (ladder.rung + 1) as Rung, { rose: false, wait: waitAfter(ladder) })
}

/** A trial that failed waits longer, falling on keeps that, and a rung that had held makes the link a new one. */
function waitAfter({ rose, held, wait }: Ladder): number {
  if (held >= PROVEN) return FIRST_WAIT
  return rose ? Math.min(LONGEST_WAIT, wait * 2) : wait
}
