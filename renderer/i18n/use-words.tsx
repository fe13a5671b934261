import type { i18n } from 'i18next'
import type { ReactNode } from 'react'
import { I18nextProvider, useTranslation } from 'react-i18next'
import type { Language } from '#contract/setup.ts'
import type { Facts, SayOf, WordKey } from './words.ts'

export function Speaking({ words, children }: { readonly words: i18n; readonly children: ReactNode }) {
  return <I18nextProvider i18n={words}>{children}</I18nextProvider>
}

/** Words of the keys that a window has. */
export function useTypedWords<K extends string>(): {
  readonly t: SayOf<K>
  readonly language: Language
  readonly words: i18n
} {
  const { t, i18n: words } = useTranslation()
  return {
    t: (key, facts = {}) => t(key as never, facts as never) as unknown as string,
    language: words.language as Language,
    words,
  }
}

/** Typed words: `const { t, language } = useWords()`. */
export const useWords = () => useTypedWords<WordKey>()

/** Is there a word for a key that is made at run time (`refusal.` + code)? Undefined where there is none. */
export function wordIfAny(words: i18n, key: string, facts: Facts = {}): string | undefined {
  return words.exists(key) ? words.t(key, facts) : undefined
}
