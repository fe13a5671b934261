/** Planks of the bridge that are in place: 7 is a whole bridge, 0 none. */
export type LinkQuality = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Counters of one connection at one moment, as `getStats` has them since its start. */
export interface Sample {
  /** Monotonic ms. */
  readonly at: number
  /** Of all that came in. */
  readonly bytes: number
  /** Of all sound and picture that went out. */
  readonly bytesSent: number
  readonly audioReceived: number
  readonly audioLost: number
  /** Samples of sound, and those among them that were made up. */
  readonly samples: number
  readonly concealed: number
  readonly framesDecoded: number
  readonly videoReceived: number
  readonly videoLost: number
  /** Round trip of the pair in use, ms. */
  readonly roundTripMs: number | null
  /** Share (0 to 1) that the other end missed of our sound, of its latest report. */
  readonly remoteLoss: number | null
  /** What the congestion control believes in, bit/s. */
  readonly outgoing: number | null
}

/** What happened between two samples. */
export interface Interval {
  readonly ms: number
  readonly bytes: number
  readonly frames: number
  /** Shares, 0 to 1. */
  readonly loss: number
  readonly concealed: number
  readonly remoteLoss: number
  readonly roundTripMs: number | null
  /** What the congestion control believes in, and what went out, bit/s. */
  readonly outgoing: number | null
  readonly sent: number
}

const share = (part: number, whole: number): number =>
  whole > 0 ? Math.min(1, Math.max(0, part / whole)) : 0

/** The interval between two samples. A counter that went back (the connection began anew) counts as nothing. */
export function between(before: Sample, after: Sample): Interval {
  const grown = (key: keyof Sample): number => Math.max(0, Number(after[key]) - Number(before[key]))
  const received = grown('audioReceived') + grown('videoReceived')
  const lost = grown('audioLost') + grown('videoLost')
  const ms = Math.max(0, after.at - before.at)
  return {
    ms,
    bytes: grown('bytes'),
    frames: grown('framesDecoded'),
    loss: share(lost, lost + received),
    concealed: share(grown('concealed'), grown('samples')),
    remoteLoss: after.remoteLoss ?? 0,
    roundTripMs: after.roundTripMs,
    outgoing: after.outgoing,
    sent: ms > 0 ? (grown('bytesSent') * 8 * 1000) / ms : 0,
  }
}

/** How good one interval was, 0 to 7; the worst of its figures decides. */
export function gradeOf({ bytes, loss, concealed, remoteLoss, roundTripMs }: Interval): LinkQuality {
  if (bytes === 0) return 0
  const worstLoss = Math.max(loss, remoteLoss)
  return Math.min(
    steps(worstLoss, [0.01, 0.03, 0.06, 0.1, 0.16, 0.25]),
    steps(concealed, [0.01, 0.03, 0.06, 0.1, 0.2, 0.35]),
    steps(roundTripMs ?? 0, [200, 350, 500, 700, 1000, 1500]),
  ) as LinkQuality
}

/** 7 up to the first limit, one less for each limit that is passed. */
const steps = (value: number, limits: readonly number[]): number =>
  7 - limits.filter((limit) => value > limit).length

/** The grade that is shown, and since how many intervals another has been better. */
export interface ShownGrade {
  readonly shown: LinkQuality
  readonly better: number
}

/** A better grade is believed after so many intervals; a worse one at once. */
const BELIEVE_AFTER = 4

/** The bridge loses planks at once and gains one after four good intervals: it must not flicker. */
export function settle({ shown, better }: ShownGrade, grade: LinkQuality): ShownGrade {
  if (grade < shown) return { shown: grade, better: 0 }
  if (grade === shown) return { shown, better: 0 }
  if (better + 1 < BELIEVE_AFTER) return { shown, better: better + 1 }
  return { shown: Math.min(7, shown + 1) as LinkQuality, better: 0 }
}

/** How a call went, for the log (C12): figures, never content. */
export interface QualityFigures {
  /** Shares of the talk, 0 to 1. */
  readonly lossShare: number
  readonly concealedShare: number
  /** Of the time with a picture: that in which the last frame was older than half a second. */
  readonly frozenShare: number
  readonly voiceShare: number
  /** Means and worst, ms; null where nothing was measured. */
  readonly roundTripMs: number | null
  readonly worstRoundTripMs: number | null
  /** The longest time without any media, ms. */
  readonly longestCutMs: number
  readonly cuts: number
  /** The oldest that a shown frame became, ms. */
  readonly worstFrameAgeMs: number
}

interface Sums {
  readonly ms: number
  readonly lossMs: number
  readonly concealedMs: number
  readonly frozenMs: number
  readonly videoMs: number
  readonly voiceMs: number
  readonly trips: number
  readonly tripSum: number
  readonly worstTrip: number
  readonly longestCut: number
  readonly cuts: number
  readonly worstFrameAge: number
}

export type QualitySums = Sums

export const noSums: QualitySums = {
  ms: 0,
  lossMs: 0,
  concealedMs: 0,
  frozenMs: 0,
  videoMs: 0,
  voiceMs: 0,
  trips: 0,
  tripSum: 0,
  worstTrip: 0,
  longestCut: 0,
  cuts: 0,
  worstFrameAge: 0,
}

const FROZEN_MS = 500
/** Time without any media from which it is a cut, for the eye and for the log; shorter ones are hiccups. */
export const CUT_MS = 2500

/** Adds one interval. `frameAge` is of the last frame in ms, null while no picture is meant to come. */
export function addInterval(sums: QualitySums, interval: Interval, frameAge: number | null): QualitySums {
  const { ms } = interval
  const trip = interval.bytes > 0 ? interval.roundTripMs : null
  return {
    ...sums,
    ms: sums.ms + ms,
    lossMs: sums.lossMs + interval.loss * ms,
    concealedMs: sums.concealedMs + interval.concealed * ms,
    frozenMs: sums.frozenMs + (frameAge === null ? 0 : frameAge > FROZEN_MS ? ms : 0),
    videoMs: sums.videoMs + (frameAge === null ? 0 : ms),
    voiceMs: sums.voiceMs + (frameAge === null ? ms : 0),
    trips: sums.trips + (trip === null ? 0 : 1),
    tripSum: sums.tripSum + (trip ?? 0),
    worstTrip: Math.max(sums.worstTrip, trip ?? 0),
    worstFrameAge: Math.max(sums.worstFrameAge, frameAge ?? 0),
  }
}

/** Adds a time without any media, ms, once it is over. */
export function addSilence(sums: QualitySums, ms: number): QualitySums {
  if (ms < CUT_MS) return sums
  return { ...sums, cuts: sums.cuts + 1, longestCut: Math.max(sums.longestCut, ms) }
}

export function figuresOf(sums: QualitySums): QualityFigures {
  return {
    lossShare: share(sums.lossMs, sums.ms),
    concealedShare: share(sums.concealedMs, sums.ms),
    frozenShare: share(sums.frozenMs, sums.videoMs),
    voiceShare: share(sums.voiceMs, sums.ms),
    roundTripMs: sums.trips === 0 ? null : Math.round(sums.tripSum / sums.trips),
    worstRoundTripMs: sums.trips === 0 ? null : Math.round(sums.worstTrip),
    longestCutMs: Math.round(sums.longestCut),
    cuts: sums.cuts,
    worstFrameAgeMs: Math.round(sums.worstFrameAge),
  }
}
