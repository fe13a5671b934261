import type { SumHint, SumQuestion, SumResult, SumsRound } from '#contract/sums.ts'
import { levelOf } from './curriculum-rules.ts'
import { helpFor, type Outcome, type Tries } from './help-rules.ts'
import { hintFor } from './hint-rules.ts'
import type { LevelId } from './level-rules.ts'
import { questionFromId, type Question } from './question-rules.ts'
import type { Round, RoundQuestion } from './round-rules.ts'

/** A round as it is kept: enough to come back to the same question after a crash. */
export interface RoundState extends Tries {
  readonly id: string
  readonly level: LevelId
  readonly asked: readonly {
    readonly id: string
    readonly level: LevelId
    readonly from: RoundQuestion['from']
  }[]
  readonly now: number
  readonly results: readonly SumResult[]
}

/** A round that begins. */
export function begun(id: string, { level, questions }: Round): RoundState {
  return { id, level, asked: questions.map(kept), now: 0, results: [], wrong: 0, hintAsked: false }
}

/** Another question in the place of the one asked now; its tries are forgotten with it. */
export function swapped(state: RoundState, question: Question): RoundState {
  const asked = state.asked.with(state.now, kept({ question, from: 'level' }))
  return { ...state, asked, wrong: 0, hintAsked: false }
}

const results: Record<Exclude<Outcome, 'skipped'>, SumResult> = {
  alone: 'right',
  helped: 'helped',
  shown: 'later',
}

/** On to the next question. */
export function movedOn(state: RoundState, outcome: Exclude<Outcome, 'skipped'>): RoundState {
  return {
    ...state,
    now: state.now + 1,
    results: [...state.results, results[outcome]],
    wrong: 0,
    hintAsked: false,
  }
}

export const isDone = (state: RoundState): boolean => state.now >= state.asked.length

/** A kept round as the rules know it. Throws for one that was not written by this program. */
export function roundOf({ level, asked }: RoundState): Round {
  return { level, questions: asked.map(({ from, ...of }) => ({ question: questionOf(of), from })) }
}

/** The question asked now and where it came from; undefined when the round is done. */
export function askedNow(state: RoundState): RoundQuestion | undefined {
  const asked = state.asked[state.now]
  return asked && { question: questionOf(asked), from: asked.from }
}

/** What the window may know of a round: no answers. */
export function roundForWindow(state: RoundState): SumsRound {
  const now = askedNow(state)
  return {
    id: state.id,
    questions: roundOf(state).questions.map(questionForWindow),
    now: state.now,
    results: state.results,
    hint: now && helpFor(state) !== 'none' ? hintForWindow(now.question) : null,
  }
}

/** The hint without the answer: what the child is to find is left blank. */
export function hintForWindow(question: Question): SumHint {
  const hint = hintFor(question)
  if (hint.kind === 'array') return { ...hint, counts: hint.counts.slice(0, -1) }
  if (hint.kind !== 'lines') return hint
  const lines = hint.lines.map((line, index) =>
    index === hint.lines.length - 1 ? { ...line, result: null } : line,
  )
  return { kind: 'lines', lines }
}

function questionForWindow({ question, from }: RoundQuestion): SumQuestion {
  const { id, terms, operators, over, level } = question
  return {
    id,
    terms,
    operators,
    over,
    pad: levelOf(level)?.pad ?? (question.answer.includes('.') ? 'decimal' : 'digits'),
    fromBook: from === 'mistakes',
  }
}

const kept = ({ question, from }: RoundQuestion): RoundState['asked'][number] => ({
  id: question.id,
  level: question.level,
  from,
})

function questionOf({ level, id }: { readonly level: LevelId; readonly id: string }): Question {
  const question = questionFromId(level, id)
  if (!question) throw new Error(`A kept round asks what is no sum: ${id}`)
  return question
}
