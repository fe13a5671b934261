import { expect, it } from 'vitest'
import { mixedLadder } from './mixed-ladder-rules.ts'
import { seededRandom } from './random-rules.ts'

const letters = mixedLadder({
  levels: [
    { id: 'a-few', grade: 1, has: 'abc' },
    { id: 'more', grade: 2, has: 'abcdef' },
  ],
  itemBy: ({ has }, random) => has.charAt(Math.floor(random() * has.length)),
  holds: ({ has }, item) => item.length === 1 && has.includes(item),
  make: ({ id }, item, mix) => ({ shown: `${id} ${item} ${mix}` }),
})
const { mixed, madeOf } = letters
const asking = { grade: null, term: 1, inRound: [], seen: [] } as const

it('asks for items of the level alone, each laid out by a mix of its own, and reads back what it asked', () => {
  const random = seededRandom(11)
  const asked = Array.from({ length: 60 }, () => mixed.next({ level: 'a-few' }, random, asking))
  expect(new Set(asked.map(({ key }) => key))).toEqual(new Set(['a-few a', 'a-few b', 'a-few c']))
  expect(new Set(asked.map(({ mix }) => mix)).size).toBeGreaterThan(50)
  for (const one of asked) expect(mixed.readExercise(JSON.parse(JSON.stringify(one)))).toEqual(one)
})

it('refuses a kept item of another level, a mix that is none, and what is not one of its own', () => {
  const good = { key: 'a-few a', level: 'a-few', mix: 7 }
  expect(mixed.readExercise(good)).toEqual(good)
  for (const kept of [
    { ...good, key: 'a-few f' },
    { ...good, level: 'more' },
    { ...good, level: 'none' },
    { ...good, key: 7 },
    { ...good, mix: 10_000 },
    { ...good, mix: -1 },
    { ...good, mix: 0.5 },
    'a-few a',
    null,
  ])
    expect(mixed.readExercise(kept), JSON.stringify(kept)).toBeNull()
})

it('brings an old item back laid out anew, and shows the same for the same exercise', () => {
  const random = seededRandom(3)
  const old = { key: 'more e', level: 'more', exercise: null }
  const again = [mixed.again(old, random), mixed.again(old, random)]
  expect(again.map((one) => one?.key)).toEqual(['more e', 'more e'])
  expect(again[0]?.mix).not.toBe(again[1]?.mix)
  const exercise = { key: 'more e', level: 'more', mix: 42 }
  expect(madeOf(exercise)).toEqual({ shown: 'more e 42' })
  expect(madeOf(exercise)).toBe(madeOf(exercise))
  expect(() => madeOf({ ...exercise, level: 'none' })).toThrow('none')
})
