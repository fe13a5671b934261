import { isRecord, isTexts } from '../parsed-rules.ts'
import { characters } from './order-rules.ts'

/** A word that shows what a character means, with the reading of each of its characters. */
export interface TaughtWord {
  readonly word: string
  readonly pinyin: readonly string[]
}

export interface CharacterMeaning {
  /** Missing only where its file could not be read. */
  readonly word?: TaughtWord
  /** A picture that means the character: a whole SVG file. */
  readonly drawing?: string
}

/** A content file of a half-year: what its characters mean, by key. */
export type CharacterWords = Readonly<Record<string, CharacterMeaning>>

/** How a character is written: outlines as SVG paths and middle lines, in a square of 1024 whose y goes up from -124 to 900. */
export interface Strokes {
  readonly strokes: readonly string[]
  readonly medians: readonly (readonly (readonly [number, number])[])[]
  /** Strokes of the radical. */
  readonly radStrokes?: readonly number[]
}

/** Characters in one file of strokes: some 170 kB, read once for about six lessons. */
const PACKED = 50

/** Files of strokes, and which characters each holds. */
export const packs: readonly (readonly string[])[] = Array.from(
  { length: Math.ceil(characters.length / PACKED) },
  (_, at) => characters.slice(at * PACKED, (at + 1) * PACKED),
)

export const packName = (at: number): string => `strokes-${at}.json`
export const wordsName = (half: string): string => `words-${half}.json`

const packByCharacter = new Map(
  packs.flatMap((pack, at) => pack.map((character) => [character, at] as const)),
)
/** The file that a character's strokes stand in. */
export const packOf = (character: string): string => packName(packByCharacter.get(character) ?? 0)

const isPoint = (value: unknown): value is readonly [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'number')

/** One character's strokes out of a file; null where it has none. */
export function strokesOf(file: unknown, character: string): Strokes | null {
  const found = isRecord(file) ? file[character] : undefined
  if (!isRecord(found) || !isTexts(found['strokes']) || !Array.isArray(found['medians'])) return null
  const { strokes } = found
  const medians: readonly unknown[] = found['medians']
  const lines = medians.flatMap((line) => (Array.isArray(line) && line.every(isPoint) ? [line] : []))
  return strokes.length > 0 && lines.length === strokes.length ? { strokes, medians: lines } : null
}

/** What one character means, out of a file; nothing where it has none. */
export function meaningOf(file: unknown, key: string): CharacterMeaning {
  const found = isRecord(file) ? file[key] : undefined
  if (!isRecord(found)) return {}
  const { word: taught, drawing } = found
  const word =
    isRecord(taught) && typeof taught['word'] === 'string' && isTexts(taught['pinyin'])
      ? { word: taught['word'], pinyin: taught['pinyin'] }
      : undefined
  return { ...(word ? { word } : {}), ...(typeof drawing === 'string' ? { drawing } : {}) }
}
