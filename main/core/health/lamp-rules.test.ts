import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lampFacts, lampNames, verdicts } from '#contract/health-verdicts.ts'
import type { DeviceTrial } from '#contract/health.ts'
import en from '#locales/staff/en.json'
import zh from '#locales/staff/zh-CN.json'
import { exitCode, lampsOf, toneOf, worstFirst } from './lamp-rules.ts'
import type { Readings } from './readings.ts'
import { lampWords, type SayKey } from './say-lamp-rules.ts'

const GB = 2 ** 30
const DAY = 86_400_000
const now = Date.UTC(2026, 10, 20, 7, 40)

const well: Readings = {
  cameras: ['USB Camera'],
  microphones: ['ALC269 Analog'],
  speakers: ['ALC269 Analog'],
  displays: [{ width: 1366, height: 768 }],
  input: { keyboards: 1, pointers: 1, touch: 0 },
  network: { is: 'up', address: '192.168.1.7' },
  memory: { totalBytes: 4 * GB, freeBytes: GB },
  space: { totalBytes: 120 * GB, freeBytes: 60 * GB },
  disks: [{ model: 'WDC', passed: true, lost: 0, usedPercent: null, hours: 9000 }],
  database: { damage: null, rows: 1200, bytes: 4_000_000 },
  copies: { count: 9, newestAt: now - DAY / 24 },
  out: [],
  trials: [],
  voice: { name: 'espeak-ng 1.52 cmn', heard: { voice: 'espeak-ng 1.52 cmn', right: true, at: now } },
  server: { is: 'reached', ms: 40 },
  line: { at: 'open' },
  outside: { hasKey: true, madeAt: now - DAY, place: '蓝色', triedAt: now - 20 * DAY },
  clock: { at: now, wall: now, trusted: true, fell: 0 },
  version: { name: '0.1.0', builtAt: now - 30 * DAY },
  seat: { number: 4, room: '一室' },
}
const trial = (device: DeviceTrial['device'], result: DeviceTrial['result'], level: number | null = null) =>
  ({ device, result, level, at: now - DAY, trusted: true, staffName: '陈师傅' }) satisfies DeviceTrial
const says = (readings: Partial<Readings>) =>
  Object.fromEntries(lampsOf({ ...well, ...readings }).map((lamp) => [lamp.name, lamp.says]))

