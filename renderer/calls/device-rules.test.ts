import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  defaultOf,
  feel,
  isDue,
  isQuiet,
  lackOf,
  live,
  nextDevice,
  outFromTheStart,
  STILL_MS,
} from './device-rules.ts'
import type { DeviceEvent, DeviceState, Pulse } from './device-rules.ts'

const after = (...events: readonly (readonly [number, DeviceEvent])[]): DeviceState =>
  events.reduce<DeviceState>((state, [at, event]) => nextDevice(state, event, at), live)

describe('a device that was opened once', () => {
  it('is opened again at once when it was pulled out, and often while it is not there', () => {
    const pulled = after([1000, { is: 'ended' }])
    expect(lackOf(pulled)).toBe('missing')
    expect(isDue(pulled, 1000)).toBe(true)
    const missing = nextDevice(pulled, { is: 'failed', lack: 'missing' }, 1010)
    expect(isDue(missing, 1500)).toBe(false)
    expect(isDue(missing, 2010)).toBe(true)
    // A plug that goes in is not waited for.
    expect(isDue(nextDevice(missing, { is: 'stirred' }, 1200), 1200)).toBe(true)
  })

  it('is asked for ever while another program has it, less often with time', () => {
    let state = after([0, { is: 'ended' }])
    let at = 0
    const waits: number[] = []
    for (let tries = 0; tries < 14; tries += 1) {
      state = nextDevice(state, { is: 'failed', lack: 'busy' }, at)
      const due = state.at === 'out' ? (state.tryAt ?? Infinity) : 0
      waits.push(due - at)
      at = due
    }
    expect(waits.slice(0, 9)).toEqual(Array.from({ length: 9 }, () => 1000))
    expect(waits.at(-1)).toBe(3000)
    expect(lackOf(state)).toBe('busy')
  })

  it('is not asked for again by itself where it was refused, but by a tap', () => {
    const refused = after([0, { is: 'ended' }], [10, { is: 'failed', lack: 'refused' }])
    expect(isDue(refused, 1e9)).toBe(false)
    expect(isDue(nextDevice(refused, { is: 'stirred' }, 20), 1e9)).toBe(false)
    expect(isDue(nextDevice(refused, { is: 'again' }, 20), 20)).toBe(true)
  })

  it('is believed when something comes of it, not when it was opened', () => {
    const opened = after([0, { is: 'ended' }], [50, { is: 'opened' }])
    expect(lackOf(opened)).toBe('missing')
    expect(nextDevice(opened, { is: 'moves' }, 300)).toBe(live)
    // Nothing came: it is out, and not opened without a breath.
    const dead = nextDevice(opened, { is: 'still' }, 1400)
    expect(lackOf(dead)).toBe('busy')
    expect(isDue(dead, 1400)).toBe(false)
    expect(isDue(dead, 2400)).toBe(true)
  })

  it('that hangs is given time to come back by itself before it is opened again', () => {
    const hangs = after([0, { is: 'still' }])
    expect(isDue(hangs, 2000)).toBe(false)
    expect(nextDevice(hangs, { is: 'moves' }, 2000)).toBe(live)
    expect(isDue(hangs, 2500)).toBe(true)
  })

  it('sleeps while the system keeps it quiet, whatever still comes of it, and wakes', () => {
    const asleep = after([0, { is: 'muted' }])
    expect(lackOf(asleep)).toBe('asleep')
    expect(isDue(asleep, 1e9)).toBe(false)
    expect(nextDevice(asleep, { is: 'moves' }, 100)).toBe(asleep)
    expect(nextDevice(asleep, { is: 'still' }, 100)).toBe(asleep)
    expect(nextDevice(asleep, { is: 'unmuted' }, 100)).toBe(live)
    // The telephone call is over, the page is looked at again, and nothing woke it.
    const looked = nextDevice(asleep, { is: 'stirred' }, 5000)
    expect(isDue(looked, 5000)).toBe(false)
    expect(isDue(looked, 6500)).toBe(true)
    // The same call may end the track instead.
    expect(isDue(nextDevice(asleep, { is: 'ended' }, 900), 900)).toBe(true)
  })

  it('that gives nothing but zeros is silent until the first sound, whatever else still comes of it', () => {
    const silent = after([0, { is: 'silent' }])
    expect(lackOf(silent)).toBe('silent')
    expect(isDue(silent, 1e9)).toBe(false)
    expect(nextDevice(silent, { is: 'moves' }, 100)).toBe(silent)
    expect(nextDevice(silent, { is: 'unmuted' }, 100)).toBe(silent)
    expect(nextDevice(silent, { is: 'sounds' }, 100)).toBe(live)
    // Another headset may be in by now: opened again, and still not believed before it is heard.
    const looked = nextDevice(silent, { is: 'stirred' }, 5000)
    expect(isDue(looked, 6500)).toBe(true)
    const opened = nextDevice(looked, { is: 'opened' }, 6600)
    expect(nextDevice(opened, { is: 'moves' }, 6700)).toBe(opened)
    expect(nextDevice(opened, { is: 'sounds' }, 6700)).toBe(live)
    // It may be pulled out, hang, or be kept quiet besides.
    for (const [is, lack] of [
      ['ended', 'missing'],
      ['still', 'busy'],
      ['muted', 'asleep'],
    ] as const)
      expect(lackOf(nextDevice(silent, { is }, 100))).toBe(lack)
    expect(nextDevice(after([0, { is: 'ended' }]), { is: 'sounds' }, 100).at).toBe('out')
  })

  it('that was never there is waited for too, unless it was refused', () => {
    expect(isDue(outFromTheStart('missing', 0), 1000)).toBe(true)
    expect(isDue(outFromTheStart('refused', 0), 1e9)).toBe(false)
  })

  const event: fc.Arbitrary<DeviceEvent> = fc.oneof(
    fc
      .constantFrom(
        'ended',
        'muted',
        'unmuted',
        'still',
        'moves',
        'silent',
        'sounds',
        'stirred',
        'again',
        'opened',
      )
      .map((is) => ({ is })),
    fc.constantFrom('missing', 'busy', 'refused').map((lack) => ({ is: 'failed' as const, lack })),
  )
  it('never stays out without a way back, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3000), event), { maxLength: 40 }), (steps) => {
        let now = 0
        let state: DeviceState = live
        for (const [ms, what] of steps) {
          now += ms
          state = nextDevice(state, what, now)
        }
        if (state.at !== 'out') return
        const waits = state.lack === 'refused' || isQuiet(state.lack)
        expect(waits || state.tryAt !== null).toBe(true)
        const tried = nextDevice(state, { is: 'again' }, now)
        expect(isDue(tried, now)).toBe(true)
        const sign = state.lack === 'silent' ? 'sounds' : 'moves'
        expect(nextDevice(nextDevice(tried, { is: 'opened' }, now), { is: sign }, now)).toBe(live)
      }),
    )
  })
})

