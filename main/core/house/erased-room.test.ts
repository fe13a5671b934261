import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  copyFileSync,
} from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { NO_MEMORY } from '../kernel/clock-rules.ts'
import { newId } from '../kernel/ids.ts'
import { applyChanges, exportChanges } from '../db/merge.ts'
import { testGround } from '../db/test-ground.ts'
import { ERASURE_WAITS } from '../rights/request-rules.ts'
import { tablesOfChild } from '../rights/tables.ts'
import { jobs } from './jobs.ts'
import { filesBelow, openHouseIn, value } from './house-on-disk.fixture.ts'
import type { House } from './open-house.ts'
import { roomFiles } from './room-files.ts'

const name = '欧阳雪莲子'
const nameBefore = '欧阳雪连子'
const texts = [name, nameBefore, 'G2026778812', '+8613900112233', '黄阿英奶奶的话', '妈妈打工的城市', 'grandmother-agreed', '照片里的人', '8+7=15之类', '想和老师说的'] // prettier-ignore

const spelt = (text: string): readonly Buffer[] => [
  Buffer.from(text),
  Buffer.from(text, 'utf16le'),
  Buffer.from(text.replaceAll(/[^\0-~]/gu, (one) => `\\u${one.charCodeAt(0).toString(16)}`)),
  // Wherever it begins within three bytes, without its ends, which depend on what stands beside it.
  ...[0, 1, 2].map((shift) =>
    Buffer.from(
      Buffer.concat([Buffer.alloc(shift), Buffer.from(text)])
        .toString('base64')
        .slice(4, -4),
    ),
  ),
]

let folder: string
let now: number

/** Where in the room's files any of these lies, in any spelling. */
function found(words: readonly string[]): readonly string[] {
  const secrets = words.flatMap((text) => spelt(text).map((bytes) => [text, bytes] as const))
  return filesBelow(folder).flatMap((file) => {
    const bytes = readFileSync(file)
    return secrets.filter(([, secret]) => bytes.includes(secret)).map(([text]) => `${text}: ${file}`)
  })
}

const open = (): House =>
  openHouseIn(folder, {
    clockMemory: { ...NO_MEMORY, lastTrusted: now, certain: now },
    builtAt: now - 30 * 86_400_000,
  })

const putMedia = (kind: string, text: string): string => {
  const bytes = Buffer.from(text)
  const hash = createHash('sha256').update(bytes).digest('hex')
  mkdirSync(join(roomFiles(folder).media, kind), { recursive: true })
  writeFileSync(join(roomFiles(folder).media, kind, hash), bytes)
  return hash
}

interface Filled {
  readonly child: string
  readonly twin: string
  readonly guardian: string
  readonly page: string
  readonly other: string
}

