import { SqliteError } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { storageProblem } from './storage-problem.ts'

const system = (code: string) => Object.assign(new Error(code), { code })

describe('storageProblem', () => {
  it('names what SQLite and the file system say', () => {
    const named = [
      'SQLITE_FULL',
      'SQLITE_IOERR_FSYNC',
      'SQLITE_READONLY_DIRECTORY',
      'SQLITE_BUSY_SNAPSHOT',
      'SQLITE_LOCKED',
    ]
    expect(named.map((code) => storageProblem(new SqliteError('', code)))).toEqual([
      'disk-full',
      'io-error',
      'read-only',
      'locked',
      'locked',
    ])
    expect(
      ['ENOSPC', 'EROFS', 'EACCES', 'EIO', 'EDQUOT'].map((code) => storageProblem(system(code))),
    ).toEqual(['disk-full', 'read-only', 'read-only', 'io-error', 'disk-full'])
  })

  it('leaves alone what is no storage problem', () => {
    const others = [
      new SqliteError('', 'SQLITE_CONSTRAINT_CHECK'),
      new SqliteError('', 'SQLITE_FULLY'),
      system('ENOENT'),
      new Error(),
      'x',
      null,
    ]
    expect(others.map(storageProblem)).toEqual(others.map(() => undefined))
  })
})
