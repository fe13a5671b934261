import { describe, expect, it } from 'vitest'
import { applyChanges, exportChanges } from '#core/db/merge.ts'
import { houseTables } from '#core/db/shared-tables.ts'
import { testGround, type TestGround } from '#core/db/test-ground.ts'
import { ok } from '#core/kernel/result.ts'
import { createContactsService } from '../contacts/service.ts'
import { family } from '../contacts/test-family.fixture.ts'
import { appendEvent, recountDays } from '../usage/store.ts'
import { createChildrenService } from './service.ts'

/** Of this seat's turn under way, or counts: they have no id of their own and are not moved. */
const notMoved = ['call_now', 'learning_round', 'picture_try', 'session_beat', 'usage_day']

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
    const merged = children.merges.merge(kept, gone, 'chen')
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
    children.merges.merge(kept, gone, 'chen')
    expect(may()).toEqual([false, false])
    expect(contacts.may({ childId: kept, contactId: goneMum.contactId }, 'messages')).toBe(true)
    children.merges.unmerge(children.merges.list()[0]!.id, 'chen')
    expect(may()).toEqual([true, false])
    expect(contacts.may(goneMum, 'messages')).toBe(true)
  })

  it('are refused where one of them is not there', () => {
    const { children, kept, gone } = twoRecords()
    const refused = { error: { code: 'not-found' } }
    expect(children.merges.merge(kept, kept, 'chen')).toMatchObject(refused)
    children.merges.merge(kept, gone, 'chen')
    expect(children.merges.merge(gone, kept, 'chen')).toMatchObject(refused)
    expect(children.merges.preview(kept, gone)).toMatchObject(refused)
  })

  it('travel to another seat as they were written, in either order, and back', () => {
    const { ground, children, kept, gone } = twoRecords()
    const other = testGround({ seat: 'seat-2' })
    const theirs = createChildrenService(other, { media: { keep: async () => ok('') } })
    const early = exportChanges(ground.db)
    children.merges.merge(kept, gone, 'chen')
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
    children.merges.merge(kept, gone, 'chen')
    children.merges.merge(third.value.id, kept, 'chen')
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
    children.merges.merge(kept, gone, 'chen')
    expect(contacts.ofUsers(users.child(kept), users.contact(goneMum.contactId))).toMatchObject({
      childId: kept,
    })
  })
})
