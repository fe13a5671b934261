import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindOf, startsAs } from './content-rules.ts'
import { messageBits, messageLimits } from './limit-rules.ts'
import { isOver, waitBefore, waitOf } from './post-rules.ts'

describe('waitBefore', () => {
  it('doubles from five seconds to ten minutes', () => {
    expect([1, 2, 3, 4, 8, 9, 1000].map((tries) => waitBefore('away', tries))).toEqual([
      5000, 10_000, 20_000, 40_000, 600_000, 600_000, 600_000,
    ])
  })

  it('never asks earlier than the server wants, and never gives up for longer than half an hour', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(1_000_000), (tries, waitMs) => {
        for (const trouble of ['away', 'server', 'too-large', 'revoked', 'disk'] as const) {
          const wait = waitBefore(trouble, tries, waitMs)
          expect(wait).toBeGreaterThanOrEqual(waitMs)
          expect(wait).toBeLessThanOrEqual(Math.max(1_800_000, waitMs))
        }
      }),
    )
  })
})

it('waitOf tells a full letterbox from a line that is down', () => {
  expect(waitOf('too-large')).toBe('full')
  expect(waitOf('away')).toBe('line')
  expect(waitOf(undefined)).toBeNull()
})

it('isOver counts whole days from when it was seen', () => {
  expect(isOver(1000, 1, 86_400_999)).toBe(false)
  expect(isOver(1000, 1, 86_401_000)).toBe(true)
  expect(isOver(1000, 0, 1000)).toBe(true)
})

it('content is what its type says', () => {
  const ftyp = new Uint8Array([0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70])
  expect(startsAs('video/mp4', ftyp)).toBe(true)
  expect(startsAs('audio/webm', ftyp)).toBe(false)
  expect(startsAs('audio/ogg', new TextEncoder().encode('OggS'))).toBe(true)
  expect(startsAs('image/png', new Uint8Array([0xff, 0xd8, 0xff]))).toBe(false)
  expect(startsAs('image/jpeg', new Uint8Array([0xff, 0xd8, 0xff]))).toBe(true)
  expect(['audio/ogg', 'video/mp4', 'image/webp'].map((type) => kindOf(type as never))).toEqual([
    'voice',
    'video',
    'drawing',
  ])
})

it('the limits leave a recorder room: the longest message at twice its bits still fits', () => {
  for (const kind of ['voice', 'video'] as const)
    expect((2 * messageBits[kind] * messageLimits[kind].ms) / 8000).toBeLessThan(messageLimits[kind].bytes)
})
