import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '#core/db/open.ts'
import { keepSeat, seatOf } from '#core/house/seat-of.ts'
import { roomFiles } from '#core/house/room-files.ts'
import { newId } from '#core/kernel/ids.ts'
import { silentLog } from '#core/kernel/log.ts'
import { plainClock } from '#core/kernel/plain-clock.ts'
import { readSettings } from './settings-file.ts'

const [ours, theirs] = [newId(), newId()]
let folder: string
const file = () => join(folder, 'seat.json')
const write = (words: string) => writeFileSync(file(), words)
const open = () => readSettings(folder, () => seatOf(roomFiles(folder)), silentLog)

/** A room of that seat. */
function furnish(seat: string): void {
  const clock = plainClock({ wall: Date.now })
  const opened = openDatabase({ path: roomFiles(folder).database, clock, seat, newId, log: silentLog })
  if (!opened.ok) throw new Error(opened.error.kind)
  keepSeat(opened.value, seat)
  opened.value.close()
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('what was said of the voice', () => {
  const said = { voice: 'espeak-ng 1.51 cmn', right: false, at: null }
  it.each([
    ['is read as it was kept', said, said],
    ['is nothing where it names no voice', { ...said, voice: '' }, undefined],
    ['is nothing where it is half there', { right: true }, undefined],
    ['is nothing where it is no judgement', 'wrong', undefined],
  ])('%s', (_how, kept, read) => {
    write(JSON.stringify({ seatId: ours, voiceHeard: kept }))
    expect(open().settings.voiceHeard).toEqual(read)
    expect(open().settings.seatId).toBe(ours)
  })
})

describe('the seat of a machine', () => {
  it.each([
    ['gone', undefined, false],
    ['of zero bytes', '', true],
    ['cut short', `{"seatId": "${theirs}", "lastTr`, true],
    ['with another’s words', '{"seatId": 7, "lastTrusted": "soon"}', false],
    ['that name no seat', '{"lastTrusted": 5}', false],
  ])('is its room’s where the settings are %s', (_how, words, isBroken) => {
    furnish(ours)
    if (words !== undefined) write(words)
    const { settings, whole, recreated } = open()
    expect(settings.seatId).toBe(ours)
    expect([whole, recreated]).toEqual([false, isBroken])
    expect(readdirSync(folder).some((name) => name.startsWith('seat.json.broken-'))).toBe(isBroken)
  })

  it('is what the settings say where a room was copied here from another machine', () => {
    furnish(theirs)
    write(JSON.stringify({ seatId: ours, lastTrusted: 5 }))
    expect(open()).toEqual({
      settings: { seatId: ours, lastTrusted: 5, certain: 0, days: [] },
      whole: true,
      recreated: false,
    })
  })

  it('is not looked for in the room where the settings name it', () => {
    write(JSON.stringify({ seatId: ours, lastTrusted: 5 }))
    let asked = false
    readSettings(folder, () => ((asked = true), theirs), silentLog)
    expect(asked).toBe(false)
  })

  it('is a new one where there is neither, or the room’s file is spoilt and has no backup', () => {
    expect(open().settings.seatId).toMatch(/^[0-9a-f-]{36}$/)
    writeFileSync(roomFiles(folder).database, 'no database at all, but long enough '.repeat(100))
    const seats = [open(), open()].map(({ settings }) => settings.seatId)
    expect(new Set(seats).size).toBe(2)
  })
})
