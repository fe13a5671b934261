import { describe, expect, it } from 'vitest'
import { roomIn } from '../backup/test-rooms.ts'
import { openReadable } from './open.ts'
import { opened } from './opening.fixture.ts'

describe('handles', () => {
  it('do not let a reader write, by type, by SQL or by connection', () => {
    const room = roomIn()
    const db = opened(room)
    expect(() => db.get(`INSERT INTO note VALUES ('n', 'x') RETURNING id`)).toThrow('given to a read')
    expect(() => [...db.iterate('DELETE FROM note RETURNING id')]).toThrow('given to a read')
    const reader = openReadable(room.path)
    expect(() => reader.all('DELETE FROM note')).toThrow('given to a read')
    expect('run' in reader).toBe(false)
    reader.close()
    db.close()
  })

  it('nest transactions as savepoints', () => {
    const db = opened(roomIn())
    db.transaction(() => {
      db.run(`INSERT INTO note VALUES ('kept', 'x')`)
      expect(() =>
        db.transaction(() => {
          db.run(`INSERT INTO note VALUES ('dropped', 'x')`)
          throw new Error('no')
        }),
      ).toThrow('no')
    })
    expect(db.all('SELECT id FROM note')).toEqual([{ id: 'kept' }])
    db.close()
  })

  it('read one state in a snapshot while another connection writes', () => {
    const room = roomIn()
    const db = opened(room)
    const reader = openReadable(room.path)
    const counts = reader.snapshot(() => {
      const before = reader.get('SELECT count(*) AS n FROM note')
      db.run(`INSERT INTO note VALUES ('n', 'x')`)
      return [before, reader.get('SELECT count(*) AS n FROM note')]
    })
    expect(counts).toEqual([{ n: 0 }, { n: 0 }])
    expect(reader.get('SELECT count(*) AS n FROM note')).toEqual({ n: 1 })
    reader.close()
    db.close()
  })
})
