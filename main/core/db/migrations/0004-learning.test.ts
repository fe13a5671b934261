import { describe, expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

describe('0004 learning', () => {
  it('leaves turns as they are and starts the book of mistakes empty', () => {
    const raw = databaseAt(3)
    raw.exec(
      `INSERT INTO session (id, seat, child_id, started_at, trusted, planned_ms) VALUES ('s', '1', 'c', 1, 1, 9)`,
    )
    migrateTo(raw, 4)
    expect(raw.prepare('SELECT id FROM session').all()).toEqual([{ id: 's' }])
    raw.exec(`INSERT INTO sums_mistake (id, child_id, level, question, typed, missed_at, due_at, card)
      VALUES ('c/8+7', 'c', 'l', '8+7', '14', 1, 2, '{}')`)
    const due = raw.prepare(
      'EXPLAIN QUERY PLAN SELECT count(*) FROM sums_mistake WHERE child_id = ? AND due_at <= ? AND left_at IS NULL',
    )
    expect(due.all('c', 5)).toMatchObject([{ detail: expect.stringContaining('sums_mistake_due') }])
    raw.exec(`INSERT INTO sums_progress (id, level) VALUES ('c', 'l')`)
    expect(raw.prepare('SELECT recent, joints FROM sums_progress').get()).toEqual({ recent: '[]', joints: 0 })
  })
})
