import { describe, expect, it } from 'vitest'
import { parseScreens, screenAt } from './screens.ts'

describe('HOST_SCREENS', () => {
  it('puts displays side by side', () => {
    expect(parseScreens('1366x768, 1024x768')).toEqual([
      { x: 0, y: 0, width: 1366, height: 768 },
      { x: 1366, y: 0, width: 1024, height: 768 },
    ])
  })

  it('has one display by default', () => {
    expect(parseScreens(undefined)).toHaveLength(1)
    expect(parseScreens('')).toHaveLength(1)
  })

  it('refuses anything else', () => {
    for (const text of ['1366', '1366x', '0x0', '1366x768;1024x768'])
      expect(() => parseScreens(text)).toThrow('HOST_SCREENS')
  })

  it('finds the display of a point, or the nearest', () => {
    const screens = parseScreens('1366x768,1024x768')
    expect(screenAt(screens, { x: 1365, y: 700 })).toBe(0)
    expect(screenAt(screens, { x: 1366, y: 0 })).toBe(1)
    expect(screenAt(screens, { x: 9999, y: -50 })).toBe(1)
  })
})
