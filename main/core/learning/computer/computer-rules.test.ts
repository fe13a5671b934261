import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ended } from '../activity-rules.ts'
import { seededRandom } from '../random-rules.ts'
import { computer, type ComputerAnswer, type ComputerExercise } from './activity-rules.ts'
import { levels, type Skill } from './skill-rules.ts'

const asking = { grade: null, term: 1, inRound: [], seen: [] } as const

function exerciseOf(level: Skill, seed = 1): ComputerExercise {
  return computer.next(computer.readState(null, level), seededRandom(seed), asking)
}

const answer = (exercise: ComputerExercise, more: Partial<ComputerAnswer> = {}): ComputerAnswer => ({
  ...(computer.solve(exercise) as ComputerAnswer),
  by: exercise.level === 'keys' || exercise.level === 'shortcuts' ? 'keys' : 'mouse',
  ...more,
})

/** Plays at a level until it is left or so many are done; answers the stamps on the way. */
function played(level: Skill, hows: readonly Ended[], more: Partial<ComputerAnswer> = {}) {
  let state = computer.readState(null, level)
  const stamps = hows.flatMap((how, at) => {
    const exercise = exerciseOf(level, at)
    const result = { exercise, how, from: 'level', answer: answer(exercise, more) } as const
    const after = computer.advance(state, result)
    const earned = computer.stamps?.(state, after, result) ?? []
    state = after
    return earned
  })
  return { state, stamps }
}

describe('computer skills', () => {
  it.each(levels.map(({ id }) => id))(
    '%s: four alone bring its stamp, with how often, how well, how long and on what',
    (level) => {
      const by = level === 'keys' || level === 'shortcuts' ? 'keys' : 'mouse'
      const { stamps } = played(level, ['alone', 'alone', 'alone', 'alone'], { misses: 1, ms: 3000 })
      expect(stamps).toEqual([{ stamp: level, facts: { times: 4, misses: 4, seconds: 3, by } }])
    },
  )

  it('nobody is kept at one skill, and an answer that was shown is no evidence', () => {
    const helped = Array.from({ length: 8 }, () => 'helped' as const)
    expect(played('right', helped).state.level).toBe('keys')
    expect(played('right', ['shown', 'shown']).state.level).toBe('scroll')
    expect(played('right', ['alone', 'alone', 'alone', 'shown']).stamps).toEqual([])
  })

  it('a detour over the keyboard helps on, and stamps nothing of the hand', () => {
    const exercise = exerciseOf('click')
    expect(computer.check(exercise, answer(exercise, { by: 'keys' }))).toEqual({
      check: 'right',
      how: 'helped',
    })
    expect(computer.check(exercise, answer(exercise))).toEqual({ check: 'right', how: 'alone' })
    expect(computer.check(exercise, answer(exercise, { misses: 3 }))).toEqual({
      check: 'right',
      how: 'helped',
    })
    const { state, stamps } = played('click', ['helped', 'alone', 'alone', 'alone', 'alone'], { by: 'keys' })
    expect([state.level, stamps]).toEqual(['drag', []])
  })

  it('holds what it believes in bounds: hours at one exercise count as ten minutes', () => {
    const { stamps } = played('click', ['alone', 'alone', 'alone', 'alone'], { ms: 9e9, misses: 1000 })
    expect(stamps[0]?.facts).toMatchObject({ seconds: 600, misses: 396 })
  })

  it('what is not done yet goes on, and counts as nothing', () => {
    const exercise = exerciseOf('click')
    expect(computer.check(exercise, answer(exercise, { done: [0] }))).toEqual({ check: 'partly' })
    expect(computer.check(exercise, { ...answer(exercise), ms: -1 })).toEqual({ check: 'nothing' })
  })

  it('nothing lies under the card that says how, and no two things lie on each other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...levels.map(({ id }) => id)), fc.nat(), (level, seed) => {
        const { task } = exerciseOf(level, seed)
        if (!('spots' in task)) return
        const places = task.spots.map(({ column, row }) => {
          expect(row === 2 && column < 4).toBe(false)
          return column * 10 + row
        })
        expect(new Set(places).size).toBe(places.length)
      }),
    )
  })

  it('what is to be found by scrolling is not seen before, and what is to come to the front lies behind', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const far = exerciseOf('scroll', seed).task
        expect(far.kind === 'scroll' && far.at >= 3 && far.at < far.floors.length).toBe(true)
        const { task } = exerciseOf('windows', seed)
        if (task.kind === 'windows' && task.deed === 'front') expect(task.at).toBeLessThan(2)
      }),
    )
  })
})
