import { describe, expect, it } from 'vitest'
import { APPLICATION_ID, applicationId, schemaVersion, tableNames } from '../identity.ts'
import { databaseAt, migrateTo } from './from-version.ts'

describe('0001 foundation', () => {
  it('makes an empty file ours', () => {
    const raw = databaseAt(0)
    expect(tableNames(raw)).toEqual([])
    migrateTo(raw, 1)
    expect(tableNames(raw)).toEqual(['cell_clock', 'change', 'meta', 'tombstone', 'withheld'])
    expect(schemaVersion(raw)).toBe(1)
    expect(applicationId(raw)).toBe(APPLICATION_ID)
  })

  it('keeps types strict and clock values unique', () => {
    const raw = databaseAt(1)
    const add = raw.prepare(
      `INSERT INTO change (hlc, seat, table_name, row_id, columns) VALUES (?, 's', 't', 'r', NULL)`,
    )
    add.run('1')
    expect(() => add.run('1')).toThrow('UNIQUE')
    expect(() => raw.exec(`INSERT INTO change (position, hlc) VALUES ('first', 'x')`)).toThrow(
      'datatype mismatch',
    )
  })
})
