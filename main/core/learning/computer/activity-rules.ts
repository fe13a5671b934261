import type { ActivityRules, Ended, Exercise } from '../activity-rules.ts'
import { fresh } from '../fresh-rules.ts'
import { isRecord, isWhole } from '../parsed-rules.ts'
import type { Random } from '../random-rules.ts'
import { isForKeys, isSkill, isTool, levels, type Skill, type Tool } from './skill-rules.ts'
import { doneOf, makeTask, nameOf, readTask, type Task } from './task-rules.ts'

/** Something to be done with the hand or the keyboard. */
export interface ComputerExercise extends Exercise {
  readonly level: Skill
  readonly task: Task
}

/** The next thing to be touched wears a ring, and the card that says how moves. */
export interface ComputerHint {
  readonly ring: true
}

/** What the window hands in: what was done, and how it went. Times are milliseconds of the window's own monotonic clock. */
export interface ComputerAnswer {
  readonly done: readonly number[]
  /** Clicks beside, drops elsewhere, other keys. */
  readonly misses: number
  readonly ms: number
  readonly by: Tool
}

/** How it went at this level so far: the evidence of its stamp. */
interface Tally {
  readonly done: number
  readonly misses: number
  readonly ms: number
  /** What it was done with; null while nothing was, `keys` where a detour over the keyboard was taken once. */
  readonly by: Tool | null
}

interface ComputerState {
  readonly version: 1
  readonly level: Skill
  readonly recent: readonly Ended[]
  readonly tally: Tally
}

/** So many in a row alone, or so many in any way but shown, and the next skill comes: a first-time user must not be kept at one. */
const ALONE = 4
const ANY_WAY = 8
const SHOWN = 2
/** Misses in one exercise that are no more than a slip. */
const SLIPS = 2
/** An exercise nobody sat at for longer, ms; more is not believed. */
const LONGEST = 600_000

const outcomes: ReadonlySet<unknown> = new Set<Ended>(['alone', 'helped', 'shown'])
const isOutcome = (value: unknown): value is Ended => outcomes.has(value)
const nothing: Tally = { done: 0, misses: 0, ms: 0, by: null }
const standing = (level: Skill): ComputerState => ({ version: 1, level, recent: [], tally: nothing })

const lastAre = (recent: readonly Ended[], count: number, is: (how: Ended) => boolean): boolean =>
  recent.length >= count && recent.slice(-count).every(is)
const isPassed = (recent: readonly Ended[]): boolean =>
  lastAre(recent, ALONE, (how) => how === 'alone') || lastAre(recent, ANY_WAY, (how) => how !== 'shown')

const beside = (level: Skill, steps: number): Skill => {
  const at = levels.findIndex(({ id }) => id === level) + steps
  return levels[Math.min(levels.length - 1, Math.max(0, at))]?.id ?? level
}

/** First computer skills (L4): pictures show how, hands try it, nothing can break. */
export const computer: ActivityRules<ComputerState, ComputerExercise, ComputerHint> = {
  id: 'computer',
  subject: 'computer',
  grades: { from: 1, to: 6 },
  levels,
  length: 4,
  tries: null,
  // What is learnt is the deed, not this butterfly.
  book: null,

  // Whatever the grade: who can do it already is through in four exercises.
  begin: () => standing('move'),

  readState(kept, level) {
    const at = standing(isSkill(level) ? level : 'move')
    if (!isRecord(kept) || kept['level'] !== at.level) return at
    const recent = Array.isArray(kept['recent']) ? kept['recent'].filter(isOutcome).slice(-ANY_WAY) : []
    return { ...at, recent, tally: readTally(kept['tally']) }
  },

  levelOf: ({ level }) => level,

  readExercise(kept) {
    if (!isRecord(kept) || typeof kept['key'] !== 'string' || !isSkill(kept['level'])) return null
    const { key, level } = kept
    const task = readTask(kept['task'], level)
    return task && key === keyOf(level, task) ? { key, level, task } : null
  },

  next: ({ level }, random, asking) => fresh(() => made(level, random), asking),

  again: () => null,

  check({ level, task }, given) {
    const answer = readAnswer(given)
    if (!answer) return { check: 'nothing' }
    const wanted = doneOf(task)
    const isDone = wanted.length === answer.done.length && wanted.every((one, at) => one === answer.done[at])
    if (!isDone) return { check: 'partly' }
    return { check: 'right', how: isClean(level, answer) ? 'alone' : 'helped' }
  },

  solve: ({ task }) => ({ done: doneOf(task), misses: 0, ms: 0, by: 'mouse' }),

  hint: () => ({ ring: true }),

  advance(state, { exercise, how, from, answer }) {
    if (from === 'book' || exercise.level !== state.level) return state
    const recent = [...state.recent, how].slice(-ANY_WAY)
    const steps = isPassed(recent) ? 1 : lastAre(recent, SHOWN, (one) => one === 'shown') ? -1 : 0
    const next = beside(state.level, steps)
    if (next !== state.level) return standing(next)
    return { ...state, recent, tally: how === 'shown' ? state.tally : added(state.tally, answer) }
  },

  print: () => null,

  stamps(before, _after, { exercise, how, from, answer }) {
    const counts = from === 'level' && exercise.level === before.level && how !== 'shown'
    if (!counts || !isPassed([...before.recent, how])) return []
    const { done, misses, ms, by } = added(before.tally, answer)
    // Who came through over the keyboard has not shown yet what the hand can do.
    if (by === null || (by === 'keys' && !isForKeys(before.level))) return []
    return [
      {
        stamp: before.level,
        facts: { times: done, misses, seconds: Math.max(1, Math.round(ms / done / 1000)), by },
      },
    ]
  },
}

const isClean = (level: Skill, { misses, by }: ComputerAnswer): boolean =>
  misses <= SLIPS && (by === 'keys') === isForKeys(level)

const keyOf = (level: Skill, task: Task): string => `${level} ${nameOf(task)}`.slice(0, 80)

function made(level: Skill, random: Random): ComputerExercise {
  const task = makeTask(level, random)
  return { key: keyOf(level, task), level, task }
}

function readAnswer(given: unknown): ComputerAnswer | null {
  if (!isRecord(given)) return null
  const { done, misses, ms, by } = given
  if (!Array.isArray(done) || done.length === 0 || done.length > 8) return null
  if (!done.every((one) => isWhole(one, 0, 20)) || !isWhole(misses, 0, 10_000) || !isTool(by)) return null
  return typeof ms === 'number' && ms >= 0 && Number.isFinite(ms) ? { done, misses, ms, by } : null
}

function added(tally: Tally, given: unknown): Tally {
  const answer = readAnswer(given)
  if (!answer) return tally
  // One detour over the keyboard, and what was done is not the hand's alone.
  const by = tally.by === 'keys' ? 'keys' : answer.by
  return {
    done: tally.done + 1,
    misses: tally.misses + Math.min(answer.misses, 99),
    ms: tally.ms + Math.round(Math.min(answer.ms, LONGEST)),
    by,
  }
}

function readTally(kept: unknown): Tally {
  if (!isRecord(kept)) return nothing
  const { done, misses, ms, by } = kept
  const sound =
    isWhole(done, 0, 10_000) && isWhole(misses, 0, 1_000_000) && isWhole(ms, 0, Number.MAX_SAFE_INTEGER)
  return sound && (by === null || isTool(by)) ? { done, misses, ms, by } : nothing
}
