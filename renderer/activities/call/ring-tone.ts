/** Seconds from one ring to the next. */
const PERIOD = 3.6

/** A soft call over two notes, again and again, until the answer is called; silent where there is no sound card. */
export function ringSoftly(): () => void {
  let audio: AudioContext
  try {
    audio = new AudioContext()
  } catch {
    return () => undefined
  }
  const once = (): void => {
    for (const [index, hertz] of [440, 554.37].entries()) {
      const at = audio.currentTime + 0.05 + index * 0.3
      const tone = audio.createOscillator()
      const loud = audio.createGain()
      tone.type = 'sine'
      tone.frequency.value = hertz
      loud.gain.setValueAtTime(0, at)
      loud.gain.linearRampToValueAtTime(0.06, at + 0.05)
      loud.gain.exponentialRampToValueAtTime(0.001, at + 1.2)
      tone.connect(loud).connect(audio.destination)
      tone.start(at)
      tone.stop(at + 1.3)
    }
  }
  once()
  const timer = setInterval(once, PERIOD * 1000)
  return () => {
    clearInterval(timer)
    void audio.close()
  }
}
