import type { PrintLine, PrintPart } from '#contract/learning.ts'
import type { ActivityRules, Exercise } from '../activity-rules.ts'
import { fresh } from '../fresh-rules.ts'
import { ladder, type LadderState } from '../ladder-rules.ts'
import { isRecord, isWhole } from '../parsed-rules.ts'
import { type Random, seededRandom } from '../random-rules.ts'
import { type Level, levels } from './level-rules.ts'
import { type Numbers, type Placing, type Task, written } from './task-rules.ts'

/** What is asked is made of its key (level and numbers) and `mix`, the way dots lie and cards are laid; see `taskOf`. */
export interface EstimateExercise extends Exercise {
  readonly mix: number
}

/** The line with its `helps`, dots ringed in groups, the rounded sum. */
export interface EstimateHint {
  readonly help: true
}

/** What is said of a wrong place on a line. */
export interface EstimateSaid {
  readonly way: 'more' | 'fewer'
}

const { begin, readState, levelOf, advance, stamps } = ladder(levels)

/** About how many (L3): dots at a glance, places on a number line, the nearest ten, is it enough. */
export const estimates: ActivityRules<LadderState, EstimateExercise, EstimateHint> = {
  id: 'estimates',
  subject: 'maths',
  grades: { from: 1, to: 6 },
  levels: levels.map(({ id, grade }) => ({ id, grade })),
  length: 6,
  tries: 2,
  book: { most: 2, when: 'between' },
  begin,
  readState,
  levelOf,
  advance,
  stamps,

  readExercise: (kept) =>
    isRecord(kept) && isWhole(kept['mix'], 0, MIXES - 1)
      ? exerciseOf(kept['key'], kept['level'], kept['mix'])
      : null,

  next({ level }, random, asking) {
    const known = levels.find(({ id }) => id === level) ?? levels[0]
    if (!known) return { key: '', level, mix: 0 }
    return fresh(() => ({ key: keyBy(known, random), level: known.id, mix: mixOf(random) }), asking)
  },

  again: ({ key, level }, random) => exerciseOf(key, level, mixOf(random)),

  check(exercise, answer) {
    const task = taskOf(exercise)
    if (task.kind === 'pick') {
      if (!isWhole(answer, 0, task.choices.length - 1)) return { check: 'nothing' }
      return { check: answer === task.right ? 'right' : 'wrong' }
    }
    const { line, value, near } = task
    if (!isWhole(answer, line.from, line.to)) return { check: 'nothing' }
    if (Math.abs(answer - value) <= near) return { check: 'right' }
    const said: EstimateSaid = { way: answer < value ? 'more' : 'fewer' }
    return { check: 'wrong', said }
  },

  solve(exercise) {
    const task = taskOf(exercise)
    return task.kind === 'pick' ? task.right : task.value
  },

  hint: () => ({ help: true }),

  print: (exercise) => printed(taskOf(exercise)),
}

const MIXES = 10_000
const mixOf = (random: Random): number => Math.floor(random() * MIXES)

/** Numbers that fit; what chance gives fits mostly. */
function keyBy({ id, kind }: Level, random: Random): string {
  let numbers = kind.numbers(random)
  while (!kind.fits(numbers)) numbers = kind.numbers(random)
  return `${id} ${numbers.join()}`
}

function exerciseOf(key: unknown, level: unknown, mix: number): EstimateExercise | null {
  const known = levels.find(({ id }) => id === level)
  if (!known || typeof key !== 'string') return null
  const listed = key.startsWith(`${known.id} `) ? key.slice(known.id.length + 1) : ''
  if (!/^[1-9]\d{0,5}(?:,[1-9]\d{0,3}){0,2}$/u.test(listed)) return null
  return known.kind.fits(numbersIn(listed)) && known.kind.count === numbersIn(listed).length
    ? { key, level: known.id, mix }
    : null
}

const numbersIn = (listed: string): Numbers => listed.split(',').map(Number)

/** Tasks that were made of the exercises at hand: the same one is asked for again and again. */
const made = new WeakMap<EstimateExercise, Task>()

/** What an exercise asks. */
export function taskOf(exercise: EstimateExercise): Task {
  const { key, level, mix } = exercise
  const known = levels.find(({ id }) => id === level)
  if (!known) throw new Error(`No such level: ${level}`)
  const task =
    made.get(exercise) ?? known.kind.task(numbersIn(key.slice(level.length + 1)), seededRandom(mix))
  made.set(exercise, task)
  return task
}

function printed(task: Task): PrintLine {
  const words: PrintPart = { kind: 'word', word: `ask.${task.ask}`, facts: task.facts }
  if (task.kind === 'pick') {
    const cards = task.choices.map((choice): PrintPart =>
      typeof choice === 'number'
        ? { kind: 'text', text: `□ ${choice}` }
        : { kind: 'word', word: `card.${choice}` },
    )
    const right = cards[task.right]
    return { ask: [words, ...cards], answer: right ? [words, right] : [words] }
  }
  const isCounted = task.groups.length > 0
  const told: PrintPart = { kind: 'text', text: written(task.value, task.line.per) }
  return isCounted
    ? { ask: [words, printedDots(task), { kind: 'blank', width: 4 }], answer: [words, told] }
    : { ask: [words, printedLine(task, false)], answer: [words, printedLine(task, true)] }
}

const printedDots = ({ groups }: Placing): PrintPart => ({
  kind: 'drawing',
  width: 320,
  height: 120,
  paths: groups
    .flat()
    .map(({ x, y }) => ({ d: `M${Math.round(x * 3.2)} ${Math.round(y * 1.2)}h0.1`, stroke: 8 })),
})

/** A line with its marks, and an arrow at the answer. */
function printedLine({ line: { from, to, per, marks }, value }: Placing, isTold: boolean): PrintPart {
  const at = (number: number): number => Math.round(20 + ((number - from) / (to - from)) * 360)
  const x = at(value)
  const arrow = { d: `M${x} 2V22M${x - 5} 15L${x} 22L${x + 5} 15` }
  return {
    kind: 'drawing',
    width: 400,
    height: 52,
    paths: [
      { d: 'M20 28H380' },
      ...marks.map((mark) => ({ d: `M${at(mark)} 22V34` })),
      ...(isTold ? [arrow] : []),
    ],
    labels: marks.map((mark) => ({ x: at(mark), y: 44, size: 11, text: written(mark, per) })),
  }
}
