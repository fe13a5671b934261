import { refuse, type Refusal } from '#contract/refusal.ts'
import type { MistakeRow, SumAnswered, SumHint, SumsRound, SumsShelf } from '#contract/sums.ts'
import type { Ground } from '../../kernel/ground.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { UsageService } from '../../usage/service.ts'
import { nextLevel, WINDOW } from './adapt-rules.ts'
import { checkAnswer, normaliseAnswer } from './check-rules.ts'
import { levelBeside, startLevel } from './curriculum-rules.ts'
import { goesIntoMistakes, helpFor, outcomeOf, TRIES_BEFORE_ANSWER, type Outcome } from './help-rules.ts'
import { newMistake, reviewed } from './mistake-rules.ts'
import { questionFromId, type Question } from './question-rules.ts'
import {
  askedNow,
  begun,
  hintForWindow,
  isDone,
  movedOn,
  roundForWindow,
  roundOf,
  swapped,
} from './round-state.ts'
import type { RoundState } from './round-state.ts'
import { anotherQuestion, newRound, type RoundQuestion } from './round-rules.ts'
import { answerText } from './split-rules.ts'
import * as store from './store.ts'

/** Who does sums, in which turn. */
export interface Pupil {
  readonly childId: string
  readonly sessionId: string
}

/** A question of a round, by its place. */
export interface Turn {
  readonly round: string
  readonly question: number
}

/** Mental arithmetic (L3, L10). A turn that is not the one asked now is refused as `not-found`: ask for the round again. */
export interface SumsService {
  shelf(childId: string): Result<SumsShelf, Refusal>
  round(childId: string): Result<SumsRound, Refusal>
  /** What it answers is on disk. */
  answer(pupil: Pupil, turn: Turn & { readonly typed: string }): Result<SumAnswered, Refusal>
  help(childId: string, turn: Turn): Result<SumHint, Refusal>
  swap(childId: string, turn: Turn): Result<SumsRound, Refusal>
  mistakesOf(childId: string): Result<readonly MistakeRow[], Refusal>
}

export interface SumsParts {
  readonly usage: Pick<UsageService, 'append' | 'moment'>
  /** The child's grade, 1 to 6; null where it is not known. */
  readonly gradeOf: (childId: string) => number | null
}

/** Joints of one stalk of bamboo. */
const JOINTS_A_STALK = 5
/** Sums that do not come again at once: three rounds. */
const RESTING = 30

