import type { Json, Round } from '#contract/learning.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { Ground } from '../kernel/ground.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { UsageService } from '../usage/service.ts'
import { activityOf } from './activities.ts'
import type { Activity, Asking, Exercise } from './activity-rules.ts'
import { helpFor } from './help-rules.ts'
import type { Choosing } from './next-exercise.ts'
import { readRound, type RoundState } from './round-state.ts'
import * as store from './store.ts'

export interface LearningParts {
  readonly usage: Pick<UsageService, 'append' | 'moment'>
  /** The child's grade, 1 to 6; null where it is not known. */
  readonly gradeOf: (childId: string) => number | null
  /** Minutes of big toys a day; 0 where the room has none. */
  readonly gameMinutes: () => number
}

/** An exercise of a round, by its place. */
export interface Turn {
  readonly round: string
  readonly now: number
}

/** The exercise that is asked now. */
export interface AtTurn {
  readonly activity: Activity
  readonly state: RoundState
  readonly exercise: Exercise
}

/** Rounds as they are kept: whose turn it is, what is asked, where the child stands. */
export interface Rounds {
  readonly schoolTime: (childId: string) => Pick<Asking, 'grade' | 'term'>
  /** UTC ms of the local midnight before. */
  readonly startOfDay: (at: number) => number
  readonly progressOf: (childId: string, activity: Activity) => store.Progress
  readonly choosingFor: (childId: string, activity: Activity, state: unknown) => Choosing
  /** The kept exercise as the rules of today know it; undefined when they do not. */
  readonly exerciseOf: (activity: Activity, state: RoundState) => Exercise | undefined
  readonly forWindow: (activity: Activity, state: RoundState) => Round
  /** Rounds are found by their id alone, so that a window that shows an old page changes nothing. */
  readonly atTurn: (childId: string, turn: Turn) => Result<AtTurn, Refusal>
  readonly keep: (childId: string, activity: Activity, state: RoundState) => void
}

export const isDone = (state: RoundState): boolean => state.now >= state.length

export function createRounds(
  { db, random, zoneOffset }: Ground,
  { usage, gradeOf }: Pick<LearningParts, 'usage' | 'gradeOf'>,
): Rounds {
  const schoolTime = (childId: string): Pick<Asking, 'grade' | 'term'> => {
    // The school's second term begins in February.
    const month = Number(usage.moment().day.slice(5, 7))
    return { grade: gradeOf(childId), term: month >= 2 && month <= 8 ? 2 : 1 }
  }

  const startOfDay = (at: number): number => {
    const offset = zoneOffset(at) * 60_000
    return Math.floor((at + offset) / 86_400_000) * 86_400_000 - offset
  }

  const progressOf = (childId: string, activity: Activity): store.Progress => {
    const kept = store.progressOf(db, { childId, activity: activity.id })
    const asking = { ...schoolTime(childId), inRound: [], seen: [] }
    const state = kept ? activity.readState(kept.state, kept.level) : activity.begin(asking)
    return { joints: 0, lastAt: 0, trusted: true, ...kept, state, level: activity.levelOf(state) }
  }

  const choosingFor = (childId: string, activity: Activity, state: unknown): Choosing => {
    const now = usage.moment().at
    const today = startOfDay(now)
    const came = store.cameBack(db, childId, today)
    return { db, activity, childId, state, ...schoolTime(childId), now, today, came, random }
  }

  const exerciseOf = (activity: Activity, state: RoundState): Exercise | undefined =>
    activity.readExercise(state.exercise) ??
    activity.again({ key: state.key, level: state.level, exercise: null }, random) ??
    undefined

  const forWindow = (activity: Activity, state: RoundState): Round => {
    const exercise = isDone(state) ? undefined : exerciseOf(activity, state)
    const helped = exercise && helpFor(state, activity.tries) !== 'none'
    return {
      id: state.id,
      activity: activity.id,
      subject: activity.subject,
      level: state.level,
      now: state.now,
      length: state.length,
      results: state.results,
      exercise: (exercise ?? null) as Json,
      fromBook: state.from === 'book',
      hint: helped ? (activity.hint(exercise, state.wrong) as Json) : null,
      progress: (state.progress ?? null) as Json,
    }
  }

  const atTurn = (childId: string, { round, now }: Turn): Result<AtTurn, Refusal> => {
    for (const id of store.roundsOf(db, childId)) {
      const activity = activityOf(id)
      const state = activity && readRound(store.roundOf(db, { childId, activity: id }))
      if (!activity || state?.id !== round || state.now !== now) continue
      const exercise = exerciseOf(activity, state)
      return exercise ? ok({ activity, state, exercise }) : err(refuse('not-found'))
    }
    return err(refuse('not-found'))
  }

  const keep = (childId: string, activity: Activity, state: RoundState): void =>
    store.keepRound(db, { childId, activity: activity.id }, state)

  return { schoolTime, startOfDay, progressOf, choosingFor, exerciseOf, forWindow, atTurn, keep }
}
