import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lang } from './screens.ts'

/** The product's own words, so that the tour finds its buttons in both languages. */
export type Say = (key: string, facts?: Readonly<Record<string, string | number>>) => string

export function wordsOf(lang: Lang): Say {
  const file = join(import.meta.dirname, '../../resources/locales', `${lang}.json`)
  const catalog: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return (key, facts = {}) => {
    let found: unknown = catalog
    for (const part of key.split('.')) found = (found as Record<string, unknown> | undefined)?.[part]
    if (typeof found !== 'string') throw new Error(`There are no words for ${key}`)
    return found.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(facts[name] ?? ''))
  }
}
