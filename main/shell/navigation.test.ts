import { describe, expect, it } from 'vitest'
import { isCallLine, isOurs } from './navigation.ts'

describe('what a window loads', () => {
  it('is ours', () => {
    for (const url of [
      'app://pupil/x.js',
      'app://staff/',
      'app://pack/a/b.png',
      'blob:app://pupil/1',
      'data:,',
    ])
      expect(isOurs(url), url).toBe(true)
    for (const url of [
      'https://pupil/',
      'app://pupil.evil/',
      'app://pupil@evil/',
      'file:///etc/passwd',
      'ws://a/',
    ])
      expect(isOurs(url), url).toBe(false)
  })

  it('or a socket of the child’s window to the proxy of the call server, and no other', () => {
    const proxy = 'wss://calls.example:7443'
    expect(isCallLine('wss://calls.example:7443/', 'app://pupil/', proxy)).toBe(true)
    expect(isCallLine('wss://calls.example:7443/', 'app://pupil/', null)).toBe(false)
    expect(isCallLine('wss://calls.example:7443/', 'app://staff/', proxy)).toBe(false)
    expect(isCallLine('wss://calls.example:7443/', undefined, proxy)).toBe(false)
    for (const url of [
      'https://calls.example:7443/',
      'ws://calls.example:7443/',
      'wss://calls.example/',
      'wss://calls.example:7443.evil/',
      'wss://evil/?wss://calls.example:7443/',
      'nothing',
    ])
      expect(isCallLine(url, 'app://pupil/', proxy), url).toBe(false)
  })
})
