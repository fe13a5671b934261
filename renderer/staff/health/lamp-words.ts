import type { Lamp } from '#contract/health.ts'
import { lampWords, type LampWords } from '#core/health/say-lamp-rules.ts'
import { useWords, type WordKey } from '../words.ts'

/** What a lamp says, in the language of the console. Each of its keys stands in both catalogs (`lamp-rules.test.ts`). */
export function useLampWords(): (lamp: Lamp) => LampWords {
  const { t, language } = useWords()
  return (lamp) => lampWords(lamp, language, (key, facts) => t(key as WordKey, facts))
}

/** A moment of the history; one that was not known says so. */
export function useWhen(): (at: number, trusted?: boolean) => string {
  const { t, language } = useWords()
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  return (at, trusted = true) =>
    trusted ? format.format(at) : t('health.at-unknown', { at: format.format(at) })
}
