import { expect, it, vi } from 'vitest'
import type { StaffPerson } from '#contract/people.ts'
import { createChildrenService } from '../children/service.ts'
import { testGround } from '../db/test-ground.ts'
import { ok } from '../kernel/result.ts'
import { keysAt } from '../keys/keys.fixture.ts'
import { createStaffStore } from '../staff/store.ts'
import { createFeelingsService } from './service.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MINUTE = 60_000

function room() {
  const ground = testGround()
  const staff = createStaffStore(ground.db)
  const person = (name: string, role: StaffPerson['role']): StaffPerson => {
    const id = ground.newId()
    staff.add({ id, name, role, checkedOn: null, pinHash: '', createdAt: 1 })
    return { id, name, role }
  }
  const people = { li: person('李老师', 'social-worker'), wang: person('王老师', 'teacher') }
  const helper = person('小陈', 'volunteer')
  const children = createChildrenService(ground, { media: { keep: async () => ok('a'.repeat(64)) } })
  const added = children.add({ name: '林小雨', classLabel: '二(1)班', number: null, birthday: null })
  if (!added.ok) throw new Error(added.error.code)
  const parts = {
    people: () => staff.all().map(({ id, name, role }) => ({ id, name, role })),
    keys: keysAt(ground).keys,
  }
  const feelings = createFeelingsService(ground, parts)
  /** The program starts again on the same disk. */
  const again = () => createFeelingsService(ground, parts)
  return { ground, staff, children, feelings, again, ...people, helper, yu: added.value.id }
}

const kept = ({ ground }: ReturnType<typeof room>) => ground.db.all('SELECT * FROM feeling')

it('nothing is kept before the child chose somebody, nor after it chose nobody', () => {
  const at = room()
  expect(at.feelings.page(at.yu).listener).toEqual({ kind: 'not-yet' })
  expect(at.feelings.asksAtDoor(at.yu)).toBe(true)
  expect(at.feelings.tell(at.yu, 'sad')).toEqual(ok({ kept: false }))
  at.feelings.choose(at.yu, null)
  at.ground.clock.pass(DAY)
  expect(at.feelings.tell(at.yu, 'sad')).toEqual(ok({ kept: false }))
  expect(at.feelings.asksAtDoor(at.yu)).toBe(false)
  expect(kept(at)).toEqual([])
})

it('one adult sees it, by name, and no other; it lies sealed and in no history', () => {
  const at = room()
  const { feelings, ground, li, wang, helper, yu } = at
  expect(feelings.choose(yu, helper.id)).toMatchObject({ ok: false, error: { code: 'not-found' } })
  feelings.choose(yu, li.id)
  expect(feelings.tell(yu, 'sad')).toEqual(ok({ kept: true }))
  expect(feelings.told(li)).toMatchObject([{ childName: '林小雨', mood: 'sad' }])
  expect(feelings.told(wang)).toEqual([])
  expect(JSON.stringify(kept(at))).not.toContain('sad')
  expect(JSON.stringify(ground.db.all('SELECT * FROM change'))).not.toContain('sad')
})

it('only the last one is kept, and another adult does not get it by a changed row', () => {
  const at = room()
  const { feelings, ground, li, wang, yu } = at
  feelings.choose(yu, li.id)
  feelings.tell(yu, 'sad')
  feelings.tell(yu, 'glad')
  expect(kept(at)).toHaveLength(1)
  expect(feelings.told(li)).toMatchObject([{ mood: 'glad' }])
  ground.db.run('UPDATE feeling SET staff_id = ?', [wang.id])
  ground.db.run('UPDATE feeling_listener SET staff_id = ?', [wang.id])
  expect(feelings.told(wang)).toEqual([])
})

