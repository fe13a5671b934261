/** Listens whether a track gives anything but exact zeros. */
export interface Ear {
  /** Of the last `windowMs`; null while nobody can listen. */
  listen(): 'zeros' | 'sound' | null
  readonly windowMs: number
  stop(): void
}

/** Longer than the time between two looks, and a power of two. Samples. */
const WINDOW = 16_384

interface Quiet extends AudioContextOptions {
  /** Chromium: no loudspeaker is opened for it, and one that hangs does not hold it up. */
  readonly sinkId: { readonly type: 'none' }
}
const quiet: Quiet = { sinkId: { type: 'none' } }

/** An ear for a microphone's track; null where the browser has none (Safari 14.0 gives bytes only, and a quiet room is zero in them). */
export function createEar(track: MediaStreamTrack): Ear | null {
  let context: AudioContext
  try {
    context = new AudioContext(quiet)
  } catch {
    return null
  }
  const analyser = context.createAnalyser()
  if (!('getFloatTimeDomainData' in analyser)) {
    void context.close()
    return null
  }
  analyser.fftSize = WINDOW
  const source = context.createMediaStreamSource(new MediaStream([track]))
  source.connect(analyser)
  const wave = new Float32Array(WINDOW)
  const windowMs = (WINDOW / context.sampleRate) * 1000
  void context.resume().catch(() => undefined)
  let playedTo = 0
  return {
    windowMs,
    listen() {
      const { currentTime, state } = context
      // A context that stands still hears the same for ever; and its first window is not full.
      const stands = state !== 'running' || currentTime === playedTo || currentTime * 1000 < windowMs
      playedTo = currentTime
      if (stands) return null
      analyser.getFloatTimeDomainData(wave)
      return wave.some((sample) => sample !== 0) ? 'sound' : 'zeros'
    },
    stop() {
      source.disconnect()
      void context.close()
    },
  }
}
