import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Role } from '#contract/roles.ts'
import type { StaffPerson } from '#contract/people.ts'
import { testGround } from '../db/test-ground.ts'
import { newRecoveryKey } from '../staff/recovery-key.ts'
import type { UnlockedHolder } from './escrow.ts'
import { mayOpenTogether } from './escrow-rules.ts'
import { keysAt } from './keys.fixture.ts'
import { newKey } from './seal.ts'

const seat = newKey()

/** A room with a child's sealed word, and grown-ups who come, leave and change their PINs. */
function roomOf(secret = seat) {
  const ground = testGround()
  const people: StaffPerson[] = []
  const at = (other = secret) => keysAt(ground, other, () => people)
  const here = at()
  const { escrow } = here
  const ring = here.keys.ringOf('child')
  const sealed = ring.seal(ring.own(), 'p', '秘密')
  const set = async (id: string, pin: string) => {
    const person = people.find((each) => each.id === id)!
    ;(await escrow.prepare(person, pin)).write()
    escrow.renewSoon()
    await escrow.settled()
  }
  const come = async (id: string, role: Role, pin: string) => {
    people.push({ id, name: id, role })
    await set(id, pin)
  }
  const leave = async (id: string) => {
    people.splice(
      people.findIndex((each) => each.id === id),
      1,
    )
    escrow.drop(id)
    escrow.renewSoon()
    await escrow.settled()
  }
  const unlock = (id: string, pin: string, by = escrow) => by.unlock(id, pin)
  const read = async (a: readonly [string, string], b: readonly [string, string], by = escrow) => {
    const one = await unlock(...a, by)
    const other = await unlock(...b, by)
    const opened = one && other && by.open(one, other, 'child')
    return opened?.open('p', sealed)
  }
  return { ground, people, here, at, escrow, sealed, come, leave, set, unlock, read }
}

const [ann, bo] = [
  ['ann', '111111'],
  ['bo', '222222'],
] as const

async function two() {
  const room = roomOf()
  await room.come('ann', 'coordinator', ann[1])
  await room.come('bo', 'social-worker', bo[1])
  return room
}

it('opens for two grown-ups with their PINs, in either order, and without what is wrapped for the seat', async () => {
  const room = await two()
  const id = room.here.files.all()[0]!.id
  room.here.files.write(id, { ...room.here.files.read(id)!, bySeat: 'gone' })
  room.here.wrapping.forget()
  expect(room.here.keys.ringOf('child').open('p', room.sealed)).toBeUndefined()
  expect(await room.read(ann, bo)).toBe('秘密')
  expect(await room.read(bo, ann)).toBe('秘密')
})

it('opens nothing for one PIN, twice the same person, a wrong PIN, or at another seat', async () => {
  const room = await two()
  expect(await room.read(ann, ann)).toBeUndefined()
  expect(await room.read(ann, ['bo', '222223'])).toBeUndefined()
  expect(await room.read(ann, ['bo', ann[1]])).toBeUndefined()
  expect(await room.read(ann, bo, room.at(newKey()).escrow)).toBeUndefined()
  // One private half in the place of both.
  const one = (await room.unlock(...ann))!
  const posing: UnlockedHolder = { ...one, staffId: 'bo' }
  expect(room.escrow.open(one, posing, 'child')).toBeUndefined()
  expect(room.escrow.open(posing, one, 'child')).toBeUndefined()
})

it('opens nothing of a child whose key’s file is destroyed, with the rows of before and both PINs', async () => {
  const room = await two()
  expect(await room.read(ann, bo)).toBe('秘密')
  for (const { id } of room.here.files.all()) room.here.files.destroy(id)
  expect(await room.read(ann, bo)).toBeUndefined()
})

it('holds the keys of children who come later, and none of another child', async () => {
  const room = await two()
  const later = room.here.keys.ringOf('later')
  const word = later.seal(later.own(), 'p', '新的')
  const open = async (childId: string) =>
    room.escrow.open((await room.unlock(...ann))!, (await room.unlock(...bo))!, childId)
  expect((await open('later'))?.open('p', word)).toBe('新的')
  expect((await open('child'))?.open('p', word)).toBeUndefined()
})

