import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { everyRole } from '#contract/define.ts'
import type { StaffPerson } from '#contract/people.ts'
import { testGround, type TestGround } from '#core/db/test-ground.ts'
import { createPinHash } from './pin-hash.ts'
import { createStaffService, type StaffService } from './service.ts'

const MINUTE = 60_000
const PIN = '804913'
const WRONG = '804914'
const NEW_PIN = '730268'

// The house's cost takes a third of a second a try; what is checked here is what happens around it.
const pinHash = () => createPinHash({ logN: 8, r: 8, p: 1 })

function staffOn(ground: TestGround): StaffService {
  return createStaffService(ground, { idleMs: () => 5 * MINUTE, pinHash: pinHash() })
}

async function openedRoom(ground = testGround()) {
  const staff = staffOn(ground)
  const first = await staff.prepareFirst({ name: '陈老师', pin: PIN })
  if (!first.ok) throw new Error('no first coordinator')
  const me = first.value.write()
  return { ground, staff, me, recoveryKey: first.value.recoveryKey }
}

async function added(staff: StaffService, name: string, role: StaffPerson['role'] = 'teacher') {
  const answer = await staff.add({ name, role, pin: PIN, checkedOn: null })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.id
}

/** Wrong tries until this many are counted, waiting as asked. */
async function wrongTries(staff: StaffService, ground: TestGround, id: string, count: number) {
  const answers = []
  for (let done = 0; done < count; done += 1) {
    const answer = await staff.signIn(id, WRONG)
    if (answer.ok) throw new Error('a wrong PIN was taken')
    answers.push(answer.error)
    ground.clock.pass(answer.error.waitMs ?? 0)
  }
  return answers
}

describe('signing in', () => {
  it('seats a person with the right PIN, nobody with a wrong one', async () => {
    const { staff, me } = await openedRoom()
    expect(await staff.signIn(me.id, WRONG)).toEqual({
      ok: false,
      error: { code: 'wrong-pin', waitMs: 0, facts: { triesLeft: 9 } },
    })
    expect(staff.signedIn.current()).toBeNull()
    expect(await staff.signIn(me.id, PIN)).toEqual({ ok: true, value: me })
    expect(staff.signedIn.current()).toEqual(me)
    expect(await staff.signIn('0198b2a0-0000-7000-8000-000000000000', PIN)).toMatchObject({
      error: { code: 'not-found' },
    })
  })

  it('starts counting from none after a right PIN', async () => {
    const { ground, staff, me } = await openedRoom()
    await wrongTries(staff, ground, me.id, 4)
    await staff.signIn(me.id, PIN)
    expect(await staff.signIn(me.id, WRONG)).toMatchObject({ error: { facts: { triesLeft: 9 } } })
  })

  it('writes a try down before it checks it', async () => {
    const { ground, staff, me } = await openedRoom()
    const running = staff.signIn(me.id, WRONG)
    expect(ground.db.get('SELECT wrong FROM pin_try')).toEqual({ wrong: 1 })
    await running
  })

  it('counts two tries at once as two', async () => {
    const { ground, staff, me } = await openedRoom()
    await Promise.all([staff.signIn(me.id, WRONG), staff.signIn(me.id, WRONG)])
    expect(ground.db.get('SELECT wrong FROM pin_try')).toEqual({ wrong: 2 })
  })

  it('looks at one of many tries at once where a wait has begun', async () => {
    const { ground, staff, me } = await openedRoom()
    await wrongTries(staff, ground, me.id, 2)
    const answers = await Promise.all([WRONG, WRONG, PIN, PIN].map((pin) => staff.signIn(me.id, pin)))
    expect(answers.map((answer) => answer.ok || answer.error.code)).toEqual([
      'wrong-pin',
      'pin-wait',
      'pin-wait',
      'pin-wait',
    ])
    expect(ground.db.get('SELECT wrong FROM pin_try')).toEqual({ wrong: 3 })
  })
})

