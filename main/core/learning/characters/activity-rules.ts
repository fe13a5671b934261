import type { ActivityRules, Ended } from '../activity-rules.ts'
import { isRecord, isTexts, isWhole } from '../parsed-rules.ts'
import { pick } from '../random-rules.ts'
import { itemOf, type CharacterItem, type HalfYear } from './order-rules.ts'
import { firstUnit, LESSON, lessonOf, placeOf, units, type Unit } from './unit-rules.ts'

/** A stone of the stream. */
export interface Stone {
  readonly key: string
  readonly character: string
  readonly pinyin: string
  readonly known: boolean
  /** Comes back out of the book of mistakes today. */
  readonly returns: boolean
}

/** One character to watch, trace and write. */
export interface CharacterExercise {
  readonly key: string
  readonly level: string
  readonly character: string
  readonly pinyin: string
  /** How many strokes the answer has. */
  readonly strokes: number
  /** Which file its words stand in. */
  readonly half: HalfYear
  /** The lesson that it belongs to, it too. */
  readonly lesson: readonly Stone[]
}

/** `show`: a stroke is shown before it is written. */
export interface CharacterHint {
  readonly show: 'stroke'
}

/** What is written: how often each stroke was missed before it was right, in order. */
export interface CharacterAnswer {
  readonly misses: readonly number[]
}

interface CharactersState {
  readonly version: 1
  readonly level: string
  /** Keys written by heart, of this unit and those beside it: they stay when a child goes back a little. */
  readonly known: readonly string[]
  /** Latest outcomes, oldest first. */
  readonly recent: readonly Ended[]
}

/** A stroke missed so often is shown: the window's rule too. */
export const MISSES_BEFORE_SHOWN = 2
/** Answers shown in a row, half a lesson, from which the unit before comes back. */
const DOWN = 4

const outcomes: ReadonlySet<unknown> = new Set<Ended>(['alone', 'helped', 'shown'])
const isOutcome = (value: unknown): value is Ended => outcomes.has(value)

const unitAt = (at: number): Unit => {
  const unit = units[Math.min(units.length - 1, Math.max(0, at))]
  if (!unit) throw new Error('no characters')
  return unit
}
const unitOf = (level: string): Unit => unitAt(placeOf(level))

/** Keys of the unit and those beside it. */
const near = (level: string): ReadonlySet<string> => {
  const at = placeOf(level)
  return new Set(units.slice(Math.max(0, at - 1), at + 2).flatMap(({ items }) => items.map(({ key }) => key)))
}

const standing = (level: string, known: readonly string[] = []): CharactersState => {
  const here = near(level)
  return { version: 1, level, known: [...new Set(known)].filter((key) => here.has(key)), recent: [] }
}

function made(
  unit: Unit,
  item: CharacterItem,
  known: ReadonlySet<string>,
  coming: readonly string[],
): CharacterExercise {
  const { key, character, pinyin, strokes, half } = item
  const lesson = lessonOf(unit, key).map((one) => ({
    key: one.key,
    character: one.character,
    pinyin: one.pinyin,
    known: one.key !== key && known.has(one.key),
    returns: one.key !== key && coming.includes(one.key),
  }))
  return { key, level: unit.id, character, pinyin, strokes, half, lesson }
}

