/** A track that says nothing, in the place of a microphone that is out: without any sound the other end would think that the link is cut. */
export interface Silence {
  /** Begins to say nothing. */
  track(): MediaStreamTrack | null
  /** Is not needed for now. */
  rest(): void
  stop(): void
}

/**
 * Made when a call begins and asleep until it is needed: a browser asks the sound system when a context is made, and that may
 * be what hangs.
 */
export function createSilence(): Silence {
  const context = new AudioContext()
  const made = context.createMediaStreamDestination()
  // A destination without a source sends nothing, not even silence.
  const nothing = context.createConstantSource()
  nothing.offset.value = 0
  nothing.connect(made)
  nothing.start()
  void context.suspend()
  let wanted = false
  // A telephone call on an iPhone interrupts every sound of the page, and does not give all of them back.
  const wake = (): void => {
    if (wanted && context.state !== 'closed') void context.resume().catch(() => undefined)
  }
  context.addEventListener('statechange', wake)
  document.addEventListener('visibilitychange', wake)
  return {
    track() {
      wanted = true
      wake()
      return made.stream.getAudioTracks()[0] ?? null
    },
    rest() {
      wanted = false
      void context.suspend()
    },
    stop() {
      wanted = false
      document.removeEventListener('visibilitychange', wake)
      nothing.stop()
      void context.close()
    },
  }
}
