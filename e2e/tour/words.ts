import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lang } from './screens.ts'

/** The product's own words, so that the tour finds its buttons in both languages. */
export type Say = (key: string, facts?: Readonly<Record<string, string | number>>) => string

export function wordsOf(lang: Lang): Say {
  const folder = join(import.meta.dirname, '../../resources/locales')
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'))
  const catalog = Object.assign(
    {},
    ...['', 'staff/', 'parent/'].map((of) => read(`${of}${lang}.json`)),
  ) as unknown
  return (key, facts = {}) => {
    // `shelf:frame.help` stands in a catalog of the learning corner.
    const [of, path = ''] = key.includes(':') ? key.split(':') : [undefined, key]
    let found: unknown = of === undefined ? catalog : read(`learning/${of}/${lang}.json`)
    for (const part of path.split('.')) found = (found as Record<string, unknown> | undefined)?.[part]
    if (typeof found !== 'string') throw new Error(`There are no words for ${key}`)
    return found.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(facts[name] ?? ''))
  }
}
