import { expect, it } from 'vitest'
import { coinsIn, nextPlace, placed } from './coin-rules.ts'

it('a coin goes round by taps, and lies where it was put', () => {
  expect(nextPlace(nextPlace(nextPlace('table')))).toBe('table')
  expect(placed(['left', 'table', 'left', 'right'], 'left')).toEqual([0, 2])
})

it('weighings come back as they were kept, and none where they cannot be believed', () => {
  const task = { kind: 'coins', coins: 9, weighings: 2, odd: 'heavy' } as const
  const kept = [{ left: [0, 1, 2], right: [3, 4, 5] }]
  expect(coinsIn(kept, task)).toEqual(kept)
  expect(coinsIn([...kept, ...kept, ...kept], task)).toHaveLength(2)
  for (const other of [null, {}, [7], [{ left: [9], right: [] }], [{ left: 'x', right: [] }]])
    expect(coinsIn(other, task)).toEqual([])
})
