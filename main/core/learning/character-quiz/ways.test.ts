import { expect, it } from 'vitest'
import { seededRandom } from '../random-rules.ts'
import { byHalfYear, type HalfYear } from '../characters/order-rules.ts'
import { pictures } from '../characters/picture-rules.ts'
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

/** A reading without its tone, letter by letter. */
const toneless = (reading: string): string => {
  const marked = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ'
  return Array.from(reading, (letter) => {
    const at = marked.indexOf(letter)
    return at < 0 ? letter : ['a', 'e', 'i', 'o', 'u', 'ü'][Math.floor(at / 4)]
  }).join('')
}

it.each(characterQuiz.levels.map(({ id }) => id))(
  '%s: one of four is meant, of this half-year; no other sounds like it or has its picture',
  (id) => {
    const random = seededRandom(5)
    const state = characterQuiz.readState(null, id)
    const ofHalf = new Set(byHalfYear[id as HalfYear].map(({ key }) => key))
    const places = [0, 0, 0, 0]
    for (let made = 0; made < 2000; made += 1) {
      const asking = { grade: null, term: 1, inRound: [], seen: [] } as const
      const { key, choices, way } = characterQuiz.next(state, random, asking)
      const meant = choices.flatMap((choice, at) => (choice.key === key ? [at] : []))
      const told = `${way} ${key}: ${choices.map((choice) => choice.key).join()}`
      expect([choices.length, meant.length], told).toEqual([4, 1])
      expect(
        choices.every((choice) => ofHalf.has(choice.key)),
        told,
      ).toBe(true)
      expect(new Set(choices.map(({ character }) => character)).size, told).toBe(4)
      expect(new Set(choices.map(({ pinyin }) => toneless(pinyin))).size, told).toBe(4)
      const drawn = choices.flatMap((choice) => pictures[choice.key] ?? [])
      if (way === 'picture') expect(new Set(drawn).size, told).toBe(drawn.length)
      places[meant[0] ?? 0]! += 1
    }
    // Wherever it lies: a child who always taps the first learns nothing by it.
    for (const often of places) expect(often).toBeGreaterThan(400)
  },
)
