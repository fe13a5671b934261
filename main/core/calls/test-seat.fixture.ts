import { onTestFinished } from 'vitest'
import { operate } from '../../call-server/operator.ts'
import { startBench, type Bench } from '../../call-server/test-bench.ts'
import { testGround, type TestGround } from '../db/test-ground.ts'
import { createChildrenService } from '../children/service.ts'
import { createContactsService } from '../contacts/service.ts'
import type { ContactFacts } from '../contacts/store.ts'
import { ok } from '../kernel/result.ts'
import { createSessionsService } from '../sessions/service.ts'
import { createStaffStore } from '../staff/store.ts'
import { createUsageService } from '../usage/service.ts'
import { createServerSeat } from './server-seat.ts'
import { createCallsService } from './service.ts'

const mum: ContactFacts = {
  relation: '母亲',
  name: '陈玉兰',
  called: '妈妈',
  guardian: true,
  city: '东莞',
  spoken: null,
  language: 'zh-CN',
  phones: ['138 0000 0001'],
}

/** The services of a seat that calls need, on a real database. `start` again is a restart of the program. */
export function seatOn(ground: TestGround = testGround()) {
  const server = createServerSeat(ground, () => '梦想室 1')
  const media = { keep: async () => ok('a'.repeat(64)) }
  const children = createChildrenService(ground, { media })
  const contacts = createContactsService(ground, {
    media,
    school: () => '第一小学',
    link: () => server.link(),
  })
  const usage = createUsageService(ground)
  const sessions = createSessionsService(ground, {
    usage,
    checkPictures: () => ok(undefined),
    sessionChild: (id) => children.sessionChild(id),
    settings: () => ({ sessionMinutes: 30, turnsADay: 0, restMinutes: 20 as const }),
    isToy: () => false,
    machine: { boot: '1', uptime: () => ground.clock.monotonic() },
  })
  const calls = createCallsService(ground, { server, contacts, sessions, usage, unseen: () => new Map() })
  return { ground, server, children, contacts, usage, sessions, calls }
}
export type TestSeat = ReturnType<typeof seatOn>

export const value = <T>(answer: { ok: boolean; value?: T; error?: unknown }): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value as T
}

/** A child with mum, who agreed to everything unless told otherwise; the child sits at the seat. */
export function withChild(
  { ground, children, contacts, sessions }: TestSeat,
  facts: Partial<ContactFacts> = {},
) {
  const witnessId = ground.newId()
  createStaffStore(ground.db).add({
    id: witnessId,
    name: '何老师',
    role: 'teacher',
    checkedOn: null,
    pinHash: '',
    createdAt: 1,
  })
  const born = { name: '林小雨', classLabel: '2.1', number: null, birthday: null }
  const childId = value(children.add(born)).id
  const contactId = value(contacts.add(childId, { ...mum, ...facts })).id
  const say = (given: boolean, purposes = ['video', 'phone', 'messages', 'photo'] as const): void =>
    value(
      contacts.decide(
        { childId, contactId },
        {
          purposes,
          given,
          day: '2026-11-22',
          guardianId: contactId,
          witnessId,
          how: 'in-person',
          note: null,
        },
      ),
    )
  say(true)
  const sessionId = value(sessions.begin(childId)).id
  sessions.move({ name: 'family' })
  return { childId, contactId, sessionId, who: { childId, sessionId }, say }
}

/** A line as the operator hands it out, with the port that the test's server got. */
export function lineOf(bench: Bench, room?: string): string {
  const made = operate(
    bench.settings,
    room === undefined ? { does: 'add-room', of: '第一小学梦想室' } : { does: 'add-seat', of: room },
  )
  if (!made.ok) throw new Error(made.error)
  return made.value.replace('localhost:1/', `localhost:${bench.server().publicPort}/`)
}

/** A call server and a seat that may join it, both for one test. */
export async function seatBesideServer() {
  const bench = await startBench()
  const seat = seatOn()
  onTestFinished(async () => {
    seat.calls.close()
    await bench.end()
  })
  return { bench, seat, enrol: async () => value(await seat.server.enrol(lineOf(bench))) }
}

/** Until it holds; fails by the test's own limit. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((done) => setTimeout(done, 5))
}
