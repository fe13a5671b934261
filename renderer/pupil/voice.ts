import type { Language } from '#contract/setup.ts'
import { saidWrong } from '#contract/voice-said.ts'
import { createSpeaker, type Speaker } from '#ui/speech.ts'
import { windowVoice } from '#ui/window-voice-rules.ts'
import { call } from '../api/house.ts'

const languageOf = (lang: string): Language => (lang === 'en' ? 'en' : 'zh-CN')

/** Reads aloud by the seat's voice, which main calls; where it has none, by the window's own, unless a person said that it is not Chinese. */
export function createVoice(): Speaker {
  return createSpeaker(
    async (text, lang, slow) => {
      const sound = await call('devices.say', { text: text.slice(0, 500), language: languageOf(lang), slow })
      return sound.ok ? new Blob([new Uint8Array(sound.value)], { type: 'audio/wav' }) : undefined
    },
    async (lang) => {
      const voice = windowVoice(speechSynthesis.getVoices(), lang, navigator.userAgent)
      if (voice && (languageOf(lang) === 'en' || !(await wasSaidWrong(voice.name)))) return voice
      void call('devices.silent')
      return undefined
    },
  )
}

async function wasSaidWrong(voice: string): Promise<boolean> {
  const state = await call('devices.voice')
  return state.ok && saidWrong(voice, state.value)
}
