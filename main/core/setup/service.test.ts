import { keysAt } from '../keys/keys.fixture.ts'
import { describe, expect, it } from 'vitest'
import { testGround } from '#core/db/test-ground.ts'
import { createRoomService } from '#core/room/service.ts'
import { createPinHash } from '#core/staff/pin-hash.ts'
import { createStaffService } from '#core/staff/service.ts'
import { createSetupService, type FirstRun } from './service.ts'

const first: FirstRun = {
  language: 'en',
  school: '石城镇中心小学',
  room: '快乐家园一室',
  seat: 3,
  coordinator: { name: '陈', pin: '804913' },
}

function freshSeat() {
  const ground = testGround()
  const room = createRoomService(ground, { example: false, examplePin: null, version: '0' })
  const pinHash = createPinHash({ logN: 6, r: 8, p: 1 })
  const staff = createStaffService(ground, { idleMs: () => 60_000, pinHash, ...keysAt(ground) })
  return { ground, room, staff, setup: createSetupService(ground, { room, staff }) }
}

describe('the first run', () => {
  it('names the room and its coordinator, whom PIN and recovery key then open it to', async () => {
    const { room, staff, setup } = freshSeat()
    expect(setup.state()).toEqual({ needed: true, language: 'zh-CN', emptyBecause: null })
    const done = await setup.finish(first)
    if (!done.ok) throw new Error(done.error.code)
    expect(setup.state()).toEqual({ needed: false, language: 'en', emptyBecause: null })
    expect(room.look()).toMatchObject({ school: first.school, room: first.room, seat: 3, language: 'en' })
    const [coordinator] = staff.people()
    expect(coordinator).toMatchObject({ name: '陈', role: 'coordinator' })
    expect(staff.signedIn.current()).toBeNull()
    expect(await staff.signIn(coordinator!.id, '804913')).toMatchObject({ ok: true })
    expect(await staff.recover(coordinator!.id, done.value.recoveryKey, '730268')).toMatchObject({ ok: true })
  })

  it('happens once, also when asked twice at the same time', async () => {
    const { staff, setup, room } = freshSeat()
    const other = { ...first, school: '别的学校', coordinator: { name: '李', pin: '730268' } }
    // Whose hashes and keys are made first comes first.
    const asked = [first, other, first]
    const answers = await Promise.all(asked.map((one) => setup.finish(one)))
    const won = answers.findIndex(({ ok }) => ok)
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    for (const answer of answers.filter(({ ok }) => !ok))
      expect(answer).toMatchObject({ error: { code: 'already-set-up' } })
    expect(await setup.finish(other)).toMatchObject({ error: { code: 'already-set-up' } })
    expect(staff.people()).toHaveLength(1)
    expect(room.settings().school).toBe(asked[won]?.school)
  })

  it('writes nothing when the PIN is too easy', async () => {
    const { ground, setup } = freshSeat()
    const easy = { ...first, coordinator: { name: '陈', pin: '123456' } }
    expect(await setup.finish(easy)).toMatchObject({ error: { code: 'pin-too-easy' } })
    expect(ground.db.all('SELECT * FROM change')).toEqual([])
    expect(setup.state().needed).toBe(true)
  })

  it('writes all or nothing', async () => {
    const { ground, setup, room } = freshSeat()
    ground.db.run(`CREATE TRIGGER full BEFORE INSERT ON staff BEGIN SELECT RAISE(ABORT, 'full'); END`)
    await expect(setup.finish(first)).rejects.toThrow('full')
    expect(ground.db.all('SELECT * FROM room_setting')).toEqual([])
    expect(room.settings().school).not.toBe(first.school)
  })
})
