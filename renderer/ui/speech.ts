import { createContext, useContext, useSyncExternalStore } from 'react'
import { segmentAt, segments } from './segments.ts'

/** Makes sound of a text; `undefined` where no voice for the language is installed. The sound is WAV. */
export type Synthesize = (text: string, lang: string) => Promise<Blob | undefined>

export interface Spoken {
  readonly text: string
  /** Index of the lit segment of `segments(text)`, -1 before the first. */
  readonly at: number
}

/** Reads one text at a time aloud and says how far it is; without a voice it lights the characters silently. */
export interface Speaker {
  /** Starts reading; what is being read stops. Never fails: the last resort makes no sound. */
  readonly speak: (text: string) => void
  readonly stop: () => void
  /** Sets the language of what is read, a BCP 47 tag: 'zh-CN', 'en'. */
  readonly setLang: (lang: string) => void
  readonly spoken: () => Spoken | undefined
  readonly subscribe: (listener: () => void) => () => void
}

const nothing = () => {}

/** About four characters a second: the pace of a teacher reading to first-graders. */
const pace = 240

const tag = (voice: SpeechSynthesisVoice) => voice.lang.toLowerCase().replace('_', '-')

/** Is this a voice of the machine itself? A remote voice would send a child's words over the network. */
function localVoice(lang: string): SpeechSynthesisVoice | undefined {
  if (typeof speechSynthesis === 'undefined') return undefined
  const want = lang.toLowerCase()
  const local = speechSynthesis.getVoices().filter((voice) => voice.localService)
  return (
    local.find((voice) => tag(voice) === want) ??
    local.find((voice) => tag(voice).split('-')[0] === want.split('-')[0])
  )
}

export function createSpeaker(synthesize?: Synthesize, firstLang = 'zh-CN'): Speaker {
  const listeners = new Set<() => void>()
  let now: Spoken | undefined
  let turn = 0
  let lang = firstLang
  let end = nothing

  const set = (next: Spoken | undefined) => {
    now = next
    for (const listener of listeners) listener()
  }

  const stop = () => {
    turn++
    end()
    end = nothing
    if (now) set(undefined)
  }

  /** Lights the segments one by one, `each` milliseconds apart, and goes out after the last. */
  const light = (text: string, count: number, each: number, mine: number) => {
    let at = 0
    const timer = setInterval(() => {
      if (mine !== turn) return clearInterval(timer)
      at++
      if (at < count) set({ text, at })
      else stop()
    }, each)
    set({ text, at })
    end = () => clearInterval(timer)
  }

  const withVoice = (text: string, voice: SpeechSynthesisVoice, mine: number) => {
    const parts = segments(text)
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.rate = 0.9
    let counting: ReturnType<typeof setInterval> | undefined
    const done = () => {
      if (mine === turn) stop()
    }
    utterance.addEventListener('start', () => {
      // Voices without word boundaries are followed by the clock until the first boundary says otherwise.
      let at = 0
      set({ text, at })
      counting = setInterval(() => {
        at = Math.min(at + 1, parts.length - 1)
        set({ text, at })
      }, pace)
    })
    utterance.addEventListener('boundary', (event) => {
      if (event.charIndex > 0) clearInterval(counting)
      if (mine === turn) set({ text, at: segmentAt(parts, event.charIndex) })
    })
    utterance.addEventListener('end', done)
    utterance.addEventListener('error', done)
    end = () => {
      clearInterval(counting)
      speechSynthesis.cancel()
    }
    speechSynthesis.speak(utterance)
  }

  const withSound = async (text: string, sound: Blob, mine: number) => {
    // Web Audio, because the content security policy has no media source for an <audio> element.
    const audio = new AudioContext()
    const buffer = await audio.decodeAudioData(await sound.arrayBuffer())
    if (mine !== turn) {
      void audio.close()
      return
    }
    const source = audio.createBufferSource()
    source.buffer = buffer
    source.connect(audio.destination)
    source.start()
    const count = segments(text).length
    light(text, count, Math.max(60, (buffer.duration * 1000) / Math.max(1, count)), mine)
    const goOut = end
    end = () => {
      goOut()
      source.stop()
      void audio.close()
    }
  }

  return {
    speak(text) {
      stop()
      const mine = turn
      set({ text, at: -1 })
      const silently = () => {
        if (mine === turn) light(text, segments(text).length, pace, mine)
      }
      const voice = localVoice(lang)
      if (voice) return withVoice(text, voice, mine)
      if (!synthesize) return silently()
      void synthesize(text, lang)
        .then((sound) => {
          if (mine !== turn) return undefined
          return sound ? withSound(text, sound, mine) : silently()
        })
        .catch(silently)
    },
    stop,
    setLang(next) {
      lang = next
    },
    spoken: () => now,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Hand in one speaker for the window; without a provider the characters light up silently. */
export const SpeakerContext = createContext<Speaker>(createSpeaker())

/** Speaks on a tap. `speak(text)` never fails; a second call stops the first. */
export function useSpeech(): Speaker {
  return useContext(SpeakerContext)
}

/** The lit segment of this text, or `undefined` while something else, or nothing, is read. Renders only its own text. */
export function useSpoken(text: string): number | undefined {
  const speaker = useContext(SpeakerContext)
  return useSyncExternalStore(speaker.subscribe, () => {
    const spoken = speaker.spoken()
    return spoken?.text === text ? spoken.at : undefined
  })
}
