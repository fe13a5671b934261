import type { Language } from '#contract/setup.ts'
import { createSpeaker, type Speaker } from '#ui/speech.ts'
import { call } from '../api/house.ts'

/** Reads aloud by the window's own voice; where the system gives it none, by the seat's, which main calls. */
export function createVoice(): Speaker {
  return createSpeaker(async (text, lang) => {
    const language: Language = lang === 'en' ? 'en' : 'zh-CN'
    const sound = await call('devices.say', { text: text.slice(0, 500), language })
    return sound.ok ? new Blob([new Uint8Array(sound.value)], { type: 'audio/wav' }) : undefined
  })
}
