import { describe, expect, it } from 'vitest'
import type { Ended } from './activity-rules.ts'
import { ladder } from './ladder-rules.ts'

const levels = [
  { id: 'ab', grade: 1 },
  { id: 'abc', grade: 2 },
  { id: 'gap', grade: 4 },
]
const { begin, readState, advance, stamps } = ladder(levels, { up: 3, down: 2 })
const after = (from: string, ...happened: Ended[]) =>
  happened.reduce(
    (state, how) =>
      advance(state, { exercise: { key: 'x', level: state.level }, how, from: 'level', answer: null }),
    readState(null, from),
  ).level

describe('a ladder', () => {
  it('begins at the child’s grade, else below it, else at its foot', () => {
    expect([1, 2, 3, 4, 6].map((grade) => begin({ grade }).level)).toEqual(['ab', 'abc', 'abc', 'gap', 'gap'])
    expect(begin({ grade: null }).level).toBe('ab')
    expect(begin({ grade: 0 }).level).toBe('ab')
  })
  it('goes up after some alone in a row, down after some shown, and stands still after help', () => {
    expect(after('ab', 'alone', 'alone', 'alone')).toBe('abc')
    expect(after('ab', 'alone', 'alone', 'helped', 'alone')).toBe('ab')
    expect(after('abc', 'shown', 'shown')).toBe('ab')
    expect(after('abc', 'shown', 'helped', 'shown')).toBe('abc')
  })
  it('counts anew on each rung, and ends at both ends', () => {
    expect(after('ab', 'alone', 'alone', 'alone', 'alone', 'alone')).toBe('abc')
    expect(after('gap', 'alone', 'alone', 'alone')).toBe('gap')
    expect(after('ab', 'shown', 'shown', 'shown')).toBe('ab')
  })
  it('reads whatever was kept', () => {
    expect(readState({ recent: ['alone', 7, 'shown'] }, 'abc')).toEqual({
      version: 1,
      level: 'abc',
      recent: ['alone', 'shown'],
    })
    expect(readState('rubbish', 'no such level').level).toBe('ab')
  })
  it('lets the book of mistakes and another level’s exercise change nothing', () => {
    const state = readState(null, 'abc')
    const exercise = { key: 'x', level: 'abc' }
    expect(advance(state, { exercise, how: 'shown', from: 'book', answer: null })).toBe(state)
    expect(
      advance(state, { exercise: { ...exercise, level: 'ab' }, how: 'shown', from: 'level', answer: null }),
    ).toBe(state)
  })
  it('stamps what was alone as often as goes up, also on the highest rung; nothing out of the book', () => {
    const exercise = { key: 'x', level: 'gap' }
    const result = { exercise, how: 'alone', from: 'level', answer: null } as const
    const before = readState({ recent: ['shown', 'alone', 'alone'] }, 'gap')
    const given = (from: typeof before, what: Parameters<typeof advance>[1]) =>
      stamps(from, advance(from, what), what)
    expect(given(before, result)).toEqual([{ stamp: 'gap', facts: { inARow: 3 } }])
    expect(given(readState({ recent: ['alone'] }, 'gap'), result)).toEqual([])
    for (const other of [
      { ...result, how: 'helped' as const },
      { ...result, from: 'book' as const },
      { ...result, exercise: { ...exercise, level: 'abc' } },
    ])
      expect(given(before, other)).toEqual([])
  })
})
