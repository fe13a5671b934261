import { describe, expect, it } from 'vitest'
import { applyChanges, exportChanges } from '#core/db/merge.ts'
import { houseTables } from '#core/db/shared-tables.ts'
import { testGround, type TestGround } from '#core/db/test-ground.ts'
import { ok } from '#core/kernel/result.ts'
import { sums } from '../learning/arithmetic/activity-rules.ts'
import { newMistake } from '../learning/book-rules.ts'
import { reportOf } from '../learning/report.ts'
import * as learning from '../learning/store.ts'
import { createContactsService } from '../contacts/service.ts'
import { family } from '../contacts/test-family.fixture.ts'
import { createMediaAccess } from '../media/access.ts'
import { appendEvent, recountDays } from '../usage/store.ts'
import { createChildrenService } from './service.ts'

/** Of this seat's turn under way, or counts: they have no id of their own and are not moved. */
const notMoved = ['call_now', 'feeling_asked', 'learning_round', 'picture_try', 'session_beat', 'usage_day']

function twoRecords() {
  const home = family()
  const { ground, children, contacts } = home
  const added = children.add({ name: '林晓雨', classLabel: '2.1', number: null, birthday: null })
  if (!added.ok) throw new Error(added.error.code)
  const [kept, gone] = [home.childId, added.value.id]
  const facts = { relation: '妈妈', name: '陈玉兰', called: '妈妈', guardian: true, city: null, spoken: null }
  const mum = contacts.add(gone, { ...facts, language: 'zh-CN', phones: ['13800000001'] })
  if (!mum.ok) throw new Error(mum.error.code)
  for (const [childId, day] of [
    [kept, '2026-11-20'],
    [gone, '2026-11-20'],
    [gone, '2026-11-21'],
  ] as const)
    doThings(ground, childId, day)
  return { ...home, kept, gone, goneMum: { childId: gone, contactId: mum.value.id } }
}

/** A turn, a page, an answer, a call: a row in each kind of table. */
function doThings({ db, newId, clock }: TestGround, childId: string, day: string): string {
  const { at } = clock.now()
  const sessionId = newId()
  db.shared.set('session', sessionId, {
    seat: 's',
    child_id: childId,
    started_at: at,
    trusted: 1,
    planned_ms: 1,
  })
  db.shared.set('diary_page', newId(), { child_id: childId, day, started_at: at, opening: '今天' })
  const event = { id: newId(), at, trusted: true, day, sessionId, childId, lengthMs: 60_000, detail: null }
  appendEvent(db, { ...event, kind: 'activity', activity: 'diary' })
  db.shared.append('call_log', {
    id: newId(), at, trusted: 1, child_id: childId, contact_id: 'c', session_id: sessionId, direction: 'out', way: 'video',
    ringing_ms: 1, length_ms: 1, how: 'hung-up', quality: null,
  }) // prettier-ignore
  return sessionId
}

const tablesIn = ({ db }: TestGround): readonly string[] =>
  db
    .all<{ name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'merged_row'
         AND EXISTS (SELECT 1 FROM pragma_table_info(sqlite_schema.name) WHERE name = 'child_id') ORDER BY name`,
    )
    .map(({ name }) => name)

const dump = (ground: TestGround) =>
  Object.fromEntries(
    tablesIn(ground).map((table) => [
      table,
      ground.db
        .all(`SELECT * FROM ${table}`)
        .toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)),
    ]),
  )
const countOf = ({ db }: TestGround, table: string, childId: string) =>
  db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE child_id = ?`, [childId])?.n

const written = (from: TestGround) =>
  exportChanges(from.db)
    .rows.map(({ row }) => row)
    .toSorted()

const inSums = (childId: string) => ({ childId, activity: 'sums' })

