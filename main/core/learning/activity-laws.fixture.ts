import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { activities } from './activities.ts'
import type { Activity, Asking, Ended, Exercise } from './activity-rules.ts'
import { seededRandom } from './random-rules.ts'

/** Exercises that are made at each level. Fewer while trying: `LAWS=300`. */
const MANY = Number(process.env['LAWS'] ?? 10_000)

/** As it comes back from the disk or out of the window. */
const travelled = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null)) as unknown

const asking = (keys: readonly string[] = [], more: Partial<Asking> = {}): Asking => ({
  grade: null,
  term: 1,
  inRound: keys,
  seen: keys,
  ...more,
})

/** As `expect`, where it is asked a million times: that costs ten times what making an exercise does. */
function holds(fact: boolean, what: string, found: unknown): void {
  if (!fact) throw new Error(`${what}: ${JSON.stringify(found)}`)
}

function same(found: unknown, wanted: unknown, what: string): void {
  if (!isDeepStrictEqual(found, wanted)) expect(found, what).toEqual(wanted)
}

const grades = [null, 0, 1, 2, 3, 4, 5, 6, 7] as const

/** Anything that a window could send in the place of an answer. */
const hostile = fc.oneof(fc.jsonValue(), fc.anything({ maxDepth: 2 }), fc.string({ maxLength: 4000 }))

/** Whether a value is plain JSON and stays the same on its way. */
function travels(value: unknown, what: string): void {
  same(travelled(value), value ?? null, what)
}

/** The laws of the shape that every activity keeps; each throws where it is broken. */
const laws = {
  /** A child of any grade begins at a level that exists; states travel, are read back, and are mended when damaged. */
  states(activity: Activity): void {
    const ids = activity.levels.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const grade of grades)
      for (const term of [1, 2] as const) {
        const state = activity.begin(asking([], { grade, term }))
        const level = activity.levelOf(state)
        expect(ids).toContain(level)
        travels(state, 'state')
        expect(activity.readState(travelled(state), level)).toEqual(state)
      }
    for (const id of ids) expect(activity.levelOf(activity.readState(null, id))).toBe(id)
    fc.assert(
      fc.property(hostile, fc.oneof(fc.constantFrom(...ids), fc.string()), (kept, level) => {
        const state = activity.readState(kept, level)
        expect(ids).toContain(activity.levelOf(state))
        travels(state, 'mended state')
        activity.next(state, seededRandom(1), asking())
      }),
    )
  },

  /** Exercises of a level: whole rounds without one twice, solved by their own solution, helped, printed, travelling. */
  exercises(activity: Activity, level: string): void {
    const random = seededRandom(7)
    const state = activity.readState(null, level)
    let keys: string[] = []
    for (let made = 0; made < MANY; made += 1) {
      if (made % activity.length === 0) keys = []
      const exercise = activity.next(state, random, asking(keys))
      holds(!keys.includes(exercise.key), 'asked twice in a round', exercise.key)
      keys.push(exercise.key)
      holds(exercise.level === level, 'of another level', exercise)
      holds(exercise.key.length > 0 && exercise.key.length <= 80, 'a key of no length', exercise.key)
      if (made % 10 === 0 || made < 100) sound(activity, exercise, random)
    }
  },

  /** No answer that a window could send makes the check throw, and none of them is right by being hostile. */
  hostileAnswers(activity: Activity, level: string): void {
    const state = activity.readState(null, level)
    const exercise = activity.next(state, seededRandom(3), asking())
    fc.assert(
      fc.property(hostile, (answer) => {
        expect(['nothing', 'wrong', 'right', 'partly']).toContain(activity.check(exercise, answer).check)
      }),
    )
    for (const answer of [null, undefined, '', {}, [], Number.NaN])
      expect(activity.check(exercise, answer).check, JSON.stringify(answer)).not.toBe('right')
    fc.assert(
      fc.property(hostile, (kept) => {
        const read = activity.readExercise(kept)
        if (read) sound(activity, read, seededRandom(1))
        activity.again({ key: String(Math.random()), level, exercise: kept }, seededRandom(1))
      }),
    )
  },

  /** Whatever happens, the level stays on the ladder and moves one rung at most; all alone reaches the top, all shown the bottom. */
  levels(activity: Activity): void {
    const ids = activity.levels.map(({ id }) => id)
    const place = (state: unknown) => ids.indexOf(activity.levelOf(state))
    const random = seededRandom(11)
    const step = (state: unknown, how: Ended, from: 'level' | 'book' = 'level') => {
      const exercise = activity.next(state, random, asking())
      const after = activity.advance(state, { exercise, how, from, answer: activity.solve(exercise) })
      expect(Math.abs(place(after) - place(state))).toBeLessThanOrEqual(1)
      travels(after, 'state after an exercise')
      return after
    }
    const outcome = fc.constantFrom<Ended>('alone', 'helped', 'shown')
    fc.assert(
      fc.property(
        fc.constantFrom(...ids),
        fc.array(fc.tuple(outcome, fc.constantFrom<'level' | 'book'>('level', 'book')), { maxLength: 40 }),
        (id, happened) => {
          let state = activity.readState(null, id)
          for (const [how, from] of happened) state = step(state, how, from)
        },
      ),
      { numRuns: 30 },
    )
    let state = activity.readState(null, ids[0] ?? '')
    for (let tries = 0; tries < ids.length * 60 && place(state) < ids.length - 1; tries += 1)
      state = step(state, 'alone')
    expect(place(state), 'the top of the ladder').toBe(ids.length - 1)
    for (let tries = 0; tries < ids.length * 60 && place(state) > 0; tries += 1) state = step(state, 'shown')
    expect(place(state), 'the bottom of the ladder').toBe(0)
  },
}

