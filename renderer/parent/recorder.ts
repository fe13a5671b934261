/** What was recorded, ready to be heard and sent. */
export interface Recorded {
  readonly blob: Blob
  readonly type: 'audio/webm' | 'audio/ogg' | 'audio/mp4' | 'video/webm' | 'video/mp4'
  readonly lengthMs: number
}

export interface Recorder {
  readonly stream: MediaStream
  /** Rests while the microphone is away, and goes on. */
  rest(): void
  goOn(): void
  /** Recorded so far, ms. */
  passed(): number
  /** Ends the recording; null when nothing was recorded. */
  stop(): Promise<Recorded | null>
}

const LONGEST_MS = 120_000

const wishes = {
  voice: ['audio/webm', 'audio/mp4', 'audio/ogg'],
  video: ['video/webm', 'video/mp4'],
} as const

/** Whether this browser can record at all. */
export const canRecord = (): boolean => typeof MediaRecorder !== 'undefined'

/** Begins to record a stream; its tracks are stopped in the end. */
export function record(stream: MediaStream, kind: 'voice' | 'video', onLongest: () => void): Recorder {
  const type = wishes[kind].find((one) => MediaRecorder.isTypeSupported(one)) ?? wishes[kind][0]
  const recorder = new MediaRecorder(stream, {
    mimeType: type,
    audioBitsPerSecond: 24_000,
    ...(kind === 'video' ? { videoBitsPerSecond: 250_000 } : {}),
  })
  const pieces: Blob[] = []
  let before = 0
  let since: number | undefined = performance.now()
  const passed = (): number => before + (since === undefined ? 0 : performance.now() - since)
  const halt = (): void => {
    before = passed()
    since = undefined
    clearTimeout(longest)
  }
  let longest = setTimeout(onLongest, LONGEST_MS)
  // A stream whose every track has ended ends the recording: what was said until then is there.
  recorder.addEventListener('stop', halt)
  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size > 0) pieces.push(data)
  })
  recorder.start(1000)
  return {
    stream,
    passed,
    rest() {
      if (recorder.state !== 'recording') return
      recorder.pause()
      halt()
    },
    goOn() {
      if (recorder.state !== 'paused') return
      recorder.resume()
      since = performance.now()
      longest = setTimeout(onLongest, LONGEST_MS - before)
    },
    stop: () =>
      new Promise((resolve) => {
        halt()
        const lengthMs = Math.min(LONGEST_MS, Math.round(before))
        const finish = (): void => {
          for (const track of stream.getTracks()) track.stop()
          resolve(pieces.length === 0 ? null : { blob: new Blob(pieces, { type }), type, lengthMs })
        }
        if (recorder.state === 'inactive') return finish()
        recorder.addEventListener('stop', finish)
        recorder.stop()
      }),
  }
}
