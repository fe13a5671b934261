import type { Language } from '#contract/setup.ts'
import type { Catalog, FetchCatalog } from './words.ts'

const files: Readonly<Record<Language, () => Promise<{ readonly default: Catalog }>>> = {
  'zh-CN': () => import('#locales/zh-CN.json'),
  en: () => import('#locales/en.json'),
}

/** What children meet, and what every window has. */
export const sharedCatalog: FetchCatalog = async (language) => (await files[language]()).default
