import type { PrintPart } from '#contract/learning.ts'
import type { ActivityRules, Exercise } from '../activity-rules.ts'
import { judgedChoice } from '../choice-rules.ts'
import { fresh } from '../fresh-rules.ts'
import { ladder, type LadderState } from '../ladder-rules.ts'
import { isRecord, isWhole } from '../parsed-rules.ts'
import type { Random } from '../random-rules.ts'
import { isSame, missingInRow, missingInSquare, unitOf, type Thing } from './law-rules.ts'
import { CHOICES, levels, makePuzzle, pictures, type PatternLevel } from './make-rules.ts'

/** A row, or a square of three by three, with one empty place. The answer is the place of the right choice. */
export interface PatternExercise extends Exercise {
  readonly places: readonly (Thing | null)[]
  readonly choices: readonly Thing[]
}

/** Places that are looked at together: one unit of the row, the row and column of a square. */
export interface PatternHint {
  readonly marks: readonly number[]
}

const { begin, readState, levelOf, advance } = ladder(levels)

/** What comes next (L5): for eyes alone, nothing to read. */
export const patterns: ActivityRules<LadderState, PatternExercise, PatternHint> = {
  id: 'patterns',
  subject: 'logic',
  grades: { from: 1, to: 6 },
  levels,
  length: 8,
  tries: 2,
  // Another row each time: what is learnt is to see the law.
  book: null,
  begin,
  readState,
  levelOf,
  advance,

  readExercise(kept) {
    if (!isRecord(kept) || typeof kept['key'] !== 'string' || !isLevel(kept['level'])) return null
    const { key, level } = kept
    const { places, choices } = kept
    if (!Array.isArray(places) || !Array.isArray(choices) || choices.length !== CHOICES) return null
    if (key.length === 0 || key.length > 80 || !choices.every(isThing)) return null
    if (!places.every((place): place is Thing | null => place === null || isThing(place))) return null
    if (places.length > 9 || places.filter((place) => place === null).length !== 1) return null
    const exercise = { key, level, places, choices }
    return answerOf(exercise) < 0 ? null : exercise
  },

  next: ({ level }, random, asking) =>
    fresh(() => exerciseOf(isLevel(level) ? level : levels[0].id, random), asking),

  again: () => null,

  check: (exercise, answer) => judgedChoice(answer, exercise.choices, answerOf(exercise)),

  solve: answerOf,

  hint({ places }) {
    const all = places.map((_, at) => at)
    const gap = places.indexOf(null)
    if (isSquare(places))
      return { marks: all.filter((at) => Math.floor(at / 3) === Math.floor(gap / 3) || at % 3 === gap % 3) }
    const unit = unitOf(places.map((thing) => thing?.picture ?? null)) ?? 0
    return { marks: unit > 1 ? all.slice(0, unit) : all }
  },

  print({ places, choices }) {
    const answer = choices[answerOf({ places, choices })]
    const row = (filled: Thing | undefined): PrintPart[] =>
      isSquare(places)
        ? [
            {
              kind: 'table',
              rows: [0, 3, 6].map((from) =>
                places.slice(from, from + 3).map((place) => written(place ?? filled)),
              ),
            },
          ]
        : [{ kind: 'table', rows: [places.map((place) => written(place ?? filled))] }]
    return { ask: row(undefined), answer: row(answer) }
  },
}

const isLevel = (id: unknown): id is PatternLevel => levels.some((level) => level.id === id)
const isSquare = (places: readonly unknown[]): boolean => places.length === 9

const isThing = (value: unknown): value is Thing =>
  isRecord(value) &&
  pictures.some((picture) => picture === value['picture']) &&
  isWhole(value['count'], 1, 9) &&
  Object.keys(value).length === 2

function answerOf({ places, choices }: Pick<PatternExercise, 'places' | 'choices'>): number {
  const missing = isSquare(places) ? missingInSquare(places) : missingInRow(places)
  return missing ? choices.findIndex((choice) => isSame(choice, missing)) : -1
}

function exerciseOf(level: PatternLevel, random: Random): PatternExercise {
  const puzzle = makePuzzle(level, random)
  const key = puzzle.places.map((place) =>
    place ? `${pictures.findIndex((one) => one === place.picture)}${place.count}` : '?',
  )
  return { key: `${level} ${key.join('')}`, level, ...puzzle }
}

const letters = 'ABCDEFGHIJ'
/** On paper a letter stands for a picture, as often as the picture does. */
const written = (thing: Thing | undefined): string =>
  thing ? (letters[pictures.findIndex((one) => one === thing.picture)] ?? '').repeat(thing.count) : ''
