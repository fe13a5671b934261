import { expect, test } from 'vitest'
import { fresh } from './fresh-rules.ts'

/** Makes the exercises of these keys in turn, again and again. */
function inTurn(...keys: readonly string[]) {
  let at = -1
  return () => {
    at += 1
    return { key: keys[at % keys.length] ?? '', level: 'one' }
  }
}

test('draws on until an exercise was asked neither in this round nor lately', () => {
  expect(fresh(inTurn('a', 'b', 'c'), { inRound: ['a'], seen: ['b'] }).key).toBe('c')
})

test('takes one that was asked lately before one of this round', () => {
  expect(fresh(inTurn('a', 'b'), { inRound: ['a'], seen: ['a', 'b'] }).key).toBe('b')
})

test('asks one twice where there is no other, and ends', () => {
  let draws = 0
  const one = inTurn('a')
  const made = fresh(() => ((draws += 1), one()), { inRound: ['a'], seen: [] }, 5)
  expect([made.key, draws]).toEqual(['a', 11])
})