it('another choice forgets what was told; so does an adult who leaves, and the child is asked again', () => {
  const at = room()
  const { feelings, ground, staff, li, wang, yu } = at
  feelings.choose(yu, li.id)
  feelings.tell(yu, 'sad')
  feelings.choose(yu, li.id)
  expect(kept(at)).toHaveLength(1)
  feelings.choose(yu, wang.id)
  expect(kept(at)).toEqual([])
  feelings.tell(yu, 'tired')
  staff.leave(wang.id, 2)
  expect(feelings.page(yu).listener).toEqual({ kind: 'not-yet' })
  ground.clock.pass(2 * HOUR)
  expect(feelings.asksAtDoor(yu)).toBe(true)
  expect(feelings.told(li)).toEqual([])
  feelings.sweep()
  expect(kept(at)).toEqual([])
})

it('is shown on its day only, and goes when that day is certainly over', () => {
  const at = room()
  const { feelings, ground, li, yu } = at
  feelings.choose(yu, li.id)
  feelings.tell(yu, 'sad')
  feelings.sweep()
  expect(feelings.told(li)).toHaveLength(1)
  const certain = vi.spyOn(ground.clock, 'certain').mockReturnValue(0)
  ground.clock.pass(DAY)
  expect(feelings.told(li)).toEqual([])
  feelings.sweep()
  expect(kept(at)).toHaveLength(1)
  certain.mockRestore()
  feelings.sweep()
  expect(kept(at)).toEqual([])
})

it('of a child who left the room nobody sees anything, and it is forgotten', () => {
  const at = room()
  const { feelings, children, li, yu } = at
  feelings.choose(yu, li.id)
  feelings.tell(yu, 'sad')
  children.remove(yu)
  expect(feelings.told(li)).toEqual([])
  feelings.sweep()
  expect(kept(at)).toEqual([])
})

it('no question comes twice in a short time, and one that was left out stays left out', () => {
  const { feelings, ground, li, yu } = room()
  feelings.choose(yu, li.id)
  expect(feelings.asksAtDoor(yu)).toBe(true)
  expect(feelings.asksAtDoor(yu)).toBe(false)
  feelings.tell(yu, 'glad')
  expect(feelings.page(yu).mayAsk).toBe(false)
  ground.clock.pass(10 * MINUTE)
  // After a call, not at the door.
  expect(feelings.page(yu).mayAsk).toBe(true)
  expect(feelings.asksAtDoor(yu)).toBe(false)
  feelings.skip(yu)
  ground.clock.pass(2 * HOUR - 1)
  expect(feelings.page(yu).mayAsk).toBe(false)
  expect(feelings.asksAtDoor(yu)).toBe(false)
  ground.clock.pass(1)
  expect(feelings.asksAtDoor(yu)).toBe(true)
  expect(ground.db.all('SELECT * FROM feeling WHERE child_id = ?', [yu])).toHaveLength(1)
})

it('a program that starts again asks no child a second time, whatever its clock says', () => {
  const { feelings, ground, li, yu, again } = room()
  feelings.choose(yu, li.id)
  expect(feelings.asksAtDoor(yu)).toBe(true)
  ground.clock.pass(HOUR)
  expect(again().asksAtDoor(yu)).toBe(false)
  ground.clock.pass(HOUR)
  expect(again().asksAtDoor(yu)).toBe(true)
  feelings.skip(yu)
  // After a skip no call asks, either.
  ground.clock.pass(HOUR)
  expect(again().page(yu).mayAsk).toBe(false)
  // A clock that fell back, and one that nobody believes: the rest begins anew, and ends.
  ground.clock.setWall(Date.UTC(2000, 0, 1))
  const trusted = vi.spyOn(ground.clock, 'trusted')
  for (const isBelieved of [true, false]) {
    trusted.mockReturnValue(isBelieved)
    const late = again()
    expect(late.asksAtDoor(yu)).toBe(false)
    ground.clock.pass(2 * HOUR)
    expect(late.page(yu).mayAsk).toBe(true)
  }
})

it('that a child was asked is forgotten when its rest is over', () => {
  const { feelings, ground, li, yu } = room()
  feelings.choose(yu, li.id)
  feelings.skip(yu)
  const asked = () => ground.db.all('SELECT * FROM feeling_asked')
  ground.clock.pass(2 * HOUR - 1)
  feelings.sweep()
  expect(asked()).toHaveLength(1)
  ground.clock.pass(1)
  feelings.sweep()
  expect(asked()).toEqual([])
})
