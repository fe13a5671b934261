import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random-rules.ts'
import { characters } from './activity-rules.ts'
import { units } from './unit-rules.ts'

const random = seededRandom(1)
const [first] = units
const keys = first!.items.slice(0, 8).map(({ key }) => key)
const asking = { grade: 1, term: 1, inRound: [], seen: [] } as const
const state = characters.readState({ known: keys.slice(0, 3) }, first!.id)

describe('the stones of a lesson', () => {
  it('are known where they were written by heart, and say who comes back today', () => {
    const { key, lesson } = characters.next(state, random, { ...asking, coming: [keys[1]!, keys[5]!] })
    expect(key).toBe(keys[3])
    expect(lesson.map((stone) => stone.key)).toEqual(keys)
    expect(lesson.filter(({ known }) => known).map((stone) => stone.key)).toEqual(keys.slice(0, 3))
    expect(lesson.filter(({ returns }) => returns).map((stone) => stone.key)).toEqual([keys[1], keys[5]])
  })

  it('stay known and coming while one out of the book is written, and over a crash', () => {
    const old = { key: keys[0]!, level: first!.id, exercise: null }
    const exercise = characters.again(old, random, { state, coming: [keys[2]!] })!
    expect(exercise.lesson.map(({ known, returns }) => [known, returns])).toEqual([
      [false, false],
      [true, false],
      [true, true],
      ...Array.from({ length: 5 }, () => [false, false]),
    ])
    expect(characters.readExercise(JSON.parse(JSON.stringify(exercise)))).toEqual(exercise)
  })
})

it('a character on paper is written after one that shows which of the many of its sound is meant', () => {
  const exercise = characters.next(state, random, asking)
  const [sound, grid] = characters.print(exercise)?.ask ?? []
  expect(sound).toEqual({ kind: 'text', text: exercise.pinyin })
  expect(grid).toEqual({ kind: 'grid', characters: [exercise.character, '', '', ''] })
})