/** A room with a row of every kind for one child, who stands in it twice, and one other child. */
function fill({ ground, children, diary, ...house }: House): Filled {
  const { db } = ground
  const at = now - 3_600_000
  const add = (called: string, number: string | null) =>
    value(
      children.add({ name: called, classLabel: '二(1)班', number, birthday: '2018-03-04', decided: 'new' }),
    ).id
  const child = add(nameBefore, texts[2]!)
  value(
    children.change({ id: child, name, classLabel: '二(1)班', number: texts[2]!, birthday: '2018-03-04' }),
  )
  const twin = add(name, null)
  const other = add('王小明', '1')
  const [guardian, session, event] = [newId(), newId(), newId()]
  const photo = putMedia('photo', texts[7]!)
  db.shared.set('child', child, { photo })
  db.shared.set('contact', guardian, {
    child_id: child, relation: '奶奶', name: '黄阿英', called: '奶奶', is_guardian: 1, city: texts[5]!, spoken: null, language: 'zh-CN',
    phones: JSON.stringify([texts[3]]), photo, approved_by: null, created_at: at, trusted: 1,
  }) // prettier-ignore
  db.shared.append('contact_consent', {
    id: newId(), at, trusted: 1, child_id: child, contact_id: guardian, purpose: 'phone', given: 1, day: '2026-11-01',
    guardian_id: guardian, witness_id: 's', how: 'written', note: texts[6]!, phones: JSON.stringify([texts[3]]),
  }) // prettier-ignore
  db.shared.set('session', session, {
    seat: 'seat-1', child_id: child, started_at: at, trusted: 1, planned_ms: 1, length_ms: 60_000, continues: null, end_reason: 'goodbye', cut: 0,
  }) // prettier-ignore
  for (const [of, id] of [
    [child, event],
    [twin, newId()],
    [other, newId()],
  ] as const) {
    db.shared.append('usage_event', { id, at, trusted: 1, day: '2026-11-20', session_id: session, child_id: of, kind: 'session-end', activity: 'session', length_ms: 60_000, detail: 'goodbye' }) // prettier-ignore
    db.run(
      `INSERT INTO usage_day (day, child_id, activity, ms, times) VALUES ('2026-11-20', ?, 'session', 60000, 0)`,
      [of],
    )
  }
  value(children.merges.merge({ kept: child, gone: twin }, 's'))
  db.run(`INSERT INTO session_beat (session_id, child_id, boot, planned_ms, length_ms, used_ms, beat_at, beat_uptime, place, stayed, paused, activity, stay_at, stay_trusted, stay_ms, first_event)
    VALUES (?, ?, 'b', 1, 1, 1, ?, 1, '{}', 0, 0, 'home', ?, 1, 1, 1)`, [session, child, at, at]) // prettier-ignore
  db.shared.append('call_log', { id: newId(), at, trusted: 1, child_id: child, contact_id: guardian, session_id: session, direction: 'out', way: 'phone', ringing_ms: 1, length_ms: 9, how: 'hung-up', quality: null }) // prettier-ignore
  db.run(`INSERT INTO call_now VALUES (1, 'c', ?, 1, ?, ?, ?, 'out', 'phone', 1, 1)`, [
    at,
    child,
    guardian,
    session,
  ])
  const message = putMedia('message', `${texts[4]} 录音`)
  db.run(`INSERT INTO message (id, child_id, contact_id, direction, kind, type, size, length_ms, at, state, hash) VALUES (?, ?, ?, 'in', 'voice', 'audio/webm', 30, 900, ?, 'here', ?)`, [newId(), child, guardian, at, message]) // prettier-ignore
  const growing = newId()
  db.run(`INSERT INTO message (id, child_id, contact_id, direction, kind, type, size, length_ms, at, state) VALUES (?, ?, ?, 'out', 'voice', 'audio/webm', 0, 0, ?, 'draft')`, [growing, child, guardian, at]) // prettier-ignore
  mkdirSync(roomFiles(folder).messageParts, { recursive: true })
  writeFileSync(join(roomFiles(folder).messageParts, growing), texts[4]!)
  const writer = { childId: child, sessionId: session }
  const page = value(diary.begin(child)).id
  value(diary.put(writer, page, { id: newId(), kind: 'text', text: '第一句' }))
  diary.settle()
  value(diary.put(writer, page, { id: newId(), kind: 'text', text: '第二句' }))
  db.shared.set('diary_share', newId(), { child_id: child, page_id: page, circle: 'adult', contact_id: null, staff_id: 's', messages: '[]', given_at: at, trusted: 1, looked_at: null, looked_trusted: 0, ended_at: null }) // prettier-ignore
  const sealed = newId()
  db.shared.set('diary_media', sealed, { page_id: page, step_id: newId(), key_id: 'k' })
  const taking = newId()
  db.run('INSERT INTO diary_taking (media_id, page_id, step_id, key_id, data) VALUES (?, ?, ?, ?, ?)', [
    taking,
    page,
    newId(),
    'k',
    '{}',
  ])
  mkdirSync(roomFiles(folder).pageMedia, { recursive: true })
  for (const id of [sealed, taking]) writeFileSync(join(roomFiles(folder).pageMedia, id), texts[4]!)
  db.shared.set('learning_progress', `${child}/sums`, { child_id: child, activity: 'sums', level: '1', state: '{}', joints: 1, last_at: at, trusted: 1 }) // prettier-ignore
  db.run(`INSERT INTO learning_round VALUES (?, 'sums', ?)`, [child, JSON.stringify({ item: texts[8] })])
  db.shared.append('learning_answer', { id: newId(), at, trusted: 1, child_id: child, session_id: session, activity: 'sums', level: '1', item: texts[8]!, answer: '15', right: 1, helped: 0, tries: 1 }) // prettier-ignore
  db.shared.set('learning_mistake', `${child}/sums/${texts[8]}`, { child_id: child, activity: 'sums', level: '1', item: texts[8]!, exercise: null, answer: '14', missed_at: at, trusted: 1, due_at: at, due_trusted: 1, card: '{}', times_right: 0, left_at: null }) // prettier-ignore
  db.shared.set('learning_stamp', `${child}/sums/1`, { child_id: child, activity: 'sums', stamp: '1', at, trusted: 1, facts: '{}' }) // prettier-ignore
  const wish = newId()
  db.shared.set('talk_wish', wish, { child_id: child, staff_id: 's', asked_at: at, trusted: 1, received_at: null, talked_at: null }) // prettier-ignore
  db.run('INSERT INTO talk_wait VALUES (?, 5)', [wish])
  db.run('INSERT INTO feeling (id, child_id, staff_id, at, trusted, day, sealed) VALUES (?, ?, ?, ?, 1, ?, ?)', [newId(), child, 's', at, '2026-11-20', texts[9]!]) // prettier-ignore
  db.shared.set('feeling_listener', child, { child_id: child, staff_id: 's' })
  db.shared.set('child_setting', child, { child_id: child, voice: null, pinyin: 1, letters: null })
  db.shared.set('child_ask', newId(), { child_id: child, staff_id: 's', about: 'look', asked_at: at, trusted: 1, due: '2026-11-20', done_at: null, done_by: null }) // prettier-ignore
  const opening = newId()
  db.shared.set('opening_told', opening, { child_id: child, told_at: null })
  db.run('INSERT INTO opening_words VALUES (?, ?, ?)', [opening, 'salt', texts[9]!])
  db.shared.append('opening_entry', { id: newId(), number: 1, before: '', hash: '', entry: JSON.stringify({ child }) }) // prettier-ignore
  db.run('INSERT INTO talk_mood VALUES (?, ?)', [wish, texts[9]!])
  db.run('INSERT INTO picture_try VALUES (?, 1)', [child])
  db.shared.set('child_apart', newId(), { child_id: child, line: 'x' })
  house.audit.recordAct({ id: 's', name: '陈老师', role: 'coordinator' }, 'children.change', child)
  house.audit.recordAct({ id: 's', name: '陈老师', role: 'coordinator' }, 'contacts.change', guardian)
  return { child, twin, guardian, page, other }
}