describe('the pulse of a device', () => {
  const start: Pulse = { count: 10, movedAt: 0, lookedAt: 0 }
  const looks = (counts: readonly number[], every = 250) => {
    let pulse = start
    return counts.map((count, index) => {
      const felt = feel(pulse, count, (index + 1) * every)
      pulse = felt.pulse
      return felt.is
    })
  }
  it('is still after so long without anything new, below two seconds', () => {
    const said = looks([20, 20, 20, 20, 20, 20, 20])
    expect(said[0]).toBe('moves')
    expect(said.findIndex((is) => is === 'still')).toBe(STILL_MS / 250)
    expect(STILL_MS + 250).toBeLessThan(2000)
  })
  it('goes on through silence, which is counted, and through a slow picture', () => {
    expect(looks([11, 11, 12, 12, 13, 13])).not.toContain('still')
  })
  it('was not felt while the PC or the page slept', () => {
    expect(feel(start, 10, 60_000).is).toBeNull()
    expect(feel(feel(start, 10, 60_000).pulse, 10, 60_250).is).toBeNull()
  })
})

describe('the system’s default', () => {
  const list = [
    { kind: 'audioinput', deviceId: 'default', groupId: 'headset' },
    { kind: 'audioinput', deviceId: 'a', groupId: 'headset' },
    { kind: 'videoinput', deviceId: 'b', groupId: 'lid' },
  ]
  it('is named by its group, and only where the browser has one', () => {
    expect(defaultOf(list, 'audioinput')).toBe('headset')
    expect(defaultOf(list, 'videoinput')).toBeNull()
  })
})
