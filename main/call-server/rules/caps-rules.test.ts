import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { dayStart, leftBefore, leftToTalk, mayBegin } from './caps-rules.ts'
import { readRange } from './range-rules.ts'
import { sentence } from './guard-rules.ts'
import { parseSettings } from '../settings.ts'

const parsed = parseSettings(
  {
    state: 's',
    public: { url: 'http://localhost:1', host: '127.0.0.1', port: 1, tls: null },
    engine: { port: 2 },
    sip: { proxy: 'ws://127.0.0.1:9', rpc: 'http://127.0.0.1:9/RPC' },
    relay: { urls: [] },
    secrets: { credentials: 'a', messages: 'b' },
    page: null,
    limits: {
      phoneCallMinutes: 10,
      phoneChildDayMinutes: 20,
      phoneNumberDayMinutes: 30,
      phoneRoomDayMinutes: 40,
    },
  },
  '/',
)
if (!parsed.ok) throw new Error(parsed.error)
const caps = parsed.value.limits
const none = { childMs: 0, numberMs: 0, roomMs: 0, childCalls: 0, open: 0 }
const minute = 60_000

it('leaves what the nearest cap leaves, and says which one it is', () => {
  expect(leftToTalk(none, 0, caps)).toEqual({ leftMs: 10 * minute, cap: 'call' })
  expect(leftToTalk(none, 9 * minute, caps)).toEqual({ leftMs: minute, cap: 'call' })
  for (const [cap, use] of [
    ['child', { childMs: 19 * minute }],
    ['number', { numberMs: 29 * minute }],
    ['room', { roomMs: 39 * minute }],
  ] as const)
    expect(leftToTalk({ ...none, ...use }, 0, caps)).toEqual({ leftMs: minute, cap })
  // Where a call and a day end together, it is the day: another call would not help.
  expect(leftToTalk({ ...none, childMs: 19 * minute }, 9 * minute, caps).cap).toBe('child')
})

it('counts a child’s calls too before one begins', () => {
  expect(leftBefore({ ...none, childCalls: 29 }, caps)).toEqual({ leftMs: 10 * minute, cap: 'call' })
  expect(leftBefore({ ...none, childCalls: 30 }, caps)).toEqual({ leftMs: 0, cap: 'child' })
  const spent = { ...none, childCalls: 30, numberMs: 31 * minute }
  expect(leftBefore(spent, caps)).toEqual({ leftMs: -minute, cap: 'number' })
})

it('lets a call begin below every cap only', () => {
  expect(mayBegin(none, caps)).toBe(true)
  for (const full of [
    { childMs: 20 * minute },
    { numberMs: 30 * minute },
    { roomMs: 40 * minute },
    { open: 2 },
    { childCalls: 30 },
  ])
    expect(mayBegin({ ...none, ...full }, caps)).toBe(false)
})

it('finds a midnight of the place, at most a day ago', () => {
  expect(new Date(dayStart(Date.UTC(2026, 10, 22, 15, 59), 480)).toISOString()).toBe(
    '2026-11-21T16:00:00.000Z',
  )
  expect(new Date(dayStart(Date.UTC(2026, 10, 22, 16, 0), 480)).toISOString()).toBe(
    '2026-11-22T16:00:00.000Z',
  )
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 2e12 }), fc.integer({ min: -720, max: 840 }), (at, zone) => {
      const start = dayStart(at, zone)
      expect(at - start).toBeGreaterThanOrEqual(0)
      expect(at - start).toBeLessThan(86_400_000)
      expect(Math.abs((start + zone * minute) % 86_400_000)).toBe(0)
    }),
  )
})

it('reads ranges as RFC 9110 has them', () => {
  const table: [string | undefined, ReturnType<typeof readRange>][] = [
    [undefined, 'whole'],
    ['bytes=0-9', { start: 0, end: 10 }],
    ['bytes=90-', { start: 90, end: 100 }],
    ['bytes=90-1000', { start: 90, end: 100 }],
    ['bytes=-10', { start: 90, end: 100 }],
    ['bytes=-1000', { start: 0, end: 100 }],
    ['bytes=100-', undefined],
    ['bytes=-0', undefined],
    ['bytes=9-8', 'whole'],
    ['bytes=0-1,5-6', 'whole'],
    ['bytes=-', 'whole'],
    ['lines=1-2', 'whole'],
  ]
  for (const [header, range] of table) expect([header, readRange(header, 100)]).toEqual([header, range])
})

it('ends a silent phone call after 40 s, a silent video call after 300 s, and a phone call at its cap', () => {
  expect(sentence({ kind: 'phone', silentMs: 40_000, leftMs: 1 })).toBeUndefined()
  expect(sentence({ kind: 'phone', silentMs: 40_001, leftMs: 1 })).toBe('silent')
  expect(sentence({ kind: 'video', silentMs: 300_000, leftMs: Infinity })).toBeUndefined()
  expect(sentence({ kind: 'video', silentMs: 300_001, leftMs: Infinity })).toBe('silent')
  expect(sentence({ kind: 'phone', silentMs: 0, leftMs: 0 })).toBe('cap')
})