it('is nothing any more to who left, nor with an old PIN, nor with the rows of before', async () => {
  const room = await two()
  await room.come('cai', 'coordinator', '333333')
  const before = {
    pairs: room.ground.db.all<{ one: string; other: string; sealed: string }>('SELECT * FROM escrow_pair'),
    bo: room.ground.db.get<Record<string, string>>(`SELECT * FROM escrow_holder WHERE staff_id = 'bo'`)!,
  }
  expect(before.pairs).toHaveLength(3)
  await room.leave('bo')
  expect(await room.read(ann, bo)).toBeUndefined()
  expect(await room.read(ann, ['cai', '333333'])).toBe('秘密')
  // Whoever kept a copy of the rows and has both PINs of then opens what was sealed then: it holds no child's key of now.
  const { db } = room.ground
  db.run('DELETE FROM escrow_pair')
  for (const { one, other, sealed } of before.pairs)
    db.run('INSERT INTO escrow_pair (one, other, sealed) VALUES (?, ?, ?)', [one, other, sealed])
  db.run(
    `INSERT INTO escrow_holder (staff_id, public_key, private_key, recipe, mark) VALUES ('bo', ?, ?, ?, ?)`,
    [before.bo['public_key']!, before.bo['private_key']!, before.bo['recipe']!, before.bo['mark']!],
  )
  expect(await room.unlock(...bo)).toBeDefined()
  expect(await room.read(ann, bo)).toBeUndefined()
})

it('is shut between somebody’s leaving and the making of the new one, for the others too', async () => {
  const room = await two()
  await room.come('cai', 'coordinator', '333333')
  room.escrow.drop('bo')
  expect(await room.read(ann, ['cai', '333333'])).toBeUndefined()
  room.people.splice(1, 1)
  // As after a power cut in between: the next start sees it.
  const next = room.at().escrow
  next.renewSoon()
  await next.settled()
  expect(await room.read(ann, ['cai', '333333'], next)).toBe('秘密')
})

it('waits for a PIN of one’s own where somebody else chose it, and makes the key at the next sign-in', async () => {
  const room = await two()
  room.escrow.given('bo')
  const [person] = room.people.filter(({ id }) => id === 'bo')
  room.escrow.met(person!, '444444', () => true)
  await room.escrow.settled()
  expect(room.escrow.stateOf(person!)).toBe('pin-given')
  expect(await room.unlock('bo', '444444')).toBeUndefined()
  await room.set('bo', '555555')
  expect(room.escrow.stateOf(person!)).toBe('ready')
  expect(await room.read(ann, ['bo', '555555'])).toBe('秘密')

  // The room came to another seat: the PINs are known again when they sign in.
  const elsewhere = room.at(newKey())
  expect(elsewhere.escrow.stateOf(person!)).toBe('sign-in')
  for (const [id, pin] of [ann, ['bo', '555555']] as const)
    elsewhere.escrow.met(
      room.people.find((each) => each.id === id)!,
      pin,
      () => true,
    )
  await elsewhere.escrow.settled()
  expect(elsewhere.escrow.stateOf(person!)).toBe('ready')
  expect(elsewhere.escrow.isPair('ann', 'bo')).toBe(true)
  // No child's key opens there yet, so the escrow holds none.
  expect(await room.read(ann, ['bo', '555555'], elsewhere.escrow)).toBeUndefined()
})

it('takes up keys that the paper brought back', async () => {
  const room = await two()
  const paper = newRecoveryKey()
  ;(await room.here.rescue.prepare(paper)).write()
  room.here.rescue.keep()
  const there = room.at(newKey())
  for (const [id, pin] of [ann, bo])
    there.escrow.met(
      room.people.find((each) => each.id === id)!,
      pin,
      () => true,
    )
  await there.escrow.settled()
  expect(await room.read(ann, bo, there.escrow)).toBeUndefined()
  expect(there.rescue.open(paper)).toMatchObject({ ok: true })
  there.escrow.renewSoon()
  await there.escrow.settled()
  expect(await room.read(ann, bo, there.escrow)).toBe('秘密')
})

