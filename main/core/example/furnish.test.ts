import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { openReadable } from '../db/open.ts'
import { testGround, testNoon } from '../db/test-ground.ts'
import { newId } from '../kernel/ids.ts'
import { createLearningService } from '../learning/service.ts'
import { createUsageService } from '../usage/service.ts'
import { createPinHash } from '../staff/pin-hash.ts'
import { makeExample } from './example-job.ts'
import { EXAMPLE_SCHOOL } from './example-words.ts'
import { keysAt } from '../keys/keys.fixture.ts'
import { furnishExample } from './furnish.ts'
import { generateHistory } from './history.ts'

const pinHash = createPinHash({ logN: 4, r: 8, p: 1 })

// Half a minute on a machine that does other things as well.
vi.setConfig({ testTimeout: 120_000 })

async function furnished() {
  const ground = testGround()
  const shares: number[] = []
  const what = await furnishExample(ground, {
    now: testNoon,
    pinHash,
    wrapping: keysAt(ground).wrapping,
    onProgress: (share) => shares.push(share),
  })
  return { ground, what, shares }
}

describe('the example room', () => {
  let first: Awaited<ReturnType<typeof furnished>>
  beforeAll(async () => void (first = await furnished()))

  it('has 154 children in 8 classes, names that lists have to bear, and a term that adds up', async () => {
    const { ground, what, shares } = first
    const { db } = ground
    const one = (sql: string) => Object.values(db.get<Record<string, number>>(sql) ?? {})[0]
    expect([what.children, one('SELECT count(*) FROM child'), one('SELECT count(*) FROM class')]).toEqual([
      154, 154, 8,
    ])
    expect(db.get("SELECT value FROM room_setting WHERE id = 'school'")).toEqual({
      value: JSON.stringify(EXAMPLE_SCHOOL),
    })
    expect(db.all('SELECT role FROM staff ORDER BY role')).toEqual([
      { role: 'coordinator' },
      { role: 'teacher' },
    ])
    expect(
      db.all("SELECT letter FROM child WHERE name IN ('单思远', '曾晓雯', '解雨桐') ORDER BY letter"),
    ).toEqual([{ letter: 'S' }, { letter: 'X' }, { letter: 'Z' }])
    expect(one("SELECT count(*) FROM child WHERE name = '陈思雨'")).toBe(2)
    expect(one('SELECT count(*) FROM session')).toBe(what.sessions)
    expect(what.sessions).toBeGreaterThan(1500)
    for (const table of [
      'learning_answer',
      'learning_mistake',
      'learning_progress',
      'diary_page',
      'diary_step',
    ])
      expect(one(`SELECT count(*) FROM ${table}`), table).toBeGreaterThan(20)
    expect(one('SELECT count(*) FROM session WHERE cut = 1 AND end_reason IS NOT NULL')).toBeGreaterThan(0)
    expect(one('SELECT count(*) FROM session WHERE end_reason IS NULL')).toBe(0)
    expect(one('SELECT count(*) FROM diary_draft')).toBe(0)
    expect(one(`SELECT max(at) FROM usage_event`)).toBeLessThan(testNoon)
    expect(one(`SELECT count(*) FROM usage_event WHERE activity = 'call'`)).toBeGreaterThan(500)
    expect(one('SELECT count(*) FROM call_log')).toBeGreaterThan(500)
    expect(one('SELECT count(DISTINCT how) FROM call_log')).toBeGreaterThan(4)
    expect(one('SELECT count(*) FROM call_log WHERE contact_id NOT IN (SELECT id FROM contact)')).toBe(0)
    expect(one('SELECT count(*) FROM contact')).toBeGreaterThan(250)
    expect(one('SELECT count(DISTINCT child_id) FROM contact')).toBeLessThan(154)
    expect(
      one(`SELECT count(*) FROM contact WHERE phones NOT IN ('[]') AND phones NOT LIKE '["+86138000%'`),
    ).toBe(0)
    expect(one('SELECT count(*) FROM contact_consent WHERE given = 0')).toBeGreaterThan(0)
    const rollup = 'SELECT * FROM usage_day ORDER BY day, child_id, activity'
    const counted = db.all(rollup)
    createUsageService(ground).rebuildDays('2026-01-01', '2026-12-31')
    expect(db.all(rollup)).toEqual(counted)
    expect(shares.at(-1)).toBe(1)
  })

  it('shows staff what was learnt in it: of every subject, with the minutes that it took', () => {
    const { ground } = first
    const usage = createUsageService(ground)
    const learning = createLearningService(ground, { usage, gradeOf: () => null, gameMinutes: () => 0 })
    const report = learning.report({ days: 150 })
    if (!report.ok) throw new Error('no report')
    const rows = report.value.rows.filter(({ tries }) => tries > 0)
    expect(new Set(rows.map(({ activity }) => activity)).size).toBeGreaterThan(10)
    expect(rows.filter(({ minutes }) => minutes === 0)).toEqual([])
    expect(report.value.hardLevels.length).toBeGreaterThan(10)
  })

  it('is the same room for the same seed and time', async () => {
    const [one, other] = [first, await furnished()]
    for (const table of [
      'child',
      'contact',
      'contact_consent',
      'session',
      'usage_event',
      'call_log',
      'learning_answer',
      'diary_step',
    ]) {
      // What a page holds is sealed anew each time.
      const what = table === 'diary_step' ? 'id, page_id, ordinal, kind, length(data)' : '*'
      const rows = (ground: typeof one.ground) => ground.db.all(`SELECT ${what} FROM ${table} ORDER BY id`)
      expect(rows(one.ground), table).toEqual(rows(other.ground))
    }
  })

  it('is whole or not there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'example-'))
    const path = join(folder, 'room', 'house.db')
    const input = { path, seat: 'seat-1', now: testNoon, offset: 480 }
    // Left by a cut.
    mkdirSync(join(folder, 'room'))
    writeFileSync(`${path}.part`, 'half')
    expect(await makeExample(input)).toMatchObject({ children: 154 })
    expect(readdirSync(join(folder, 'room'))).toEqual(['house.db', 'keys'])
    const db = openReadable(path)
    expect(db.get('SELECT count(*) AS children FROM child')).toEqual({ children: 154 })
    db.close()
    expect(await makeExample(input)).toBeNull()
    rmSync(folder, { recursive: true })
  })
})

describe('generated history', () => {
  it('gives as many events as asked for, spread over the days', () => {
    const days = new Map<string, number>()
    const ask = { children: ['a', 'b', 'c'], from: '2026-09-01', to: '2026-11-20', events: 20_000, newId }
    for (const row of generateHistory(ask)) days.set(row.day, (days.get(row.day) ?? 0) + 1)
    expect([...days.values()].reduce((sum, count) => sum + count, 0)).toBe(20_000)
    expect(days.size).toBeGreaterThan(40)
  })
})
