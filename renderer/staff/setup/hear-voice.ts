import { VOICE_SENTENCE } from '#contract/voice-said.ts'

/** Plays a WAV of the seat's voice; the returned function ends it. By Web Audio, as the child's window does. */
export function playWav(wav: Uint8Array): () => void {
  const audio = new AudioContext()
  const end = () => {
    if (audio.state !== 'closed') void audio.close()
  }
  const play = async () => {
    const source = audio.createBufferSource()
    source.buffer = await audio.decodeAudioData(new Uint8Array(wav).buffer)
    source.connect(audio.destination)
    source.addEventListener('ended', end)
    source.start()
  }
  // What cannot be played is not heard, and a person says so.
  void play().catch(end)
  return end
}

/** Says the sentence by a voice of the window; the returned function ends it. */
export function speakSentence(voice: SpeechSynthesisVoice): () => void {
  const utterance = new SpeechSynthesisUtterance(VOICE_SENTENCE)
  utterance.voice = voice
  utterance.lang = voice.lang
  utterance.rate = 0.9
  speechSynthesis.cancel()
  speechSynthesis.speak(utterance)
  return () => speechSynthesis.cancel()
}
