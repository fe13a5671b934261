import { levelBeside } from './curriculum-rules.ts'
import type { LevelId } from './level-rules.ts'
import { type Mistake, dueMistakes } from './mistake-rules.ts'
import { type Question, generate, questionFromId } from './question-rules.ts'
import type { Random } from './random-rules.ts'

/** Questions in a round: the ten beads above the sum. */
export const ROUND_LENGTH = 10
/** At most so many come from the book of mistakes: the rest of a round must feel possible. */
export const MISTAKES_IN_ROUND = 3

/** A question of a round, and where it came from: `adapt-rules` counts the level's own only. */
export interface RoundQuestion {
  readonly question: Question
  readonly from: 'level' | 'mistakes'
}

/** Ten questions, a plain object. */
export interface Round {
  readonly level: LevelId
  readonly questions: readonly RoundQuestion[]
}

/** What a round is made from. */
export interface RoundRequest {
  readonly level: LevelId
  readonly book: readonly Mistake[]
  /** UTC milliseconds. */
  readonly now: number
  /** Ids of the last questions, so that the next round brings others. */
  readonly recent: readonly string[]
}

/** The places of the mistakes: never first, never two in a row. */
const mistakePlaces: readonly number[] = [2, 5, 8].slice(0, MISTAKES_IN_ROUND)

/** A new round. An unknown level counts as the first; a kept mistake that is no sum any more is passed over. */
export function newRound(request: RoundRequest, random: Random): Round {
  const level = levelBeside(request.level, 0).id
  const due = dueMistakes(request.book, request.now, request.book.length)
    .map((mistake) => questionFromId(mistake.level, mistake.question))
    .filter((question) => question !== null)
    .slice(0, MISTAKES_IN_ROUND)
  const questions: RoundQuestion[] = []
  for (let place = 0; place < ROUND_LENGTH; place += 1) {
    const mistake = due[mistakePlaces.indexOf(place)]
    questions.push(
      mistake
        ? { question: mistake, from: 'mistakes' }
        : { question: another({ ...request, level }, questions, due, random), from: 'level' },
    )
  }
  return { level, questions }
}

/** Another question in place of one that the child did not want (换一题); the round keeps its length. */
export function anotherQuestion(round: Round, recent: readonly string[], random: Random): Question {
  return another({ level: round.level, recent }, round.questions, [], random)
}

function another(
  { level, recent }: Pick<RoundRequest, 'level' | 'recent'>,
  asked: readonly RoundQuestion[],
  due: readonly Question[],
  random: Random,
): Question {
  const inRound = [...asked.map(({ question }) => question.id), ...due.map(({ id }) => id)]
  const rested = generate(level, random, [...recent, ...inRound])
  // a small level may be used up by what was asked lately: then only this round counts
  return recent.includes(rested.id) || inRound.includes(rested.id) ? generate(level, random, inRound) : rested
}
