import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pinyin } from 'pinyin-pro'
import { byHalfYear, halfYears, type HalfYear } from '#core/learning/characters/order-rules.ts'
import { pictures } from '#core/learning/characters/picture-rules.ts'
import type { CharacterWords, TaughtWord } from '#core/learning/characters/content-rules.ts'
import written from './words.json' with { type: 'json' }

const require = createRequire(import.meta.url)

/**
 * The word that each character is shown in, by key. All of them were read one by one, as a teacher of a primary school would
 * read them: known to a child, in the character's own reading, nothing that hurts. After `=` stands the reading where a
 * machine reads the word otherwise: a syllable that is light in speech, a character of several readings.
 */
const list: Readonly<Record<string, string>> = written

function taught(text: string): TaughtWord {
  const [word = '', read] = text.split('=')
  // Without the changes of tones in speech, as schoolbooks print it.
  return { word, pinyin: read ? read.split(' ') : pinyin(word, { type: 'array', toneSandhi: false }) }
}

/** The word and the picture of every character, by half-year. Throws for one that has no word. */
export function characterWords(): ReadonlyMap<HalfYear, CharacterWords> {
  const drawings = pictureFiles()
  const made = halfYears.map((half) => {
    const words = byHalfYear[half].map(({ key }) => {
      const text = list[key]
      if (text === undefined) throw new Error(`no word for ${key}`)
      const picture = pictures[key]
      const drawing = picture === undefined ? undefined : drawings(picture)
      return [key, { word: taught(text), ...(drawing ? { drawing } : {}) }] as const
    })
    return [half, Object.fromEntries(words)] as const
  })
  return new Map(made)
}

function pictureFiles(): (name: string) => string {
  const { icons } = JSON.parse(
    readFileSync(require.resolve('@iconify-json/fluent-emoji-flat/icons.json'), 'utf8'),
  ) as { readonly icons: Readonly<Record<string, { readonly body: string }>> }
  return (name) => {
    const icon = icons[name]
    if (!icon) throw new Error(`Fluent emoji has no “${name}”`)
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${icon.body}</svg>`
  }
}
