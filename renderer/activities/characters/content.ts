import {
  meaningOf,
  packOf,
  strokesOf,
  wordsName,
  type CharacterMeaning,
  type Strokes,
} from '#core/learning/characters/content-rules.ts'
import { readContent } from '../content.ts'

/** Files held at once: a lesson needs one or two of each kind, a donated PC has little memory. */
const HELD = 4
const files = new Map<string, Promise<unknown>>()

function file(name: string): Promise<unknown> {
  const known = files.get(name)
  if (known) return known
  const reading = readContent('characters', name).then((content) => {
    // What could not be read is tried again.
    if (content === null) files.delete(name)
    return content
  })
  files.set(name, reading)
  for (const old of [...files.keys()].slice(0, Math.max(0, files.size - HELD))) files.delete(old)
  return reading
}

/** How a character is written; null where its file cannot be read. */
export const readStrokes = async (character: string): Promise<Strokes | null> =>
  strokesOf(await file(packOf(character)), character)

/** The words and the picture of a character in one reading; none where its file cannot be read. */
export const readMeaning = async (half: string, key: string): Promise<CharacterMeaning> =>
  meaningOf(await file(wordsName(half)), key)
