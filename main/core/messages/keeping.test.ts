import { describe, expect, it } from 'vitest'
import { testGround } from '../db/test-ground.ts'
import { NO_MEMORY, type ClockMemory } from '../kernel/clock-rules.ts'
import { systemClock } from '../kernel/system-clock.ts'
import { createKeeping } from './keeping.ts'
import { createMessageStore } from './store.ts'

const DAY = 86_400_000
const built = Date.UTC(2026, 10, 22)

/** A seat that is switched on and off again, each time under the wall that the test says; the room keeps messages for 30 days. */
function seat() {
  const ground = testGround()
  const store = createMessageStore(ground.db)
  let memory: ClockMemory = NO_MEMORY
  const start = (wall: number) =>
    systemClock({
      builtAt: built,
      memory,
      keep: (next) => (memory = next),
      source: { wall: () => wall, skipsSleep: () => 0, countsSleep: () => 0 },
    })
  const removed: string[] = []
  return {
    store,
    removed,
    seen: (id: string, at: number) => {
      const what = {
        childId: 'k',
        contactId: 'c',
        direction: 'in',
        kind: 'voice',
        type: 'audio/webm',
      } as const
      store.add({ ...what, id, size: 1, lengthMs: 1, at, trusted: true, state: 'coming', seenAt: at })
      store.setHere(id, id)
    },
    /** One start; what of the server's time is heard is `witness`. */
    on: async (wall: number, witness?: number) => {
      const clock = start(wall)
      if (witness !== undefined) clock.witness(witness)
      const keeping = createKeeping(
        { ...ground, clock },
        {
          store,
          files: { remove: async () => {} } as never,
          media: { remove: async (_, hash) => void removed.push(hash) },
          contacts: { may: () => true },
          days: () => 30,
          changed: () => {},
        },
      )
      await keeping.sweep()
    },
  }
}

describe('messages that are past their time', () => {
  it('stay on a start whose clock is 31 days ahead, and go once days of starts agree', async () => {
    const { seen, on, removed } = seat()
    for (const day of [1, 2, 3, 4]) await on(built + day * DAY)
    seen('m', built + 4 * DAY)
    await on(built + 35 * DAY)
    await on(Date.UTC(2099, 0, 1))
    await on(built + 5 * DAY)
    await on(Date.UTC(2000, 0, 1))
    expect(removed).toEqual([])
    // 30 days later, three days in a row.
    for (const day of [6, 12, 20, 28, 34, 35]) await on(built + day * DAY)
    // Of days of starts the third last is certain: on the 12th that was the 5th, from which the days count.
    await on(built + 36 * DAY)
    expect(removed).toEqual([])
    await on(built + 37 * DAY)
    expect(removed).toEqual(['m'])
  })

  it('go at once where the call server says the same, and stay where it says otherwise', async () => {
    const { seen, on, removed } = seat()
    seen('m', built + DAY)
    await on(built + DAY, built + DAY)
    await on(built + 35 * DAY, built + 4 * DAY)
    expect(removed).toEqual([])
    await on(built + 35 * DAY, built + 35 * DAY + 3000)
    expect(removed).toEqual(['m'])
  })

  it('keep all their days where they were seen on a first start under a date that was wrong, ahead or behind', async () => {
    for (const wrong of [2, 60, 130]) {
      const { seen, on, removed } = seat()
      await on(built + wrong * DAY)
      seen('m', built + wrong * DAY)
      const [right, until] = [built + 100 * DAY, built + Math.max(100, wrong) * DAY + 30 * DAY]
      await on(right, right)
      for (let at = right; at < until; at += 5 * DAY) await on(at, at)
      expect(removed).toEqual([])
      await on(until + DAY, until + DAY)
      await on(until + 35 * DAY, until + 35 * DAY)
      expect(removed).toEqual(['m'])
    }
  })

  it('stay for good in a seat whose clock begins in the year 2000 each time', async () => {
    const { seen, on, removed } = seat()
    seen('m', built)
    for (let start = 0; start < 60; start++) await on(Date.UTC(2000, 0, 1) + start)
    expect(removed).toEqual([])
  })
})
