import { describe, expect, it } from 'vitest'
import { seatAt } from './test-seats.ts'

describe('set', () => {
  it('inserts, then changes only what changed', () => {
    const { db, log } = seatAt('a')
    expect(log.set('klass', 'k', { name: '三年级' })).toBe(true)
    log.set('child', 'c', { name: '小雨', klass_id: 'k', born: 2017 })
    log.set('child', 'c', { name: '小雨', born: 2018 })
    log.set('child', 'c', { name: '小雨', born: 2018 })
    expect(db.get('SELECT name, klass_id, born FROM child')).toEqual({
      name: '小雨',
      klass_id: 'k',
      born: 2018,
    })
    expect(db.all('SELECT row_id, columns FROM change ORDER BY position')).toEqual([
      { row_id: 'k', columns: '{"name":"三年级"}' },
      { row_id: 'c', columns: '{"name":"小雨","klass_id":"k","born":2017}' },
      { row_id: 'c', columns: '{"born":2018}' },
    ])
  })

  it('keeps bytes, and says so in the log too', () => {
    const { db, log } = seatAt('a')
    log.set('klass', 'k', { name: '三', face: new Uint8Array([0, 255, 7]) })
    expect(db.get<{ face: Uint8Array }>('SELECT face FROM klass')?.face).toEqual(Buffer.from([0, 255, 7]))
    expect(db.get('SELECT columns FROM change')).toEqual({
      columns: '{"name":"三","face":{"base64":"AP8H"}}',
    })
  })

  it('refuses tables and columns that are not registered, and values that would change on the way', () => {
    const { log } = seatAt('a')
    expect(() => log.set('meta' as 'klass', 'k', {})).toThrow('not registered')
    expect(() => log.set('constructor' as 'klass', 'k', {})).toThrow('not registered')
    expect(() => log.set('klass', 'k', { 'name = 1; --': 1 })).toThrow('not registered')
    expect(() => log.set('klass', 'k', { name: Number.NaN })).toThrow('cannot hold NaN')
    expect(() => log.set('entry' as 'klass', 'k', {})).toThrow('not registered')
  })

  it('leaves nothing behind when the row is refused or the caller rolls back', () => {
    const { db, log } = seatAt('a')
    expect(() => log.set('child', 'c', { name: '小雨', klass_id: 'nowhere' })).toThrow('FOREIGN KEY')
    expect(() => log.set('child', 'c', { born: 2018 })).toThrow('NOT NULL')
    expect(() =>
      db.transaction(() => {
        log.set('klass', 'k', { name: '三' })
        throw new Error('the caller thought better of it')
      }),
    ).toThrow('better')
    expect(db.all('SELECT * FROM change')).toEqual([])
    expect(db.all('SELECT * FROM cell_clock')).toEqual([])
  })
})

describe('remove', () => {
  it('is final', () => {
    const { db, log } = seatAt('a')
    log.set('klass', 'k', { name: '三' })
    expect(log.remove('klass', 'k')).toBe(true)
    expect(log.remove('klass', 'k')).toBe(false)
    expect(log.set('klass', 'k', { name: '四' })).toBe(false)
    expect(db.all('SELECT * FROM klass')).toEqual([])
  })

  it('lets the schema decide about rows that stand on it', () => {
    const { db, log } = seatAt('a')
    log.set('klass', 'k', { name: '三' })
    log.set('child', 'c', { name: '小雨', klass_id: 'k' })
    log.set('page', 'p', { child_id: 'c', words: '今天' })
    log.remove('klass', 'k')
    expect(db.all('SELECT id, klass_id FROM child')).toEqual([{ id: 'c', klass_id: null }])
    log.remove('child', 'c')
    expect(db.all('SELECT * FROM page')).toEqual([])
  })
})

describe('append', () => {
  it('adds a row once and signs it with the seat', () => {
    const { db, log } = seatAt('a')
    expect(log.append('entry', { id: 'e', at: 5, what: 'sum' })).toBe(true)
    expect(log.append('entry', { id: 'e', at: 6, what: 'other' })).toBe(false)
    expect(db.all('SELECT id, seat, at, what FROM entry')).toEqual([
      { id: 'e', seat: 'a', at: 5, what: 'sum' },
    ])
    expect(() => log.append('entry', { id: 'f', seat: 'b', at: 6, what: 'sum' })).toThrow('seat b')
    expect(() => log.append('klass' as 'entry', { id: 'k', name: '三' })).toThrow('not registered')
  })
})

describe('clock values', () => {
  it('rise while the wall falls back to 2000 and when two connections take turns', () => {
    const seat = seatAt('a', { wall: Date.UTC(2026, 10, 22) })
    seat.log.set('klass', '1', { name: '一' })
    seat.clock.set(Date.UTC(2000, 0, 1))
    for (const id of ['2', '3', '4']) seat.log.set('klass', id, { name: id })
    const inOrder = seat.db
      .all<{ row_id: string }>('SELECT row_id FROM change ORDER BY hlc')
      .map((row) => row.row_id)
    expect(inOrder).toEqual(['1', '2', '3', '4'])
  })
})
