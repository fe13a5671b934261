import { expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

it('0029 leaves the people as they are, and keeps what lamps said', () => {
  const raw = databaseAt(28)
  raw.exec(
    `INSERT INTO staff (id, name, role, pin_hash, created_at) VALUES ('s', '王老师', 'teacher', 'x', 5)`,
  )
  migrateTo(raw, 29)
  expect(raw.prepare('SELECT name FROM staff').pluck().all()).toEqual(['王老师'])
  raw.exec(`INSERT INTO health_turn VALUES ('t', 5, 0, 'disk', 'bad', 'full');
    INSERT INTO health_trial VALUES ('u', 5, 1, 'microphone', 'silent', 0, 's')`)
  for (const change of [
    `UPDATE health_turn SET tone = 'good'`,
    'DELETE FROM health_turn',
    `UPDATE health_trial SET result = 'works'`,
    'DELETE FROM health_trial',
  ])
    expect(() => raw.exec(change)).toThrow('append-only')
  raw.exec('UPDATE health_turn SET at = 6, trusted = 1')
  expect(raw.prepare('SELECT at, trusted, says FROM health_turn').all()).toEqual([
    { at: 6, trusted: 1, says: 'full' },
  ])
})
