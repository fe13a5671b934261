import { assert, property, array, constantFrom, nat, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shapeOf } from '#core/learning/sudoku/shape-rules.ts'
import {
  helpFrom, MOST_MOVES, moveFrom, movesIn, note, notedAt, positionIn, put, takenBack, type Move,
} from './position-rules.ts' // prettier-ignore

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

describe('moves', () => {
  const presses = array(record({ kind: constantFrom('put', 'note'), at: nat(15), value: nat(3) }))
  it('are all taken back after a crash, one by one', () => {
    assert(
      property(presses, (pressed) => {
        const positions = [start]
        let moves: readonly Move[] = []
        for (const { kind, at, value } of pressed) {
          const now = positions.at(-1)!
          const next = kind === 'put' ? put(now, puzzle, at, value + 1) : note(now, at, value + 1)
          const move = moveFrom(now, next)
          if (move.length === 0 || given[at]) continue
          positions.push(next)
          moves = [...moves, move]
        }
        const kept: unknown = JSON.parse(JSON.stringify({ ...positions.at(-1), moves }))
        let position = positionIn(kept, puzzle)
        for (const move of movesIn(kept, puzzle).toReversed()) {
          expect(position).toEqual(positions.pop())
          position = takenBack(position, move)
        }
        expect(positions).toEqual([start])
        expect(position).toEqual(start)
      }),
      { numRuns: 150 },
    )
  })
  it('that cannot be believed are none: a given place, a value that is none, too many', () => {
    const one: Move = [[6, 0, 0]]
    expect(movesIn({ moves: [one] }, puzzle)).toEqual([one])
    for (const move of [[[0, 0, 0]], [[6, 5, 0]], [[6, 0]], [], 7, [[99, 0, 0]], [[6, -1, 0]]])
      expect(movesIn({ moves: [one, move] }, puzzle)).toEqual([])
    expect(movesIn({ moves: Array.from({ length: MOST_MOVES + 1 }, () => one) }, puzzle)).toEqual([])
    for (const kept of [null, 3, {}, { moves: 'x' }]) expect(movesIn(kept, puzzle)).toEqual([])
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
