import { createAudit } from '../audit/audit.ts'
import { createCallStore } from '../calls/call-store.ts'
import { createContactStore } from '../contacts/store.ts'
import { testGround, testNoon } from '../db/test-ground.ts'
import { addPage } from '../diary/store.ts'
import { NO_MEMORY, type ClockMemory } from '../kernel/clock-rules.ts'
import { systemClock } from '../kernel/system-clock.ts'
import { newMistake, reviewed } from '../learning/book-rules.ts'
import * as stamps from '../learning/stamp-store.ts'
import { appendAnswer, keepMistake, keepProgress, mistakeOf } from '../learning/store.ts'
import { createMessageStore } from '../messages/store.ts'
import { addSession } from '../sessions/store.ts'
import { createTalkStore } from '../talks/store.ts'
import { createUsageService } from '../usage/service.ts'
import { writtenUntil } from './moved-times.ts'
import { createRedating } from './redating.ts'

const MINUTE = 60_000

/** A room in which something of each kind is written under every clock that the test names; a new start each time. */
export function clockedRoom() {
  const ground = testGround()
  const { db, seat } = ground
  createContactStore(db)
  db.shared.set('child', 'k', {
    name: '林小雨',
    pinyin: '',
    letter: 'L',
    sort_key: '',
    given: '小雨',
    animal: 'rabbit',
    tone: 'coral',
    created_at: 0,
  })
  let memory: ClockMemory = NO_MEMORY
  let ran = 0
  let booted = 0
  let boots = 0
  return {
    ground,
    /** The machine is switched off and on again; without that, a start is of the program alone. */
    boot: () => {
      boots += 1
      booted = ran
    },
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
      const machine = { boot: `boot ${boots}`, uptime: () => ran - booted }
      const redating = createRedating(on, machine)
      redating.look()
      const usage = createUsageService(on)
      const pass = (ms: number): void => {
        wall += ms
        ran += ms
      }
      return {
        clock,
        pass,
        look: () => redating.look(),
        setWall: (at: number) => void (wall = at),
        /** The call server says what time it is. */
        witness: (at: number) => {
          clock.witness(at)
          redating.look()
        },
        /** Asks an item of the book. */
        miss: (key: string) => {
          const { at, trusted } = usage.moment()
          const of = { childId: 'k', activity: 'sums' }
          const old = mistakeOf(db, of, key) ?? newMistake(at)
          const next = reviewed(old, 'shown', at) ?? old
          const row = { activity: 'sums', key, level: 'l', exercise: null, answer: 1, missedAt: at }
          keepMistake(db, of, { ...next, ...row, trusted, dueTrusted: trusted })
        },
        write: (id: string) => {
          pass(MINUTE)
          const { at, trusted, day } = usage.moment()
          addSession(db, { id, startedAt: at, trusted, seat, childId: 'k', plannedMs: 9, continues: null })
          addPage(db, 'k', { id, day, startedAt: at, trusted: trusted ? 1 : 0, keyId: 'key' })
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
          keepProgress(
            db,
            { childId: 'k', activity: id },
            { level: 'l', state: [], joints: 0, lastAt: at, trusted },
          )
          stamps.keep(db, { childId: 'k', activity: 'sums' }, { stamp: id, facts: {} }, { at, trusted })
          const card = { relation: '姑姑', name: id, called: id, guardian: false, city: null, spoken: null }
          createContactStore(db).add(id, 'k', { ...card, language: 'zh-CN', phones: [] }, { at, trusted })
          const merge = {
            kept: id,
            gone: 'nobody',
            staff_id: 'a',
            left_at: null,
            undone_at: null,
            undone_by: null,
          }
          db.shared.set('child_merge', id, { ...merge, at, trusted: trusted ? 1 : 0 })
          const row = { activity: 'sums', key: id, level: 'l', exercise: null, answer: 1, missedAt: at }
          const mistake = { ...newMistake(at), ...row, trusted, dueTrusted: trusted }
          keepMistake(db, { childId: 'k', activity: 'sums' }, mistake)
        },
      }
    },
  }
}
