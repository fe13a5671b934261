import { describe, expect, it } from 'vitest'
import { schemaVersion } from '../identity.ts'
import { databaseAt, migrateTo } from './from-version.ts'

describe('0002 people', () => {
  it('keeps what the version before knew', () => {
    const raw = databaseAt(1)
    raw.exec(`INSERT INTO meta VALUES ('log', 'log-1');
      INSERT INTO change (hlc, seat, table_name, row_id, columns) VALUES ('1', 's', 'child', 'c', '{"name":"林"}')`)
    migrateTo(raw, 2)
    expect(schemaVersion(raw)).toBe(2)
    expect(raw.prepare('SELECT value FROM meta').all()).toEqual([{ value: 'log-1' }])
    expect(raw.prepare('SELECT columns FROM change').all()).toEqual([{ columns: '{"name":"林"}' }])
  })

  it('counts a name’s characters, not its halves, and takes forty of them', () => {
    const raw = databaseAt(2)
    raw.exec(`INSERT INTO class VALUES ('k', '二(1)班', 2, 1)`)
    const add =
      raw.prepare(`INSERT INTO child (id, class_id, name, pinyin, letter, sort_key, given, animal, tone, created_at)
      VALUES (?, 'k', ?, '', '#', '', '', 'fox', 'sun', 0)`)
    add.run('1', '㛃')
    add.run('2', '𠮷'.repeat(40))
    expect(() => add.run('3', '𠮷'.repeat(41))).toThrow('CHECK')
    expect(() => add.run('4', '')).toThrow('CHECK')
  })

  it('lets a class go without its children, and a person without the seat’s tries', () => {
    const raw = databaseAt(2)
    raw.exec(`INSERT INTO class VALUES ('k', '二(1)班', 2, 1);
      INSERT INTO child (id, class_id, name, pinyin, letter, sort_key, given, animal, tone, created_at)
        VALUES ('c', 'k', '林小雨', '', 'L', '', '小雨', 'fox', 'sun', 0);
      INSERT INTO staff (id, name, role, created_at) VALUES ('p', '陈', 'teacher', 0);
      INSERT INTO pin_try VALUES ('p', 3, 5000);
      INSERT INTO staff_act (id, seat, at, trusted, staff_id, method) VALUES ('a', 's', 0, 1, 'p', 'children.add');
      DELETE FROM class; DELETE FROM staff;`)
    expect(raw.prepare('SELECT id, class_id FROM child').all()).toEqual([{ id: 'c', class_id: null }])
    expect(raw.prepare('SELECT * FROM pin_try').all()).toEqual([])
    expect(raw.prepare('SELECT staff_id FROM staff_act').all()).toEqual([{ staff_id: 'p' }])
  })

  it('knows five roles', () => {
    const raw = databaseAt(2)
    const add = raw.prepare(`INSERT INTO staff (id, name, role, created_at) VALUES (?, '陈', ?, 0)`)
    for (const role of ['coordinator', 'teacher', 'social-worker', 'volunteer', 'technician'])
      add.run(role, role)
    expect(() => add.run('x', 'admin')).toThrow('CHECK')
  })
})
