import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { backupsIn } from '#core/backup/files.ts'
import { NO_MEMORY, type ClockMemory } from '#core/kernel/clock-rules.ts'
import { openHouseIn, runJobHere } from './house-on-disk.fixture.ts'
import type { House } from './open-house.ts'
import { roomFiles } from './room-files.ts'
import type { RunJob } from './run-job.ts'
import { seatOf } from './seat-of.ts'

const HOUR = 3_600_000
let folder: string
let most = 0
let atOnce = 0
let memory: ClockMemory = NO_MEMORY

// What is looked at is when they run.
const runJob: RunJob = (name, input, wishes) => {
  const isBackup = name === 'backup'
  if (isBackup) most = Math.max(most, ++atOnce)
  return runJobHere(name, input, wishes).finally(() => {
    if (isBackup) atOnce -= 1
  })
}

function open(seat = 'seat-1'): House {
  return openHouseIn(folder, { seat, clockMemory: memory, keepClock: (next) => (memory = next), runJob })
}

const codes = (house: House) => house.room.notices().map(({ code }) => code)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'house-'))
  most = 0
  // Known for days, as in a room that is in use.
  memory = { lastTrusted: 0, certain: 0, days: [2, 1, 0].map((day) => Date.now() - day * 24 * HOUR) }
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true })
})

it('never makes two backups at once, and the last one is made at the end', async () => {
  const house = open()
  vi.advanceTimersByTime(2 * HOUR)
  await house.close()
  expect(most).toBe(1)
  expect(backupsIn(roomFiles(folder).backups).length).toBeGreaterThanOrEqual(1)
})

it('sweeps pictures out that no row names, within the first hours', async () => {
  const photos = join(roomFiles(folder).media, 'photo')
  mkdirSync(photos, { recursive: true })
  const stray = join(photos, 'a'.repeat(64))
  writeFileSync(stray, 'nobody’s')
  utimesSync(stray, new Date(0), new Date(0))
  const house = open()
  vi.advanceTimersByTime(HOUR)
  await expect.poll(() => existsSync(stray)).toBe(false)
  await house.close()
})

it('tells staff for two weeks that a room was begun anew, and the set-up too', async () => {
  writeFileSync(
    roomFiles(folder).database,
    'no database at all, but long enough to be looked at '.repeat(100),
  )
  const first = open()
  expect(codes(first)).toContain('started-empty-after-damage')
  expect(first.setup.state().emptyBecause).toBe('started-empty-after-damage')
  await first.close()
  const second = open()
  expect(codes(second)).toContain('started-empty-after-damage')
  await second.close()
  const now = Date.now()
  const onDay = async (day: number): Promise<readonly string[]> => {
    vi.spyOn(Date, 'now').mockReturnValue(now + day * 24 * HOUR)
    const house = open()
    const told = codes(house)
    await house.close()
    return told
  }
  // The first look at a clock that is so late forgets nothing; days that agree do.
  const told: (readonly string[])[] = []
  for (const day of [31, 32, 33, 34]) told.push(await onDay(day))
  vi.restoreAllMocks()
  expect(told.map((some) => some.includes('started-empty-after-damage'))).toEqual([true, true, false, false])
})

it('keeps its seat for a machine that lost its settings, also where a backup takes the place of its database', async () => {
  expect(seatOf(roomFiles(folder))).toBeUndefined()
  const house = open('seat-a')
  // While it is open too, as when a second start looks.
  expect(seatOf(roomFiles(folder))).toBe('seat-a')
  await house.close()
  expect(seatOf(roomFiles(folder))).toBe('seat-a')
  writeFileSync(roomFiles(folder).database, '')
  const again = open(seatOf(roomFiles(folder)))
  expect(codes(again)).toContain('restored-from-backup')
  expect(again.ground.seat).toBe('seat-a')
  await again.close()
})

it('is of the machine that opens it: a copy on another one is another seat from then on', async () => {
  await open('seat-a').close()
  const house = open('seat-b')
  expect(house.ground.seat).toBe('seat-b')
  expect(seatOf(roomFiles(folder))).toBe('seat-b')
  house.ground.db.shared.set('class', house.ground.newId(), { label: '1', grade: 1, number: 1 })
  expect(house.ground.db.all('SELECT DISTINCT seat FROM change')).toEqual([{ seat: 'seat-b' }])
  await house.close()
  // Its own backup is the newer one.
  writeFileSync(roomFiles(folder).database, '')
  expect(seatOf(roomFiles(folder))).toBe('seat-b')
})
