import { createInstance, type i18n } from 'i18next'
import type zh from '#locales/zh-CN.json'
import type { Language } from '#contract/setup.ts'

/** Every key of a catalog, dotted: `home.greeting.morning`. */
export type Keys<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Keys<T[K], `${P}${K}.`>
}[keyof T & string]

/** A key of what children meet, and what every window has. */
export type WordKey = Keys<typeof zh>
export type Facts = Readonly<Record<string, string | number>>

/** Words for a key. A key that no catalog has is a type error; at run time it shows itself. */
export type SayOf<K extends string> = (key: K, facts?: Facts) => string
export type Say = SayOf<WordKey>

export type Catalog = Readonly<Record<string, unknown>>
/** Only the language that is shown travels: each catalog is a chunk of its own. */
export type FetchCatalog = (language: Language) => Promise<Catalog>

/** The words of a window that shows these catalogs; no two of them have a first key in common. */
export function windowWords(...catalogs: readonly FetchCatalog[]) {
  async function add(words: i18n, language: Language): Promise<void> {
    if (words.hasResourceBundle(language, 'translation')) return
    const all = await Promise.all(catalogs.map((fetch) => fetch(language)))
    for (const catalog of all) words.addResourceBundle(language, 'translation', catalog)
  }

  /** Changes the language of the window, its `lang` included; resolves when the words are there. */
  async function showLanguage(words: i18n, language: Language): Promise<void> {
    await add(words, language)
    if (words.language !== language) await words.changeLanguage(language)
    document.documentElement.lang = language
    document.body.classList.toggle('latin', language === 'en')
  }

  /** Makes the words of a window in its first language; resolves when the catalogs are there. */
  async function createWords(language: Language): Promise<i18n> {
    const words = createInstance()
    await words.init({
      lng: language,
      resources: {},
      fallbackLng: false,
      interpolation: { escapeValue: false },
      returnNull: false,
    })
    await showLanguage(words, language)
    return words
  }

  return { createWords, showLanguage }
}
