/** Two soft notes, a fifth apart; makes no sound where there is no sound card. */
export function chime(): void {
  let audio: AudioContext
  try {
    audio = new AudioContext()
  } catch {
    return
  }
  const notes = [523.25, 783.99]
  for (const [index, hertz] of notes.entries()) {
    const at = audio.currentTime + index * 0.22
    const tone = audio.createOscillator()
    const loud = audio.createGain()
    tone.type = 'sine'
    tone.frequency.value = hertz
    loud.gain.setValueAtTime(0, at)
    loud.gain.linearRampToValueAtTime(0.18, at + 0.02)
    loud.gain.exponentialRampToValueAtTime(0.001, at + 1.1)
    tone.connect(loud).connect(audio.destination)
    tone.start(at)
    tone.stop(at + 1.2)
    if (index === notes.length - 1) tone.addEventListener('ended', () => void audio.close())
  }
}
