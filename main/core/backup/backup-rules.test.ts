import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backupFile, backupsToKeep, MOST, readBackupFile, type BackupName } from './backup-rules.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const start = Date.UTC(2026, 10, 22, 7, 30)
const digest = 'ab'.repeat(16)
const backup = (number: number, at: number): BackupName => ({
  file: backupFile(number, at, digest),
  number,
  at,
  digest,
})

/** Makes a backup at each of these moments, rotating after each, as the room does. */
function live(moments: readonly number[]): BackupName[] {
  let kept: BackupName[] = []
  for (const [number, at] of moments.entries()) kept = backupsToKeep([...kept, backup(number, at)], at)
  return kept
}

describe('backupsToKeep', () => {
  it('leaves each hour of a day, each day of two weeks, each week of three months', () => {
    const hours = 120 * 24
    const now = start + (hours - 1) * HOUR
    const kept = live(Array.from({ length: hours }, (_, hour) => start + hour * HOUR))
    const ages = kept.map(({ at }) => now - at)
    for (let hour = 0; hour < 24; hour++) expect(ages).toContain(hour * HOUR)
    for (let day = 1; day < 13; day++)
      expect(ages.some((age) => age >= day * DAY && age < (day + 1) * DAY)).toBe(true)
    for (let week = 2; week < 12; week++) {
      expect(ages.some((age) => age >= week * 7 * DAY && age < (week + 1) * 7 * DAY)).toBe(true)
    }
    expect(Math.max(...ages)).toBeLessThan(14 * 7 * DAY)
    expect(kept.length).toBeLessThanOrEqual(MOST)
  })

  const moment = fc.oneof(
    fc.integer({ min: 0, max: 200 * DAY }).map((after) => start + after),
    fc.integer({ min: 0, max: 3 * DAY }).map((after) => Date.UTC(2000, 0, 1) + after),
    fc.constant(Date.UTC(2099, 0, 1)),
  )

  it('never drops the newest three, stays bounded and settles, whatever the clock shows', () => {
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 300 }), moment, (moments, now) => {
        const all = moments.map((at, number) => backup(number, at))
        const kept = backupsToKeep(all, now)
        for (const one of all.slice(-3)) expect(kept).toContainEqual(one)
        expect(kept.length).toBeLessThanOrEqual(2 * MOST)
        expect(backupsToKeep(kept, now)).toEqual(kept)
      }),
    )
  })

  it('does not throw three months away because the battery died', () => {
    const hourly = Array.from({ length: 100 * 24 }, (_, hour) => start + hour * HOUR)
    const before = live(hourly)
    const dead = backup(99_999, Date.UTC(2000, 0, 1))
    expect(backupsToKeep([...before, dead], dead.at)).toHaveLength(before.length + 1)
  })
})

describe('names', () => {
  it('tell number, second and digest, and nothing else passes for one', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 0, max: Date.UTC(2099, 0) }), (number, at) => {
        const name = readBackupFile(backupFile(number, at, digest))
        expect(name).toMatchObject({ number, at: Math.floor(at / 1000) * 1000, digest })
      }),
    )
    const strange = [
      '.writing-7',
      'backup-1.sqlite',
      `${backupFile(1, start, digest)}-wal`,
      backupFile(1, start, 'short'),
    ]
    expect(strange.map(readBackupFile)).toEqual(strange.map(() => undefined))
  })
})