const ask = ({ child, guardian }: Filled) =>
  ({ childId: child, askedBy: guardian, how: 'in-person', staffId: 's' }) as const

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'erased-'))
  now = Date.UTC(2026, 10, 25, 2)
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now })
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true })
})

/** Starts again so much later, with a clock that two witnesses agree on. */
async function later(house: House, ms: number): Promise<House> {
  await house.close()
  now += ms
  vi.setSystemTime(now)
  return open()
}

it('erases a child from every file of the room, keeps counts without a name, and leaves the others alone', async () => {
  let house = open()
  const room = fill(house)
  value(house.rights.askErasure(ask(room)))
  value(house.rights.askCorrection(ask(room), `请改成${name}`))
  const ids = JSON.stringify([room.child, room.twin])
  for (const [table, { rows }] of Object.entries(tablesOfChild))
    expect([table, house.ground.db.all(`SELECT 1 FROM ${table} WHERE ${rows}`, { ids }).length > 0]).toEqual([
      table,
      true,
    ])
  house = await later(house, ERASURE_WAITS - 60_000)
  await house.erasures.look()
  expect(found([name]).length).toBeGreaterThan(0)
  expect(value(await house.rights.look(room.child)).requests).toHaveLength(2)

  house = await later(house, 120_000)
  await house.erasures.look()
  const { db } = house.ground
  expect(await house.rights.look(room.child)).toMatchObject({ ok: false, error: { code: 'not-found' } })
  for (const [table, { rows }] of Object.entries(tablesOfChild).filter(
    ([, { erased }]) => typeof erased === 'string',
  ))
    expect([table, db.all(`SELECT 1 FROM ${table} WHERE ${rows}`, { ids })]).toEqual([table, []])
  // Before anything else is written: the journal may end here. Only backups may still hold it, for a moment.
  expect(found(texts).filter((where) => !where.includes('/backups/'))).toEqual([])
  await house.close()
  expect(found(texts)).toEqual([])
  expect(readdirSync(roomFiles(folder).backups)).toHaveLength(1)
  // Ids stand where a removal stands, and nowhere else.
  house = open()
  expect(house.children.list().map((one) => one.name)).toEqual(['王小明'])
  const texted = house.ground.db
    .all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .filter(({ name: table }) => !['change', 'tombstone', 'opening_entry'].includes(table))
    .filter(({ name: table }) => {
      const rows = JSON.stringify(house.ground.db.all(`SELECT * FROM ${table}`))
      return [room.child, room.twin, room.guardian, room.page].some((id) => rows.includes(id))
    })
  expect(texted).toEqual([])
  expect(house.ground.db.all(`SELECT DISTINCT columns FROM change WHERE row_id IN (SELECT value FROM json_each(?)) AND columns IS NOT NULL`, [JSON.stringify([room.child, room.guardian, room.page])])).toEqual([{ columns: '{"-":1}' }]) // prettier-ignore
  // Counts stay, without a name and only to the hour; 1 ms is of the turn that was cut.
  expect(house.ground.db.get('SELECT sum(ms) AS ms FROM usage_day')).toEqual({ ms: 180_001 })
  expect(house.ground.db.all(`SELECT DISTINCT child_id, contact_id, at % 3600000 AS rest FROM call_log`)).toEqual([{ child_id: '', contact_id: '', rest: 0 }]) // prettier-ignore
  expect(house.ground.db.get(`SELECT count(*) AS n FROM staff_act WHERE subject = '' AND method = 'rights.erased'`)).toEqual({ n: 1 }) // prettier-ignore
  await house.close()
})

