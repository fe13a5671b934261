import type { MessageCard, MessageKind } from '#contract/messages.ts'
import type { RefusalCode } from '#contract/refusal.ts'
import type { MessageStart } from '#contract/wire.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { messageBits } from '#core/messages/limit-rules.ts'
import { call } from '../../api/house.ts'
import { startRecorder, type Recorder } from '../recording/recorder.ts'

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

/** A recording that goes on; each second of it is on the disk before the next is over. */
export interface Tape extends Omit<Recorder, 'halt'> {
  readonly mostMs: number
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
  let kept = 0
  const recorder = startRecorder({
    stream,
    options: {
      mimeType: wish.mime,
      audioBitsPerSecond: messageBits.voice,
      ...(kind === 'video' ? { videoBitsPerSecond: messageBits.video - messageBits.voice } : {}),
    },
    mostMs,
    keep: async (bytes) => {
      const answer = await call('messages.append', { id, offset: kept, bytes })
      if (!answer.ok) return answer.error.code
      kept = answer.value.bytes
      return undefined
    },
    onEnd,
  })
  const { passed, rest, goOn, rests } = recorder
  return ok({
    mostMs,
    passed,
    rest,
    goOn,
    rests,
    stop: async () => {
      await recorder.halt()
      const done = await call('messages.finish', { id, lengthMs: Math.round(Math.min(passed(), mostMs)) })
      return done.ok ? ok(done.value) : err(done.error.code)
    },
    drop: async () => {
      await recorder.halt()
      await call('messages.drop', { id })
    },
  })
}