export function createSumsService(ground: Ground, { usage, gradeOf }: SumsParts): SumsService {
  const { db, newId, random } = ground

  const progressOf = (childId: string): store.Progress => {
    const kept = store.progressOf(db, childId)
    // The school's second term begins in February.
    const month = Number(usage.moment().day.slice(5, 7))
    const term = month >= 2 && month <= 8 ? 2 : 1
    const level = kept ? levelBeside(kept.level, 0).id : startLevel(gradeOf(childId), term)
    return { recent: [], joints: 0, ...kept, level }
  }

  const keptRound = (childId: string): RoundState | undefined => {
    const text = store.roundText(db, childId)
    return text === undefined ? undefined : (JSON.parse(text) as RoundState)
  }

  const keep = (childId: string, state: RoundState): void =>
    store.keepRound(db, childId, JSON.stringify(state))

  const atTurn = (
    childId: string,
    { round, question }: Turn,
  ): Result<{ state: RoundState; asked: RoundQuestion }, Refusal> => {
    const state = keptRound(childId)
    const asked = state && askedNow(state)
    if (!asked || state.id !== round || state.now !== question) return err(refuse('not-found'))
    return ok({ state, asked })
  }

  const review = (
    childId: string,
    question: Question,
    outcome: Outcome,
    typed: string,
    now: number,
  ): void => {
    const old = store.mistakeOf(db, childId, question.id)
    const missed = goesIntoMistakes(outcome)
    if (old) {
      const next = reviewed(old, outcome, now)
      if (next)
        store.keepMistake(db, childId, { ...old, ...next, ...(missed ? { typed, missedAt: now } : {}) })
      else store.leaveBook(db, childId, question.id, now)
    } else if (missed) {
      const mistake = newMistake(question.id, question.level, now)
      store.keepMistake(db, childId, { ...mistake, typed, missedAt: now })
    }
  }

  const adapt = (
    childId: string,
    { question, from }: RoundQuestion,
    outcome: Outcome,
    grew: boolean,
  ): void => {
    const progress = progressOf(childId)
    const joints = progress.joints + (grew ? 1 : 0)
    // What was asked before the level changed says nothing about the new one.
    const counts = from === 'level' && question.level === progress.level
    const recent = counts ? [...progress.recent, outcome].slice(-WINDOW) : progress.recent
    const level = counts ? nextLevel(progress.level, recent) : progress.level
    store.keepProgress(db, childId, { level, recent: level === progress.level ? recent : [], joints })
  }

  const answer: SumsService['answer'] = ({ childId, sessionId }, { typed, ...turn }) => {
    const found = atTurn(childId, turn)
    if (!found.ok) return found
    const { state, asked } = found.value
    const { question } = asked
    const check = checkAnswer(question, typed)
    if (check === 'empty') return ok(answered(state, { counted: false }))
    const right = check === 'right'
    const tries = { wrong: state.wrong + (right ? 0 : 1), hintAsked: state.hintAsked }
    const said = normaliseAnswer(typed) ?? ''
    const moment = usage.moment()
    return db.transaction(() => {
      store.appendAnswer(db, {
        id: newId(),
        at: moment.at,
        childId,
        sessionId,
        level: question.level,
        question: question.id,
        typed: said,
        right,
        helped: helpFor(state) !== 'none',
        tries: state.wrong + 1,
      })
      if (!right && tries.wrong < TRIES_BEFORE_ANSWER) {
        const next = { ...state, ...tries }
        keep(childId, next)
        return ok(answered(next, { hint: hintForWindow(question) }))
      }
      const outcome = outcomeOf(tries)
      const next = movedOn(state, outcome)
      const grew = isDone(next)
      keep(childId, next)
      adapt(childId, asked, outcome, grew)
      review(childId, question, outcome, said, moment.at)
      const event = { childId, sessionId, activity: 'learn' } as const
      usage.append({ ...event, kind: 'sum', detail: outcome }, moment)
      if (grew) usage.append({ ...event, kind: 'bamboo' }, moment)
      return ok(answered(next, { right, shown: right ? null : answerText(question), grew }))
    })
  }

  return {
    shelf(childId) {
      const { level, joints } = progressOf(childId)
      const state = keptRound(childId)
      return ok({
        joints: joints === 0 ? 0 : ((joints - 1) % JOINTS_A_STALK) + 1,
        level: levelBeside(level, 0).name,
        oldFriends: store.dueCount(db, childId, usage.moment().at),
        inRound: state !== undefined && !isDone(state),
      })
    },

    round(childId) {
      const state = keptRound(childId)
      if (state && !isDone(state)) return ok(roundForWindow(state))
      const { level } = progressOf(childId)
      const recent = store.lastAsked(db, childId, RESTING)
      const book = store.bookOf(db, childId)
      const next = begun(newId(), newRound({ level, book, now: usage.moment().at, recent }, random))
      keep(childId, next)
      return ok(roundForWindow(next))
    },

    answer,

    help(childId, turn) {
      const found = atTurn(childId, turn)
      if (!found.ok) return found
      const { state, asked } = found.value
      if (!state.hintAsked) keep(childId, { ...state, hintAsked: true })
      return ok(hintForWindow(asked.question))
    },

    swap(childId, turn) {
      const found = atTurn(childId, turn)
      if (!found.ok) return found
      const { state } = found.value
      const recent = store.lastAsked(db, childId, RESTING)
      const next = swapped(state, anotherQuestion(roundOf(state), recent, random))
      keep(childId, next)
      return ok(roundForWindow(next))
    },

    mistakesOf: (childId) => ok(store.bookOf(db, childId).flatMap((mistake) => mistakeRow(childId, mistake))),
  }
}

function answered(state: RoundState, what: Partial<SumAnswered>): SumAnswered {
  const nothing = { right: false, hint: null, shown: null, grew: false, counted: true }
  return { ...nothing, ...what, round: roundForWindow(state) }
}

function mistakeRow(childId: string, mistake: store.KeptMistake): MistakeRow[] {
  const question = questionFromId(mistake.level, mistake.question)
  if (!question) return []
  const { terms, operators, over } = question
  const { typed, missedAt, dueAt, timesRight } = mistake
  const id = `${childId}/${question.id}`
  return [{ id, terms, operators, over, typed, answer: answerText(question), missedAt, dueAt, timesRight }]
}
