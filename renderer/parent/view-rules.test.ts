import { describe, expect, it } from 'vitest'
import { states } from './gallery/gallery-page.ts'
import { deviceName } from './browser-rules.ts'
import { minutesOf, tokenIn, viewOf, whenOf } from './view-rules.ts'

const is = (name: string): string => {
  const view = viewOf(states[name]!)
  return view.is === 'trouble' ? `trouble ${view.what}` : view.is
}

describe('what the page shows', () => {
  it.each([
    ['invited', 'invited'],
    ['waiting', 'waiting'],
    ['join', 'join'],
    ['ringing', 'join'],
    ['joining', 'connecting'],
    ['connecting', 'connecting'],
    ['call', 'call'],
    ['voice', 'call'],
    ['lost', 'call'],
    ['ended', 'ended'],
    ['messages', 'messages'],
    ['record', 'record'],
    ['used', 'trouble used'],
    ['wrong-browser', 'trouble wrong-browser'],
    ['offline', 'trouble offline'],
    ['server', 'trouble server'],
    ['microphone-refused', 'trouble microphone-refused'],
  ])('%s: %s', (name, view) => expect(is(name)).toBe(view))

  it('never takes a call off the screen because the network or the server went', () => {
    for (const name of ['call', 'voice', 'lost'])
      expect(viewOf({ ...states[name]!, isOnline: false, isServerThere: false }).is).toBe('call')
  })
  it('does not throw a recording away for a ring that ended', () => {
    const recording = {
      at: 'going',
      kind: 'voice',
      seconds: 3,
      rests: false,
      isSilent: false,
      isUnseen: false,
    } as const
    expect(viewOf({ ...states['ended-missed']!, recording }).is).toBe('record')
  })
  it('says that the browser cannot before the link is spent', () =>
    expect(is('wrong-browser')).toBe('trouble wrong-browser'))
})

describe('small rules', () => {
  it('takes a token only in its own form', () => {
    const token = 'A'.repeat(43)
    expect(tokenIn(`#${token}`)).toBe(token)
    for (const other of ['', '#', `#${token}x`, `#${token.slice(1)}`, `?${token}`, `#${'<'.repeat(43)}`])
      expect(tokenIn(other)).toBeNull()
  })
  it('counts minutes as people do', () =>
    expect([20_000, 40_000, 89_000, 91_000, 754_000].map(minutesOf)).toEqual([null, 1, 1, 2, 13]))
  it('names days as people do', () => {
    const now = new Date(2026, 10, 22, 0, 30).getTime()
    expect(whenOf(now - 10 * 60_000, now).key).toBe('today')
    expect(whenOf(now - 3_600_000, now).key).toBe('yesterday')
    expect(whenOf(now - 3 * 86_400_000, now)).toEqual({
      key: 'day',
      facts: { time: '00:30', month: '11', day: '19' },
    })
  })
  it('names a device by what its browser says anyway', () => {
    expect(
      deviceName('Mozilla/5.0 (Linux; Android 9; V1818A Build/PKQ1) AppleWebKit MicroMessenger/8.0'),
    ).toBe('Android V1818A · 微信')
    expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 14_4 like Mac OS X)')).toBe('iPhone')
    expect(deviceName('').length).toBeGreaterThan(0)
  })
})