/** Vitest takes a file at a time to each of its workers: the activities are dealt out to so many. */
const PARTS = 4

/** The laws for every fourth activity; the files `activity-laws-<part>.test.ts` are the four. */
export function keepTheLaws(part: 0 | 1 | 2 | 3): void {
  const mine = activities.filter((_, place) => place % PARTS === part)
  describe.each(mine.map((activity) => [activity.id, activity] as const))('%s', (_, activity) => {
    it('keeps and mends what it remembers of a child', () => laws.states(activity))
    it('moves one rung at most, up to the top and down to the bottom', () => laws.levels(activity))
    it.each(activity.levels.map(({ id }) => id))(
      '%s: exercises that can be solved, none twice in a round',
      (level) => laws.exercises(activity, level),
    )
    it.each(activity.levels.map(({ id }) => id))('%s: takes no hostile answer amiss', (level) =>
      laws.hostileAnswers(activity, level),
    )
  })
}

function sound(activity: Activity, exercise: Exercise, random: () => number): void {
  travels(exercise, 'exercise')
  same(activity.readExercise(travelled(exercise)), exercise, 'exercise read back')
  const solution = activity.solve(exercise)
  travels(solution, 'solution')
  holds(activity.check(exercise, travelled(solution)).check === 'right', 'its own solution', exercise)
  for (let wrong = 0; wrong <= (activity.tries ?? 3); wrong += 1) {
    const hint = activity.hint(exercise, wrong)
    holds((hint ?? null) !== null, 'no hint', exercise)
    travels(hint, 'hint')
  }
  const line = activity.print(exercise)
  if (line) {
    travels(line, 'line on paper')
    holds(line.ask.length > 0 && line.answer.length > 0, 'an empty line on paper', line)
  }
  if (!activity.book) return
  const old = { key: exercise.key, level: exercise.level, exercise: travelled(exercise) }
  const again = activity.again(old, random)
  holds(again?.key === exercise.key, 'not the same item again', { exercise, again })
}
