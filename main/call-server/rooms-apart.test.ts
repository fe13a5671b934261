import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Publication } from '#contract/wire.ts'
import {
  aChild,
  aContact,
  childNamed,
  contactNamed,
  newKeys,
  startBench,
  type Bench,
  type RoomBench,
} from './test-bench.ts'

let bench: Bench
let rooms: [RoomBench, RoomBench]

beforeAll(async () => {
  bench = await startBench()
  rooms = [await bench.room(), await bench.room()]
})
afterAll(() => bench.end())

/** Children and relatives with names from a range that only one room has. */
const population = (base: number): fc.Arbitrary<Pick<Publication, 'children' | 'contacts'>> =>
  fc
    .record({
      children: fc.uniqueArray(fc.integer({ min: base, max: base + 5 }), { minLength: 1, maxLength: 5 }),
      contacts: fc.uniqueArray(fc.integer({ min: base, max: base + 9 }), { maxLength: 6 }),
      pick: fc.array(fc.nat(100), { minLength: 6, maxLength: 6 }),
      video: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    })
    .map(({ children, contacts, pick, video }) => ({
      children: children.map(aChild),
      contacts: contacts.map((n, at) =>
        aContact(n, children[pick[at]! % children.length]!, {
          // Both rooms know the same number: it must not lead from one to the other.
          phones: ['+8613800138000'],
          consent: { video: video[at]!, phone: true, messages: true, photo: true },
        }),
      ),
    }))

describe('two rooms', () => {
  it('never see, reach or change each other, whatever they publish', async () => {
    await fc.assert(
      fc.asyncProperty(population(100), population(200), async (first, second) => {
        const published = [await rooms[0].publish(first), await rooms[1].publish(second)]
        expect(published.map(({ status }) => status)).toEqual([200, 200])
        for (const [ours, theirs, room] of [
          [first, second, rooms[0]],
          [second, first, rooms[1]],
        ] as const) {
          const mine = new Set([...ours.children, ...ours.contacts].map(({ user }) => user))
          for (const { user } of theirs.children) {
            expect((await room.ask('GET', `/api/seat/presence?child=${user}`)).status).toBe(404)
            expect((await room.ask('POST', '/api/seat/credentials', { child: user })).status).toBe(403)
            for (const other of mine) {
              const asked = await bench.engine(`/engine/allow?from=${other}&to=${user}&call=${other}${user}`)
              expect(asked.status).toBe(403)
            }
          }
          for (const { user } of theirs.contacts) {
            expect((await room.ask('POST', '/api/seat/invitations', { contact: user })).status).toBe(404)
            expect((await room.ask('POST', '/api/seat/waiting', { contact: user })).status).toBe(404)
          }
          for (const child of ours.children) {
            const { json } = await room.ask('GET', `/api/seat/presence?child=${child.user}`)
            const relatives = ours.contacts.filter((one) => one.child === child.user).map(({ user }) => user)
            expect(json.contacts.map(({ user }: { user: string }) => user)).toEqual(relatives.toSorted())
          }
        }
      }),
      { numRuns: 8 },
    )
  })

  it('cannot take each other’s names', async () => {
    await rooms[0].publish({ children: [aChild(1)], contacts: [aContact(1, 1)] })
    const stolen = await rooms[1].publish({ children: [aChild(1)] })
    expect([stolen.status, stolen.json.problem]).toEqual([403, 'not-yours'])
    const relative = await rooms[1].publish({ children: [aChild(2)], contacts: [aContact(1, 2)] })
    expect(relative.json.problem).toBe('not-yours')
    expect((await rooms[0].ask('POST', '/api/seat/credentials', { child: childNamed(1) })).status).toBe(200)
  })
})

describe('a publication', () => {
  it('is refused when it is older, signed by another key, or another room’s', async () => {
    const room = await bench.room()
    expect((await room.publish({ version: 5 })).json).toEqual({ version: 5 })
    expect((await room.publish({ version: 5 })).json).toEqual({ version: 5 })
    expect((await room.publish({ version: 5, school: '别的' })).json).toEqual({
      problem: 'stale',
      version: 5,
    })
    expect((await room.publish({ version: 4 })).json).toEqual({ problem: 'stale', version: 5 })
    expect((await room.publish({ version: 6 }, newKeys())).json).toEqual({ problem: 'bad-signature' })
    expect((await room.publish({ version: 6, room: rooms[0].id })).json).toEqual({ problem: 'bad-request' })
    expect((await room.ask('GET', '/api/seat')).json.version).toBe(5)
  })

  it('is refused as a whole when one relative has no child, or one name comes twice', async () => {
    const room = await bench.room()
    const bad = [
      { children: [aChild(50)], contacts: [aContact(50, 51)] },
      { children: [aChild(50), aChild(50)] },
      { children: [aChild(50)], contacts: [aContact(50, 50), aContact(50, 50)] },
      { children: [{ ...aChild(50), user: contactNamed(50) }] },
      { children: [{ ...aChild(50), surname: '王' }] },
      { children: [aChild(50)], contacts: [aContact(50, 50, { phones: ['13800138000'] })] },
    ] as Partial<Publication>[]
    for (const one of bad) expect((await room.publish(one)).json).toEqual({ problem: 'bad-request' })
    expect((await room.ask('POST', '/api/seat/credentials', { child: childNamed(50) })).status).toBe(403)
  })

  it('takes a whole school of 2,000 children and 6,000 relatives', async () => {
    const room = await bench.room()
    const children = Array.from({ length: 2000 }, (_, n) => aChild(10_000 + n))
    const contacts = Array.from({ length: 6000 }, (_, n) => aContact(10_000 + n, 10_000 + (n % 2000)))
    expect((await room.publish({ children, contacts })).status).toBe(200)
    const { json } = await room.ask('GET', `/api/seat/presence?child=${childNamed(10_007)}`)
    expect(json.contacts).toHaveLength(3)
  })

  it('keeps what it says over a restart', async () => {
    const room = await bench.room()
    await room.publish({ children: [aChild(70)], contacts: [aContact(70, 70)] })
    await bench.restart()
    const asked = await bench.engine(`/engine/allow?from=${childNamed(70)}&to=${contactNamed(70)}&call=kept`)
    expect(asked.status).toBe(200)
    expect(readFileSync(join(bench.settings.state, 'calls.sqlite')).subarray(68, 72).toString()).toBe('HHcs')
  })
})
