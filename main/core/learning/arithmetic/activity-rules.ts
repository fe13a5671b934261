import type { PrintPart } from '#contract/learning.ts'
import type { ActivityRules, Ended, Finished } from '../activity-rules.ts'
import { isRecord } from '../parsed-rules.ts'
import { nextLevel, WINDOW } from './adapt-rules.ts'
import { checkAnswer } from './check-rules.ts'
import { levelBeside, levelOf, levels, startLevel } from './curriculum-rules.ts'
import type { SumExercise, SumHint } from './exercise-rules.ts'
import { hintFor } from './hint-rules.ts'
import { termText } from './number-rules.ts'
import { generate, questionFromId, type Question } from './question-rules.ts'
import { answerText } from './split-rules.ts'

/** Where a child stands in mental arithmetic. Version 0 was the list of outcomes alone. */
interface SumsState {
  readonly version: 1
  readonly level: string
  /** Latest outcomes at this level, oldest first. */
  readonly recent: readonly Ended[]
}

const outcomes: ReadonlySet<unknown> = new Set<Ended>(['alone', 'helped', 'shown'])
const isOutcome = (value: unknown): value is Ended => outcomes.has(value)

/** Mental arithmetic (L3, L10): the sums of a round by the ladder of the school books. */
export const sums: ActivityRules<SumsState, SumExercise, SumHint> = {
  id: 'sums',
  subject: 'maths',
  grades: { from: 1, to: 6 },
  levels,
  length: 10,
  tries: 2,
  book: { most: 3, when: 'between' },

  begin: ({ grade, term }) => standing(startLevel(grade, term)),

  readState(kept, level) {
    const at = levelBeside(level, 0).id
    const recent = isRecord(kept) ? kept['recent'] : kept
    return { ...standing(at), recent: Array.isArray(recent) ? recent.filter(isOutcome).slice(-WINDOW) : [] }
  },

  levelOf: ({ level }) => level,

  readExercise: (kept) =>
    isRecord(kept) && typeof kept['key'] === 'string' && typeof kept['level'] === 'string'
      ? exerciseOf(questionFromId(kept['level'], kept['key']))
      : null,

  next({ level }, random, { seen, inRound }) {
    const rested = generate(level, random, [...seen, ...inRound])
    // A small level may be used up by what was asked lately: then only this round counts.
    const again = seen.includes(rested.id) || inRound.includes(rested.id)
    return made(again ? generate(level, random, inRound) : rested)
  },

  again: ({ level, key }) => exerciseOf(questionFromId(level, key)),

  check(exercise, answer) {
    const question = questionOf(exercise)
    const check = typeof answer === 'string' ? checkAnswer(question, answer) : 'empty'
    return { check: check === 'empty' ? 'nothing' : check }
  },

  solve: (exercise) => questionOf(exercise).answer,

  hint: (exercise) => withoutAnswer(hintFor(questionOf(exercise))),

  advance(state, { exercise, how, from }: Finished<SumExercise>) {
    // What was asked before the level changed says nothing about the new one.
    if (from === 'book' || exercise.level !== state.level) return state
    const recent = [...state.recent, how].slice(-WINDOW)
    const level = nextLevel(state.level, recent)
    return level === state.level ? { ...state, recent } : standing(level)
  },

  print(exercise) {
    const question = questionOf(exercise)
    return { ask: asked(question), answer: [...asked(question, answerText(question))] }
  },
}

const standing = (level: string): SumsState => ({ version: 1, level, recent: [] })

function made({ id, level, terms, operators, over, answer }: Question): SumExercise {
  const pad = levelOf(level)?.pad ?? (answer.includes('.') ? 'decimal' : 'digits')
  return { key: id, level, terms, operators, over, pad }
}

const exerciseOf = (question: Question | null): SumExercise | null => question && made(question)

function questionOf({ level, key }: SumExercise): Question {
  const question = questionFromId(level, key)
  if (!question) throw new Error(`No sum: ${key}`)
  return question
}

/** What the child is to find is left blank. */
function withoutAnswer(hint: ReturnType<typeof hintFor>): SumHint {
  if (hint.kind === 'array') return { ...hint, counts: hint.counts.slice(0, -1) }
  if (hint.kind !== 'lines') return hint
  const lines = hint.lines.map((line, index) =>
    index === hint.lines.length - 1 ? { ...line, result: null } : line,
  )
  return { kind: 'lines', lines }
}

const signs = { add: '＋', subtract: '－', multiply: '×', divide: '÷' } as const

/** The sum as it stands on paper, with room for its answer or with it. */
function asked({ terms, operators, over }: Question, answer?: string): readonly PrintPart[] {
  const parts = terms.flatMap((term, index): readonly PrintPart[] => {
    const operator = operators[index - 1]
    const written: PrintPart =
      term.kind === 'number'
        ? { kind: 'text', text: termText(term) }
        : { kind: 'fraction', numerator: `${term.numerator}`, denominator: `${term.denominator}` }
    return operator ? [{ kind: 'text', text: signs[operator] }, written] : [written]
  })
  const end: PrintPart =
    answer !== undefined
      ? { kind: 'text', text: answer }
      : over === null
        ? { kind: 'blank', width: 4 }
        : { kind: 'fraction', numerator: '', denominator: `${over}` }
  return [...parts, { kind: 'text', text: '＝' }, end]
}