describe('what a lamp says', () => {
  it.each<[string, keyof typeof verdicts, Partial<Readings>, string]>([
    ['a camera that nobody tried', 'camera', {}, 'untried'],
    ['one that was tried', 'camera', { trials: [trial('camera', 'works')] }, 'works'],
    ['one that is gone after it worked', 'camera', { cameras: [], trials: [trial('camera', 'works')] }, 'missing'],
    ['none from the first day', 'camera', { cameras: [] }, 'none'],
    ['one that fell out now, whatever was tried', 'camera', { trials: [trial('camera', 'works')], out: [{ device: 'camera', lack: 'silent' }] }, 'silent'],
    ['a headset in the wrong hole', 'microphone', { trials: [trial('microphone', 'works', 1)] }, 'quiet'],
    ['a good headset', 'microphone', { trials: [trial('microphone', 'works', 44)] }, 'works'],
    ['a trial of long ago', 'microphone', { trials: [{ ...trial('microphone', 'works', 44), at: now - 60 * DAY }] }, 'untried'],
    ['three notes heard', 'speaker', { trials: [trial('speaker', 'heard')] }, 'heard'],
    ['three notes not heard', 'speaker', { trials: [trial('speaker', 'not-heard')] }, 'not-heard'],
    ['another voice than was heard', 'voice', { voice: { name: 'other', heard: { voice: 'old', right: true, at: null } } }, 'unheard'],
    ['a server that does not answer', 'server', { server: { is: 'away' } }, 'away'],
    ['a server that sent the seat away', 'server', { line: { at: 'away', why: 'seat-revoked' } }, 'revoked'],
    ['a disk with bad sectors', 'disk', { disks: [{ model: 'x', passed: true, lost: 8, usedPercent: null, hours: 1 }] }, 'worn'],
    ['the worse of two disks', 'disk', { disks: [{ model: 'x', passed: true, lost: 0, usedPercent: null, hours: 1 }, { model: 'y', passed: false, lost: 0, usedPercent: null, hours: 1 }] }, 'failing'],
    ['a full disk', 'disk', { space: { totalBytes: 120 * GB, freeBytes: GB / 4 } }, 'full'],
    ['a disk without its wear', 'disk', { disks: null }, 'good'],
    ['a disk that does not answer', 'disk', { space: null }, 'unread'],
    ['a dead battery', 'clock', { clock: { ...well.clock, trusted: false, fell: 1 } }, 'wrong'],
    ['a clock that is often wrong', 'clock', { clock: { ...well.clock, fell: 3 } }, 'battery'],
    ['a torn database', 'database', { database: { damage: 'btree', rows: 0, bytes: 1 } }, 'damaged'],
    ['copies of last week', 'backups', { copies: { count: 3, newestAt: now - 7 * DAY } }, 'old'],
    ['copies of last week under a wrong clock', 'backups', { copies: { count: 3, newestAt: now - 7 * DAY }, clock: { ...well.clock, trusted: false } }, 'fresh'],
    ['no backup outside for ten days', 'outside', { outside: { ...well.outside, madeAt: now - 10 * DAY } }, 'old'],
    ['none for two months', 'outside', { outside: { ...well.outside, madeAt: now - 60 * DAY } }, 'stale'],
    ['none for two months, says a wrong clock', 'outside', { outside: { ...well.outside, madeAt: now - 60 * DAY }, clock: { ...well.clock, trusted: false } }, 'fresh'],
    ['no key for backups', 'outside', { outside: { hasKey: false, madeAt: null, place: '', triedAt: null } }, 'no-key'],
    ['a restore that nobody tried', 'restore', { outside: { ...well.outside, triedAt: null } }, 'never'],
    ['a restore of last year', 'restore', { outside: { ...well.outside, triedAt: now - 300 * DAY } }, 'old'],
    ['a power button only', 'input', { input: { keyboards: 0, pointers: 0, touch: 0 } }, 'none'],
    ['a touch screen', 'input', { input: { keyboards: 1, pointers: 0, touch: 1 } }, 'good'],
    ['a program of two years', 'version', { version: { name: '0', builtAt: now - 700 * DAY } }, 'old'],
  ])('%s', (_name, lamp, readings, verdict) => expect(says(readings)[lamp]).toBe(verdict)) // prettier-ignore
})

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
const bytes = fc.integer({ min: 0, max: 2 ** 41 })
const words = fc.string({ maxLength: 300 })
const time = fc.integer({ min: 0, max: Date.UTC(2099, 0) })
const anyDisk = fc.record({
  model: words,
  passed: maybe(fc.boolean()),
  lost: fc.nat(),
  usedPercent: maybe(fc.nat(255)),
  hours: maybe(fc.nat()),
})
const lack = fc.constantFrom('missing', 'busy', 'refused', 'asleep', 'silent')
const anyReadings: fc.Arbitrary<Readings> = fc.record({
  cameras: maybe(fc.array(words)),
  microphones: maybe(fc.array(words)),
  speakers: maybe(fc.array(words)),
  displays: maybe(fc.array(fc.record({ width: fc.nat(9000), height: fc.nat(9000) }))),
  input: maybe(fc.record({ keyboards: fc.nat(9), pointers: fc.nat(9), touch: fc.nat(9) })),
  network: fc.record({ is: fc.constantFrom('up', 'link', 'down'), address: maybe(words) }),
  memory: fc.record({ totalBytes: bytes, freeBytes: bytes }),
  space: maybe(fc.record({ totalBytes: bytes, freeBytes: bytes })),
  disks: maybe(fc.array(anyDisk)),
  database: maybe(
    fc.oneof(fc.constant('none' as const), fc.record({ damage: maybe(words), rows: fc.nat(), bytes })),
  ),
  copies: maybe(fc.record({ count: fc.nat(), newestAt: maybe(time) })),
  out: fc.array(fc.record({ device: fc.constantFrom('camera', 'microphone'), lack })),
  trials: fc.array(
    fc.record({
      device: fc.constantFrom('camera', 'microphone', 'speaker'),
      result: fc.constantFrom(
        'works',
        'missing',
        'busy',
        'refused',
        'asleep',
        'silent',
        'heard',
        'not-heard',
      ),
      level: maybe(fc.nat(100)),
      at: time,
      trusted: fc.boolean(),
      staffName: maybe(words),
    }),
  ),
  voice: maybe(
    fc.record({
      name: maybe(words),
      heard: maybe(fc.record({ voice: words, right: fc.boolean(), at: maybe(time) })),
    }),
  ),
  server: fc.oneof(
    fc.constantFrom({ is: 'none' as const }, { is: 'away' as const }),
    fc.record({ is: fc.constant('reached' as const), ms: fc.double({ min: 0, max: 9000, noNaN: true }) }),
  ),
  line: fc.constantFrom(
    { at: 'none' as const },
    { at: 'open' as const },
    { at: 'away' as const, why: 'call-server-untrusted' as const },
  ),
  outside: fc.record({ hasKey: fc.boolean(), madeAt: maybe(time), place: words, triedAt: maybe(time) }),
  clock: fc.record({ at: time, wall: time, trusted: fc.boolean(), fell: fc.nat(20) }),
  version: fc.record({ name: words, builtAt: time }),
  seat: fc.record({ number: fc.nat(60), room: words }),
})

