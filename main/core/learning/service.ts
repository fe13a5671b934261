import type {
  Answered,
  Json,
  LearningReport,
  MistakeRow,
  PrintLine,
  Round,
  Shelf,
  Stamp,
  SwitchRow,
} from '#contract/learning.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { Ground } from '../kernel/ground.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { UsageService } from '../usage/service.ts'
import { activityOf } from './activities.ts'
import type { Activity, Asking, Ended, Exercise } from './activity-rules.ts'
import { goesIntoMistakes, helpFor, outcomeOf, worse } from './help-rules.ts'
import { newMistake, reviewed } from './book-rules.ts'
import { stampsEarned } from './earned.ts'
import { nextExercise, type Choosing } from './next-exercise.ts'
import { begun, movedOn, readRound, swapped, type Asked, type RoundState } from './round-state.ts'
import { mistakeRows } from './mistake-rows.ts'
import { reportOf, type ReportQuestion } from './report.ts'
import { sheetOf } from './sheet.ts'
import { shelfFor } from './shelf.ts'
import * as stamps from './stamp-store.ts'
import * as store from './store.ts'
import * as switches from './switches.ts'

/** Who learns, in which turn. */
export interface Pupil {
  readonly childId: string
  readonly sessionId: string
}

/** An exercise of a round, by its place. */
export interface Turn {
  readonly round: string
  readonly now: number
}

/**
 * The learning corner (L1 to L11), for every activity alike. A turn that is not the one asked now is refused as `not-found`:
 * ask for the round again. What it answers is on disk.
 */
export interface LearningService {
  shelf(childId: string): Result<Shelf, Refusal>
  /** The round under way, or a new one. `not-found` for an activity that is not on this child's shelf. */
  round(childId: string, activity: string): Result<Round, Refusal>
  answer(pupil: Pupil, turn: Turn & { readonly answer: unknown }): Result<Answered, Refusal>
  hint(childId: string, turn: Turn): Result<Json, Refusal>
  swap(childId: string, turn: Turn): Result<Round, Refusal>
  giveUp(pupil: Pupil, turn: Turn): Result<Answered, Refusal>
  /** `bad-input` for more than 64 kB. */
  keep(childId: string, turn: Turn & { readonly progress: unknown }): Result<void, Refusal>
  mistakesOf(childId: string, activity?: string): Result<readonly MistakeRow[], Refusal>
  stampsOf(childId: string): Result<readonly Stamp[], Refusal>
  /** Fresh exercises of a level on paper; `not-found` for an unknown activity or level. */
  sheet(activity: string, level: string, count: number): Result<readonly PrintLine[], Refusal>
  report(question: ReportQuestion): Result<LearningReport, Refusal>
  switches(): Result<readonly SwitchRow[], Refusal>
  setSwitch(activity: string, grade: number, on: boolean): Result<void, Refusal>
}

export interface LearningParts {
  readonly usage: Pick<UsageService, 'append' | 'moment'>
  /** The child's grade, 1 to 6; null where it is not known. */
  readonly gradeOf: (childId: string) => number | null
  /** Minutes of big toys a day; 0 where the room has none. */
  readonly gameMinutes: () => number
}

/** What is kept of an exercise under way, bytes. */
const MOST_PROGRESS = 64 * 1024

const isDone = (state: RoundState): boolean => state.now >= state.length

