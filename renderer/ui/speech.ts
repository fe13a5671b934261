import { createContext, useContext, useSyncExternalStore } from 'react'
import { partAt, segmentAt, segments } from './segments.ts'

/** Makes sound of a text; `undefined` where no voice for the language is installed. The sound is WAV. */
export type Synthesize = (text: string, lang: string, slow: boolean) => Promise<Blob | undefined>

/** `off`: nothing is read unasked. */
export type Reading = 'on' | 'slow' | 'off'

/** The window's own voice for a language, asked only where `Synthesize` has made nothing. */
export type FindWindowVoice = (lang: string) => Promise<SpeechSynthesisVoice | undefined>

export interface Spoken {
  readonly text: string
  /** Index of the lit segment of `segments(text)`, -1 before the first. */
  readonly at: number
}

/** Reads one text at a time aloud and says how far it is; without a voice it lights the characters silently. */
export interface Speaker {
  /** Starts reading; what is being read stops. Never fails: the last resort makes no sound. */
  readonly speak: (text: string) => void
  /** Like `speak`, for what nobody tapped: silent for a child who wants to be read to only when it asks. */
  readonly tell: (text: string) => void
  readonly stop: () => void
  readonly setReading: (reading: Reading) => void
  /** Sets the language of what is read, a BCP 47 tag: 'zh-CN', 'en'. */
  readonly setLang: (lang: string) => void
  readonly spoken: () => Spoken | undefined
  /** Whether no voice was found for the language when one was last looked for: then no speaker button stands anywhere. */
  readonly isMute: () => boolean
  /** Looks whether there is a voice, without a sound. Never fails. */
  readonly look: () => Promise<void>
  readonly subscribe: (listener: () => void) => () => void
}

const nothing = () => {}

/** About four characters a second: the pace of a teacher reading to first-graders. */
const pace = 240
/** How often it is looked how far the voice is, ms. */
const look = 60

const noVoice: FindWindowVoice = async () => undefined

/** The seat's own voice is asked first, then the window's. */
export function createSpeaker(
  synthesize: Synthesize = async () => undefined,
  findWindowVoice = noVoice,
  firstLang = 'zh-CN',
): Speaker {
  const listeners = new Set<() => void>()
  let now: Spoken | undefined
  let turn = 0
  let mute = false
  let lang = firstLang
  let reading: Reading = 'on'
  let end = nothing

  const tell = () => {
    for (const listener of listeners) listener()
  }
  const set = (next: Spoken | undefined) => {
    now = next
    tell()
  }
  const heard = (found: unknown) => {
    if (mute === !found) return
    mute = !found
    tell()
  }

  const stop = () => {
    turn++
    end()
    end = nothing
    if (now) set(undefined)
  }

  /** Lights the segments one by one over so many milliseconds, each as long as it takes to say, and goes out after the last. */
  const light = (text: string, lengths: readonly number[], whole: number, mine: number) => {
    const began = performance.now()
    let at = 0
    const timer = setInterval(() => {
      if (mine !== turn) return clearInterval(timer)
      const share = (performance.now() - began) / whole
      if (share >= 1) return stop()
      const next = partAt(lengths, share)
      if (next !== at) set({ text, at: (at = next) })
    }, look)
    set({ text, at })
    end = () => clearInterval(timer)
  }

  const withVoice = (text: string, voice: SpeechSynthesisVoice, mine: number) => {
    const parts = segments(text)
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.rate = reading === 'slow' ? 0.65 : 0.9
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

  const withSound = async (text: string, sound: Blob, lengths: readonly number[], mine: number) => {
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
    light(text, lengths, Math.max(60, buffer.duration * 1000), mine)
    const goOut = end
    end = () => {
      goOut()
      source.stop()
      void audio.close()
    }
  }

  const speaker: Speaker = {
    speak(text) {
      stop()
      const mine = turn
      set({ text, at: -1 })
      const parts = segments(text)
      let lengths: readonly number[] = parts.map(() => 1)
      const silently = () => {
        const whole = lengths.reduce((sum, length) => sum + length, 0) * pace
        if (mine === turn) light(text, lengths, whole, mine)
      }
      const aloud = async () => {
        const [sound, rules] = await Promise.all([
          synthesize(text, lang, reading === 'slow'),
          // Only with the first text that is read, to keep the window's first script small; without it every part takes a syllable.
          import('./spoken-length-rules.ts').catch(() => undefined),
        ])
        if (rules) lengths = rules.spokenLengths(parts, lang)
        if (sound) heard(sound)
        if (mine !== turn) return undefined
        if (sound) return withSound(text, sound, lengths, mine)
        const voice = await findWindowVoice(lang)
        heard(voice)
        if (mine !== turn) return undefined
        return voice ? withVoice(text, voice, mine) : silently()
      }
      void aloud().catch(silently)
    },
    tell(text) {
      if (reading !== 'off') speaker.speak(text)
    },
    stop,
    setReading(next) {
      reading = next
    },
    setLang(next) {
      if (lang !== next) heard(true)
      lang = next
    },
    async look() {
      const [asked, word] = [lang, lang === 'en' ? 'yes' : '好']
      const found = await synthesize(word, asked, false).catch(() => undefined)
      const voice = found ?? (await findWindowVoice(asked).catch(() => undefined))
      if (asked === lang) heard(voice)
    },
    spoken: () => now,
    isMute: () => mute,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return speaker
}

/** Hand in one speaker for the window; without a provider the characters light up silently. */
export const SpeakerContext = createContext<Speaker>(createSpeaker())

/** Speaks on a tap. `speak(text)` never fails; a second call stops the first. */
export function useSpeech(): Speaker {
  return useContext(SpeakerContext)
}

/** Whether this machine has no voice: what only makes sound is left out, pictures and pinyin stay. */
export function useMute(): boolean {
  const speaker = useContext(SpeakerContext)
  return useSyncExternalStore(speaker.subscribe, speaker.isMute)
}

/** The lit segment of this text, or `undefined` while something else, or nothing, is read. Renders only its own text. */
export function useSpoken(text: string): number | undefined {
  const speaker = useContext(SpeakerContext)
  return useSyncExternalStore(speaker.subscribe, () => {
    const spoken = speaker.spoken()
    return spoken?.text === text ? spoken.at : undefined
  })
}
