import { describe, expect, it } from 'vitest'
import { activityName, subjects } from '#contract/learning.ts'
import { activities } from './activities.ts'
import { laws } from './activity-laws.fixture.ts'

it('each activity has a name of its own, a subject, grades and levels', () => {
  const ids = activities.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { id, subject, grades, levels, length } of activities) {
    expect(activityName.safeParse(id).success, id).toBe(true)
    expect(subjects).toContain(subject)
    expect(grades.from).toBeGreaterThanOrEqual(1)
    expect(grades.to).toBeLessThanOrEqual(6)
    expect(grades.from).toBeLessThanOrEqual(grades.to)
    expect(levels.length).toBeGreaterThan(0)
    expect(length).toBeGreaterThan(0)
  }
})

describe.each(activities.map((activity) => [activity.id, activity] as const))('%s', (_, activity) => {
  it('keeps and mends what it remembers of a child', () => laws.states(activity))
  it('moves one rung at most, up to the top and down to the bottom', () => laws.levels(activity))
  it.each(activity.levels.map(({ id }) => id))(
    '%s: exercises that can be solved, none twice in a round',
    (level) => laws.exercises(activity, level),
    120_000,
  )
  it.each(activity.levels.map(({ id }) => id))('%s: takes no hostile answer amiss', (level) =>
    laws.hostileAnswers(activity, level),
  )
})
