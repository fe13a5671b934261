import { describe, expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

const call = (way: string) =>
  `INSERT INTO call_log (id, seat, at, trusted, child_id, contact_id, session_id, direction, way, ringing_ms, length_ms,
    how) VALUES ('${way}', 's', 1, 1, 'k', 'c', 't', 'out', '${way}', 1, 2, 'hung-up')`
const now = `INSERT INTO call_now (id, call_id, at, trusted, child_id, contact_id, session_id, direction, way, ringing_ms,
  length_ms) VALUES (?, 'x', 1, 1, 'k', 'c', 't', 'out', 'video', 1, 2)`

describe('0007 calls', () => {
  it('keeps what was there, and takes one call under way and any number that are over', () => {
    const raw = databaseAt(6)
    raw.exec(`INSERT INTO publication_sent (id, version, hash, at) VALUES (1, 7, 'h', 1)`)
    migrateTo(raw, 7)
    expect(raw.prepare('SELECT version FROM publication_sent').pluck().get()).toBe(7)
    raw.exec(call('video'))
    raw.exec(call('phone'))
    expect(() => raw.exec(call('pigeon'))).toThrow('CHECK')
    raw.prepare(now).run(1)
    expect(() => raw.prepare(now).run(2)).toThrow('CHECK')
  })
})
