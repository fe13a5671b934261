import type { RefusalCode } from '#contract/refusal.ts'
import { piecesASecond } from '#core/diary/media-rules.ts'

/** Main keeps a piece as often as this: with the way to the disk, a power cut loses less than a second. */
const PIECE_MS = 1000 / piecesASecond

/** A recorder whose every half second is on the disk before the next is over. */
export interface Recorder {
  /** Recorded so far, ms: what it rested is not counted. */
  readonly passed: () => number
  /** Rests while nothing can be heard; nothing of before is lost. */
  readonly rest: () => void
  readonly goOn: () => void
  readonly rests: () => boolean
  /** Ends it, with its last piece kept. Safe to call twice. */
  readonly halt: () => Promise<void>
}

export interface RecorderParts {
  readonly stream: MediaStream
  readonly options: MediaRecorderOptions
  /** Longest, ms. */
  readonly mostMs: number
  /** Keeps a piece, one after the other in their order; a refusal ends the recording. */
  readonly keep: (piece: Uint8Array<ArrayBuffer>) => Promise<RefusalCode | undefined>
  /** It is full, or the disk takes no more. */
  readonly onEnd: (why: 'full' | RefusalCode) => void
}

export function startRecorder({ stream, options, mostMs, keep, onEnd }: RecorderParts): Recorder {
  const recorder = new MediaRecorder(stream, options)
  let trouble: RefusalCode | undefined
  let keeping: Promise<void> = Promise.resolve()
  const keepPiece = async (piece: Blob): Promise<void> => {
    if (trouble || piece.size === 0) return
    trouble = await keep(new Uint8Array(await piece.arrayBuffer()))
    if (trouble) onEnd(trouble)
  }
  recorder.addEventListener('dataavailable', ({ data }) => {
    keeping = keeping.then(() => keepPiece(data))
  })
  /** Recorded before `since`, ms; undefined while it rests. */
  let before = 0
  let since: number | undefined = performance.now()
  const passed = (): number => before + (since === undefined ? 0 : performance.now() - since)
  let longest = setTimeout(() => onEnd('full'), mostMs)
  recorder.start(PIECE_MS)

  return {
    passed,
    rest() {
      clearTimeout(longest)
      before = passed()
      since = undefined
      if (recorder.state === 'recording') recorder.pause()
    },
    goOn() {
      if (recorder.state !== 'paused') return
      recorder.resume()
      since = performance.now()
      longest = setTimeout(() => onEnd('full'), mostMs - before)
    },
    rests: () => recorder.state === 'paused',
    async halt() {
      clearTimeout(longest)
      before = passed()
      since = undefined
      if (recorder.state !== 'inactive') {
        const stopped = new Promise((done) => recorder.addEventListener('stop', done, { once: true }))
        recorder.stop()
        await stopped
      }
      await keeping
    },
  }
}
