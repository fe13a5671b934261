import { describe, expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

const message = (id: string, state: string) =>
  `INSERT INTO message (id, child_id, contact_id, direction, kind, type, size, length_ms, at, state)
   VALUES ('${id}', 'k', 'c', 'out', 'voice', 'audio/webm', 0, 0, 1, '${state}')`

describe('0009 messages', () => {
  it('keeps the calls that were there, and takes messages in the states they may have', () => {
    const raw = databaseAt(8)
    raw.exec(`INSERT INTO call_log (id, seat, at, trusted, child_id, contact_id, session_id, direction, way, ringing_ms,
      length_ms, how) VALUES ('1', 's', 1, 1, 'k', 'c', 't', 'out', 'video', 1, 2, 'hung-up')`)
    migrateTo(raw, 9)
    expect(raw.prepare('SELECT how FROM call_log').pluck().get()).toBe('hung-up')
    raw.exec(message('a', 'recording'))
    raw.exec(message('b', 'waiting'))
    expect(raw.prepare('SELECT seen_told FROM message').pluck().all()).toEqual([0, 0])
    expect(() => raw.exec(message('c', 'lost'))).toThrow('CHECK')
    expect(() => raw.exec(message('a', 'draft'))).toThrow('UNIQUE')
  })
})
