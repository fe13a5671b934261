import { expect, it } from 'vitest'
import type { Asking } from './activity-rules.ts'
import { keyed } from './keyed-rules.ts'
import { seededRandom } from './random-rules.ts'

const letters = keyed({
  make: (_, random) => 'abcdef'.charAt(Math.floor(random() * 6)),
  exerciseOf: (level, key) => (/^[a-f]$/.test(key) ? { level, key } : null),
})

const asking = (inRound: readonly string[], seen: readonly string[]): Asking => ({
  grade: null,
  term: 1,
  inRound,
  seen,
})

it('asks what was not asked lately, then what is not in this round, and never stops for want of a new one', () => {
  const random = seededRandom(5)
  for (let times = 0; times < 50; times += 1) {
    const next = (inRound: string, seen: string) =>
      letters.next({ level: 'one' }, random, asking(inRound.split(''), seen.split(''))).key
    expect(next('ab', 'abcde')).toBe('f')
    expect('ef').toContain(next('abcd', 'abcdef'))
    expect('abcdef').toContain(next('abcdef', 'abcdef'))
  }
})

it('makes a kept exercise anew from its key, whatever else was kept with it', () => {
  expect(letters.readExercise({ level: 'one', key: 'c', answer: 'other' })).toEqual({
    level: 'one',
    key: 'c',
  })
  expect(letters.again({ level: 'one', key: 'c', exercise: 'other' })).toEqual({ level: 'one', key: 'c' })
  for (const kept of [null, 'c', { level: 'one' }, { level: 1, key: 'c' }, { level: 'one', key: 'x' }])
    expect(letters.readExercise(kept)).toBeNull()
})
