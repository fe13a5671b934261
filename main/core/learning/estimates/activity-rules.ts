import type { PrintLine, PrintPart } from '#contract/learning.ts'
import type { ActivityRules } from '../activity-rules.ts'
import { judgedChoice } from '../choice-rules.ts'
import type { LadderState } from '../ladder-rules.ts'
import { mixedLadder, type MixedExercise } from '../mixed-ladder-rules.ts'
import { isWhole } from '../parsed-rules.ts'
import { type Random, seededRandom } from '../random-rules.ts'
import { type Level, levels } from './level-rules.ts'
import { type Numbers, type Placing, type Task, written } from './task-rules.ts'

/** An item is its numbers, the mix the way dots lie and cards are laid; see `taskOf`. */
export type EstimateExercise = MixedExercise

/** The line with its `helps`, dots ringed in groups, the rounded sum. */
export interface EstimateHint {
  readonly help: true
}

/** What is said of a wrong place on a line. */
export interface EstimateSaid {
  readonly way: 'more' | 'fewer'
}

/** Numbers that fit; what chance gives fits mostly. */
function itemBy({ kind }: Level, random: Random): string {
  let numbers = kind.numbers(random)
  while (!kind.fits(numbers)) numbers = kind.numbers(random)
  return numbers.join()
}

const numbersIn = (item: string): Numbers => item.split(',').map(Number)

const { mixed, madeOf } = mixedLadder<Level, Task>({
  levels,
  itemBy,
  holds({ kind }, item) {
    if (!/^[1-9]\d{0,5}(?:,[1-9]\d{0,3}){0,2}$/u.test(item)) return false
    return kind.fits(numbersIn(item)) && kind.count === numbersIn(item).length
  },
  make: ({ kind }, item, mix) => kind.task(numbersIn(item), seededRandom(mix)),
})

/** What an exercise asks. */
export const taskOf = madeOf

/** About how many (L3): dots at a glance, places on a number line, the nearest ten, is it enough. */
export const estimates: ActivityRules<LadderState, EstimateExercise, EstimateHint> = {
  id: 'estimates',
  subject: 'maths',
  grades: { from: 1, to: 6 },
  length: 6,
  tries: 2,
  book: { most: 2, when: 'between' },
  ...mixed,

  check(exercise, answer) {
    const task = taskOf(exercise)
    if (task.kind === 'pick') return judgedChoice(answer, task.choices, task.right)
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