it('forgets a PIN that was changed again, or a person who left, while the key was made', async () => {
  const room = roomOf()
  room.people.push({ id: 'ann', name: 'ann', role: 'coordinator' })
  room.escrow.met(room.people[0]!, ann[1], () => false)
  await room.escrow.settled()
  expect(room.escrow.stateOf(room.people[0]!)).toBe('sign-in')
})

it('leaves no key in memory that was opened', async () => {
  const room = await two()
  const one = (await room.unlock(...ann))!
  const other = (await room.unlock(...bo))!
  const opened = room.escrow.open(one, other, 'child')!
  for (const each of [one, other]) {
    each.forget()
    expect([...each.privateKey].every((byte) => byte === 0)).toBe(true)
  }
  expect(opened.open('p', room.sealed)).toBe('秘密')
  opened.forget()
  expect(opened.open('p', room.sealed)).toBeUndefined()
})

it('keeps no key and no PIN readable in the database', async () => {
  const room = await two()
  const tables = ['escrow_holder', 'escrow_generation', 'escrow_pair', 'child_key', 'pin_given', 'change']
  const rows = JSON.stringify(tables.map((table) => room.ground.db.all(`SELECT * FROM ${table}`)))
  for (const secret of ['PRIVATE KEY', ann[1], bo[1], '秘密', Buffer.from(seat).toString('base64')])
    expect(rows).not.toContain(secret)
  const whole = (await room.unlock(...ann))!
  expect(rows).not.toContain(Buffer.from(whole.privateKey).toString('base64').slice(0, 40))
})

type Deed =
  | { readonly kind: 'come'; readonly role: Role }
  | { readonly kind: 'leave' | 'pin' | 'given' | 'role'; readonly who: number; readonly role: Role }

const role = fc.constantFrom<Role>('coordinator', 'social-worker', 'teacher')
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('come' as const), role }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('leave' as const, 'pin' as const, 'given' as const, 'role' as const),
      who: fc.nat(9),
      role,
    }),
  },
)

it('opens for exactly the pairs in force, whatever the history of comings, leavings and PINs', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 7 }), async (deeds) => {
      const room = roomOf()
      let [persons, pins] = [0, 0]
      const held = new Map<string, string>()
      const past: [string, string][] = []
      const newPin = (): string => String((pins += 1)).padStart(6, '0')
      for (const each of deeds) {
        if (each.kind === 'come') {
          const id = `p${(persons += 1)}`
          const pin = newPin()
          held.set(id, pin)
          await room.come(id, each.role, pin)
          continue
        }
        const at = each.who % Math.max(1, room.people.length)
        const person = room.people[at]
        if (!person) continue
        const pin = held.get(person.id)
        if (each.kind === 'role' && person.role === each.role) continue
        if (pin !== undefined) past.push([person.id, pin])
        held.delete(person.id)
        if (each.kind === 'leave') await room.leave(person.id)
        else if (each.kind === 'pin') {
          held.set(person.id, newPin())
          await room.set(person.id, held.get(person.id)!)
        } else {
          if (each.kind === 'role') {
            room.people[at] = { ...person, role: each.role }
            room.escrow.drop(person.id)
          } else room.escrow.given(person.id)
          room.escrow.renewSoon()
          await room.escrow.settled()
        }
      }
      const now = [...held].flatMap(([id, pin]) => {
        const person = room.people.find((each) => each.id === id)
        return person ? [{ ...person, pin }] : []
      })
      for (const one of now)
        for (const other of now)
          expect(await room.read([one.id, one.pin], [other.id, other.pin])).toBe(
            mayOpenTogether(one, other) ? '秘密' : undefined,
          )
      for (const old of past)
        for (const other of now) expect(await room.read(old, [other.id, other.pin])).toBeUndefined()
    }),
    { numRuns: 8 },
  )
})
