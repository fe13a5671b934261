import type { Ground } from '../kernel/ground.ts'
import type { Ended, Exercise } from './activity-rules.ts'
import { newMistake, reviewed } from './book-rules.ts'
import { stampsEarned } from './earned.ts'
import { goesIntoMistakes } from './help-rules.ts'
import { nextExercise } from './next-exercise.ts'
import { movedOn, type Asked, type RoundState } from './round-state.ts'
import type { AtTurn, LearningParts, Rounds } from './rounds.ts'
import * as stamps from './stamp-store.ts'
import * as store from './store.ts'

/** Who learns, in which turn. */
export interface Pupil {
  readonly childId: string
  readonly sessionId: string
}

export interface Over {
  readonly how: Ended
  readonly answer: unknown
  /** What was asked in it, where that is more than one thing. */
  readonly items?: readonly { readonly key: string; readonly how: Ended }[] | undefined
}

/** The exercise is over: the book, the level, the bamboo, the next one. */
export type Finish = (
  pupil: Pupil,
  turn: AtTurn,
  over: Over,
) => { readonly next: RoundState; readonly grew: boolean }

export function createFinish(
  { db }: Pick<Ground, 'db'>,
  { usage }: Pick<LearningParts, 'usage'>,
  { progressOf, choosingFor, keep }: Rounds,
): Finish {
  const review = (of: store.Of, exercise: Exercise, key: string, how: Ended, answer: unknown): void => {
    const moment = usage.moment()
    const { at, trusted } = moment
    const old = store.mistakeOf(db, of, key)
    const missed = goesIntoMistakes(how) && { answer, missedAt: at, trusted }
    if (old) {
      const next = reviewed(old, how, at)
      const dueTrusted = next === old ? old.dueTrusted : trusted
      if (next) store.keepMistake(db, of, { ...old, ...next, ...missed, dueTrusted })
      else store.leaveBook(db, of, old, moment)
    } else if (missed) {
      const about = { activity: of.activity, key, level: exercise.level, dueTrusted: trusted }
      store.keepMistake(db, of, {
        ...newMistake(at),
        ...missed,
        ...about,
        exercise: exercise.key === key ? exercise : null,
      })
    }
  }

  return ({ childId, sessionId }, { activity, state, exercise }, over) => {
    const of = { childId, activity: activity.id }
    const moment = usage.moment()
    const progress = progressOf(childId, activity)
    const result = { exercise, how: over.how, from: state.from, answer: over.answer }
    const after = activity.advance(progress.state, result)
    const grew = state.now + 1 >= state.length
    if (activity.book)
      for (const { key, how } of over.items ?? [{ key: exercise.key, how: over.how }])
        review(of, exercise, key, how, over.answer)
    store.keepProgress(db, of, {
      state: after,
      level: activity.levelOf(after),
      joints: progress.joints + (grew ? 1 : 0),
      lastAt: moment.at,
      trusted: moment.trusted,
    })
    for (const stamped of stampsEarned(db, of, activity, { before: progress.state, after, result }))
      stamps.keep(db, of, stamped, moment)
    const event = { childId, sessionId, activity: 'learn' } as const
    usage.append({ ...event, kind: 'sum', detail: over.how }, moment)
    if (grew) usage.append({ ...event, kind: 'bamboo' }, moment)
    const keys = [...state.keys, state.key]
    const asked: Asked | null = grew
      ? null
      : nextExercise(choosingFor(childId, activity, after), state.now + 1, keys)
    const next = movedOn(state, over.how, asked)
    if (grew) store.dropRound(db, of)
    else keep(childId, activity, next)
    return { next, grew }
  }
}
