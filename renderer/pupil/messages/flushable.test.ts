import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { flushable } from './flushable.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('does what is asked for once in a while, at once when it must, and never twice at once', async () => {
  let running = 0
  let most = 0
  const done: number[] = []
  const saver = flushable(1000, async () => {
    most = Math.max(most, (running += 1))
    await new Promise((rest) => setTimeout(rest, 300))
    running -= 1
    done.push(Date.now())
    return done.length
  })
  saver.soon()
  saver.soon()
  await vi.advanceTimersByTimeAsync(999)
  expect(running).toBe(0)
  await vi.advanceTimersByTimeAsync(2)
  expect(running).toBe(1)
  saver.soon()
  const flushed = saver.flush()
  await vi.advanceTimersByTimeAsync(600)
  expect(await flushed).toBe(2)
  expect(most).toBe(1)
  // Nothing new: the answer of the last time, without doing it again.
  expect(await saver.flush()).toBe(2)
  await vi.advanceTimersByTimeAsync(5000)
  expect(done).toHaveLength(2)
})
