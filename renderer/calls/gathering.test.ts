import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchGathering } from './gathering.ts'

const host = { candidate: 'candidate:1 1 udp 2122260223 192.0.2.1 40000 typ host' }
const relay = { candidate: 'candidate:2 1 udp 8265471 192.0.2.9 49170 typ relay raddr 192.0.2.1 rport 40000' }

describe('when a description goes out', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is soon after the last candidate, where there is no relay', () => {
    const ready = vi.fn()
    const gathering = watchGathering(() => false)
    gathering.found(host, ready)
    vi.advanceTimersByTime(100)
    gathering.found(host, ready)
    vi.advanceTimersByTime(119)
    expect(ready).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(ready).toHaveBeenCalledOnce()
  })

  it('is not before a relay has answered, however far it is', () => {
    const ready = vi.fn()
    const gathering = watchGathering(() => true)
    gathering.found(host, ready)
    vi.advanceTimersByTime(1500)
    expect(ready).not.toHaveBeenCalled()
    gathering.found(relay, ready)
    vi.advanceTimersByTime(120)
    expect(ready).toHaveBeenCalledOnce()
  })

  it('is without a relay that never answers, and begins anew with each description', () => {
    const [first, second] = [vi.fn(), vi.fn()]
    const gathering = watchGathering(() => true)
    gathering.found(relay, first)
    vi.advanceTimersByTime(50)
    gathering.found(host, second)
    vi.advanceTimersByTime(3999)
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 0])
    vi.advanceTimersByTime(1)
    expect(second).toHaveBeenCalled()
  })

  it('is never after the call is over', () => {
    const ready = vi.fn()
    const gathering = watchGathering(() => true)
    gathering.found(relay, ready)
    gathering.stop()
    vi.advanceTimersByTime(10_000)
    expect(ready).not.toHaveBeenCalled()
  })
})
