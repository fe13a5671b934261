/** What a choice among voices looks at. */
export type WindowVoice = Pick<SpeechSynthesisVoice, 'lang' | 'localService'>

const speaks = {
  zh: /^(?:zh-cn|zh-hans(?:-cn)?|cmn|cmn-cn|cmn-hans(?:-cn)?)$/u,
  en: /^en(?:-|$)/u,
} as const

/**
 * The window's own voice for a text of that language (BCP 47), or none. Never a voice of the network, which would send a child's
 * words away; for Chinese never one of Hong Kong or Taiwan, which speaks another language or other words. On Linux none at all:
 * what speech-dispatcher offers there by the name of Chinese spells it as English, and main has the same program itself.
 * @param agent `navigator.userAgent`
 */
export function windowVoice<V extends WindowVoice>(
  voices: readonly V[],
  lang: string,
  agent: string,
): V | undefined {
  if (/\bLinux\b/u.test(agent)) return undefined
  const right = lang.toLowerCase().startsWith('zh') ? speaks.zh : speaks.en
  return voices.find(
    (voice) => voice.localService && right.test(voice.lang.toLowerCase().replaceAll('_', '-')),
  )
}
