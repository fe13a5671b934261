import { expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

it('0022 forgets what the log says of rows that were removed before, and of no other', () => {
  const raw = databaseAt(21)
  raw.exec(`INSERT INTO change (hlc, seat, table_name, row_id, columns) VALUES
      ('1', 's', 'contact', 'gone', '{"name":"黄阿英"}'), ('2', 's', 'contact', 'gone', NULL),
      ('3', 's', 'contact', 'here', '{"name":"林大山"}');
    INSERT INTO tombstone VALUES ('contact', 'gone', '2');
    INSERT INTO cell_clock VALUES ('contact', 'gone', 'name', '1'), ('contact', 'here', 'name', '3');`)
  migrateTo(raw, 22)
  expect(raw.prepare('SELECT hlc, columns FROM change ORDER BY hlc').all()).toEqual([
    { hlc: '1', columns: '{"-":1}' },
    { hlc: '2', columns: null },
    { hlc: '3', columns: '{"name":"林大山"}' },
  ])
  expect(raw.prepare('SELECT row_id FROM cell_clock').pluck().all()).toEqual(['here'])
  expect(raw.prepare('SELECT count(*) FROM rights_request').pluck().get()).toBe(0)
})
