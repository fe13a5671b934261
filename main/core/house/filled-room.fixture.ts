import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newId } from '../kernel/ids.ts'
import { value } from './house-on-disk.fixture.ts'
import type { House } from './open-house.ts'
import { roomFiles } from './room-files.ts'

export const name = '欧阳雪莲子'
const nameBefore = '欧阳雪连子'
const said = {
  number: 'G2026778812', phone: '+8613900112233', sound: '黄阿英奶奶的话', city: '妈妈打工的城市', note: 'grandmother-agreed', photo: '照片里的人', sum: '8+7=15之类',
  wish: '想和老师说的',
} as const // prettier-ignore
export const texts: readonly string[] = [name, nameBefore, ...Object.values(said)]

const putMedia = (folder: string, kind: string, text: string): string => {
  const bytes = Buffer.from(text)
  const hash = createHash('sha256').update(bytes).digest('hex')
  mkdirSync(join(roomFiles(folder).media, kind), { recursive: true })
  writeFileSync(join(roomFiles(folder).media, kind, hash), bytes)
  return hash
}

export interface Filled {
  readonly child: string
  readonly twin: string
  readonly guardian: string
  readonly page: string
  readonly other: string
}

/** A room with a row of every kind for one child, who stands in it twice, and one other child. */
export function fill(
  { ground, children, diary, ...house }: House,
  { folder, now }: { readonly folder: string; readonly now: number },
): Filled {
  const { db } = ground
  const at = now - 3_600_000
  const add = (called: string, number: string | null) =>
    value(
      children.add({ name: called, classLabel: '二(1)班', number, birthday: '2018-03-04', decided: 'new' }),
    ).id
  const child = add(nameBefore, said.number)
  value(
    children.change({ id: child, name, classLabel: '二(1)班', number: said.number, birthday: '2018-03-04' }),
  )
  const twin = add(name, null)
  const other = add('王小明', '1')
  const [guardian, session, event] = [newId(), newId(), newId()]
  const photo = putMedia(folder, 'photo', said.photo)
  db.shared.set('child', child, { photo })
  db.shared.set('contact', guardian, {
    child_id: child, relation: '奶奶', name: '黄阿英', called: '奶奶', is_guardian: 1, city: said.city, spoken: null, language: 'zh-CN',
    phones: JSON.stringify([said.phone]), photo, approved_by: null, created_at: at, trusted: 1,
  }) // prettier-ignore
  db.shared.append('contact_consent', {
    id: newId(), at, trusted: 1, child_id: child, contact_id: guardian, purpose: 'phone', given: 1, day: '2026-11-01',
    guardian_id: guardian, witness_id: 's', how: 'written', note: said.note, phones: JSON.stringify([said.phone]),
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
  const message = putMedia(folder, 'message', `${said.sound} 录音`)
  db.run(`INSERT INTO message (id, child_id, contact_id, direction, kind, type, size, length_ms, at, state, hash) VALUES (?, ?, ?, 'in', 'voice', 'audio/webm', 30, 900, ?, 'here', ?)`, [newId(), child, guardian, at, message]) // prettier-ignore
  const growing = newId()
  db.run(`INSERT INTO message (id, child_id, contact_id, direction, kind, type, size, length_ms, at, state) VALUES (?, ?, ?, 'out', 'voice', 'audio/webm', 0, 0, ?, 'draft')`, [growing, child, guardian, at]) // prettier-ignore
  mkdirSync(roomFiles(folder).messageParts, { recursive: true })
  writeFileSync(join(roomFiles(folder).messageParts, growing), said.sound)
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
  for (const id of [sealed, taking]) writeFileSync(join(roomFiles(folder).pageMedia, id), said.sound)
  db.shared.set('learning_progress', `${child}/sums`, { child_id: child, activity: 'sums', level: '1', state: '{}', joints: 1, last_at: at, trusted: 1 }) // prettier-ignore
  db.run(`INSERT INTO learning_round VALUES (?, 'sums', ?)`, [child, JSON.stringify({ item: said.sum })])
  db.shared.append('learning_answer', { id: newId(), at, trusted: 1, child_id: child, session_id: session, activity: 'sums', level: '1', item: said.sum, answer: '15', right: 1, helped: 0, tries: 1 }) // prettier-ignore
  db.shared.set('learning_mistake', `${child}/sums/${said.sum}`, { child_id: child, activity: 'sums', level: '1', item: said.sum, exercise: null, answer: '14', missed_at: at, trusted: 1, due_at: at, due_trusted: 1, card: '{}', times_right: 0, left_at: null }) // prettier-ignore
  db.shared.set('learning_stamp', `${child}/sums/1`, { child_id: child, activity: 'sums', stamp: '1', at, trusted: 1, facts: '{}' }) // prettier-ignore
  const wish = newId()
  db.shared.set('talk_wish', wish, { child_id: child, staff_id: 's', asked_at: at, trusted: 1, received_at: null, talked_at: null }) // prettier-ignore
  db.run('INSERT INTO talk_wait VALUES (?, 5)', [wish])
  db.run('INSERT INTO talk_seen (wish_id, step, heard_by) VALUES (?, 1, NULL)', [wish])
  db.run('INSERT INTO feeling (id, child_id, staff_id, at, trusted, day, sealed) VALUES (?, ?, ?, ?, 1, ?, ?)', [newId(), child, 's', at, '2026-11-20', said.wish]) // prettier-ignore
  db.run('INSERT INTO feeling_asked VALUES (?, ?, 1, 1)', [child, at])
  db.shared.set('feeling_listener', child, { child_id: child, staff_id: 's' })
  db.shared.set('child_setting', child, { child_id: child, voice: null, pinyin: 1, letters: null })
  db.shared.set('child_ask', newId(), { child_id: child, staff_id: 's', about: 'look', asked_at: at, trusted: 1, due: '2026-11-20', done_at: null, done_by: null }) // prettier-ignore
  const opening = newId()
  db.shared.set('opening_told', opening, { child_id: child, told_at: null })
  db.run('INSERT INTO opening_words VALUES (?, ?, ?)', [opening, 'salt', said.wish])
  db.shared.append('opening_entry', { id: newId(), number: 1, before: '', hash: '', entry: JSON.stringify({ child }) }) // prettier-ignore
  db.run('INSERT INTO talk_mood VALUES (?, ?)', [wish, said.wish])
  db.run('INSERT INTO picture_try VALUES (?, 1)', [child])
  // One that was lifted: else nothing would be erased.
  db.shared.set('child_hold', newId(), { child_id: child, why: said.note, set_at: at, trusted: 1, set_by: 's', lifted_at: at, lifted_by: 's', lifted_why: said.note }) // prettier-ignore
  db.shared.set('child_apart', newId(), { child_id: child, line: 'x' })
  house.audit.recordAct({ id: 's', name: '陈老师', role: 'coordinator' }, 'children.change', child)
  house.audit.recordAct({ id: 's', name: '陈老师', role: 'coordinator' }, 'contacts.change', guardian)
  return { child, twin, guardian, page, other }
}
