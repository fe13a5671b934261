import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openHouseIn } from '#core/house/house-on-disk.fixture.ts'
import type { House } from '#core/house/open-house.ts'
import { createUpdates, type UpdatesService } from './service.ts'
import { seatSideIn } from './seat-side.ts'
import { makeSeat, type Seat } from './update-seat.fixture.ts'

let seat: Seat
let folder: string
let house: House
let updates: UpdatesService
/** Who sits where, and minutes that have passed. */
let isTaken = false
let atConsole: string | null = null
let passed = 0
const asRunning = (version: string) =>
  createUpdates(
    { ...house.ground, clock: { ...house.ground.clock, monotonic: () => passed * 60_000 } },
    {
      side: seatSideIn(seat.root),
      version,
      schema: 80,
      isTaken: () => isTaken,
      atConsole: () => atConsole,
    },
  )
beforeEach(() => {
  seat = makeSeat()
  folder = mkdtempSync(join(tmpdir(), 'room-'))
  house = openHouseIn(folder)
  ;[isTaken, atConsole, passed] = [false, null, 0]
  updates = asRunning('1.0.0')
})
afterEach(async () => {
  await house.close()
  seat.remove()
  rmSync(folder, { recursive: true })
})
const isWished = (wish: string) => existsSync(seat.path('run/happy-home-updates/wish', wish))
const prepare = () => {
  seat.put({ version: '1.1.0' })
  expect(updates.take()).toMatchObject({ ok: true })
  seat.run('run')
}

describe('updates in the room', () => {
  it('are found on a stick, prepared, ordered, and change over when nobody sits here', () => {
    expect(updates.look()).toMatchObject({ isSeat: true, offered: null, refused: null, step: 'idle' })
    prepare()
    expect(updates.look()).toMatchObject({ step: 'ready', target: '1.1.0', isOrdered: false })
    passed = 10
    updates.tick()
    expect(isWished('switch')).toBe(false)
    isTaken = true
    expect(updates.order(true, 'anna')).toMatchObject({ ok: true })
    passed = 20
    updates.tick()
    expect([isWished('switch'), updates.look()]).toMatchObject([false, { isOrdered: true, isTaken: true }])
    isTaken = false
    updates.tick()
    // Somebody may be next.
    expect(isWished('switch')).toBe(false)
    passed = 21
    updates.tick()
    expect(isWished('switch')).toBe(true)
    seat.run('run')
    expect(seat.starts()).toBe('1.1.0')
    expect(updates.look()).toMatchObject({ step: 'trying', isOrdered: false })
  })

  it('wait for a console that somebody else has open, not for whoever ordered', () => {
    prepare()
    updates.order(true, 'anna')
    atConsole = 'berta'
    passed = 10
    updates.tick()
    expect(isWished('switch')).toBe(false)
    atConsole = 'anna'
    updates.tick()
    expect(isWished('switch')).toBe(true)
  })

  it('remember the order after a power cut, and forget it when it is taken back', () => {
    prepare()
    updates.order(true, 'anna')
    updates = asRunning('1.0.0')
    expect(updates.look().isOrdered).toBe(true)
    updates.order(false, 'anna')
    passed = 30
    updates.tick()
    expect([isWished('switch'), updates.look().isOrdered]).toEqual([false, false])
    expect(updates.order(true, 'anna').ok).toBe(true)
    rmSync(seat.path('var/lib/happy-home-updates/state'))
    expect(updates.order(true, 'anna')).toMatchObject({ ok: false, error: { code: 'no-update' } })
  })

  it('show that the room is open once a page has asked for something, and not before', () => {
    const now = seat.path('run/happy-home-updates/open/now')
    updates.tick()
    expect(existsSync(now)).toBe(false)
    updates.heard()
    updates.tick()
    expect(existsSync(now)).toBe(true)
  })

  it('offer the way back only where the older program reads the data', () => {
    prepare()
    seat.wish('switch')
    const after = asRunning('1.1.0')
    expect(after.look().backTo).toBe('1.0.0')
    writeFileSync(seat.path('opt/happy-home/resources/seat.txt'), 'version 1.0.0\nschema 79\n')
    expect(after.look().backTo).toBeNull()
    expect(after.back()).toMatchObject({ ok: false, error: { code: 'no-way-back' } })
    writeFileSync(seat.path('opt/happy-home/resources/seat.txt'), 'version 1.0.0\nschema 80\n')
    expect(after.back()).toMatchObject({ ok: true })
    seat.run('run')
    expect([seat.starts(), updates.look().step, updates.look().hasFailed]).toEqual([
      '1.0.0',
      'gone-back',
      false,
    ])
  })

  it('say why one is not taken, before and after', () => {
    seat.put({ version: '1.0.0' })
    expect(updates.look()).toMatchObject({ offered: null, refused: 'older' })
    rmSync(join(seat.stick, 'happy-home-update'), { recursive: true })
    updates.take()
    seat.run('run')
    expect(updates.look()).toMatchObject({ refused: 'no-stick', step: 'refused' })
  })

  it('are nothing of this program where nobody made the PC a seat', () => {
    rmSync(seat.path('run'), { recursive: true })
    expect(updates.look().isSeat).toBe(false)
    expect(updates.take()).toMatchObject({ ok: false, error: { code: 'no-update' } })
    updates.heard()
    updates.tick()
  })
})

describe('a room whose update did not prove itself', () => {
  it('opens as it was before the update, keeps aside what the newer program wrote, and says so', async () => {
    const room = mkdtempSync(join(tmpdir(), 'room-'))
    const open = () => openHouseIn(room, { seatSide: seatSideIn(seat.root) })
    const before = open()
    before.children.add({ name: '林小雨', classLabel: '二(1)班', number: null, birthday: null })
    const { database } = before
    await before.close()
    // The newer program: its backup is made by then (closing makes one), then a newer form and more in it, and a backup of that, too.
    const Raw = (await import('better-sqlite3')).default
    const raw = new Raw(database)
    raw.pragma('user_version = 9999')
    raw.exec('CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT')
    raw.close()
    expect(() => open()).toThrow('newer')
    const state = seat.path('var/lib/happy-home-updates/state')
    const say = (reason: string) =>
      writeFileSync(state, `at gone-back\nversion 1.1.0\nfrom base\nreason ${reason}\n`)
    seat.run('run')
    // Somebody who asked for the way back did not ask to lose days.
    say('asked')
    expect(() => open()).toThrow('newer')
    say('failed')
    const after = open()
    expect(after.children.list().map(({ name }) => name)).toEqual(['林小雨'])
    expect(after.room.notices().map(({ code }) => code)).toContain('restored-after-update')
    await after.close()
    const aside = (await import('node:fs'))
      .readdirSync(join(database, '..'))
      .filter((name) => name.includes('.newer-'))
    expect(aside.length).toBeGreaterThan(0)
    expect(readFileSync(join(database, '..', aside[0] ?? '')).length).toBeGreaterThan(0)
    rmSync(room, { recursive: true })
  })
})
