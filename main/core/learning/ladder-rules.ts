import type { ActivityLevel, Asking, Ended, Exercise, Finished, Stamped } from './activity-rules.ts'
import { isRecord } from './parsed-rules.ts'

/** Where a child stands on the ladder of an activity: all that most activities remember. */
export interface LadderState {
  readonly version: 1
  readonly level: string
  /** Latest outcomes at this level, oldest first. */
  readonly recent: readonly Ended[]
}

export interface LadderPace {
  /** Exercises in a row alone, from which the next level comes. */
  readonly up: number
  /** Exercises in a row whose answer had to be shown, from which the level before comes back. */
  readonly down: number
}

/** A round of eight in a good hour is enough to go on; two answers shown are no accident. */
const usualPace: LadderPace = { up: 6, down: 2 }

const outcomes: ReadonlySet<unknown> = new Set<Ended>(['alone', 'helped', 'shown'])
const isOutcome = (value: unknown): value is Ended => outcomes.has(value)

const standing = (level: string): LadderState => ({ version: 1, level, recent: [] })

const lastAre = (recent: readonly Ended[], how: Ended, count: number): boolean =>
  recent.length >= count && recent.slice(-count).every((one) => one === how)

/** An exercise of the level where the child stands, out of no book. */
const isOwn = (state: LadderState, { exercise, from }: Finished<Exercise>) =>
  from === 'level' && exercise.level === state.level

/** `begin`, `readState`, `levelOf`, `advance` and, for who gives them words, `stamps` of `ActivityRules`. */
export interface Ladder {
  /** The first level of the child's grade, else the last one below it, else the first of all. */
  readonly begin: (asking: Pick<Asking, 'grade'>) => LadderState
  readonly readState: (kept: unknown, level: string) => LadderState
  readonly levelOf: (state: LadderState) => string
  readonly advance: (state: LadderState, result: Finished<Exercise>) => LadderState
  /** A stamp named after the level that the child has just shown to master, by the pace of the ladder; the highest one, too. */
  readonly stamps: (before: LadderState, after: LadderState, result: Finished<Exercise>) => readonly Stamped[]
}

/**
 * The state of an activity that is nothing but a ladder of levels, ready to be spread into its rules. A hint neither raises nor lowers; what comes out of the book says little.
 */
export function ladder(levels: readonly ActivityLevel[], { up, down }: LadderPace = usualPace): Ladder {
  const ids = levels.map(({ id }) => id)
  const beside = (level: string, steps: number): string => {
    const at = Math.min(ids.length - 1, Math.max(0, ids.indexOf(level) + steps))
    return ids[at] ?? ''
  }

  const withLatest = (state: LadderState, { how }: Finished<Exercise>) =>
    [...state.recent, how].slice(-Math.max(up, down))

  return {
    begin({ grade }) {
      const own = levels.find((level) => level.grade !== null && level.grade === grade)
      const below = levels.findLast((level) => level.grade !== null && grade !== null && level.grade < grade)
      return standing((own ?? below)?.id ?? beside('', 1))
    },
    readState(kept, level) {
      const at = ids.includes(level) ? level : beside('', 1)
      const recent = isRecord(kept) && Array.isArray(kept['recent']) ? kept['recent'] : []
      return { ...standing(at), recent: recent.filter(isOutcome).slice(-Math.max(up, down)) }
    },
    levelOf: ({ level }) => level,
    advance(state, result) {
      if (!isOwn(state, result)) return state
      const recent = withLatest(state, result)
      const steps = lastAre(recent, 'alone', up) ? 1 : lastAre(recent, 'shown', down) ? -1 : 0
      const next = beside(state.level, steps)
      return next === state.level ? { ...state, recent } : standing(next)
    },
    stamps: (before, _after, result) =>
      isOwn(before, result) && lastAre(withLatest(before, result), 'alone', up)
        ? [{ stamp: before.level, facts: { inARow: up } }]
        : [],
  }
}
