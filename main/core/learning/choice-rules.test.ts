import { expect, it } from 'vitest'
import { absurd } from './any-answer.fixture.ts'
import { judgedChoice } from './choice-rules.ts'

const cards = ['a', 'b', 'c']

it('judges a place among the cards, and takes nothing else for an answer', () => {
  expect([0, 1, 2].map((place) => judgedChoice(place, cards, 1).check)).toEqual(['wrong', 'right', 'wrong'])
  const others = [...absurd, 3, -1, 0.5, '1', [1]].filter((one) => ![0, 1, 2].includes(one as number))
  for (const one of others) expect(judgedChoice(one, cards, 1)).toEqual({ check: 'nothing' })
})
