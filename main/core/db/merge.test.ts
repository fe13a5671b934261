import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges, exportChanges, type Changes } from './merge.ts'
import { seatAt, testTables, type TestSeat } from './test-seats.ts'

const tables = testTables
const runs = Number(process.env['MERGE_RUNS'] ?? 100)

const id = fc.constantFrom('1', '2', '3')
const word = fc.constantFrom('山', '水', '田')
const klass = fc.record({ name: word }, { requiredKeys: ['name'] })
const child = fc.record(
  { name: word, klass_id: fc.option(id), born: fc.integer({ min: 2015, max: 2019 }) },
  { requiredKeys: ['name'] },
)
const part = fc.record({ name: word, klass_id: fc.option(id), born: fc.constant(2016) }, { requiredKeys: [] })
const page = fc.record({ child_id: id, words: word }, { requiredKeys: ['child_id'] })
const seat = fc.nat(2)

type Step = (room: readonly TestSeat[], counter: number) => void
const at = (which: number, act: (seat: TestSeat, counter: number) => void): Step => {
  return (room, counter) => {
    try {
      act(room[which]!, counter)
    } catch (error) {
      // A seat refuses what breaks its own rows; that it refuses must not matter to the others.
      if (!String(error).includes('constraint')) throw error
    }
  }
}
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(seat, id, klass).map(([s, i, row]) => at(s, ({ log }) => void log.set('klass', i, row))),
  fc.tuple(seat, id, child).map(([s, i, row]) => at(s, ({ log }) => void log.set('child', i, row))),
  fc.tuple(seat, id, part).map(([s, i, row]) => at(s, ({ log }) => void log.set('child', i, row))),
  fc.tuple(seat, id, page).map(([s, i, row]) => at(s, ({ log }) => void log.set('page', i, row))),
  fc
    .tuple(seat, id, fc.constantFrom('klass' as const, 'child' as const, 'page' as const, 'badge' as const))
    .map(([s, i, table]) => at(s, ({ log }) => void log.remove(table, i))),
  fc.tuple(seat, id, id).map(([s, i, c]) => at(s, ({ log }) => void log.set('badge', i, { child_id: c }))),
  fc
    .tuple(seat, word)
    .map(([s, what]) => at(s, ({ log }, n) => void log.append('entry', { id: `${s}-${n}`, at: n, what }))),
  fc.tuple(seat, fc.integer({ min: 0, max: 5000 })).map(([s, wall]) => at(s, ({ clock }) => clock.set(wall))),
  fc.tuple(seat, seat).map(
    ([from, to]): Step =>
      (room) =>
        pass(room[from]!, room[to]!),
  ),
)

function play(steps: readonly Step[]): readonly TestSeat[] {
  const room = ['a', 'b', 'c'].map((name) => seatAt(name))
  for (const [counter, act] of steps.entries()) act(room, counter)
  return room
}

const sent = (from: TestSeat): Changes => exportChanges(from.db, undefined, { tables })
function pass(from: TestSeat, to: TestSeat): void {
  take(to, sent(from))
}
function take(to: TestSeat, changes: Changes): void {
  const taken = applyChanges(to.db, JSON.parse(JSON.stringify(changes)), { tables })
  if (!taken.ok) throw new Error(JSON.stringify(taken.error))
}

function contents({ db }: TestSeat) {
  expect(db.all('PRAGMA foreign_key_check')).toEqual([])
  const rows = (table: string) => db.all(`SELECT * FROM ${table} ORDER BY id`)
  return {
    ...Object.fromEntries([...Object.keys(tables.shared), 'entry'].map((table) => [table, rows(table)])),
    changes: db.all('SELECT hlc, table_name, row_id, columns FROM change ORDER BY hlc'),
    cells: db.all('SELECT * FROM cell_clock'),
    tombstones: db.all('SELECT * FROM tombstone'),
    withheld: db.all('SELECT * FROM withheld'),
  }
}

const history = fc.array(step, { minLength: 5, maxLength: 60 })
const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const

