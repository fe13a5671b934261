import { describe, expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

describe('0003 sessions', () => {
  it('leaves the people of a room as they are and gives them turns', () => {
    const raw = databaseAt(2)
    raw.exec(`INSERT INTO class (id, label, grade) VALUES ('k', '二(1)班', 2)`)
    raw.exec(`INSERT INTO child (id, class_id, name, pinyin, letter, sort_key, given, animal, tone, created_at)
      VALUES ('c', 'k', '林小雨', '', 'L', 'l', '小雨', 'fox', 'sun', 1)`)
    migrateTo(raw, 3)
    expect(raw.prepare('SELECT name FROM child').all()).toEqual([{ name: '林小雨' }])
    raw.exec(
      `INSERT INTO session (id, seat, child_id, started_at, trusted, planned_ms) VALUES ('s', '1', 'c', 1, 1, 9)`,
    )
    expect(raw.prepare('SELECT length_ms, end_reason, cut FROM session').get()).toEqual({
      length_ms: 0,
      end_reason: null,
      cut: 0,
    })
    expect(() => raw.exec(`UPDATE session SET end_reason = 'bored'`)).toThrow('CHECK')
  })

  it('keeps one day’s count a child and activity, and takes no half milliseconds', () => {
    const raw = databaseAt(3)
    const add = `INSERT INTO usage_day (day, child_id, activity, ms) VALUES ('2026-11-22', 'c', 'learn', ?)`
    raw.prepare(add).run(5)
    expect(() => raw.prepare(add).run(6)).toThrow('UNIQUE')
    expect(() => raw.exec('UPDATE usage_day SET ms = 0.5')).toThrow('REAL')
  })
})
