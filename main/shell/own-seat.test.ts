import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testGround } from '#core/db/test-ground.ts'
import { roomFiles, type RoomFiles } from '#core/house/room-files.ts'
import { keepSeatSecret } from '#core/keys/seat-secret.ts'
import { silentLog } from '#core/kernel/log.ts'
import { becomeOwnSeat } from './own-seat.ts'
import type { Settings } from './settings.ts'

let files: RoomFiles
beforeEach(() => {
  files = roomFiles(mkdtempSync(join(tmpdir(), 'own-seat-')))
  mkdirSync(files.keys)
})
afterEach(() => rmSync(files.folder, { recursive: true }))

function settingsWith(start: Partial<ReturnType<Settings['get']>>): Settings {
  let now = { seatId: 'seat-1', ...start } as ReturnType<Settings['get']>
  return { get: () => now, keep: (change) => void (now = { ...now, ...change }), recreated: false }
}
const look = (settings: Settings, marks: readonly string[]) =>
  becomeOwnSeat(settings, silentLog, files.folder, marks)

function logOf(): string | undefined {
  const { db } = testGround({ path: files.database })
  try {
    return db.all<{ readonly value: string }>(`SELECT value FROM meta WHERE key = 'log'`)[0]?.value
  } finally {
    db.close()
  }
}

it('a disk in another machine is a seat of its own: number, log and secret', () => {
  const [log, secret] = [logOf(), keepSeatSecret(files.keys)]
  const settings = settingsWith({ marks: ['old'] })
  expect(look(settings, ['new'])).toBe(true)
  expect(settings.get().seatId).not.toBe('seat-1')
  expect(settings.get().marks).toEqual(['new'])
  expect(logOf()).not.toBe(log)
  expect(keepSeatSecret(files.keys)).not.toEqual(secret)
  expect(Uint8Array.from(readFileSync(join(files.keys, 'copied.key')))).toEqual(Uint8Array.from(secret))
  // It is at home there from then on.
  const own = settings.get().seatId
  expect(look(settings, ['new'])).toBe(false)
  expect(settings.get().seatId).toBe(own)
})

it('a changed card, a machine that tells nothing, and a first start are no copy', () => {
  const secret = keepSeatSecret(files.keys)
  for (const [known, now] of [
    [
      ['card', 'other'],
      ['card', 'new'],
    ],
    [['card'], []],
    [[], ['card']],
    [undefined, ['card']],
  ] as const) {
    const settings = settingsWith(known ? { marks: known } : {})
    expect(look(settings, now)).toBe(false)
    expect(settings.get().seatId).toBe('seat-1')
    expect(settings.get().marks ?? []).toEqual(now.length > 0 ? now : (known ?? []))
  }
  expect(keepSeatSecret(files.keys)).toEqual(secret)
})

it('a copied seat without a room, or with a damaged one, goes on', () => {
  expect(look(settingsWith({ marks: ['old'] }), ['new'])).toBe(true)
  mkdirSync(files.database)
  expect(look(settingsWith({ marks: ['old'] }), ['new'])).toBe(true)
  expect(existsSync(join(files.keys, 'copied.key'))).toBe(false)
})
