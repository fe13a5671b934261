import type { Json, Round } from '#contract/learning.ts'
import { activities, activityOf } from '../learning/activities.ts'
import type { Activity, Exercise } from '../learning/activity-rules.ts'
import type { Pupil } from '../learning/finishing.ts'
import { pick, type Random } from '../learning/random-rules.ts'
import type { Turn } from '../learning/rounds.ts'
import type { LearningService } from '../learning/service.ts'

/** What a child of the example plays, besides sums: what is over in a minute, of every subject. */
const played: ReadonlySet<string> = new Set([
  'word-problems',
  'two-steps',
  'clocks',
  'money',
  'fractions',
  'measures',
  'shapes',
  'estimates',
  'patterns',
  'balance',
  'character-quiz',
  'computer',
  'staying-safe',
  'typing',
])

/** What such a child goes to this time. */
export function activityFor(grade: number, random: Random): string {
  if (random() < 0.4) return 'sums'
  const fitting = activities.filter(
    ({ id, grades }) => played.has(id) && grades.from <= grade && grade <= grades.to,
  )
  return pick(fitting, random)?.id ?? 'sums'
}

const guesses: readonly Json[] = [0, 1, 2, 3, '0', '1', '17', [0], [1], [0, 0], [1, 1]]

/** Something that is not it, near it where it is a number; undefined where nothing of that kind can be wrong. */
function wrongAnswer(activity: Activity, exercise: Exercise, random: Random): unknown {
  const right = activity.solve(exercise)
  const near =
    typeof right === 'string' && /^\d+$/.test(right)
      ? [String(Math.max(0, Number(right) + (random() < 0.5 ? 1 : -1)))]
      : []
  return [...near, ...guesses].find((answer) => activity.check(exercise, answer).check === 'wrong')
}

interface Playing {
  readonly activity: string
  /** Share of exercises that are right at the first try, 0 to 1. */
  readonly skill: number
  readonly random: Random
  /** Lets the time of one exercise go by; false when the stay is over. */
  readonly pass: () => boolean
}

/** One round of an activity, as far as the time allows. */
export function playRound(
  learning: LearningService,
  pupil: Pupil,
  { activity: id, skill, random, pass }: Playing,
): void {
  const activity = activityOf(id)
  const begun = learning.round(pupil.childId, id)
  if (!activity || !begun.ok) return
  let round: Round | null = begun.value
  while (round && round.now < round.length && pass()) {
    const exercise = activity.readExercise(round.exercise)
    if (!exercise) return
    const answer = random() < skill ? activity.solve(exercise) : wrongAnswer(activity, exercise, random)
    const turn: Turn = { round: round.id, now: round.now }
    const answered: ReturnType<LearningService['answer']> =
      answer === undefined ? learning.giveUp(pupil, turn) : learning.answer(pupil, { ...turn, answer })
    round = answered.ok ? answered.value.round : null
  }
}
