import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CallState, CallSummary } from '../../calls/client.ts'
import { createHolder } from '../../calls/observable.ts'
import { noSums, figuresOf } from '../../calls/quality-rules.ts'
import { followCall, measured } from './follow-call.ts'

const ringing: CallState = { at: 'ringing', side: 'out', heard: true }
const talking: CallState = { at: 'talking', shown: 'voice', quality: 7 }
const summaryOf = (lengthMs: number): CallSummary => ({
  callId: 'sip',
  direction: 'out',
  kind: 'phone',
  peer: '+8613800001111',
  ringingMs: 1000.4,
  lengthMs,
  firstFrameMs: null,
  reason: 'hung-up',
  by: 'us',
  quality: figuresOf(noSums),
  route: null,
  restarts: 0,
})

/** A telephone call with so much time left, and what main heard of it. */
function telephone(leftMs: number | null) {
  const state = createHolder<CallState>(ringing)
  const summary = createHolder<CallSummary | null>(null)
  const beats: boolean[] = []
  const ends: number[] = []
  let left = leftMs
  const call = {
    state,
    summary,
    callId: () => 'sip',
    hangUp: () => summary.set(summaryOf(performance.now())),
  }
  const house = {
    beat: async ({ talking: isTalked }: { readonly talking: boolean }) => {
      beats.push(isTalked)
      return { ok: true as const, value: { leftMs: left, cap: left === null ? null : ('call' as const) } }
    },
  }
  const followed = followCall(call, { callId: 'row', leftMs, cap: 'call' }, house, () =>
    ends.push(performance.now()),
  )
  const setLeft = (ms: number | null) => void (left = ms)
  return { state, call, followed, beats, ends, setLeft }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a call that is followed', () => {
  it('beats every five seconds, and at once when somebody answers; never after its end', async () => {
    const { state, call, beats, ends } = telephone(null)
    await vi.advanceTimersByTimeAsync(5000)
    state.set({ at: 'answered' })
    state.set(talking)
    await vi.advanceTimersByTimeAsync(5000)
    expect(beats).toEqual([false, true, true, true])
    call.hangUp()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(beats).toHaveLength(4)
    expect(ends).toHaveLength(1)
  })

  it('says goodbye by itself two seconds before the telephone’s time is over', async () => {
    const { state, followed, ends, setLeft } = telephone(30_000)
    state.set(talking)
    expect(followed.phone.now()).toEqual({ leftMs: 30_000, totalMs: 30_000, cap: 'call' })
    setLeft(25_000)
    await vi.advanceTimersByTimeAsync(5000)
    expect(followed.phone.now()).toEqual({ leftMs: 25_000, totalMs: 30_000, cap: 'call' })
    setLeft(null)
    await vi.advanceTimersByTimeAsync(22_999)
    expect(ends).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(ends).toHaveLength(1)
    expect(followed.phone.now()?.leftMs).toBe(0)
    expect(followed.lastAt()).toBe('talking')
  })

  it('has as much time as main says last, and rings on while nobody has answered', async () => {
    const { state, ends, setLeft } = telephone(10_000)
    setLeft(60_000)
    await vi.advanceTimersByTimeAsync(12_000)
    expect(ends).toEqual([])
    setLeft(1000)
    await vi.advanceTimersByTimeAsync(5000)
    // Nobody answered: there is nobody to say goodbye to.
    expect(ends).toEqual([])
    state.set(talking)
    await vi.advanceTimersByTimeAsync(5000)
    expect(ends).toHaveLength(1)
  })

  it('is written down in whole milliseconds, with figures only where it was talked', () => {
    expect(measured(summaryOf(0))).toEqual({ ringingMs: 1000, lengthMs: 0, quality: null })
    expect(measured(summaryOf(60_000.6))).toMatchObject({ lengthMs: 60_001, quality: { restarts: 0 } })
  })
})
