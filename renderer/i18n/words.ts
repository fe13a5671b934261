import { createInstance, type i18n } from 'i18next'
import type zh from '#locales/zh-CN.json'
import type { Language } from '#contract/setup.ts'

/** Every key of the first catalog, dotted: `home.greeting.morning`. */
export type Keys<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Keys<T[K], `${P}${K}.`>
}[keyof T & string]

export type WordKey = Keys<typeof zh>
export type Facts = Readonly<Record<string, string | number>>

/** Words for a key. A key that no catalog has is a type error; at run time it shows itself. */
export type Say = (key: WordKey, facts?: Facts) => string

type Catalog = Readonly<Record<string, unknown>>

/** Only the language that is shown travels: each catalog is a chunk of its own. */
const catalogs: Readonly<Record<Language, () => Promise<{ readonly default: Catalog }>>> = {
  'zh-CN': () => import('#locales/zh-CN.json'),
  en: () => import('#locales/en.json'),
}

/** Begins to fetch a catalog that will most likely be asked for. */
export const fetchWords = (language: Language): void => void catalogs[language]().catch(() => undefined)

/** Makes the words of a window in its first language; resolves when the catalog is there. */
export async function createWords(language: Language): Promise<i18n> {
  const words = createInstance()
  await words.init({
    lng: language,
    resources: { [language]: { translation: (await catalogs[language]()).default } },
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  await showLanguage(words, language)
  return words
}

/** Changes the language of the window, its `lang` included; resolves when the words are there. */
export async function showLanguage(words: i18n, language: Language): Promise<void> {
  if (!words.hasResourceBundle(language, 'translation')) {
    words.addResourceBundle(language, 'translation', (await catalogs[language]()).default)
  }
  if (words.language !== language) await words.changeLanguage(language)
  document.documentElement.lang = language
  document.body.classList.toggle('latin', language === 'en')
}
