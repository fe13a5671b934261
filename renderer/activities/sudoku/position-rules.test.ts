import { describe, expect, it } from 'vitest'
import { shapeOf } from '#core/learning/sudoku/shape-rules.ts'
import { helpFrom, note, notedAt, positionIn, put } from './position-rules.ts'

// 1 2 3 4
// 3 4 . 2
// 2 1 4 3
// 4 3 . .
const given = Array.from('1234340221434300', Number)
const puzzle = { size: 4, given } as const
const start = positionIn(null, puzzle)

describe('a position', () => {
  it('takes a value, and the same value again takes it away; given ones stay', () => {
    const one = put(start, puzzle, 6, 1)
    expect(one.cells[6]).toBe(1)
    expect(put(one, puzzle, 6, 1)).toEqual(start)
    expect(put(start, puzzle, 0, 4)).toEqual(start)
  })
  it('notes what may be, and a value clears its notes around', () => {
    const noted = note(note(start, 14, 1), 14, 2)
    expect(notedAt(noted, 14, 4)).toEqual([1, 2])
    expect(notedAt(note(noted, 14, 2), 14, 4)).toEqual([1])
    expect(notedAt(put(noted, puzzle, 15, 1), 14, 4)).toEqual([2])
    expect(notedAt(put(noted, puzzle, 14, 2), 14, 4)).toEqual([])
    expect(note(start, 0, 2)).toEqual(start)
  })
  it('comes back as it was kept, and from nothing where that cannot be believed', () => {
    const one = note(put(start, puzzle, 6, 1), 14, 2)
    expect(positionIn(JSON.parse(JSON.stringify(one)), puzzle)).toEqual(one)
    for (const kept of [null, 7, [], {}, { cells: [1], maybe: [] }, { ...one, cells: one.cells.with(3, 9) }])
      expect(positionIn(kept, puzzle)).toEqual(start)
    expect(positionIn({ ...one, cells: one.cells.with(0, 2) }, puzzle).cells[0]).toBe(1)
  })
})

describe('help', () => {
  it('shows the last gap of a unit, and nothing when all is there', () => {
    const help = helpFrom(start, puzzle)
    expect(help).toMatchObject({ kind: 'step', unit: 'row', technique: 'last', at: 6, value: 1 })
    expect(help?.look).toEqual(shapeOf(4).units[1])
    const full = [6, 14, 15].reduce((now, at, index) => put(now, puzzle, at, [1, 2, 1][index] ?? 0), start)
    expect(helpFrom(full, puzzle)).toBeUndefined()
  })
  it('asks to think again about a value that cannot stay, before anything else', () => {
    expect(helpFrom(put(start, puzzle, 14, 1), puzzle)).toMatchObject({ kind: 'think', at: 14 })
  })
})
