import { expect, it } from 'vitest'
import { rangeOf } from './range-rules.ts'

it('reads the one range that a player asks for, and answers anything else by the whole', () => {
  expect(rangeOf('bytes=0-', 10)).toEqual({ from: 0, to: 9 })
  expect(rangeOf('bytes=3-5', 10)).toEqual({ from: 3, to: 5 })
  expect(rangeOf('bytes=3-500', 10)).toEqual({ from: 3, to: 9 })
  expect(rangeOf('bytes=-4', 10)).toEqual({ from: 6, to: 9 })
  expect(rangeOf('bytes=-40', 10)).toEqual({ from: 0, to: 9 })
  expect(rangeOf('bytes=10-', 10)).toBe('none')
  expect(rangeOf('bytes=-0', 10)).toBe('none')
  expect(rangeOf('bytes=0-', 0)).toBe('none')
  for (const whole of [null, '', 'bytes=-', 'bytes=5-3', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=a-b'])
    expect(rangeOf(whole, 10)).toBeUndefined()
})