export function createLearningService(
  ground: Ground,
  { usage, gradeOf, gameMinutes }: LearningParts,
): LearningService {
  const { db, newId, random, zoneOffset } = ground

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

  /** The kept exercise as the rules of today know it; undefined when they do not. */
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

  interface AtTurn {
    readonly activity: Activity
    readonly state: RoundState
    readonly exercise: Exercise
  }

  /** Rounds are found by their id alone, so that a window that shows an old page changes nothing. */
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

  /** The exercise is over: the book, the level, the bamboo, the next one. */
  const finish = (
    { childId, sessionId }: Pupil,
    { activity, state, exercise }: AtTurn,
    over: {
      readonly how: Ended
      readonly answer: unknown
      readonly items?: readonly { readonly key: string; readonly how: Ended }[] | undefined
    },
  ): { readonly next: RoundState; readonly grew: boolean } => {
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

  const answered = (activity: Activity, state: RoundState, what: Partial<Answered>): Answered => ({
    check: 'nothing',
    said: null,
    hint: null,
    shown: null,
    grew: false,
    ...what,
    round: forWindow(activity, state),
  })

  const answer: LearningService['answer'] = (pupil, { answer: given, ...turn }) => {
    const found = atTurn(pupil.childId, turn)
    if (!found.ok) return found
    const { activity, state, exercise } = found.value
    const check = activity.check(exercise, given)
    if (check.check === 'nothing') return ok(answered(activity, state, {}))
    const said = (check.said ?? null) as Json
    if (check.check === 'partly') return ok(answered(activity, state, { check: 'partly', said }))
    const right = check.check === 'right'
    const tries = { wrong: state.wrong + (right ? 0 : 1), hintAsked: state.hintAsked }
    return db.transaction(() => {
      const { at, trusted } = usage.moment()
      store.appendAnswer(db, {
        id: newId(),
        at,
        trusted,
        childId: pupil.childId,
        sessionId: pupil.sessionId,
        activity: activity.id,
        level: exercise.level,
        item: exercise.key,
        answer: given,
        right,
        helped: helpFor(state, activity.tries) !== 'none',
        tries: state.wrong + 1,
      })
      if (!right && helpFor(tries, activity.tries) !== 'answer') {
        const next = { ...state, ...tries }
        keep(pupil.childId, activity, next)
        const hint = activity.hint(exercise, tries.wrong) as Json
        return ok(answered(activity, next, { check: 'wrong', said, hint }))
      }
      const earned = outcomeOf(tries, activity.tries)
      const how = right && check.how ? worse(earned, check.how) : earned
      const items = right ? check.items : undefined
      const { next, grew } = finish(pupil, found.value, { how, answer: given, items })
      const shown = right ? null : (activity.solve(exercise) as Json)
      return ok(answered(activity, next, { check: check.check, said, shown, grew }))
    })
  }

  const knownOnShelf = (childId: string, id: string): Activity | undefined => {
    const activity = activityOf(id)
    return activity && switches.isOn(db, id, gradeOf(childId)) ? activity : undefined
  }

  return {
    shelf(childId) {
      const { at, day } = usage.moment()
      const today = startOfDay(at)
      const came = store.cameBack(db, childId, today)
      const { grade, term } = schoolTime(childId)
      return ok(shelfFor(db, { childId, grade, term, now: at, today, came, day, gameMinutes: gameMinutes() }))
    },

    round(childId, id) {
      const activity = knownOnShelf(childId, id)
      if (!activity) return err(refuse('not-found'))
      const state = readRound(store.roundOf(db, { childId, activity: id }))
      if (state && !isDone(state) && exerciseOf(activity, state)) return ok(forWindow(activity, state))
      const { state: kept } = progressOf(childId, activity)
      const asked = nextExercise(choosingFor(childId, activity, kept), 0, [])
      const next = begun(newId(), activity.length, asked)
      keep(childId, activity, next)
      return ok(forWindow(activity, next))
    },

    answer,

    hint(childId, turn) {
      const found = atTurn(childId, turn)
      if (!found.ok) return found
      const { activity, state, exercise } = found.value
      if (!state.hintAsked) keep(childId, activity, { ...state, hintAsked: true })
      return ok(activity.hint(exercise, state.wrong) as Json)
    },

    swap(childId, turn) {
      const found = atTurn(childId, turn)
      if (!found.ok) return found
      const { activity, state } = found.value
      const progress = progressOf(childId, activity)
      const keys = [...state.keys, state.key]
      // Not one from the book: it would come back at once.
      const choosing = choosingFor(childId, { ...activity, book: null }, progress.state)
      const next = swapped(state, nextExercise(choosing, state.now, keys))
      keep(childId, activity, next)
      return ok(forWindow(activity, next))
    },

    giveUp(pupil, turn) {
      const found = atTurn(pupil.childId, turn)
      if (!found.ok) return found
      const { activity, exercise } = found.value
      return db.transaction(() => {
        const { next, grew } = finish(pupil, found.value, { how: 'shown', answer: null })
        const shown = activity.solve(exercise) as Json
        return ok(answered(activity, next, { check: 'wrong', shown, grew }))
      })
    },

    keep(childId, { progress, ...turn }) {
      const found = atTurn(childId, turn)
      if (!found.ok) return found
      if (Buffer.byteLength(JSON.stringify(progress)) > MOST_PROGRESS) return err(refuse('bad-input'))
      keep(childId, found.value.activity, { ...found.value.state, progress })
      return ok(undefined)
    },

    mistakesOf: (childId, activity) => ok(mistakeRows(db, childId, activity ?? null, random)),
    stampsOf: (childId) => ok(stamps.of(db, childId)),
    sheet: (activity, level, count) => sheetOf(activity, level, count, random),
    report: (question) => ok(reportOf(db, question, { now: usage.moment().at, random })),
    switches: () => ok(switches.all(db)),
    setSwitch(activity, grade, on) {
      if (!activityOf(activity)) return err(refuse('not-found'))
      switches.set(db, activity, grade, on)
      return ok(undefined)
    },
  }
}