describe('merging', () => {
  it('leads all seats to the same tables, whoever speaks to whom first', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...orders), (steps, [x, y, z]) => {
        const room = play(steps)
        for (const [from, to] of [
          [x, y],
          [y, z],
          [z, x],
          [x, y],
        ] as const)
          pass(room[from]!, room[to]!)
        const [a, b, c] = room.map(contents)
        expect(b).toEqual(a)
        expect(c).toEqual(a)
      }),
      { numRuns: runs },
    )
  })

  it('does not depend on the order, the grouping or the repetition of what arrives', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat(1000)), (steps, dice) => {
        const room = play(steps)
        const whole = room.map(sent)
        const seen = orders.map((order) => {
          const late = seatAt('late')
          for (const which of order) take(late, whole[which]!)
          return contents(late)
        })
        const pieces = whole.flatMap(({ changes, rows, ...rest }) => [
          ...changes.map((change) => ({ ...rest, changes: [change], rows: [] })),
          ...rows.map((row) => ({ ...rest, changes: [], rows: [row] })),
        ])
        const shuffled = pieces.map((piece) => ({ piece, key: dice.next().value! }))
        shuffled.sort((one, other) => one.key - other.key)
        const scattered = seatAt('late')
        for (const { piece } of shuffled) take(scattered, piece)
        for (const other of [...seen.slice(1), contents(scattered)]) expect(other).toEqual(seen[0])
      }),
      { numRuns: runs },
    )
  })

  it('changes nothing when the same comes again', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const [a, b] = play(steps)
        pass(a!, b!)
        const before = contents(b!)
        const again = applyChanges(b!.db, sent(a!), { tables })
        expect(again).toEqual({ ok: true, value: { changes: 0, rows: 0 } })
        expect(contents(b!)).toEqual(before)
      }),
      { numRuns: runs },
    )
  })

  it('lets removals win and unites append-only rows', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const room = play(steps)
        const removed = room.flatMap(({ db }) =>
          db.all<{ table_name: string; row_id: string }>('SELECT * FROM tombstone'),
        )
        const entries = new Set(
          room.flatMap(({ db }) => db.all<{ id: string }>('SELECT id FROM entry')).map((row) => row.id),
        )
        const late = seatAt('late')
        for (const one of room) pass(one, late)
        for (const { table_name, row_id } of removed) {
          expect(late.db.get(`SELECT 1 FROM ${table_name} WHERE id = ?`, [row_id])).toBeUndefined()
        }
        expect(late.db.get('SELECT count(*) AS n FROM entry')).toEqual({ n: entries.size })
      }),
      { numRuns: runs },
    )
  })
})

describe('exchanging', () => {
  it('goes on from a cursor, in pieces, and starts again when the log is another one', () => {
    const [a, b] = [seatAt('a'), seatAt('b')]
    for (const name of ['1', '2', '3']) a.log.set('klass', name, { name })
    a.log.append('entry', { id: 'e', at: 1, what: 'x' })
    const first = exportChanges(a.db, undefined, { tables, limit: 2 })
    expect([first.changes.length, first.rows.length, first.more]).toEqual([2, 1, true])
    const second = exportChanges(a.db, first.upTo, { tables, limit: 2 })
    expect([second.changes.length, second.rows.length, second.more]).toEqual([1, 0, false])
    take(b, second)
    take(b, first)
    expect(contents(b).changes).toEqual(contents(a).changes)
    expect(
      exportChanges(a.db, { ...second.upTo, log: 'before the restore' }, { tables }).changes,
    ).toHaveLength(3)
  })

  it('gives each newly arrived row of an append-only table to the rollup, once', () => {
    const [a, b] = [seatAt('a'), seatAt('b')]
    a.log.append('entry', { id: 'e', at: 1, what: 'x' })
    const counted: unknown[] = []
    const onAppended = (table: string, row: unknown) => void counted.push([table, row])
    applyChanges(b.db, sent(a), { tables, onAppended })
    applyChanges(b.db, sent(a), { tables, onAppended })
    expect(counted).toEqual([['entry', { id: 'e', seat: 'a', at: 1, what: 'x' }]])
  })

  it('refuses what is malformed, newer or no row of ours, and takes nothing of it', () => {
    const [a, b] = [seatAt('a'), seatAt('b')]
    a.log.set('klass', 'k', { name: '三' })
    a.log.append('entry', { id: 'e', at: 1, what: 'x' })
    const good = sent(a)
    const before = contents(b)
    const kinds = [
      null,
      'text',
      {},
      { ...good, changes: [{ ...good.changes[0]!, hlc: 'ffffffffffffffff-z' }] },
      { ...good, changes: [{ ...good.changes[0]!, columns: '[1]' }] },
      { ...good, schema: 99 },
      { ...good, rows: [{ table: 'entry', row: '{"id":"f","seat":"a","at":null,"what":"x"}' }] },
    ].map((incoming) => {
      const taken = applyChanges(b.db, incoming, { tables })
      return taken.ok ? 'taken' : taken.error.kind
    })
    expect(kinds).toEqual([
      'malformed',
      'malformed',
      'malformed',
      'malformed',
      'malformed',
      'newer',
      'refused',
    ])
    expect(contents(b)).toEqual(before)
  })
})
