import { describe, expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

describe('0008 talks', () => {
  it('leaves the calls as they are, and takes a wish without a mood', () => {
    const raw = databaseAt(7)
    raw.exec(
      `INSERT INTO call_log (id, seat, at, trusted, child_id, contact_id, session_id, direction, way, ringing_ms, length_ms,
         how) VALUES ('l', 's', 1, 1, 'k', 'c', 't', 'out', 'video', 1, 2, 'hung-up')`,
    )
    migrateTo(raw, 8)
    expect(raw.prepare('SELECT how FROM call_log').pluck().all()).toEqual(['hung-up'])
    raw.exec(`INSERT INTO talk_wish (id, child_id, staff_id, asked_at, trusted) VALUES ('w', 'k', 'a', 1, 1)`)
    expect(raw.prepare('SELECT received_at, talked_at FROM talk_wish').all()).toEqual([
      { received_at: null, talked_at: null },
    ])
    expect(() =>
      raw.exec(
        `INSERT INTO talk_wish (id, child_id, staff_id, asked_at, trusted) VALUES ('x', 'k', 'a', 1, 2)`,
      ),
    ).toThrow('CHECK')
  })
})
