import { expect, it } from 'vitest'
import type { Json, Round } from '#contract/learning.ts'
import { testGround } from '../db/test-ground.ts'
import { createUsageService } from '../usage/service.ts'
import { activities, activityOf } from './activities.ts'
import { anyAnswer, travelled } from './any-answer.fixture.ts'
import type { Ended } from './activity-rules.ts'
import { helpFor, outcomeOf } from './help-rules.ts'
import { seededRandom } from './random-rules.ts'
import { createLearningService } from './service.ts'

// A child cannot lose what it has done, get stuck or be blamed, whatever it does. This one does anything, the same each time.

let last: Json = null

it.each(activities.map((activity) => [activity.id, activity] as const))(
  '%s: two thousand answers of any kind, and it still asks, helps and goes up',
  (_, activity) => {
    const random = seededRandom(2000)
    const place = (state: unknown) => activity.levels.findIndex(({ id }) => id === activity.levelOf(state))
    const asking = { grade: null, term: 1 } as const
    let state = activity.begin({ ...asking, inRound: [], seen: [] })
    let keys: string[] = []
    let tries = { wrong: 0, hintAsked: false }
    let exercise = activity.next(state, random, { ...asking, inRound: keys, seen: keys })
    let right = travelled(activity.solve(exercise))
    const over = (how: Ended, answer: Json): void => {
      const before = place(state)
      state = activity.advance(state, { exercise, how, from: 'level', answer })
      expect(Math.abs(place(state) - before)).toBeLessThanOrEqual(1)
      expect(activity.readState(travelled(state), activity.levelOf(state))).toEqual(state)
      keys = keys.length + 1 >= activity.length ? [] : [...keys, exercise.key]
      tries = { wrong: 0, hintAsked: false }
      exercise = activity.next(state, random, { ...asking, inRound: keys, seen: keys })
      expect(keys).not.toContain(exercise.key)
      right = travelled(activity.solve(exercise))
    }
    for (let answered = 0; answered < 2000; answered += 1) {
      const given = anyAnswer(right, last, random)
      last = given
      const check = activity.check(exercise, given)
      expect(['nothing', 'partly', 'wrong', 'right']).toContain(check.check)
      if (check.check === 'right') over(check.how ?? outcomeOf(tries, activity.tries), given)
      if (check.check !== 'wrong') continue
      tries = { ...tries, wrong: tries.wrong + 1 }
      if (helpFor(tries, activity.tries) === 'answer') over('shown', given)
      else expect(activity.hint(exercise, tries.wrong) ?? null).not.toBeNull()
    }
    // Not stuck: what is asked now has an answer, and alone leads up again.
    expect(activity.check(exercise, right).check).toBe('right')
  },
)

it('in the room: whatever is tapped, a round goes on, bamboo only grows, and no power cut takes anything', () => {
  const ground = testGround()
  const usage = createUsageService(ground)
  const begin = () => createLearningService(ground, { usage, gradeOf: () => 3, gameMinutes: () => 20 })
  let learning = begin()
  const random = seededRandom(17)
  const pupil = { window: 'pupil', childId: 'a', sessionId: 's' } as const
  const roundOf = (activity: string): Round => {
    const round = learning.round('a', activity)
    if (!round.ok) throw new Error(activity)
    return round.value
  }
  const grown = () =>
    ground.db.get<{ joints: number }>('SELECT coalesce(sum(joints), 0) AS joints FROM learning_progress', [])
      ?.joints ?? 0
  let before = 0
  for (const { id } of activities) {
    for (let tapped = 0; tapped < 60; tapped += 1) {
      const round = roundOf(id)
      const rules = activityOf(id)!
      const exercise = rules.readExercise(round.exercise)!
      expect(exercise, id).not.toBeNull()
      expect(round.now).toBeLessThan(round.length)
      expect(round.results.every((one) => ['right', 'helped', 'later'].includes(one))).toBe(true)
      // An old page now and then.
      const turn = { round: round.id, now: random() < 0.1 ? Math.floor(random() * 9) : round.now }
      const did = random()
      const answer = anyAnswer(travelled(rules.solve(exercise)), last, random)
      last = answer
      if (did < 0.7) learning.answer(pupil, { ...turn, answer })
      else if (did < 0.78) learning.hint('a', turn)
      else if (did < 0.84) learning.swap('a', turn)
      else if (did < 0.9) learning.giveUp(pupil, turn)
      else {
        const kept = learning.keep('a', { ...turn, progress: answer })
        learning = begin()
        const after = roundOf(id)
        expect(after.id).toBe(round.id)
        expect(after.exercise).toEqual(round.exercise)
        if (kept.ok) expect(after.progress).toEqual(answer)
      }
      const after = grown()
      expect(after, id).toBeGreaterThanOrEqual(before)
      before = after
    }
    // The way out of anything: ask, and be told.
    const stood = roundOf(id)
    expect(learning.giveUp(pupil, { round: stood.id, now: stood.now }).ok, id).toBe(true)
    expect(roundOf(id).exercise, id).not.toEqual(stood.exercise)
  }
  expect(before).toBeGreaterThan(0)
})
