import zh from 'parent-words:zh-CN'
import type catalog from '#locales/parent/zh-CN.json'
import type { Keys } from '../i18n/words.ts'
import type { Language } from '#contract/setup.ts'

/** A key below `parent.`. */
export type ParentWord = Keys<(typeof catalog)['parent']>
export type Say = (key: ParentWord, facts?: Readonly<Record<string, string | number>>) => string

type Catalog = Readonly<Record<string, string>>

/** Chinese comes with the page; English, which few ask for, when it is asked for. */
const catalogs: Partial<Record<Language, Catalog>> = { 'zh-CN': zh }

/** Makes a language ready; rejects without a network. */
export async function loadWords(language: Language): Promise<void> {
  catalogs[language] ??= (await import('parent-words:en')).default
}

/** The words of a language; of the first one while another was not loaded. */
export function wordsIn(language: Language): Say {
  const catalog = catalogs[language] ?? zh
  return (key, facts = {}) =>
    (catalog[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_all, name: string) => String(facts[name] ?? ''))
}
