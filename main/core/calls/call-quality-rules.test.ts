import { describe, expect, it } from 'vitest'
import type { CallQuality } from '#contract/calls.ts'
import { linkWord } from './call-quality-rules.ts'

const fine: CallQuality = {
  lossShare: 0.01,
  concealedShare: 0.01,
  frozenShare: 0,
  voiceShare: 0,
  roundTripMs: 80,
  worstRoundTripMs: 300,
  longestCutMs: 0,
  cuts: 0,
  worstFrameAgeMs: 90,
  firstFrameMs: 700,
  restarts: 0,
  route: 'host/udp',
}
const word = (wish: Partial<CallQuality>) =>
  linkWord({ end: 'hung-up', lengthMs: 60_000, quality: { ...fine, ...wish } })

describe('the link of a call in a word', () => {
  it('is good while nobody notices anything', () => {
    expect(word({})).toBe('good')
    expect(word({ roundTripMs: null })).toBe('good')
  })
  it.each<Partial<CallQuality>>([
    { lossShare: 0.05 },
    { concealedShare: 0.05 },
    { frozenShare: 0.2 },
    { voiceShare: 0.5 },
    { longestCutMs: 12_000 },
    { roundTripMs: 900 },
  ])('is fair with %o', (wish) => expect(word(wish)).toBe('fair'))
  it.each<Partial<CallQuality>>([{ concealedShare: 0.2 }, { longestCutMs: 30_000 }])(
    'is poor with %o',
    (wish) => expect(word(wish)).toBe('poor'),
  )
  it('is poor where it tore the call, and nothing where nobody talked', () => {
    expect(linkWord({ end: 'link-lost', lengthMs: 5000, quality: fine })).toBe('poor')
    expect(linkWord({ end: 'no-answer', lengthMs: 0, quality: null })).toBeNull()
    expect(linkWord({ end: 'power-cut', lengthMs: 5000, quality: null })).toBeNull()
  })
})
