/** Three rising notes, soft, about a second long. */
export function playNotes(): void {
  const audio = new AudioContext()
  for (const [index, frequency] of [523, 659, 784].entries()) {
    const note = audio.createOscillator()
    const loudness = audio.createGain()
    const start = audio.currentTime + index * 0.3
    note.frequency.value = frequency
    loudness.gain.setValueAtTime(0, start)
    loudness.gain.linearRampToValueAtTime(0.2, start + 0.03)
    loudness.gain.linearRampToValueAtTime(0, start + 0.28)
    note.connect(loudness).connect(audio.destination)
    note.start(start)
    note.stop(start + 0.3)
    if (index === 2) note.addEventListener('ended', () => void audio.close())
  }
}
