import { describe, expect, it } from 'vitest'
import { createAudit } from '../audit/audit.ts'
import { createCallStore } from '../calls/call-store.ts'
import { testGround, testNoon } from '../db/test-ground.ts'
import { addPage, pagesOf } from '../diary/store.ts'
import { NO_MEMORY, type ClockMemory } from '../kernel/clock-rules.ts'
import { systemClock } from '../kernel/system-clock.ts'
import { appendAnswer, lastAsked } from '../learning/store.ts'
import { createMessageStore } from '../messages/store.ts'
import { addSession } from '../sessions/store.ts'
import { createTalkStore } from '../talks/store.ts'
import { sessionsPage } from '../usage/sessions-page.ts'
import { createUsageService } from '../usage/service.ts'
import { writtenUntil } from './redating.ts'

const MINUTE = 60_000

/** A room in which something of each kind is written under every clock that the test names; a new start each time. */
function room() {
  const ground = testGround()
  const { db, seat } = ground
  let memory: ClockMemory = NO_MEMORY
  let ran = 0
  return {
    ground,
    start: (first: number) => {
      let wall = first
      const clock = systemClock({
        builtAt: testNoon - 1,
        memory,
        keep: (next) => (memory = next),
        source: { wall: () => wall, skipsSleep: () => ran, countsSleep: () => ran },
      })
      clock.goOnAfter(writtenUntil(db, seat))
      const on = { ...ground, clock }
      const usage = createUsageService(on)
      return {
        setWall: (at: number) => void (wall = at),
        write: (id: string) => {
          wall += MINUTE
          ran += MINUTE
          const { at, trusted, day } = usage.moment()
          addSession(db, { id, startedAt: at, trusted, seat, childId: 'k', plannedMs: 9, continues: null })
          addPage(db, 'k', { id, day, startedAt: at, trusted: trusted ? 1 : 0 })
          usage.append({ childId: 'k', sessionId: id, kind: 'activity', activity: 'diary', lengthMs: 5 })
          createAudit(on).recordAct({ id: 'a', name: '陈', role: 'teacher' }, id, 'k')
          const kin = { childId: 'k', contactId: 'c' } as const
          const sent = { ...kin, direction: 'out', kind: 'voice', type: 'audio/webm' } as const
          const how = { size: 1, lengthMs: 1, state: 'waiting', seenAt: null } as const
          createMessageStore(db).add({ ...sent, ...how, id, at, trusted })
          createCallStore(db).missed({ ...kin, callId: id, at, trusted, way: 'video' }, 'no-answer')
          createTalkStore(db).add({ id, childId: 'k', staffId: 'a', askedAt: at, trusted, mood: null })
          const of = { childId: 'k', sessionId: id, activity: 'sums', level: 'l', item: id, answer: 1 }
          appendAnswer(db, { ...of, id, at, trusted, right: true, helped: false, tries: 1 })
        },
      }
    },
  }
}

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
} as const satisfies Record<string, (ground: ReturnType<typeof testGround>) => string[]>

describe('a clock that goes back to 2000 in the middle', () => {
  it.each(Object.keys(lists) as (keyof typeof lists)[])('leaves the order of writing to %s', (name) => {
    const { ground, start } = room()
    const dead = Date.UTC(2000, 0, 1)
    const first = start(testNoon)
    first.write('a')
    // Ids that sort the other way: they do not make the order.
    first.setWall(dead)
    first.write('9')
    first.write('8')
    const second = start(dead)
    second.write('7')
    second.write('6')
    start(dead).write('5')
    start(testNoon + 86_400_000).write('4')
    expect(lists[name](ground)).toEqual(['4', '5', '6', '7', '8', '9', 'a'])
    const flags = ground.db.all('SELECT id, trusted FROM session ORDER BY started_at')
    expect(flags.map((row) => Object.values(row as object)[1])).toEqual([1, 0, 0, 0, 0, 0, 1])
  })
})
