import { addInterval, addSilence, between, gradeOf, noSums, settle } from './quality-rules.ts'
import type { Interval, LinkQuality, QualitySums, Sample, ShownGrade } from './quality-rules.ts'

/** Frames older than this are no picture any more, but a still. */
const STILL_MS = 4000
/** After the answer a picture is waited for so long before voice is shown. */
const FIRST_PICTURE_MS = 1500
/** Figures are taken over no less than this. */
const INTERVAL_MS = 900

/** Keeps what came of one connection: when bytes and frames last came, how good it was. Times are monotonic ms. */
export interface MediaWatch {
  /** A frame was drawn; finer than the samples. */
  frame(at: number): void
  /** The other end said that its picture rests, or is off. */
  rest(at: number): void
  /** Takes counters; answers the interval when one is complete. */
  take(sample: Sample): Interval | null
  mediaAt(): number
  /** Whether anything came at all. */
  hasMedia(): boolean
  firstFrameAt(): number | null
  /** Whether a moving picture is there; undefined while it is too early to tell. */
  picture(now: number): boolean | undefined
  grade(): LinkQuality
  /** All that was counted, a silence that lasts until `now` included. */
  sums(now: number): QualitySums
}

export function createMediaWatch(startedAt: number): MediaWatch {
  let before: Sample | null = null
  let whole: Sample | null = null
  let mediaAt = startedAt
  let hasMedia = false
  let framesAt = 0
  let firstFrameAt: number | null = null
  let restedAt = 0
  let shown: ShownGrade = { shown: 7, better: 0 }
  let sums = noSums

  const frame = (at: number): void => {
    framesAt = at
    firstFrameAt ??= at
  }
  const picture = (now: number): boolean | undefined => {
    if (framesAt > restedAt && now - framesAt < STILL_MS) return true
    return firstFrameAt === null && restedAt === 0 && now - startedAt < FIRST_PICTURE_MS ? undefined : false
  }
  return {
    frame,
    rest: (at) => void (restedAt = at),
    take(sample) {
      if (sample.bytes > (before?.bytes ?? 0)) {
        if (hasMedia) sums = addSilence(sums, sample.at - mediaAt)
        mediaAt = sample.at
        hasMedia = true
      }
      if (sample.framesDecoded > (before?.framesDecoded ?? 0)) frame(sample.at)
      before = sample
      whole ??= sample
      if (sample.at - whole.at < INTERVAL_MS) return null
      const interval = between(whole, sample)
      whole = sample
      if (!hasMedia) return null
      shown = settle(shown, gradeOf(interval))
      const moving = picture(sample.at) === true
      sums = addInterval(sums, interval, moving ? sample.at - framesAt : null)
      return interval
    },
    mediaAt: () => mediaAt,
    hasMedia: () => hasMedia,
    firstFrameAt: () => firstFrameAt,
    picture,
    grade: () => shown.shown,
    sums: (now) => (hasMedia ? addSilence(sums, now - mediaAt) : sums),
  }
}
