import { sharedCatalog } from '../i18n/catalogs.ts'
import { windowWords } from '../i18n/words.ts'

export const { createWords, showLanguage } = windowWords(sharedCatalog)

/** Begins to fetch the words of most rooms before their language is known. */
export const fetchWords = (): void => void sharedCatalog('zh-CN').catch(() => undefined)