describe('lamps', () => {
  it('are one of each, worst first, and each says something it can say', () => {
    fc.assert(
      fc.property(anyReadings, (readings) => {
        const lamps = lampsOf(readings)
        expect(lamps.map(({ name }) => name).toSorted()).toEqual(lampNames.toSorted())
        const ranks = lamps.map(({ tone }) => ['bad', 'care', 'unknown', 'good'].indexOf(tone))
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
        for (const { name, says: said, tone } of lamps) {
          expect(Object.keys(verdicts[name])).toContain(said)
          expect(tone).toBe(toneOf(name, said))
        }
        expect(exitCode(lamps)).toBe([2, 1, 0, 0][Math.min(...ranks)])
        expect(worstFirst(lamps.toReversed())).toEqual(lamps)
      }),
      { numRuns: 300 },
    )
  })

  it('have words for everything in both languages, with nothing left to fill', () => {
    for (const [language, catalog] of [
      ['zh-CN', zh],
      ['en', en],
    ] as const) {
      // prettier-ignore
      const say: SayKey = (key, facts) => {
        const text = key
          .split('.')
          .reduce<unknown>((place, part) => (place as Record<string, unknown>)?.[part], catalog)
        if (typeof text !== 'string') throw new Error(`${language}: ${key}`)
        return text.replaceAll(/{{(\w+)}}/g, (whole, name: string) => String(facts[name] ?? whole))
      }
      for (const name of lampNames)
        for (const said of Object.keys(verdicts[name])) {
          const tone = toneOf(name, said)
          const told = lampWords({ name, says: said, tone, facts: [] }, language, say)
          expect(told.deed === undefined).toBe(tone === 'good')
        }
      for (const is of lampFacts) expect(catalog.health.fact).toHaveProperty(is)
      fc.assert(
        fc.property(anyReadings, (readings) => {
          for (const lamp of lampsOf(readings)) {
            const { facts } = lampWords(lamp, language, say)
            if (!lamp.facts.some(({ of }) => Object.values(of).some((value) => `${value}`.includes('{{'))))
              expect(facts).not.toContain('{{')
          }
        }),
        { numRuns: 50 },
      )
    }
  })
})
