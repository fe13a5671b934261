import { describe, expect, it } from 'vitest'
import { bridgeOf } from './call-rules.ts'

describe('the bridge', () => {
  it('loses planks with the link and keeps its words', () => {
    expect(bridgeOf({ at: 'talking', shown: 'video', quality: 7 })).toEqual({
      planks: 7,
      carries: 'video',
      words: 'good',
    })
    expect(bridgeOf({ at: 'talking', shown: 'video', quality: 2 }).words).toBe('weak')
  })
  it('turns for a voice alone, and stays to be walked on', () =>
    expect(bridgeOf({ at: 'talking', shown: 'voice', quality: 0 })).toEqual({
      planks: 3,
      carries: 'voice',
      words: 'voice',
    }))
  it('is gone while the link is mended', () =>
    expect(bridgeOf({ at: 'recovering', shown: 'video', since: 0 }).words).toBe('back'))
})