describe('two records that are one child', () => {
  it('hold every table that speaks of a child, those of later migrations too', () => {
    const ground = testGround()
    const held = ground.db
      .all<{ name: string }>(
        `SELECT tbl_name AS name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'merged_%_insert'`,
      )
      .map(({ name }) => name)
    expect(tablesIn(ground).filter((table) => !held.includes(table))).toEqual(notMoved)
    for (const columns of Object.values(houseTables.appendOnly)) expect(columns).not.toContain('written_for')
  })

  it('are one in every reader, and apart again row by row', () => {
    const { ground, children, contacts, kept, gone } = twoRecords()
    const before = dump(ground)
    const shown = children.merges.preview(kept, gone)
    expect(shown).toMatchObject({
      value: {
        kept: { sum: { sessions: 1, pages: 1, calls: 1 } },
        gone: { sum: { sessions: 2, pages: 2, calls: 2 } },
      },
    })
    ground.clock.pass(1000)
    const merged = children.merges.merge({ kept, gone }, 'chen')
    if (!merged.ok) throw new Error(merged.error.code)
    expect(children.list().map(({ id }) => id)).toEqual([kept])
    for (const table of ['session', 'diary_page', 'usage_event', 'call_log'])
      expect([countOf(ground, table, kept), countOf(ground, table, gone)], table).toEqual([3, 0])
    expect(contacts.kin(kept)).toHaveLength(3)
    const counted = ground.db.all('SELECT * FROM usage_day ORDER BY day, child_id, activity')
    recountDays(ground.db, '2026-11-01', '2026-11-30')
    expect(ground.db.all('SELECT * FROM usage_day ORDER BY day, child_id, activity')).toEqual(counted)

    // late rows for the record that is no more, and new ones for the one that is
    doThings(ground, gone, '2026-11-22')
    ground.clock.pass(1000)
    const since = doThings(ground, kept, '2026-11-22')
    expect([countOf(ground, 'session', kept), countOf(ground, 'session', gone)]).toEqual([5, 0])
    expect(children.merges.list()).toMatchObject([
      { id: merged.value.id, kept: '林小雨', gone: '林晓雨', since: { sessions: 1, pages: 1, calls: 1 } },
    ])

    expect(children.merges.unmerge(merged.value.id, 'chen')).toMatchObject({ ok: true })
    const after = dump(ground)
    for (const [table, rows] of Object.entries(before))
      expect(after[table], table).toEqual(expect.arrayContaining(rows))
    expect(ground.db.get('SELECT child_id AS childId FROM session WHERE id = ?', [since])).toEqual({
      childId: kept,
    })
    expect([countOf(ground, 'session', kept), countOf(ground, 'session', gone)]).toEqual([2, 3])
    expect(ground.db.all('SELECT * FROM merged_row')).toEqual([])
    expect(
      children
        .list()
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([kept, gone].toSorted())
    expect(children.merges.list()).toEqual([])
    expect(children.merges.unmerge(merged.value.id, 'chen')).toMatchObject({ error: { code: 'not-found' } })
  })

  it('give nobody more than was agreed, and nothing that was taken back', () => {
    const { children, contacts, kept, gone, mumId, goneMum, word, of, ground } = twoRecords()
    expect(contacts.decide(of(mumId), word(true))).toMatchObject({ ok: true })
    expect(contacts.decide(goneMum, word(true, { guardianId: goneMum.contactId }))).toMatchObject({
      ok: true,
    })
    ground.clock.pass(60_000)
    expect(
      contacts.decide(goneMum, word(false, { guardianId: goneMum.contactId, purposes: ['video'] })),
    ).toMatchObject({ ok: true })
    const may = () =>
      [mumId, goneMum.contactId].map((contactId) => contacts.may({ childId: kept, contactId }, 'video'))
    expect(may()).toEqual([true, false])
    children.merges.merge({ kept, gone }, 'chen')
    expect(may()).toEqual([false, false])
    expect(contacts.may({ childId: kept, contactId: goneMum.contactId }, 'messages')).toBe(true)
    children.merges.unmerge(children.merges.list()[0]!.id, 'chen')
    expect(may()).toEqual([true, false])
    expect(contacts.may(goneMum, 'messages')).toBe(true)
  })

  it('are refused where one of them is not there', () => {
    const { children, kept, gone } = twoRecords()
    const refused = { error: { code: 'not-found' } }
    expect(children.merges.merge({ kept, gone: kept }, 'chen')).toMatchObject(refused)
    children.merges.merge({ kept, gone }, 'chen')
    expect(children.merges.merge({ kept: gone, gone: kept }, 'chen')).toMatchObject(refused)
    expect(children.merges.preview(kept, gone)).toMatchObject(refused)
  })

  it('travel to another seat as they were written, in either order, and back', () => {
    const { ground, children, kept, gone } = twoRecords()
    const other = testGround({ seat: 'seat-2' })
    const theirs = createChildrenService(other, { media: { keep: async () => ok('') } })
    const early = exportChanges(ground.db)
    children.merges.merge({ kept, gone }, 'chen')
    const late = exportChanges(ground.db)
    // the merge first, then the rows that it speaks of
    for (const changes of [late, early]) expect(applyChanges(other.db, changes)).toMatchObject({ ok: true })
    expect(theirs.list().map(({ id }) => id)).toEqual([kept])
    expect([
      countOf(other, 'session', kept),
      countOf(other, 'call_log', kept),
      countOf(other, 'call_log', gone),
    ]).toEqual([3, 3, 0])
    expect(written(other)).toEqual(written(ground))
    expect(written(ground)).toEqual(early.rows.map(({ row }) => row).toSorted())
    theirs.merges.unmerge(theirs.merges.list()[0]!.id, 'chen')
    applyChanges(ground.db, exportChanges(other.db))
    expect([countOf(ground, 'call_log', kept), countOf(ground, 'call_log', gone)]).toEqual([1, 2])
  })

  it('stand through chains, and through a circle that two seats make', () => {
    const { ground, children, kept, gone } = twoRecords()
    const third = children.add({ name: '林小宇', classLabel: '2.1', number: null, birthday: null })
    if (!third.ok) throw new Error(third.error.code)
    children.merges.merge({ kept, gone }, 'chen')
    children.merges.merge({ kept: third.value.id, gone: kept }, 'chen')
    expect(countOf(ground, 'session', third.value.id)).toBe(3)
    const [last, first] = children.merges.list()
    children.merges.unmerge(first!.id, 'chen')
    expect([countOf(ground, 'session', third.value.id), countOf(ground, 'session', gone)]).toEqual([1, 2])
    children.merges.unmerge(last!.id, 'chen')
    expect([countOf(ground, 'session', kept), countOf(ground, 'session', gone)]).toEqual([1, 2])

    ground.db.shared.set('child', kept, { merged_into: gone })
    ground.db.shared.set('child', gone, { merged_into: kept })
    const stands = kept < gone ? kept : gone
    expect(countOf(ground, 'session', stands)).toBe(3)
    ground.db.shared.set('child', kept, { merged_into: null })
    ground.db.shared.set('child', gone, { merged_into: null })
    expect([countOf(ground, 'session', kept), countOf(ground, 'session', gone)]).toEqual([1, 2])
  })

  it('that two seats merge into each other stand as the same one on both, which can leave and come apart', () => {
    const { ground, children, kept, gone } = twoRecords()
    const other = testGround({ seat: 'seat-2' })
    const theirs = createChildrenService(other, { media: { keep: async () => ok('') } })
    applyChanges(other.db, exportChanges(ground.db))
    children.merges.merge({ kept, gone }, 'chen')
    theirs.merges.merge({ kept: gone, gone: kept }, 'he')
    const [here, there] = [exportChanges(ground.db), exportChanges(other.db)]
    applyChanges(other.db, here)
    applyChanges(ground.db, there)
    const stands = kept < gone ? kept : gone
    for (const room of [children, theirs]) expect(room.list().map(({ id }) => id)).toEqual([stands])
    expect([countOf(ground, 'session', stands), countOf(other, 'session', stands)]).toEqual([3, 3])
    // a change of the row does not bring the other seat's word back over it
    ground.db.shared.set('child', stands, { number: '7' })
    expect(children.list()).toMatchObject([{ id: stands, number: '7' }])
    for (const { id } of children.merges.list()) {
      expect(children.merges.unmerge(id, 'chen')).toMatchObject({ ok: true })
      const shown = children.list().length
      expect(shown).toBe(children.merges.list().length === 0 ? 2 : 1)
    }
    applyChanges(other.db, exportChanges(ground.db))
    expect(theirs.list()).toHaveLength(2)
    expect([countOf(other, 'session', kept), countOf(other, 'session', gone)]).toEqual([1, 2])

    ground.db.shared.set('child', kept, { merged_into: gone, left_at: 1 })
    ground.db.shared.set('child', gone, { merged_into: kept, left_at: 1 })
    expect(children.list().map(({ id }) => id)).toEqual([stands])
    expect(children.remove(stands)).toMatchObject({ ok: true })
    expect(children.list()).toEqual([])
  })

  it('are not merged and not taken apart while one of them sits here or at another seat', () => {
    const { ground, kept, gone } = twoRecords()
    const away = new Set<string>()
    const children = createChildrenService(ground, {
      media: { keep: async () => ok('') },
      elsewhere: () => away,
    })
    const refused = { error: { code: 'child-sits' } }
    const sit = (childId: string) =>
      ground.db.run(
        `INSERT INTO session_beat (session_id, child_id, boot, planned_ms, length_ms, used_ms, beat_at, beat_uptime, place,
           stayed, paused, activity, stay_at, stay_trusted, stay_ms, first_event)
         VALUES ('s', ?, 'b', 1, 1, 1, 1, 1, '{}', 0, 0, 'home', 1, 1, 1, 1)`,
        [childId],
      )
    for (const id of [kept, gone]) {
      sit(id)
      expect(children.merges.merge({ kept, gone }, 'chen')).toMatchObject(refused)
      ground.db.run('DELETE FROM session_beat')
      away.add(id)
      expect(children.merges.merge({ kept, gone }, 'chen')).toMatchObject(refused)
      away.clear()
    }
    const merged = children.merges.merge({ kept, gone }, 'chen')
    if (!merged.ok) throw new Error(merged.error.code)
    sit(kept)
    expect(children.merges.unmerge(merged.value.id, 'chen')).toMatchObject(refused)
    ground.db.run('DELETE FROM session_beat')
    expect(children.merges.unmerge(merged.value.id, 'chen')).toMatchObject({ ok: true })
  })

  it('stand at the higher level, with both bamboos and each mistake once, and go apart with their own', () => {
    const { ground, children, kept, gone } = twoRecords()
    const { db, clock } = ground
    const [low, high] = [sums.levels[0]!.id, sums.levels.at(-1)!.id]
    const keep = (childId: string, level: string, joints: number) =>
      learning.keepProgress(db, inSums(childId), {
        level,
        state: [level],
        joints,
        lastAt: clock.now().at,
        trusted: true,
      })
    const miss = (childId: string, key: string) =>
      learning.keepMistake(db, inSums(childId), {
        ...newMistake(clock.now().at), activity: 'sums', key, level: low, exercise: null, answer: 1, missedAt: clock.now().at, trusted: true, dueTrusted: true,
      }) // prettier-ignore
    const book = (childId: string) => learning.bookOf(db, childId, null).map(({ key }) => key)
    keep(gone, high, 4)
    for (const key of ['8+7', '9+4']) miss(gone, key)
    clock.pass(1000)
    keep(kept, low, 3)
    for (const key of ['8+7', '6+5']) miss(kept, key)
    clock.pass(1000)
    expect(children.merges.preview(kept, gone)).toMatchObject({
      value: { sameMistakes: 1, kept: { sum: { mistakes: 2 } }, gone: { sum: { mistakes: 2 } } },
    })
    const merged = children.merges.merge({ kept, gone }, 'chen')
    if (!merged.ok) throw new Error(merged.error.code)
    expect(learning.progressOf(db, inSums(kept))).toMatchObject({ level: high, state: [high], joints: 7 })
    expect(book(kept).toSorted()).toEqual(['6+5', '8+7', '9+4'])
    const report = reportOf(db, { days: 9 }, { now: clock.now().at, random: Math.random })
    expect(report.rows).toMatchObject([{ childId: kept, inBook: 3, place: sums.levels.length }])

    clock.pass(1000)
    // what is done since counts alone, down as well as up, and the bamboo is not counted twice
    keep(kept, low, 8)
    expect(learning.progressOf(db, inSums(kept))).toMatchObject({ level: low, joints: 8 })
    for (const key of ['8+7', '9+4'])
      learning.leaveBook(db, inSums(kept), learning.mistakeOf(db, inSums(kept), key)!, clock.now())
    expect(book(kept)).toEqual(['6+5'])

    children.merges.unmerge(merged.value.id, 'chen')
    expect(learning.progressOf(db, inSums(kept))).toMatchObject({ level: low, joints: 4 })
    expect(learning.progressOf(db, inSums(gone))).toMatchObject({ level: high, joints: 4 })
    expect([book(kept), book(gone).toSorted()]).toEqual([['6+5'], ['8+7', '9+4']])
  })

  it('are looked for: one name and one thing more, until staff say that they are two', () => {
    const { children, kept } = twoRecords()
    const add = (classLabel: string, birthday: string | null) => {
      const added = children.add({ name: '林小雨', classLabel, number: null, birthday })
      if (!added.ok) throw new Error(added.error.code)
      return added.value.id
    }
    add('3.1', '2018-03-05')
    expect(children.merges.pairs()).toEqual([])
    const twin = add('2.1', '2018-03-05')
    const pairs = () =>
      children.merges.pairs().map(({ children: both, why }) => [both.map(({ id }) => id).includes(twin), why])
    expect(pairs()).toEqual([
      [true, ['class']],
      [true, ['birthday']],
    ])
    expect(children.merges.tellApart(twin, twin)).toMatchObject({ error: { code: 'not-found' } })
    expect(children.merges.tellApart(twin, kept)).toMatchObject({ ok: true })
    expect(pairs()).toEqual([[true, ['birthday']]])
  })

  it('is told to the call server as one child', () => {
    const { children, kept, gone, goneMum, ground } = twoRecords()
    const contacts = createContactsService(ground, {
      media: { keep: async () => ok('') },
      school: () => '第一小学',
      link: () => undefined,
    })
    const users = contacts.users
    expect(contacts.ofUsers(users.child(gone), users.contact(goneMum.contactId))).toMatchObject({
      childId: gone,
    })
    children.merges.merge({ kept, gone }, 'chen')
    expect(contacts.ofUsers(users.child(kept), users.contact(goneMum.contactId))).toMatchObject({
      childId: kept,
    })
  })

  it('differ in fields of which each is the kept one’s unless a person chooses otherwise, and go apart with their own', () => {
    const { ground, children, kept, gone } = twoRecords()
    const { db } = ground
    db.shared.set('child', kept, { number: '2101', photo: 'a'.repeat(64) })
    db.shared.set('child', gone, {
      number: '2202',
      birthday: '2018-03-05',
      pictures: '["fish","moon","key"]',
    })
    const cells = (id: string) =>
      db.get<Record<string, string | null>>(
        'SELECT class_id, name, pinyin, letter, number, birthday, animal, tone, photo, pictures FROM child WHERE id = ?',
        [id],
      )
    const before = [cells(kept), cells(gone)]
    const shown = children.merges.preview(kept, gone)
    expect(shown.ok && shown.value.differ).toEqual(
      expect.arrayContaining(['name', 'number', 'birthday', 'face', 'pictures']),
    )
    // Nobody chose: the kept record stays as it was.
    const plain = children.merges.merge({ kept, gone }, 'chen')
    expect(cells(kept)).toEqual(before[0])
    if (plain.ok) children.merges.unmerge(plain.value.id, 'chen')
    expect([cells(kept), cells(gone)]).toEqual(before)

    const chosen = children.merges.merge({ kept, gone }, 'chen', ['name', 'number', 'birthday', 'face'])
    if (!chosen.ok) throw new Error(chosen.error.code)
    const [mine, theirs] = before
    expect(cells(kept)).toEqual({ ...theirs, class_id: mine?.['class_id'], pictures: mine?.['pictures'] })
    expect(createMediaAccess(db, undefined as never, {} as never).named('photo')).toContain('a'.repeat(64))
    // Put right since, it is nobody's to take back; the number has passed to somebody else.
    db.shared.set('child', kept, { birthday: '2018-03-06' })
    const other = children.add({ name: '陈安', classLabel: '2.1', number: '2101', birthday: null })
    expect(other.ok).toBe(true)
    children.merges.unmerge(chosen.value.id, 'chen')
    expect(cells(kept)).toEqual({ ...mine, birthday: '2018-03-06', number: null })
    expect(cells(gone)).toEqual(theirs)
  })
})
