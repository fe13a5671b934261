import type { PrintPart } from '#contract/learning.ts'
import type { ActivityRules } from '../activity-rules.ts'
import { judgedChoice } from '../choice-rules.ts'
import type { LadderState } from '../ladder-rules.ts'
import { mixedLadder, type MixedExercise } from '../mixed-ladder-rules.ts'
import { isWhole } from '../parsed-rules.ts'
import { axis, type Cell, drawnCells } from './cell-rules.ts'
import { type Drawn, scaled, type Tone } from './drawing-rules.ts'
import { levels, puzzleOf } from './level-rules.ts'
import type { Choice, Filling, Picking, Puzzle } from './puzzle-rules.ts'

/** An item is its number, counted from 0; see `shownOf`. */
export type ShapeExercise = MixedExercise

/** What is drawn as `aided` says; for half figures one square and its image. Then also the place of a card that is not it, or null. */
export interface ShapeHint {
  readonly away: number | null
}

const { mixed, madeOf } = mixedLadder<(typeof levels)[number], Puzzle>({
  levels,
  itemBy: ({ items }, random) => `${Math.min(items - 1, Math.floor(random() * items))}`,
  holds: ({ items }, item) => /^(?:0|[1-9]\d{0,4})$/u.test(item) && Number(item) < items,
  make: ({ id }, item, mix) => puzzleOf(id, Number(item), mix),
})

/** What an exercise shows. */
export const shownOf = madeOf

/** Shapes and space (L3): known, counted, mirrored, turned, unfolded; for eyes and voice, little to read. */
export const shapes: ActivityRules<LadderState, ShapeExercise, ShapeHint> = {
  id: 'shapes',
  subject: 'maths',
  grades: { from: 1, to: 6 },
  length: 6,
  tries: 2,
  book: { most: 2, when: 'between' },
  ...mixed,

  check(exercise, answer) {
    const puzzle = shownOf(exercise)
    if (puzzle.kind === 'pick') return judgedChoice(answer, puzzle.choices, puzzle.right)
    const filled = cellsIn(answer, puzzle)
    if (filled.length === 0) return { check: 'nothing' }
    const missing = new Set(puzzle.missing.map(String))
    const isRight = filled.length === missing.size && filled.every((cell) => missing.has(String(cell)))
    return { check: isRight ? 'right' : 'wrong' }
  },

  solve(exercise) {
    const puzzle = shownOf(exercise)
    return puzzle.kind === 'pick' ? puzzle.right : puzzle.missing
  },

  hint(exercise, wrong) {
    const puzzle = shownOf(exercise)
    if (puzzle.kind === 'fill' || puzzle.choices.some(({ kind }) => kind === 'number')) return { away: null }
    const isDrawn = puzzle.aided[0] !== puzzle.models[0] || puzzle.choices.some((choice) => 'aided' in choice)
    const other = (puzzle.right + 1 + (exercise.mix % 3)) % puzzle.choices.length
    return { away: isDrawn && wrong === 0 ? null : other }
  },

  print(exercise) {
    const puzzle = shownOf(exercise)
    return puzzle.kind === 'pick' ? printedPick(puzzle) : printedHalf(puzzle)
  },
}

/** The squares of an answer that lie in the empty half, each once; a window could send anything. */
function cellsIn(answer: unknown, { columns, rows, given }: Filling): readonly Cell[] {
  if (!Array.isArray(answer) || answer.length > columns * rows) return []
  const isCell = (value: unknown): value is Cell =>
    Array.isArray(value) &&
    value.length === 2 &&
    isWhole(value[0], 0, columns - 1) &&
    isWhole(value[1], 0, rows - 1)
  const taken = new Set(given.map(String))
  return [...new Map(answer.filter(isCell).map((cell) => [String(cell), cell])).values()].filter(
    (cell) => !taken.has(String(cell)),
  )
}

const filled: ReadonlySet<Tone> = new Set<Tone>(['cell', 'shade'])

function printed(drawn: Drawn, by: number, label?: string): PrintPart {
  const { width, height, paths } = scaled(drawn, by)
  return {
    kind: 'drawing',
    width,
    height: label === undefined ? height : height + 24,
    paths: paths.map(({ d, tone }) => ({
      d,
      stroke: tone === 'empty' ? 0.6 : 1.4,
      fill: filled.has(tone) && 'grey',
    })),
    ...(label === undefined ? {} : { labels: [{ x: width / 2, y: height + 12, size: 16, text: label }] }),
  }
}

const letters = ['A', 'B', 'C', 'D']
const letterOf = (at: number): string => letters[at] ?? ''

function printedPick({ ask, name, models, choices, right }: Picking) {
  const words: PrintPart = { kind: 'word', word: `ask.${ask}`, facts: { name: name ?? 'figure' } }
  const shown = (choice: Choice, at: number): PrintPart =>
    choice.kind === 'number'
      ? { kind: 'text', text: `${letterOf(at)} ${choice.number}` }
      : printed(choice.drawn, 0.31, letterOf(at))
  const chosen = choices[right]
  const told: PrintPart = {
    kind: 'text',
    text: chosen?.kind === 'number' ? `${letterOf(right)} ${chosen.number}` : letterOf(right),
  }
  return {
    ask: [
      words,
      ...models.map((model) => printed(model, 0.5)),
      { kind: 'line' } as const,
      ...choices.map(shown),
      { kind: 'blank', width: 3 } as const,
    ],
    answer: [words, told],
  }
}

function printedHalf({ ask, columns, rows, mirror, given, missing }: Filling) {
  const field = { columns, rows, at: [0, 0] as Cell, grid: true }
  const drawn = (cells: readonly Cell[]): PrintPart => {
    const paper = drawnCells(cells, field)
    return printed({ ...paper, paths: [...paper.paths, axis(paper, mirror)] }, 0.5)
  }
  const words: PrintPart = { kind: 'word', word: `ask.${ask}`, facts: { name: 'figure' } }
  return { ask: [words, drawn(given)], answer: [words, drawn([...given, ...missing])] }
}
