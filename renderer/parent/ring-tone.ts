import { createHolder, type Watched } from '../calls/observable.ts'

/** Two soft notes and a buzz, again and again until stopped. Silent where the browser has heard no tap yet. */
export interface RingTone {
  start(): void
  stop(): void
  /** Plays once; after a tap, this is what wakes the sound for later. True when something is heard. */
  once(): Promise<boolean>
  /** The page may be heard; no more, after a telephone call took the sound of an iPhone away. */
  readonly isAwake: Watched<boolean>
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

/** Whether it runs; without a tap the browser's own promise may wait for ever. */
async function resumed(context: AudioContext): Promise<boolean> {
  const enough = new Promise((resolve) => setTimeout(resolve, 300))
  await Promise.race([context.resume().catch(() => undefined), enough])
  return context.state === 'running'
}

export function createRingTone(): RingTone {
  let context: AudioContext | null = null
  let timer: ReturnType<typeof setInterval> | undefined

  const isAwake = createHolder(false)
  const tell = (): void => isAwake.set(context?.state === 'running')
  const make = (): AudioContext => {
    const made = new AudioContext()
    made.addEventListener('statechange', tell)
    return made
  }
  /** What once was heard is taken up again by itself when the page is looked at, or by any tap. */
  const again = (): void => {
    if (context && context.state !== 'running' && document.visibilityState === 'visible') void wake()
  }
  document.addEventListener('visibilitychange', again)
  document.addEventListener('pointerup', again)

  const wake = async (): Promise<AudioContext | null> => {
    if (typeof AudioContext === 'undefined') return null
    // One that the phone closed, or that stays interrupted, never sounds again.
    if (context?.state === 'closed' || !(await resumed((context ??= make())))) {
      if (context.state !== 'suspended') {
        void context.close().catch(() => undefined)
        context = make()
        await resumed(context)
      }
    }
    tell()
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
    isAwake,
  }
}
