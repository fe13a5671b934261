import { describe, expect, it } from 'vitest'
import type { Sample } from './quality-rules.ts'
import { createMediaWatch } from './watch.ts'

const sample = (at: number, bytes: number, framesDecoded: number): Sample => ({
  at,
  bytes,
  framesDecoded,
  bytesSent: 0,
  audioReceived: 0,
  audioLost: 0,
  samples: 0,
  concealed: 0,
  videoReceived: 0,
  videoLost: 0,
  roundTripMs: null,
  remoteLoss: null,
  outgoing: null,
})

describe('watching what comes', () => {
  it('waits for the first picture before it says voice', () => {
    const watch = createMediaWatch(1000)
    watch.take(sample(1500, 10, 0))
    expect(watch.picture(1500)).toBeUndefined()
    expect(watch.picture(2600)).toBe(false)
    watch.take(sample(3000, 20, 1))
    expect(watch.picture(3000)).toBe(true)
  })

  it('takes a picture that rests for a still at once, and for a picture again with its next frame', () => {
    const watch = createMediaWatch(0)
    watch.take(sample(500, 10, 5))
    watch.rest(600)
    expect(watch.picture(700)).toBe(false)
    watch.take(sample(1000, 20, 6))
    expect(watch.picture(1000)).toBe(true)
  })

  it('counts every silence that a person was shown as a cut, whatever the rhythm of the samples', () => {
    const watch = createMediaWatch(0)
    watch.take(sample(500, 10, 5))
    for (let at = 1000; at <= 3000; at += 500) watch.take(sample(at, 10, 5))
    expect(watch.mediaAt()).toBe(500)
    watch.take(sample(3100, 20, 6))
    expect(watch.sums(3200)).toMatchObject({ cuts: 1, longestCut: 2600 })
    // The call ended in a second one.
    expect(watch.sums(9100)).toMatchObject({ cuts: 2, longestCut: 6000 })
  })
})