/** Writing Chinese characters (L1): lesson by lesson, each character watched, traced, then written by heart. */
export const characters: ActivityRules<CharactersState, CharacterExercise, CharacterHint> = {
  id: 'characters',
  subject: 'characters',
  grades: { from: 1, to: 6 },
  levels: units.map(({ id, grade }) => ({ id, grade })),
  length: LESSON,
  tries: null,
  book: { most: LESSON, when: 'first' },

  begin: ({ grade, term }) => standing((firstUnit(grade, term) ?? unitAt(0)).id),

  readState(kept, level) {
    const { id } = unitOf(level)
    if (!isRecord(kept)) return standing(id)
    const known = isTexts(kept['known']) ? kept['known'] : []
    const recent = Array.isArray(kept['recent']) ? kept['recent'].filter(isOutcome).slice(-DOWN) : []
    return { ...standing(id, known), recent }
  },

  levelOf: ({ level }) => level,

  readExercise(kept) {
    if (!isRecord(kept) || typeof kept['key'] !== 'string' || typeof kept['level'] !== 'string') return null
    const item = itemOf(kept['key'])
    const unit = units[placeOf(kept['level'])]
    if (!item || !unit?.items.includes(item)) return null
    const lesson: readonly unknown[] = Array.isArray(kept['lesson']) ? kept['lesson'] : []
    const those = (mark: 'known' | 'returns') =>
      lesson.flatMap((stone) =>
        isRecord(stone) && stone[mark] === true && typeof stone['key'] === 'string' ? [stone['key']] : [],
      )
    return made(unit, item, new Set(those('known')), those('returns'))
  },

  next({ level, known }, random, { inRound, seen, coming = [] }) {
    const unit = unitOf(level)
    const mine = new Set(known)
    const free = unit.items.filter(({ key }) => !inRound.includes(key))
    const item =
      // New ones in the order of the book; what was just asked and not written waits until the others were.
      free.find(({ key }) => !mine.has(key) && !seen.includes(key)) ??
      free.find(({ key }) => !mine.has(key)) ??
      pick(
        free.filter(({ key }) => !seen.includes(key)),
        random,
      ) ??
      pick(free, random) ??
      unit.items[0]
    if (!item) throw new Error(`no characters in ${unit.id}`)
    return made(unit, item, mine, coming)
  },

  again({ key, level }, _random, to) {
    const item = itemOf(key)
    if (!item) return null
    const unit = units[placeOf(level)]
    const home = unit?.items.includes(item) ? unit : units.find(({ items }) => items.includes(item))
    return home ? made(home, item, new Set(to?.state.known), to?.coming ?? []) : null
  },

  check({ strokes }, answer) {
    const misses = isRecord(answer) ? answer['misses'] : undefined
    if (!Array.isArray(misses) || !misses.every((one) => isWhole(one, 0, 10_000))) return { check: 'nothing' }
    if (misses.length !== strokes) return { check: 'nothing' }
    const shown = misses.filter((count) => count >= MISSES_BEFORE_SHOWN).length
    // One stroke of three may be helped with; more, and the character comes back another day.
    if (shown === 0) return { check: 'right' }
    return { check: 'right', how: shown * 3 > strokes ? 'shown' : 'helped' }
  },

  solve: ({ strokes }) => ({ misses: Array.from({ length: strokes }, () => 0) }) satisfies CharacterAnswer,

  hint: () => ({ show: 'stroke' }),

  advance(state, { exercise, how, from }) {
    const known =
      how === 'shown' ? state.known.filter((key) => key !== exercise.key) : [...state.known, exercise.key]
    const after = standing(state.level, known)
    if (from === 'book' || exercise.level !== state.level) return { ...after, recent: state.recent }
    const recent = [...state.recent, how].slice(-DOWN)
    const at = placeOf(state.level)
    const all = new Set(after.known)
    const done = how !== 'shown' && unitAt(at).items.every(({ key }) => all.has(key))
    if (done && at < units.length - 1) return standing(unitAt(at + 1).id, after.known)
    const lost = recent.length === DOWN && recent.every((one) => one === 'shown')
    if (lost && at > 0) return standing(unitAt(at - 1).id, after.known)
    return { ...after, recent }
  },

  // Many characters sound alike: the first square shows which one is meant, and how it is written.
  print: ({ character, pinyin }) => ({
    ask: [
      { kind: 'text', text: pinyin },
      { kind: 'grid', characters: [character, '', '', ''] },
    ],
    answer: [
      { kind: 'text', text: pinyin },
      { kind: 'grid', characters: [character] },
    ],
  }),
}
