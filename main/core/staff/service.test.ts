import { describe, expect, it } from 'vitest'
import { everyRole } from '#contract/roles.ts'
import { added, NEW_PIN, openedRoom, PIN, WRONG, wrongTries } from './opened-room.fixture.ts'

describe('the people of the room', () => {
  it('takes every role and keeps names apart', async () => {
    const { staff } = await openedRoom()
    for (const role of everyRole) await added(staff, `${role} 一`, role)
    expect(new Set(staff.people().map(({ role }) => role))).toEqual(new Set(everyRole))
    expect(await staff.add({ name: '陈老师', role: 'teacher', pin: PIN, checkedOn: null })).toMatchObject({
      error: { code: 'name-taken' },
    })
    const both = await Promise.all(
      [1, 2].map(() => staff.add({ name: '李', role: 'teacher', pin: PIN, checkedOn: null })),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('refuses PINs that everybody tries first', async () => {
    const { staff, me } = await openedRoom()
    for (const pin of ['123456', '000000', '888888']) {
      const refusal = { error: { code: 'pin-too-easy' } }
      expect(await staff.add({ name: '李', role: 'teacher', pin, checkedOn: null })).toMatchObject(refusal)
      expect(await staff.resetPin(me.id, pin)).toMatchObject(refusal)
      expect(await staff.changeMyPin(me, PIN, pin)).toMatchObject(refusal)
    }
  })

  it('keeps its last coordinator', async () => {
    const { staff, me } = await openedRoom()
    const last = { ok: false, error: { code: 'last-coordinator' } }
    expect(staff.remove(me.id)).toEqual(last)
    expect(staff.change({ ...me, role: 'teacher', checkedOn: null })).toEqual(last)
    const other = await added(staff, '李老师', 'coordinator')
    expect(staff.remove(me.id)).toEqual({ ok: true, value: undefined })
    expect(staff.remove(other)).toEqual(last)
    expect(staff.isEmpty()).toBe(false)
  })

  it('signs a removed person out and shows a changed one as changed', async () => {
    const { staff } = await openedRoom()
    const id = await added(staff, '李老师')
    await staff.signIn(id, PIN)
    staff.change({ id, name: '李老师', role: 'volunteer', checkedOn: null })
    expect(staff.signedIn.current()).toMatchObject({ role: 'volunteer' })
    staff.remove(id)
    expect(staff.signedIn.current()).toBeNull()
    expect(await staff.signIn(id, PIN)).toMatchObject({ error: { code: 'not-found' } })
    expect(await added(staff, '李老师')).not.toBe(id)
  })

  it('changes a PIN for who knows the old one, counting wrong ones', async () => {
    const { ground, staff, me } = await openedRoom()
    expect(await staff.changeMyPin(me, WRONG, NEW_PIN)).toMatchObject({ error: { code: 'wrong-pin' } })
    expect(ground.db.get('SELECT wrong FROM pin_try')).toEqual({ wrong: 1 })
    expect(await staff.changeMyPin(me, PIN, NEW_PIN)).toMatchObject({ ok: true })
    expect(await staff.signIn(me.id, NEW_PIN)).toMatchObject({ ok: true })
  })

  it('lets a coordinator open a colleague’s lock with a new PIN', async () => {
    const { ground, staff } = await openedRoom()
    const id = await added(staff, '李老师')
    await wrongTries(staff, ground, id, 10)
    expect(await staff.resetPin(id, NEW_PIN)).toMatchObject({ ok: true })
    expect(await staff.signIn(id, NEW_PIN)).toMatchObject({ ok: true })
  })

  it('says whose background check is due', async () => {
    const { staff, me } = await openedRoom()
    const check = (checkedOn: string | null) => {
      staff.change({ ...me, checkedOn })
      return staff.list()[0]?.checkDue
    }
    // The test's day is 2026-11-22.
    expect(check(null)).toBe(true)
    expect(check('2025-11-21')).toBe(true)
    expect(check('2025-11-22')).toBe(false)
    expect(check('2026-11-22')).toBe(false)
    expect(check('2062-11-22')).toBe(true)
  })
})
