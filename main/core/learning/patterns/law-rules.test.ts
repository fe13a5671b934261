import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random-rules.ts'
import { patterns } from './activity-rules.ts'
import type { Thing } from './law-rules.ts'
import { missingInRow, missingInSquare, nextOf, stepOf, unitOf } from './law-rules.ts'
import { levels, makePuzzle } from './make-rules.ts'

const row = (text: string) => Array.from(text, (one) => (one === '?' ? null : one))

describe('the law of a row', () => {
  it.each([
    ['ABABABA?', 2, 'B'],
    ['AABAABA?', 3, 'A'],
    ['ABCABCA?', 3, 'B'],
    ['ABACABA?', 4, 'C'],
    ['AB?BABAB', 2, 'A'],
    ['AABBA?BB', 4, 'A'],
  ])('%s repeats by %i, and %s is missing', (text, unit, missing) => {
    expect([unitOf(row(text)), nextOf(row(text))]).toEqual([unit, missing])
  })
  it('is none where nothing repeats, and none is made up', () => {
    expect(unitOf(row('ABCDEFG?'))).toBeUndefined()
    expect(nextOf(row('ABCDE?'))).toBeUndefined()
    // Seen once only, a unit is no law.
    expect(nextOf(row('ABCD?'))).toBeUndefined()
  })
  it('grows by the same step, up or down', () => {
    expect(stepOf([1, 3, 5, 7, null])).toBe(2)
    expect(stepOf([9, null, 7, 6, 5])).toBe(-1)
    expect(stepOf([2, 2, 2, null])).toBeUndefined()
    expect(stepOf([1, 2, 4, null])).toBeUndefined()
  })
})

const repeats = (all: readonly unknown[]) =>
  [1, 2, 3, 4].some(
    (length) => length <= all.length / 2 && all.every((one, at) => at < length || one === all[at - length]),
  )

/** Every law that a row of this game may have, tried on a row without a gap; written apart from the rules. */
const isLawful = (things: readonly Thing[]): boolean => {
  const counts = things.map(({ count }) => count)
  const steps = new Set(counts.slice(1).map((count, at) => count - (counts[at] ?? 0)))
  return repeats(things.map(({ picture }) => picture)) && (repeats(counts) || steps.size === 1)
}
const isLatin = (things: readonly Thing[]): boolean =>
  [(thing: Thing) => thing.picture, (thing: Thing) => thing.count].every((of) =>
    [0, 1, 2].every((line) => {
      const lines = [
        [0, 1, 2].map((at) => things[line * 3 + at]),
        [0, 1, 2].map((at) => things[at * 3 + line]),
      ]
      return lines.every((three) => new Set(three.map((thing) => thing && of(thing))).size === 3)
    }),
  )

describe.each(levels.map(({ id }) => id))('%s', (level) => {
  it('has exactly one choice that keeps the law, and it is the answer', () => {
    const random = seededRandom(5)
    for (let made = 0; made < 2000; made += 1) {
      const { places, choices } = makePuzzle(level, random)
      const filled = (choice: Thing) => places.map((place) => place ?? choice)
      const lawful = choices.filter((choice) => (level === 'square' ? isLatin : isLawful)(filled(choice)))
      const missing = level === 'square' ? missingInSquare(places) : missingInRow(places)
      expect(lawful, JSON.stringify(places)).toEqual([missing])
      expect(new Set(choices.map(({ picture, count }) => `${picture} ${count}`)).size).toBe(4)
    }
  })
})

it('does not take a row that has no answer among its choices', () => {
  const exercise = patterns.next(patterns.readState(null, 'square'), seededRandom(1), {
    grade: null,
    term: 1,
    inRound: [],
    seen: [],
  })
  const answer = patterns.solve(exercise)
  const without = exercise.choices.map((choice, at) =>
    at === answer ? { picture: 'apple', count: 9 } : choice,
  )
  expect(patterns.readExercise({ ...exercise, choices: without })).toBeNull()
  expect(patterns.readExercise(exercise)).toEqual(exercise)
})
