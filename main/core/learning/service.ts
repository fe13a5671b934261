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
import { activityOf } from './activities.ts'
import type { Activity } from './activity-rules.ts'
import { createFinish, type Pupil } from './finishing.ts'
import { helpFor, outcomeOf, worse } from './help-rules.ts'
import { nextExercise } from './next-exercise.ts'
import { begun, readRound, swapped, type RoundState } from './round-state.ts'
import { mistakeRows } from './mistake-rows.ts'
import { reportOf, type ReportQuestion } from './report.ts'
import { createRounds, isDone, type LearningParts, type Turn } from './rounds.ts'
import { sheetOf } from './sheet.ts'
import { shelfFor } from './shelf.ts'
import * as stamps from './stamp-store.ts'
import * as store from './store.ts'
import * as switches from './switches.ts'

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

/** What is kept of an exercise under way, bytes. */
const MOST_PROGRESS = 64 * 1024

export function createLearningService(ground: Ground, parts: LearningParts): LearningService {
  const { db, newId, random } = ground
  const { usage, gradeOf, gameMinutes } = parts
  const rounds = createRounds(ground, parts)
  const { schoolTime, startOfDay, progressOf, choosingFor, exerciseOf, forWindow, atTurn, keep } = rounds
  const finish = createFinish(ground, parts, rounds)

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
