import { expect, it } from 'vitest'
import { seededRandom } from '../random-rules.ts'
import { characterQuiz, ways } from './activity-rules.ts'

it('a character is found by its sound, a picture and a word, at each half-year', () => {
  for (const { id } of characterQuiz.levels) {
    const random = seededRandom(2)
    const state = characterQuiz.readState(null, id)
    const asked = Array.from(
      { length: 400 },
      () => characterQuiz.next(state, random, { grade: null, term: 1, inRound: [], seen: [] }).way,
    )
    expect(new Set(asked), id).toEqual(new Set(ways))
  }
})
