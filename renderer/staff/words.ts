import type parentZh from '#locales/parent/zh-CN.json'
import type zh from '#locales/staff/zh-CN.json'
import type { Language } from '#contract/setup.ts'
import { sharedCatalog } from '../i18n/catalogs.ts'
import { useTypedWords } from '../i18n/use-words.tsx'
import {
  type Catalog,
  type FetchCatalog,
  type Keys,
  type SayOf,
  windowWords,
  type WordKey as SharedKey,
} from '../i18n/words.ts'

/** A key of what staff meet; papers for guardians quote the parent's page. */
export type WordKey = SharedKey | Keys<typeof zh> | Keys<typeof parentZh>
export type Say = SayOf<WordKey>

type Files = Readonly<Record<Language, () => Promise<{ readonly default: Catalog }>>>

const staff: Files = {
  'zh-CN': () => import('#locales/staff/zh-CN.json'),
  en: () => import('#locales/staff/en.json'),
}
const parent: Files = {
  'zh-CN': () => import('#locales/parent/zh-CN.json'),
  en: () => import('#locales/parent/en.json'),
}
const catalogOf =
  (files: Files): FetchCatalog =>
  async (language) =>
    (await files[language]()).default

export const { createWords, showLanguage } = windowWords(sharedCatalog, catalogOf(staff), catalogOf(parent))

/** Typed words: `const { t, language } = useWords()`. */
export const useWords = () => useTypedWords<WordKey>()
