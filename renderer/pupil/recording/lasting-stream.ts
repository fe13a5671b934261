/** A stream whose tracks never end: a recorder stops for good when one of its own does. */
export interface LastingStream {
  readonly stream: MediaStream
  /** What this track gives goes in from now on, in the place of what went in before. */
  put(track: MediaStreamTrack): void
  /** Nothing of the camera comes for now: the sound must not wait for it. */
  restPicture(): void
  stop(): void
}

/** Chromium's own (since 94); the child's window is nothing else. */
interface Generator extends MediaStreamTrack {
  readonly writable: WritableStream<VideoFrame>
}
declare const MediaStreamTrackGenerator: new (kind: { readonly kind: 'video' }) => Generator
declare const MediaStreamTrackProcessor: new (of: { readonly track: MediaStreamTrack }) => {
  readonly readable: ReadableStream<VideoFrame>
}

/** Chromium's own (since 110): it runs by a clock of its own, and not by a loudspeaker that may fall out with the headset. */
const unheard = { sinkId: { type: 'none' } } as AudioContextOptions

export function createLastingStream(picture: boolean): LastingStream {
  const context = new AudioContext(unheard)
  const sound = context.createMediaStreamDestination()
  // The sound goes on, silent, while no microphone is in.
  const nothing = context.createConstantSource()
  nothing.offset.value = 0
  nothing.connect(sound)
  nothing.start()
  void context.resume()
  const seen = picture ? new MediaStreamTrackGenerator({ kind: 'video' }) : null
  const inside = new Map<string, MediaStreamTrack>()
  let heard: MediaStreamAudioSourceNode | null = null
  let pipe = { aborter: new AbortController(), done: Promise.resolve() }

  const putPicture = (track: MediaStreamTrack, into: Generator): void => {
    pipe.aborter.abort()
    const aborter = new AbortController()
    const begin = async (before: Promise<void>): Promise<void> => {
      await before
      if (aborter.signal.aborted) return
      into.enabled = true
      try {
        await new MediaStreamTrackProcessor({ track }).readable.pipeTo(into.writable, {
          preventClose: true,
          preventAbort: true,
          signal: aborter.signal,
        })
      } catch {
        // Another track takes its place, or the recording is over.
      }
    }
    pipe = { aborter, done: begin(pipe.done) }
  }

  return {
    stream: new MediaStream([...sound.stream.getAudioTracks(), ...(seen ? [seen] : [])]),
    put(track) {
      if (inside.get(track.kind) === track) return
      inside.set(track.kind, track)
      if (track.kind === 'video') {
        if (seen) putPicture(track, seen)
        return
      }
      heard?.disconnect()
      heard = context.createMediaStreamSource(new MediaStream([track]))
      heard.connect(sound)
    },
    restPicture() {
      inside.delete('video')
      if (seen) seen.enabled = false
    },
    stop() {
      pipe.aborter.abort()
      heard?.disconnect()
      nothing.stop()
      seen?.stop()
      void context.close()
    },
  }
}
