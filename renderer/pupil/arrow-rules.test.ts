import { describe, expect, it } from 'vitest'
import { nearest } from './arrow-rules.ts'

/** A grid of 3 columns and 2 rows of 60 px boxes, 20 px between. */
const grid = Array.from({ length: 6 }, (_, index) => {
  const left = (index % 3) * 80
  const top = Math.floor(index / 3) * 80
  return { left, right: left + 60, top, bottom: top + 60 }
})

describe('arrow keys', () => {
  it('begin at the first button', () => {
    expect(nearest(grid, -1, 'down')).toBe(0)
    expect(nearest([], -1, 'down')).toBe(-1)
  })

  it('keep to the row and the column', () => {
    expect(nearest(grid, 0, 'right')).toBe(1)
    expect(nearest(grid, 1, 'right')).toBe(2)
    expect(nearest(grid, 1, 'down')).toBe(4)
    expect(nearest(grid, 5, 'up')).toBe(2)
    expect(nearest(grid, 5, 'left')).toBe(4)
  })

  it('stop at the edge', () => {
    expect(nearest(grid, 2, 'right')).toBe(-1)
    expect(nearest(grid, 0, 'up')).toBe(-1)
  })

  it('reach a button that lies on another from above, and leave it upwards', () => {
    const doors = [0, 100].flatMap((left) => [
      { left, right: left + 80, top: 0, bottom: 200 },
      { left: left + 50, right: left + 75, top: 160, bottom: 190 },
    ])
    expect(nearest(doors, 0, 'right')).toBe(2)
    expect(nearest(doors, 0, 'down')).toBe(1)
    expect(nearest(doors, 1, 'right')).toBe(2)
    expect(nearest(doors, 1, 'up')).toBe(0)
  })

  it('find what lies below although it does not lie in the column', () => {
    const wide = { left: 300, right: 360, top: 200, bottom: 260 }
    expect(nearest([...grid, wide], 3, 'down')).toBe(6)
  })
})
