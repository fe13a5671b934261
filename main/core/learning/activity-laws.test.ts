import { expect, it } from 'vitest'
import { activityName, subjects } from '#contract/learning.ts'
import { activities } from './activities.ts'
import { isToy } from './toy-rules.ts'

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

it('the big toys are those that are known without the rules', () => {
  for (const { id, subject } of activities) expect(isToy(id), id).toBe(subject === 'toys')
})