it('a backup that comes back, however it comes, shows the child not for a moment', async () => {
  let house = open()
  const room = fill(house)
  value(house.rights.askErasure(ask(room)))
  await house.close()
  const { backups, database } = roomFiles(folder)
  const [kept] = readdirSync(backups)
  const aside = join(tmpdir(), `${newId()}.backup`)
  copyFileSync(join(backups, kept!), aside)
  now += ERASURE_WAITS + 60_000
  vi.setSystemTime(now)
  house = open()
  await house.erasures.look()
  await house.close()
  expect(found(texts)).toEqual([])

  // Somebody brings the old one from a stick, and the database is gone.
  copyFileSync(aside, join(backups, kept!))
  for (const made of readdirSync(backups)) if (made !== kept) rmSync(join(backups, made))
  for (const end of ['', '-wal', '-shm']) rmSync(database + end, { force: true })
  rmSync(aside)
  expect(found([name]).length).toBeGreaterThan(0)
  house = open()
  expect(house.children.faces().map((face) => face.name)).toEqual(['王小明'])
  await house.erasures.look()
  await house.close()
  expect(found(texts)).toEqual([])
})

it('can be taken back until then, waits for the end of a turn, and for a time that is certain', async () => {
  let house = open()
  const room = fill(house)
  value(house.rights.askErasure(ask(room)))
  value(house.rights.askErasure(ask(room)))
  const [asked, ...more] = value(await house.rights.look(room.child)).requests
  expect(more).toEqual([])
  value(house.rights.takeBackErasure({ childId: room.child, id: asked!.id }, 's'))
  house = await later(house, ERASURE_WAITS * 2)
  await house.erasures.look()
  expect(house.children.list()).toHaveLength(2)
  value(house.rights.askErasure(ask(room)))
  house.ground.db.shared.set('session', newId(), { seat: 'seat-2', child_id: room.child, started_at: now, trusted: 1, planned_ms: 1, length_ms: 0, continues: null, end_reason: null, cut: 0 }) // prettier-ignore
  house = await later(house, ERASURE_WAITS + 60_000)
  await house.erasures.look()
  expect(house.children.list()).toHaveLength(2)
  const open_ = house.ground.db.get<{ id: string }>('SELECT id FROM session WHERE end_reason IS NULL')!
  house.ground.db.shared.set('session', open_.id, { end_reason: 'goodbye', length_ms: 5 })
  await house.erasures.look()
  expect(house.children.list()).toHaveLength(1)
  await house.close()
})

it('goes on after a power cut between the rows and the files, and at another seat by the removal alone', async () => {
  let house = open()
  const room = fill(house)
  const before = exportChanges(house.ground.db)
  const away = testGround({ seat: 'seat-2' })
  value(applyChanges(away.db, before))
  const { media } = roomFiles(folder)
  const files = () => readdirSync(join(media, 'photo')).length + readdirSync(join(media, 'message')).length
  expect(files()).toBe(2)
  await jobs.eraseChildren({ path: house.database, seat: 'seat-1', ids: [room.child, room.twin] })
  expect(house.ground.db.all('SELECT 1 FROM erased_file')).not.toEqual([])
  expect(files()).toBe(2)
  house = await later(house, 1000)
  await house.erasures.look()
  expect(files()).toBe(0)
  expect(house.ground.db.all('SELECT 1 FROM erased_file')).toEqual([])
  value(applyChanges(away.db, exportChanges(house.ground.db)))
  value(applyChanges(house.ground.db, before))
  for (const { db } of [away, house.ground]) {
    expect(db.all('SELECT name FROM child')).toEqual([{ name: '王小明' }])
    expect(JSON.stringify(db.all('SELECT * FROM change'))).not.toContain(name)
    expect(db.all(`SELECT 1 FROM call_log WHERE child_id <> ''`)).toEqual([])
    expect(db.all('SELECT 1 FROM learning_answer')).toEqual([])
  }
  expect(JSON.parse(readFileSync(roomFiles(folder).erased, 'utf8'))).toEqual({ erased: expect.arrayContaining([room.child, room.twin]) }) // prettier-ignore
  await house.close()
})
