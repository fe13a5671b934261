import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../backup/test-rooms.ts'
import { newId } from '../kernel/ids.ts'
import { silentLog } from '../kernel/log.ts'
import { plainClock } from '../kernel/plain-clock.ts'
import { openDatabase } from './open.ts'
import { canTrace, CuttableDisk, traceDisk } from './traced-disk.ts'

const script = fileURLToPath(new URL('./writes-until-killed.ts', import.meta.url))
const loader = new URL('./raw-sql.register.ts', import.meta.url).href
const cuts = Number(process.env['POWER_CUTS'] ?? 30)
const rows = 80
const clock = plainClock({ wall: () => Date.now() })

/**
 * Replays what the program really did to its files up to a moment and throws away what it had not flushed: any mixture of
 * 512-byte sectors, in no order. A simulation of the drive, not of the file system: names are taken to last.
 */
describe.skipIf(!canTrace)('power cuts', () => {
  it(`lose no acknowledged row and damage nothing, ${cuts} of them`, { timeout: 600_000 }, () => {
    const folder = temporaryFolder()
    const path = join(folder, 'room.sqlite')
    const calls = traceDisk(['--import', loader, script, path, String(rows)], join(folder, 'trace'))
    expect(calls.filter(({ kind }) => kind === 'said')).toHaveLength(rows)
    expect(calls.some((call) => call.kind === 'flush' && call.path === path)).toBe(true)
    const moments = Array.from({ length: cuts }, () => Math.floor(Math.random() * calls.length)).toSorted(
      (a, b) => a - b,
    )
    const disk = new CuttableDisk()
    const acknowledged: string[] = []
    let done = 0
    for (const moment of moments) {
      for (const call of calls.slice(done, moment)) {
        disk.take(call)
        if (call.kind === 'said') acknowledged.push(call.text)
      }
      done = moment
      const share = Math.random()
      for (const end of ['', '-wal', '-shm', '-journal']) rmSync(path + end, { force: true })
      for (const [file, bytes] of disk.afterCut(() => Math.random() < share)) {
        if (file.startsWith(path)) writeFileSync(file, bytes)
      }
      const opened = openDatabase({ path, clock, seat: 'seat-1', newId, log: silentLog })
      if (!opened.ok)
        throw new Error(`After ${moment} of ${calls.length} calls: ${JSON.stringify(opened.error)}`)
      const there = new Set(opened.value.all<{ id: string }>('SELECT id FROM staff_act').map(({ id }) => id))
      expect(acknowledged.filter((id) => !there.has(id))).toEqual([])
      expect(opened.value.get('SELECT count(*) AS n FROM room_setting')).toEqual({ n: there.size })
      opened.value.close()
    }
  })
})
