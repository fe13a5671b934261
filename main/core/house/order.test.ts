import { describe, expect, it } from 'vitest'
import { createAudit } from '../audit/audit.ts'
import { createCallStore } from '../calls/call-store.ts'
import { createContactStore } from '../contacts/store.ts'
import { testNoon, type TestGround } from '../db/test-ground.ts'
import { pagesOf } from '../diary/store.ts'
import * as stamps from '../learning/stamp-store.ts'
import { bookOf, lastAsked } from '../learning/store.ts'
import { createMessageStore } from '../messages/store.ts'
import { createTalkStore } from '../talks/store.ts'
import { sessionsPage } from '../usage/sessions-page.ts'
import { clockedRoom } from './clocked-room.fixture.ts'

const lists = {
  'the diary': ({ db }) => pagesOf(db, 'k', 9, undefined).map(({ id }) => id),
  turns: ({ db }) => sessionsPage(db, { page: 0 }).rows.map(({ id }) => id),
  calls: ({ db }) =>
    createCallStore(db)
      .page({ page: 0 })
      .rows.map(({ id }) => id),
  acts: (ground) =>
    createAudit(ground)
      .actsAbout('k')
      .map(({ method }) => method),
  messages: ({ db }) =>
    createMessageStore(db)
      .between('k', 'c')
      .map(({ id }) => id)
      .toReversed(),
  'the post': ({ db }) =>
    createMessageStore(db)
      .inState('waiting')
      .map(({ id }) => id)
      .toReversed(),
  wishes: ({ db }) =>
    createTalkStore(db)
      .of('k')
      .map(({ id }) => id),
  answers: ({ db }) => lastAsked(db, { childId: 'k', activity: 'sums' }, 9),
  'the book': ({ db }) => bookOf(db, 'k', null).map(({ key }) => key),
  stamps: ({ db }) =>
    stamps
      .of(db, 'k')
      .map(({ stamp }) => stamp)
      .toReversed(),
  relatives: ({ db }) =>
    createContactStore(db)
      .of('k')
      .map(({ id }) => id)
      .toReversed(),
} as const satisfies Record<string, (ground: TestGround) => string[]>

const everyList = Object.keys(lists) as (keyof typeof lists)[]

describe('a clock that goes back to 2000 in the middle', () => {
  it.each(everyList)('leaves the order of writing to %s', (name) => {
    const { ground, start, boot } = clockedRoom()
    const dead = Date.UTC(2000, 0, 1)
    const first = start(testNoon)
    first.write('a')
    // Ids that sort the other way: they do not make the order.
    first.setWall(dead)
    first.write('9')
    first.write('8')
    boot()
    const second = start(dead)
    second.write('7')
    second.write('6')
    boot()
    start(dead).write('5')
    boot()
    start(testNoon + 86_400_000).write('4')
    expect(lists[name](ground)).toEqual(['4', '5', '6', '7', '8', '9', 'a'])
    const flags = ground.db.all('SELECT id, trusted FROM session ORDER BY started_at')
    expect(flags.map((row) => Object.values(row as object)[1])).toEqual([1, 0, 0, 0, 0, 0, 1])
  })
})

describe('a date that was believed and is wrong', () => {
  const DAY = 86_400_000

  it.each(everyList)(
    'leaves the order of writing to %s when the call server says so on the next day',
    (name) => {
      const { ground, start, boot } = clockedRoom()
      start(testNoon).write('a')
      boot()
      // Ten days ahead, offline: nothing speaks against it.
      const ahead = start(testNoon + 11 * DAY)
      ahead.write('9')
      ahead.write('8')
      boot()
      const right = start(testNoon + 2 * DAY)
      right.write('7')
      right.witness(testNoon + 2 * DAY + 60_000)
      right.write('6')
      expect(lists[name](ground)).toEqual(['6', '7', '8', '9', 'a'])
      const flags = ground.db.all<{ trusted: number }>('SELECT trusted FROM session ORDER BY started_at')
      expect(flags.map(({ trusted }) => trusted)).toEqual([1, 0, 0, 1, 1])
    },
  )

  it.each(everyList)('leaves the order of writing to %s when it says so on the same start', (name) => {
    const { ground, start, boot } = clockedRoom()
    start(testNoon).write('a')
    boot()
    const ahead = start(testNoon + 11 * DAY)
    ahead.write('9')
    ahead.write('8')
    ahead.witness(testNoon + DAY + 120_000)
    ahead.write('7')
    expect(lists[name](ground)).toEqual(['7', '8', '9', 'a'])
    const dates = ground.db.all<{ at: number }>(
      'SELECT started_at AS at FROM session WHERE trusted = 1 ORDER BY at',
    )
    expect(dates.slice(-3).map(({ at }) => at - testNoon - DAY)).toEqual([60_000, 120_000, 180_000])
  })
})
