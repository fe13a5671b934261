import { describe, expect, it } from 'vitest'
import type { Maze } from '#core/learning/mazes/maze-rules.ts'
import { followed, stepTo, wayIn } from './walker-rules.ts'

// S . .   The first row is open, and down at its end; a dead end below the start.
// . | .
// . | G
const maze: Maze = {
  columns: 3,
  rows: 3,
  open: [3, 1, 2, 2, 0, 2, 0, 0, 0],
  start: 0,
  goal: 8,
  things: [],
  door: null,
}

describe('a walker', () => {
  it('steps where it is open', () => {
    expect(stepTo(maze, [0], 'right')).toEqual([0, 1])
    expect(stepTo(maze, [0], 'down')).toEqual([0, 3])
    expect(stepTo(maze, [0], 'left')).toBeUndefined()
    expect(stepTo(maze, [0, 1], 'down')).toBeUndefined()
  })
  it('follows a finger along a corridor and round a near corner, never through a wall', () => {
    expect(followed(maze, [0], 2)).toEqual([0, 1, 2])
    expect(followed(maze, [0, 1], 5)).toEqual([0, 1, 2, 5])
    expect(followed(maze, [0], 8)).toEqual([0])
    expect(followed(maze, [0, 1], 4)).toEqual([0, 1])
    expect(followed(maze, [0, 1, 2, 5, 8], 2)).toEqual([0, 1, 2])
  })
  it('comes back to where it was, as far as that can be walked', () => {
    expect(wayIn(maze, [0, 1, 2])).toEqual([0, 1, 2])
    expect(wayIn(maze, [0, 1, 4])).toEqual([0, 1])
    for (const kept of [null, {}, 'x', [], ['a', 'b']]) expect(wayIn(maze, kept)).toEqual([0])
  })
})
