import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { StaffPerson } from '#contract/people.ts'
import { testGround } from '#core/db/test-ground.ts'
import { MINUTE, NEW_PIN, openedRoom, PIN, staffOn, WRONG, wrongTries } from './opened-room.fixture.ts'

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
