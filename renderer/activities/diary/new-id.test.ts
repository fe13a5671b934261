import { describe, expect, it } from 'vitest'
import { id } from '#contract/people.ts'
import { newId } from './new-id.ts'

describe('an id made in the window', () => {
  it('is a UUIDv7 that main takes, in the order of time, never twice', () => {
    const made = Array.from({ length: 1000 }, (_, index) => newId(1_790_000_000_000 + index))
    for (const one of made) {
      expect(id.safeParse(one).success).toBe(true)
      expect(one[14]).toBe('7')
    }
    expect(made.toSorted()).toEqual(made)
    expect(new Set(made).size).toBe(1000)
  })
})
