import type { ActivityRules } from '../activity-rules.ts'
import { byHalfYear, itemOf, type HalfYear } from '../characters/order-rules.ts'
import { keyed } from '../keyed-rules.ts'
import { ladder, type LadderState } from '../ladder-rules.ts'
import { pick, type Random } from '../random-rules.ts'
import { isLetterLevel, isLetterLine, letterLine, type LetterLevel } from './key-rules.ts'
import { lettersOf, toneOf } from './reading-rules.ts'
import { typed } from './typed-rules.ts'
import { type TypedWord, wordOf, words } from './word-rules.ts'

/** A character to type: its syllable, at `tones` with the number of its tone. */
export interface Syllable {
  readonly key: string
  readonly character: string
  readonly pinyin: string
  /** Which file its word stands in. */
  readonly half: HalfYear
  /** The keys of it, one after another: `ma`, `ma1`. */
  readonly keys: string
}

export type TypingExercise = { readonly key: string; readonly level: string } & (
  | { readonly kind: 'letters'; readonly letters: string }
  | { readonly kind: 'syllables' | 'tones'; readonly syllables: readonly Syllable[] }
  | { readonly kind: 'words'; readonly words: readonly TypedWord[] }
)

/** Where the key in turn is shown, or the sound of a syllable as it is written. */
export interface TypingHint {
  readonly show: 'keys'
}

/** Syllables or words in one exercise. */
const TOGETHER = 3
const levels = [
  { id: 'f-j', grade: 1 },
  { id: 'home-row', grade: 1 },
  { id: 'top-row', grade: 2 },
  { id: 'bottom-row', grade: 2 },
  { id: 'letters', grade: 2 },
  { id: 'syllables', grade: 3 },
  { id: 'tones', grade: 3 },
  { id: 'words', grade: 4 },
]

const early = [...byHalfYear['1-1'], ...byHalfYear['1-2']]
const withTone = early.filter(({ pinyin }) => toneOf(pinyin) !== '')

function some<T>(list: readonly T[], name: (one: T) => string, random: Random): string {
  const chosen = new Set<string>()
  while (chosen.size < TOGETHER) {
    const one = pick(list, random)
    if (one) chosen.add(name(one))
  }
  return [...chosen].join('，')
}

function make(level: string, random: Random): string {
  if (isLetterLevel(level)) return letterLine(level, random)
  if (level === 'words') return some(words, ({ text }) => text, random)
  return some(level === 'tones' ? withTone : early, ({ key }) => key, random)
}

const letterExercise = (level: LetterLevel, key: string): TypingExercise | null =>
  isLetterLine(level, key) ? { key, level, kind: 'letters', letters: key } : null

function syllableExercise(level: 'syllables' | 'tones', key: string): TypingExercise | null {
  const syllables = key.split('，').flatMap((name) => {
    const item = itemOf(name)
    if (!item || (level === 'tones' && toneOf(item.pinyin) === '')) return []
    const { character, pinyin, half } = item
    const keys = lettersOf(pinyin) + (level === 'tones' ? toneOf(pinyin) : '')
    return [{ key: name, character, pinyin, half, keys }]
  })
  return syllables.length === TOGETHER && new Set(syllables.map((one) => one.key)).size === TOGETHER
    ? { key, level, kind: level, syllables }
    : null
}

function wordExercise(level: string, key: string): TypingExercise | null {
  const found = key.split('，').flatMap((text) => wordOf(text) ?? [])
  return found.length === TOGETHER && new Set(found).size === TOGETHER
    ? { key, level, kind: 'words', words: found }
    : null
}

function exerciseOf(level: string, key: string): TypingExercise | null {
  if (isLetterLevel(level)) return letterExercise(level, key)
  if (level === 'syllables' || level === 'tones') return syllableExercise(level, key)
  return level === 'words' ? wordExercise(level, key) : null
}

/** How many keys an exercise asks for; of words, the letters. */
export function keysOf(exercise: TypingExercise): number {
  if (exercise.kind === 'letters') return exercise.letters.length
  const parts =
    exercise.kind === 'words'
      ? exercise.words.map(({ pinyin }) => lettersOf(pinyin.join('')))
      : exercise.syllables.map(({ keys }) => keys)
  return parts.join('').length
}

const steps = ladder(levels, { up: 5, down: 2 })

/** Typing (L2): from the two keys with a bar to the whole keyboard, then syllables, tones, and words by our own pinyin input. */
export const typing: ActivityRules<LadderState, TypingExercise, TypingHint> = {
  id: 'typing',
  subject: 'typing',
  grades: { from: 1, to: 6 },
  levels,
  length: 6,
  tries: null,
  // What was mistyped is no item to come back: the keys come back in every line.
  book: null,

  ...steps,
  ...keyed({ make, exerciseOf }),

  // A keyboard is new to a child of any grade; who knows it is past the first rungs in a few minutes.
  begin: () => steps.readState(null, 'f-j'),

  check: (exercise, answer) => typed(keysOf(exercise), answer),
  solve: () => ({ misses: 0 }),
  hint: () => ({ show: 'keys' }),
  print: () => null,
}
