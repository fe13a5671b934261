import { expect, it } from 'vitest'
import { addMissed, missedOfRoom } from './calls.ts'
import { openCallDatabase } from './open.ts'

it('missed calls are told in the order of writing, whatever the clock said in their ids', () => {
  const opened = openCallDatabase(':memory:')
  if (!opened.ok) throw new Error(opened.error)
  const db = opened.value
  db.run(`INSERT INTO rooms (id, name, created_at) VALUES ('r', 'Room', 1)`, [])
  db.run(`INSERT INTO children (user, room, given, animal, tone) VALUES ('k', 'r', '雨', 'fox', 'sun')`, [])
  db.run(
    `INSERT INTO contacts (user, id, room, child, called, language, video, phone, messages, photo)
     VALUES ('c', 'c', 'r', 'k', '妈妈', 'zh-CN', 1, 1, 1, 1)`,
    [],
  )
  const miss = (id: string) =>
    addMissed(db, 'r', { id, from: 'c', to: 'k', child: 'k', contact: 'c', why: '480', at: 1 })
  const after = (id: string) => missedOfRoom(db, 'r', id).map((one) => one.id)
  // 2026, then 2099, then 2000.
  for (const id of ['5', '9', '1']) miss(id)
  expect(after('')).toEqual(['5', '9', '1'])
  expect(after('5')).toEqual(['9', '1'])
  expect(after('9')).toEqual(['1'])
  // The last one that was told is gone: rather twice than never.
  expect(after('gone')).toEqual(['5', '9', '1'])
  for (let more = 0; more < 2000; more++) miss(`0-${more}`)
  expect(after('').at(0)).toBe('0-0')
})
