import { describe, expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

describe('0005 diary', () => {
  it('leaves what was learnt as it is; a page takes its steps with it when it goes', () => {
    const raw = databaseAt(4)
    raw.exec(`INSERT INTO sums_progress (id, level) VALUES ('c', 'l')`)
    migrateTo(raw, 5)
    expect(raw.prepare('SELECT level FROM sums_progress').all()).toEqual([{ level: 'l' }])
    raw.exec(`INSERT INTO diary_page (id, child_id, day, started_at) VALUES ('p', 'c', '2026-11-22', 1)`)
    raw.exec(`INSERT INTO diary_step (id, page_id, ordinal, kind, data) VALUES ('t', 'p', 1, 'text', '{}')`)
    raw.exec(`INSERT INTO diary_draft (page_id, step_id, kind, data) VALUES ('p', 'u', 'stroke', '{}')`)
    expect(() =>
      raw.exec(
        `INSERT INTO diary_step (id, page_id, ordinal, kind, data) VALUES ('v', 'no', 1, 'text', '{}')`,
      ),
    ).toThrow('FOREIGN KEY')
    raw.exec('DELETE FROM diary_page')
    expect(
      raw
        .prepare('SELECT (SELECT count(*) FROM diary_step) + (SELECT count(*) FROM diary_draft)')
        .pluck()
        .get(),
    ).toBe(0)
  })
})
