import { array, assert, constantFrom, integer, nat, property, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeLetters } from './letters-rules.ts'

const letter = constantFrom(...Array.from('ABCDEFGHJKLMNOPQRSTWXYZ'))
const letters = uniqueArray(letter)
  .map((all) => all.toSorted())
  .chain((all) =>
    array(nat(40), { minLength: all.length, maxLength: all.length }).map((counts) =>
      all.map((name, index) => ({ letter: name, children: counts[index] ?? 0 })),
    ),
  )

describe('letters that share a button', () => {
  it('keeps each letter alone where there is room', () => {
    expect(mergeLetters([{ letter: 'C', children: 1 }, { letter: 'D', children: 2 }], 9)).toEqual([['C'], ['D']]) // prettier-ignore
  })

  it('joins the neighbours with the fewest children first', () => {
    const some = Object.entries({ C: 20, D: 2, F: 1, G: 3, H: 9, K: 1 })
    const merged = mergeLetters(some.map(([name, children]) => ({ letter: name, children })), 4) // prettier-ignore
    expect(merged).toEqual([['C'], ['D', 'F'], ['G'], ['H', 'K']])
  })

  it('loses no letter, keeps their order and never makes more buttons than there is room for', () => {
    assert(
      property(letters, integer({ min: 1, max: 23 }), (all, most) => {
        const groups = mergeLetters(all, most)
        expect(groups.flat()).toEqual(all.map((each) => each.letter))
        expect(groups.length).toBeLessThanOrEqual(Math.max(1, most))
      }),
    )
  })

  it('makes groups of about the same size', () => {
    assert(
      property(letters, integer({ min: 6, max: 16 }), (all, most) => {
        const sizes = mergeLetters(all, most).map((group) => group.length)
        expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(2 * Math.ceil(all.length / most))
      }),
    )
  })
})
