import type { ActivityRules, Ended, Exercise } from '../activity-rules.ts'
import { fresh } from '../fresh-rules.ts'
import { ladder, type LadderState } from '../ladder-rules.ts'
import { isRecord, isWhole } from '../parsed-rules.ts'
import { pick, type Random } from '../random-rules.ts'
import { levelOfId, levels, type Level } from './level-rules.ts'
import { seeds } from './seed-rules.ts'
import { clashes, shapeOf, type Cells, type Size } from './shape-rules.ts'
import { onlySolution } from './solve-rules.ts'
import { nextStep } from './technique-rules.ts'
import { turned } from './turn-rules.ts'

/** A grid with one solution. The answer is all its values; while some are missing or clash, it is `partly` there. */
export interface SudokuExercise extends Exercise {
  readonly size: Size
  /** 0 where empty, row by row. */
  readonly given: Cells
}

/** Where to look first. From where the child has come to, the window asks `nextStep` itself. */
export interface SudokuHint {
  readonly look: readonly number[]
}

// A puzzle takes minutes: two alone are a good reason for a harder one.
const { begin, readState, levelOf, advance } = ladder(levels, { up: 2, down: 2 })

/** Sudoku (L5): four by four with pictures, six by six with pictures, nine by nine with numbers; nothing to read. */
export const sudoku: ActivityRules<LadderState, SudokuExercise, SudokuHint> = {
  id: 'sudoku',
  subject: 'logic',
  grades: { from: 1, to: 6 },
  levels,
  length: 1,
  tries: null,
  // Another grid each time: what is learnt is how to look.
  book: null,
  begin,
  readState,
  levelOf,
  advance,

  readExercise(kept) {
    if (!isRecord(kept)) return null
    const { given, key } = kept
    const level = levelOfId(kept['level'])
    if (!level || !isGrid(given, level.size)) return null
    const exercise = exerciseOf(level, given)
    return key === exercise.key && onlySolution(shapeOf(level.size), given) ? exercise : null
  },

  next: ({ level }, random, asking) => fresh(() => made(levelOfId(level) ?? levels[0], random), asking),

  again: () => null,

  check({ size, given }, answer) {
    if (!isGrid(answer, size)) return { check: 'nothing' }
    if (given.some((value, at) => value && value !== answer[at])) return { check: 'nothing' }
    const isDone = !answer.includes(0) && clashes(shapeOf(size), answer).length === 0
    return { check: isDone ? 'right' : 'partly' }
  },

  solve: ({ size, given }) => onlySolution(shapeOf(size), given) ?? given,

  hint: ({ size, given }) => ({ look: nextStep(shapeOf(size), given)?.look ?? [] }),

  print({ size, given }) {
    const { box } = shapeOf(size)
    const thick = { rows: box.rows, columns: box.columns }
    const table = (cells: Cells) => ({
      kind: 'table' as const,
      rows: Array.from({ length: size }, (_, row) =>
        cells.slice(row * size, (row + 1) * size).map((value) => (value ? `${value}` : '')),
      ),
      thick,
    })
    return { ask: [table(given)], answer: [table(onlySolution(shapeOf(size), given) ?? given)] }
  },

  stamps(_, __, { exercise, how }) {
    const level = levelOfId(exercise.level)
    return level && how !== 'shown' ? stampsFor(level, how, exercise) : []
  },
}

// `Array.from`: a list with holes is none.
const isGrid = (value: unknown, size: Size): value is number[] =>
  Array.isArray(value) &&
  value.length === size * size &&
  Array.from(value as unknown[]).every((one) => isWhole(one, 0, size))

/** A grid as its key: short, and the same for the same grid only. */
const exerciseOf = ({ id, size }: Level, given: Cells): SudokuExercise => ({
  key: `${id} ${BigInt(given.join('')).toString(36)}`,
  level: id,
  size,
  given,
})

function made(level: Level, random: Random): SudokuExercise {
  const seed = pick(seeds[level.id], random) ?? ''
  return exerciseOf(level, turned(level.size, Array.from(seed, Number), random))
}

/** A grid of each size; and, found quite alone, one that cannot be solved without noting down what may be where. */
function stampsFor(level: Level, how: Ended, { given }: SudokuExercise) {
  const facts = { gaps: given.filter((value) => !value).length }
  const size = { 4: 'four', 6: 'six', 9: 'nine' } as const
  const own = { stamp: size[level.size], facts }
  const notes = how === 'alone' && level.grade >= 5 ? [{ stamp: 'notes', facts }] : []
  return [own, ...notes]
}
