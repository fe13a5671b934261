import type { VoiceState } from './voice.ts'

// Apart from the schemas: the child's first script reads it too.

/** Was this very voice said not to speak Chinese? Then it is not used for it. */
export const saidWrong = (voice: string, { heard }: Pick<VoiceState, 'heard'>): boolean =>
  heard !== null && heard.voice === voice && !heard.right

/** What a person listens to before a voice counts: a child's name, a question of tones, no word that a machine's English could pass for. */
export const VOICE_SENTENCE = '小雨，你好，妈妈在等你。'
