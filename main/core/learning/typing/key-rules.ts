import type { Random } from '../random-rules.ts'
import { pick } from '../random-rules.ts'

/** A finger: the little one is 0, the thumb 4. */
export interface Finger {
  readonly hand: 'left' | 'right'
  readonly finger: 0 | 1 | 2 | 3
}

const columns: readonly (readonly [keys: string, hand: Finger['hand'], finger: Finger['finger']])[] = [
  ['1qaz', 'left', 0],
  ['2wsx', 'left', 1],
  ['3edc', 'left', 2],
  ['4rfv5tgb', 'left', 3],
  ['6yhn7ujm', 'right', 3],
  ['8ik', 'right', 2],
  ['9ol', 'right', 1],
  ['0p;', 'right', 0],
]

/** The finger of ten-finger typing for a key; undefined for a key that no lesson asks for. */
export function fingerOf(key: string): Finger | undefined {
  const column = key === '' ? undefined : columns.find(([keys]) => keys.includes(key))
  return column && { hand: column[1], finger: column[2] }
}

/** Where the fingers rest. */
export const homeKeys = 'asdfjkl;'

/** The keys of each level of letters: those that are new, and those that come back between them. */
export const lessons = {
  'f-j': { fresh: 'fj', old: '' },
  'home-row': { fresh: 'asdghkl', old: 'fj' },
  'top-row': { fresh: 'qwertyuiop', old: 'asdfghjkl' },
  'bottom-row': { fresh: 'zxcvbnm', old: 'asdfghjkl' },
  letters: { fresh: 'abcdefghijklmnopqrstuvwxyz', old: '' },
} as const
export type LetterLevel = keyof typeof lessons

export const isLetterLevel = (level: string): level is LetterLevel => Object.hasOwn(lessons, level)

/** Letters of one line. */
export const LINE = 8

/** A line of letters of a level: at least half of them new ones, no three alike in a row. */
export function letterLine(level: LetterLevel, random: Random): string {
  const { fresh, old } = lessons[level]
  const all = Array.from(fresh + old)
  let line = ''
  while (line.length < LINE) {
    const from = line.length % 2 === 0 ? Array.from(fresh) : all
    const letter = pick(from, random) ?? 'f'
    line += line.endsWith(letter + letter) ? (from.find((one) => one !== letter) ?? letter) : letter
  }
  return line
}

/** Whether this could be a line of the level. */
export function isLetterLine(level: LetterLevel, line: string): boolean {
  const { fresh, old } = lessons[level]
  return line.length === LINE && Array.from(line).every((letter) => (fresh + old).includes(letter))
}
