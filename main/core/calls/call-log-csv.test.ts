import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testGround, type TestGround } from '../db/test-ground.ts'
import en from '#locales/staff/en.json'
import { callLogCsv } from './call-log-csv.ts'
import { createCallStore } from './call-store.ts'

const { csv, direction, way, end, link } = en['call-log']
const words = { ...csv, directions: direction, ways: way, ends: end, links: link }
let folder: string
let path: string
let ground: TestGround

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'call-log-'))
  path = join(folder, 'house.db')
  ground = testGround({ path })
  const { shared } = ground.db
  for (const [id, label] of [
    ['k2', '二(1)班'],
    ['k3', '三(2)班'],
  ] as const)
    shared.set('class', id, { label, grade: 2, number: 1 })
  const child = (id: string, class_id: string, name: string) =>
    shared.set('child', id, {
      class_id,
      name,
      pinyin: '',
      letter: 'H',
      sort_key: id,
      given: id,
      animal: 'fox',
      tone: 'sun',
      created_at: 0,
    })
  child('a', 'k2', '林小雨')
  child('b', 'k3', '=1+1')
})
afterEach(() => {
  ground.db.close()
  rmSync(folder, { recursive: true })
})

const quality = {
  lossShare: 0.0123,
  concealedShare: 0.2,
  frozenShare: 0,
  voiceShare: 0,
  roundTripMs: 80,
  worstRoundTripMs: 300,
  longestCutMs: 31_000,
  cuts: 1,
  worstFrameAgeMs: 900,
  firstFrameMs: 700,
  restarts: 1,
  route: 'relay/tls',
}

/** A call on the 25th of November 2026 in China, at that minute past ten. */
const call = (childId: string, minute: number, lengthMs = 0): void => {
  const at = Date.parse('2026-11-25T10:00:00+08:00') + minute * 60_000
  const row = { callId: `${childId}${minute}`, at, trusted: minute !== 2, childId, contactId: 'c' } as const
  const told = { sessionId: 's', direction: 'out', way: 'video', ringingMs: 4000, lengthMs } as const
  const [how, figures] = lengthMs > 0 ? (['hung-up', quality] as const) : (['no-answer', null] as const)
  createCallStore(ground.db).close({ ...row, ...told }, how, figures)
}
const linesOf = (whose: { childId?: string; classId?: string }): string[] =>
  callLogCsv({ path, whose, words, offset: 480 }).split('\r\n').slice(1, -1)

it('opens in Excel and WPS: a mark, one line a call, newest first, in words, and no formula', () => {
  call('a', 1, 65_000)
  call('b', 2)
  const text = callLogCsv({ path, whose: {}, words, offset: 480 })
  expect(text.startsWith('\uFEFFDate,Time,Clock,Class,Child,With,')).toBe(true)
  expect(linesOf({})).toEqual([
    `,,wrong,三(2)班,"'=1+1",,Child called,Video,4,0,Nobody answered,,,,,,`,
    '2026-11-25,10:01,,二(1)班,林小雨,,Child called,Video,4,65,Said goodbye,Poor,1.2,20,80,31,900',
  ])
})

it('is of one child, of a class, and longer than what is read at once', () => {
  for (let minute = 0; minute < 2100; minute += 1) call(minute < 5 ? 'a' : 'b', minute)
  expect(linesOf({}).length).toBe(2100)
  expect(linesOf({ childId: 'a' }).length).toBe(5)
  expect(linesOf({ classId: 'k3' }).length).toBe(2095)
})
