import type { At, ItemStep, Thing } from '#contract/diary.ts'
import type { RefusalCode } from '#contract/refusal.ts'
import { VOICE_BITS, VOICE_SECONDS } from '#core/diary/media-rules.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { call } from '../../../api/house.ts'
import { startRecorder, type Recorder } from '../../../pupil/recording/recorder.ts'
import { createLevelMeter } from '../../../calls/levels.ts'
import { newId } from '../new-id.ts'
import { peaksOf } from './wave-rules.ts'

/** How often the meter is looked at, ms: no sound falls between two looks. */
const LOOK_MS = 85

/** Listens to how loud it is for as long as `isOn`; without a sound card nothing is heard, and nothing is drawn. */
function listen(stream: MediaStream, isOn: () => boolean) {
  const levels: number[] = []
  try {
    const meter = createLevelMeter(stream)
    const timer = setInterval(() => {
      if (isOn()) levels.push(meter.level())
    }, LOOK_MS)
    return {
      levels,
      stop: () => {
        clearInterval(timer)
        meter.stop()
      },
    }
  } catch {
    return { levels, stop: () => undefined }
  }
}

/** The first that this seat can record; both are written piece by piece. */
const mimes = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus']
/** Nothing lies there: voices stand in the row under the sheet. */
const nowhere: At = { x: 0, y: 0, size: 60, turn: 0 }

/** Said, and not on the page yet. */
export interface Said {
  readonly thing: Extract<Thing, { readonly kind: 'voice' }>
  readonly address: string
}

export interface PageVoice extends Omit<Recorder, 'halt'> {
  readonly mostMs: number
  /** Ends it. Safe to call twice. */
  readonly stop: () => Promise<Result<Said, RefusalCode>>
  /** Throws it away for good. */
  readonly drop: () => Promise<void>
}

export interface PageVoiceParts {
  readonly page: string
  readonly stream: MediaStream
  readonly onEnd: (why: 'full' | RefusalCode) => void
}

/** Begins a voice note of a page; each second of it is sealed and on the disk before the next is over. */
export async function startPageVoice({
  page,
  stream,
  onEnd,
}: PageVoiceParts): Promise<Result<PageVoice, RefusalCode>> {
  const mimeType = mimes.find((mime) => MediaRecorder.isTypeSupported(mime))
  if (mimeType === undefined) return err('unexpected')
  const media = newId()
  // How it lies if nobody ever puts it down: a power cut, the end of the turn.
  const begun: ItemStep = {
    id: newId(),
    kind: 'item',
    sheet: 0,
    item: newId(),
    thing: { kind: 'voice', media, seconds: 0 },
    at: nowhere,
  }
  const answer = await call('diaryMedia.begin', { page, step: begun })
  if (!answer.ok) return err(answer.error.code)
  const mostMs = VOICE_SECONDS * 1000
  let pieces = 0
  const recorder = startRecorder({
    stream,
    options: { mimeType, audioBitsPerSecond: VOICE_BITS },
    mostMs,
    keep: async (bytes) => {
      const kept = await call('diaryMedia.append', { media, piece: pieces, bytes })
      if (!kept.ok) return kept.error.code
      pieces = kept.value.pieces
      return undefined
    },
    onEnd,
  })
  const { passed, rest, goOn, rests } = recorder
  const heard = listen(stream, () => !rests())
  return ok({
    mostMs,
    passed,
    rest,
    goOn,
    rests,
    stop: async () => {
      heard.stop()
      await recorder.halt()
      const seconds = Math.max(1, Math.round(Math.min(passed(), mostMs) / 1000))
      const done = await call('diaryMedia.finish', { media, seconds })
      if (!done.ok) return err(done.error.code)
      const peaks = peaksOf(heard.levels)
      return ok({
        thing: { kind: 'voice', media, seconds, ...(peaks && { peaks }) },
        address: done.value.address,
      })
    },
    drop: async () => {
      heard.stop()
      await recorder.halt()
      await call('diaryMedia.drop', { media })
    },
  })
}

/** What was said is not wanted: gone for good. */
export async function dropSaid({ thing }: Pick<Said, 'thing'>): Promise<void> {
  await call('diaryMedia.drop', { media: thing.media })
}
