import type { MessageCard, MessageKind } from '#contract/messages.ts'
import type { RefusalCode } from '#contract/refusal.ts'
import type { MessageStart } from '#contract/wire.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { messageBits } from '#core/messages/limit-rules.ts'
import { call } from '../../api/house.ts'

export type TapedKind = Exclude<MessageKind, 'drawing'>

/**
 * The first that this seat can record. Matroska as WebM is written piece by piece, so that a power cut leaves all but the
 * last; MP4 would be written at its end. H.264 first: main makes of it what each phone plays, without touching the picture.
 */
const wishes: Readonly<Record<TapedKind, readonly { mime: string; type: MessageStart['type'] }[]>> = {
  voice: [
    { mime: 'audio/webm;codecs=opus', type: 'audio/webm' },
    { mime: 'audio/ogg;codecs=opus', type: 'audio/ogg' },
  ],
  video: [
    { mime: 'video/webm;codecs="h264,opus"', type: 'video/webm' },
    { mime: 'video/webm;codecs="vp8,opus"', type: 'video/webm' },
  ],
}

/** Main keeps a piece as often as this, ms: a power cut loses no more. */
const PIECE_MS = 1000

/** A recording that goes on; each second of it is on the disk before the next is over. */
export interface Tape {
  readonly mostMs: number
  /** Recorded so far, ms: what it rested is not counted. */
  readonly passed: () => number
  /** Rests while nothing can be heard; nothing of before is lost. */
  readonly rest: () => void
  readonly goOn: () => void
  readonly rests: () => boolean
  /** Ends it; what was kept becomes a draft. Safe to call twice. */
  readonly stop: () => Promise<Result<MessageCard, RefusalCode>>
  /** Throws it away. */
  readonly drop: () => Promise<void>
}

export interface TapeParts {
  readonly contactId: string
  readonly kind: TapedKind
  readonly stream: MediaStream
  /** It is full, or the disk takes no more; `stop` then says what was kept. */
  readonly onEnd: (why: 'full' | RefusalCode) => void
}

export async function startTape({
  contactId,
  kind,
  stream,
  onEnd,
}: TapeParts): Promise<Result<Tape, RefusalCode>> {
  const wish = wishes[kind].find(({ mime }) => MediaRecorder.isTypeSupported(mime))
  if (!wish) return err('unexpected')
  const begun = await call('messages.begin', { contactId, kind, type: wish.type })
  if (!begun.ok) return err(begun.error.code)
  const { id, mostMs } = begun.value
  const recorder = new MediaRecorder(stream, {
    mimeType: wish.mime,
    audioBitsPerSecond: messageBits.voice,
    ...(kind === 'video' ? { videoBitsPerSecond: messageBits.video - messageBits.voice } : {}),
  })
  let kept = 0
  let trouble: RefusalCode | undefined
  // One piece after the other, in their order.
  let keeping: Promise<void> = Promise.resolve()
  const keep = async (piece: Blob): Promise<void> => {
    if (trouble || piece.size === 0) return
    const bytes = new Uint8Array(await piece.arrayBuffer())
    const answer = await call('messages.append', { id, offset: kept, bytes })
    if (answer.ok) {
      kept = answer.value.bytes
      return
    }
    trouble = answer.error.code
    onEnd(trouble)
  }
  recorder.addEventListener('dataavailable', ({ data }) => {
    keeping = keeping.then(() => keep(data))
  })
  /** Recorded before `since`, ms; undefined while it rests. */
  let before = 0
  let since: number | undefined = performance.now()
  const passed = (): number => before + (since === undefined ? 0 : performance.now() - since)
  let longest = setTimeout(() => onEnd('full'), mostMs)
  const rest = (): void => {
    clearTimeout(longest)
    before = passed()
    since = undefined
    if (recorder.state === 'recording') recorder.pause()
  }
  const goOn = (): void => {
    if (recorder.state !== 'paused') return
    recorder.resume()
    since = performance.now()
    longest = setTimeout(() => onEnd('full'), mostMs - before)
  }
  recorder.start(PIECE_MS)

  const halt = async (): Promise<void> => {
    clearTimeout(longest)
    before = passed()
    since = undefined
    if (recorder.state !== 'inactive') {
      const stopped = new Promise((done) => recorder.addEventListener('stop', done, { once: true }))
      recorder.stop()
      await stopped
    }
    await keeping
  }
  return ok({
    mostMs,
    passed,
    rest,
    goOn,
    rests: () => recorder.state === 'paused',
    stop: async () => {
      await halt()
      const done = await call('messages.finish', { id, lengthMs: Math.round(Math.min(passed(), mostMs)) })
      return done.ok ? ok(done.value) : err(done.error.code)
    },
    drop: async () => {
      await halt()
      await call('messages.drop', { id })
    },
  })
}
