import { expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

it('0031 leaves what was told and chosen as it is; nobody was asked yet', () => {
  const raw = databaseAt(30)
  raw.exec(`INSERT INTO feeling (id, child_id, staff_id, at, trusted, day, sealed) VALUES ('f', 'k', 'a', 1, 1, '2026-11-20', 's');
    INSERT INTO feeling_listener (id, child_id, staff_id) VALUES ('k', 'k', 'a')`)
  migrateTo(raw, 31)
  expect(
    raw
      .prepare(
        'SELECT sealed, feeling_listener.staff_id AS listener FROM feeling JOIN feeling_listener USING (child_id)',
      )
      .all(),
  ).toEqual([{ sealed: 's', listener: 'a' }])
  expect(raw.prepare('SELECT count(*) FROM feeling_asked').pluck().get()).toBe(0)
})
