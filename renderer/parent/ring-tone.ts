/** Two soft notes and a buzz, again and again until stopped. Silent where the browser has heard no tap yet. */
export interface RingTone {
  start(): void
  stop(): void
  /** Plays once; after a tap, this is what wakes the sound for later. True when something is heard. */
  once(): Promise<boolean>
}

const AGAIN_MS = 2600

const note = (on: AudioContext, hz: number, after: number): void => {
  const at = on.currentTime + after
  const tone = on.createOscillator()
  const volume = on.createGain()
  tone.frequency.value = hz
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(0.25, at + 0.03)
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.7)
  tone.connect(volume).connect(on.destination)
  tone.start(at)
  tone.stop(at + 0.75)
}

const buzz = (): void => {
  // Missing on iPhones; refused where nobody has tapped yet.
  if ('vibrate' in navigator) navigator.vibrate([200, 120, 200])
}

export function createRingTone(): RingTone {
  let context: AudioContext | null = null
  let timer: ReturnType<typeof setInterval> | undefined

  const wake = async (): Promise<AudioContext | null> => {
    if (typeof AudioContext === 'undefined') return null
    context ??= new AudioContext()
    // Without a tap this promise may wait for ever.
    await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, 300))])
    return context.state === 'running' ? context : null
  }
  const play = async (): Promise<boolean> => {
    const on = await wake()
    if (!on) return false
    note(on, 659, 0)
    note(on, 523, 0.35)
    return true
  }
  const ring = (): void => {
    void play()
    buzz()
  }
  return {
    start() {
      if (timer !== undefined) return
      ring()
      timer = setInterval(ring, AGAIN_MS)
    },
    stop() {
      clearInterval(timer)
      timer = undefined
    },
    once: play,
  }
}