describe('waiting', () => {
  it('grows, and the right PIN has to wait too', async () => {
    const { ground, staff, me } = await openedRoom()
    const answers = await wrongTries(staff, ground, me.id, 6)
    const waits = answers.map(({ waitMs }) => waitMs ?? 0)
    expect(waits).toEqual(waits.toSorted((one, other) => one - other))
    expect(waits.at(-1)).toBeGreaterThanOrEqual(MINUTE)
    await staff.signIn(me.id, WRONG)
    expect(await staff.signIn(me.id, PIN)).toMatchObject({ ok: false, error: { code: 'pin-wait' } })
  })

  it('runs on the monotonic clock: setting the wall forward does not shorten it', async () => {
    const { ground, staff, me } = await openedRoom()
    await wrongTries(staff, ground, me.id, 4)
    await staff.signIn(me.id, WRONG)
    ground.clock.setWall(Date.UTC(2030, 0, 1))
    expect(await staff.signIn(me.id, PIN)).toMatchObject({ error: { code: 'pin-wait' } })
  })

  it('is not shortened by a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'staff-'))
    const path = join(folder, 'house.db')
    try {
      const { ground, staff, me } = await openedRoom(testGround({ path }))
      await wrongTries(staff, ground, me.id, 4)
      const last = await staff.signIn(me.id, WRONG)
      const waitMs = last.ok ? 0 : (last.error.waitMs ?? 0)
      expect(waitMs).toBeGreaterThan(2000)
      ground.clock.pass(1000)
      staff.tick()
      ground.db.close()

      const again = testGround({ path })
      const restarted = staffOn(again)
      expect(await restarted.signIn(me.id, PIN)).toMatchObject({
        error: { code: 'pin-wait', waitMs: waitMs - 1000 },
      })
      again.clock.pass(waitMs - 1001)
      expect(await restarted.signIn(me.id, PIN)).toMatchObject({ error: { code: 'pin-wait', waitMs: 1 } })
      again.clock.pass(1)
      expect(await restarted.signIn(me.id, PIN)).toMatchObject({ ok: true })
      again.db.close()
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('the lock after ten in a row', () => {
  it('opens to the recovery key only, once, and gives the next one', async () => {
    const { ground, staff, me, recoveryKey } = await openedRoom()
    const answers = await wrongTries(staff, ground, me.id, 10)
    expect(answers.at(-1)).toEqual({ code: 'pin-locked' })
    ground.clock.pass(365 * 24 * 60 * MINUTE)
    expect(await staff.signIn(me.id, PIN)).toMatchObject({ error: { code: 'pin-locked' } })
    expect(staff.list()).toMatchObject([{ id: me.id, locked: true }])

    expect(await staff.recover(me.id, 'ABCDE-ABCDE-ABCDE-ABCDE', NEW_PIN)).toMatchObject({
      error: { code: 'wrong-recovery-key' },
    })
    const typed = recoveryKey.toLowerCase().replaceAll('-', ' ')
    const recovered = await staff.recover(me.id, typed, NEW_PIN)
    if (!recovered.ok) throw new Error(recovered.error.code)
    expect(recovered.value.person).toEqual(me)
    expect(staff.signedIn.current()).toEqual(me)
    expect(staff.list()).toMatchObject([{ locked: false }])
    expect(await staff.signIn(me.id, NEW_PIN)).toMatchObject({ ok: true })
    expect(await staff.signIn(me.id, PIN)).toMatchObject({ error: { code: 'wrong-pin' } })

    expect(await staff.recover(me.id, recoveryKey, PIN)).toMatchObject({
      error: { code: 'wrong-recovery-key' },
    })
    expect(await staff.recover(me.id, recovered.value.recoveryKey, PIN)).toMatchObject({ ok: true })
  })

  it('opens once when the key is used twice at the same time', async () => {
    const { staff, me, recoveryKey } = await openedRoom()
    const answers = await Promise.all([NEW_PIN, PIN].map((pin) => staff.recover(me.id, recoveryKey, pin)))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  })

  it('has a key of twenty characters that no row holds in the clear', async () => {
    const { ground, me, staff, recoveryKey } = await openedRoom()
    expect(recoveryKey).toMatch(/^[A-HJ-NP-Z2-9]{5}(-[A-HJ-NP-Z2-9]{5}){3}$/)
    const rows = JSON.stringify([
      ground.db.all('SELECT * FROM room_setting'),
      ground.db.all('SELECT * FROM staff'),
      ground.db.all('SELECT * FROM change'),
    ])
    expect(rows).not.toContain(recoveryKey)
    expect(rows).not.toContain(recoveryKey.replaceAll('-', ''))
    expect(rows).not.toContain(PIN)
    const replaced = await staff.replaceRecoveryKey(me, PIN)
    expect(replaced).toMatchObject({ ok: true })
    expect(await staff.recover(me.id, recoveryKey, NEW_PIN)).toMatchObject({ ok: false })
  })
})

describe('the idle lock', () => {
  it('signs out after the idle time and says so once', async () => {
    const { ground, staff, me } = await openedRoom()
    const told: (StaffPerson | null)[] = []
    staff.signedIn.onChange((person) => told.push(person))
    await staff.signIn(me.id, PIN)
    ground.clock.pass(5 * MINUTE - 1)
    staff.signedIn.touch()
    ground.clock.pass(5 * MINUTE - 1)
    expect(staff.signedIn.current()).toEqual(me)
    ground.clock.pass(1)
    expect(staff.signedIn.current()).toBeNull()
    staff.tick()
    staff.tick()
    expect(told).toEqual([me, null])
  })

  it('is not undone by a sign of life that comes too late', async () => {
    const { ground, staff, me } = await openedRoom()
    await staff.signIn(me.id, PIN)
    ground.clock.pass(5 * MINUTE)
    staff.signedIn.touch()
    expect(staff.signedIn.current()).toBeNull()
  })

  it('does not care for the wall', async () => {
    const { ground, staff, me } = await openedRoom()
    await staff.signIn(me.id, PIN)
    ground.clock.setWall(Date.UTC(2000, 0, 1))
    expect(staff.signedIn.current()).toEqual(me)
  })
})

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
