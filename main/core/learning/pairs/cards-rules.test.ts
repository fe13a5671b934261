import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random-rules.ts'
import { pairs } from './activity-rules.ts'
import { dealCards, levels, type Face } from './cards-rules.ts'

/** What a face is worth, told apart from how it was made. */
function worth(face: Face): string {
  if (face.kind === 'picture') return face.picture
  if (face.kind === 'dots') return `${face.count}`
  const [, one = '', sign = '', other = ''] = /^(\d+)(?:([＋×])(\d+))?$/u.exec(face.text) ?? []
  return `${sign === '＋' ? Number(one) + Number(other) : sign === '×' ? Number(one) * Number(other) : Number(one)}`
}

describe.each(levels.map(({ id }) => id))('%s', (level) => {
  it('deals each worth to one pair, and to no other', () => {
    const random = seededRandom(3)
    for (let deal = 0; deal < 3000; deal += 1) {
      const cards = dealCards(level, random)
      const byPair = new Map<number, Set<string>>()
      for (const { pair, face } of cards) byPair.set(pair, (byPair.get(pair) ?? new Set()).add(worth(face)))
      const worths = [...byPair.values()].map((all) => [...all])
      expect(worths.every((all) => all.length === 1)).toBe(true)
      expect(new Set(worths.flat()).size).toBe(cards.length / 2)
    }
  })
})

it('goes on until all are found, and takes no pair that is not there', () => {
  const asking = { grade: null, term: 1, inRound: [], seen: [] } as const
  const exercise = pairs.next(pairs.readState(null, 'three'), seededRandom(2), asking)
  expect(pairs.check(exercise, [0, 1]).check).toBe('partly')
  expect(pairs.check(exercise, [0, 1, 7]).check).toBe('partly')
  expect(pairs.check(exercise, [0, 0, 0]).check).toBe('partly')
  expect(pairs.check(exercise, [2, 0, 1]).check).toBe('right')
  expect(pairs.readExercise({ ...exercise, cards: exercise.cards.slice(1) })).toBeNull()
})
