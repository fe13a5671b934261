import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pinyin } from 'pinyin-pro'
import {
  byHalfYear,
  halfYears,
  type CharacterItem,
  type HalfYear,
} from '#core/learning/characters/order-rules.ts'
import { pictures } from '#core/learning/characters/picture-rules.ts'
import type { CharacterWords, TaughtWord } from '#core/learning/characters/content-rules.ts'
import { spokenWords } from '../pinyin/sources.ts'
import { isUnfit } from '../pinyin/unfit.ts'
import byHand from './words-by-hand.json' with { type: 'json' }

const require = createRequire(import.meta.url)

/** Words that a character is shown in, at most. */
const MOST = 3
/** Rarer words (names of offices, of places) tell a child nothing: share of all that is written. */
const KNOWN_TO_A_CHILD = 1e-6

/** Characters that make a word one for the news; a word with one of them is left out unless the character itself is taught. */
const forGrownUps: ReadonlySet<string> = new Set('杀死亡刑尸癌毒党税股债赌淫奸妓枪炮弹贷囚娼')

interface Listed {
  readonly word: string
  readonly share: number
}

function listed(): readonly Listed[] {
  const { dict } = require('cnchar-words') as { readonly dict: { readonly words: string } }
  const shares = new Map<string, number>()
  for (const { word, share } of spokenWords()) shares.set(word, Math.max(share, shares.get(word) ?? 0))
  return [...new Set(dict.words.split(' '))]
    .map((word) => ({ word, share: shares.get(word) ?? 0 }))
    .filter(({ word, share }) => share >= KNOWN_TO_A_CHILD && Array.from(word).length <= 4 && !isUnfit(word))
    .toSorted((one, other) => other.share - one.share || one.word.localeCompare(other.word))
}

const readingsIn = new Map<string, readonly string[]>()
/** The reading of each character of a word, as the word is read, without the changes of tones in speech. */
function readings(word: string): readonly string[] {
  const known = readingsIn.get(word) ?? pinyin(word, { type: 'array', toneSandhi: false })
  readingsIn.set(word, known)
  return known
}

/** Written by hand: a word, and where machines read it otherwise, its reading. */
const written: Readonly<Record<string, readonly string[]>> = byHand

function handWritten({ key }: CharacterItem): readonly TaughtWord[] {
  return (written[key] ?? []).map((text) => {
    const [word = '', read] = text.split('=')
    return { word, pinyin: read ? read.split(' ') : readings(word) }
  })
}

/** The words of every character, by half-year: in its own reading, of characters that were learnt by then where there are such. */
export function characterWords(): ReadonlyMap<HalfYear, CharacterWords> {
  const byCharacter = new Map<string, Listed[]>()
  for (const one of listed())
    for (const character of new Set(one.word)) {
      const words = byCharacter.get(character) ?? []
      words.push(one)
      byCharacter.set(character, words)
    }
  const everything = new Set(halfYears.flatMap((half) => byHalfYear[half].map(({ character }) => character)))
  const learnt = new Set<string>()
  const drawings = pictureFiles()
  const made = halfYears.map((half) => {
    for (const { character } of byHalfYear[half]) learnt.add(character)
    const words = byHalfYear[half].map((item) => {
      const fit = (byCharacter.get(item.character) ?? []).filter(({ word }) => {
        const parts = Array.from(word)
        if (parts.some((one) => one !== item.character && forGrownUps.has(one))) return false
        return parts.length > 1 && readings(word)[parts.indexOf(item.character)] === item.pinyin
      })
      const of = (set: ReadonlySet<string>) =>
        fit.filter(({ word }) => Array.from(word).every((one) => set.has(one)))
      const found = [...of(learnt), ...of(everything)].map(({ word }) => ({ word, pinyin: readings(word) }))
      const all = [...handWritten(item), ...found]
      const once = all.filter(({ word }, at) => all.findIndex((one) => one.word === word) === at)
      const picture = pictures[item.key]
      const drawing = picture === undefined ? undefined : drawings(picture)
      return [item.key, { words: once.slice(0, MOST), ...(drawing ? { drawing } : {}) }] as const
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
