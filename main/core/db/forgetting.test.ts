import BetterSqlite3 from 'better-sqlite3'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainClock } from '../kernel/plain-clock.ts'
import type { ChangeLog } from './change-log.ts'
import { writableDb, type WritableDb } from './handles.ts'
import { applyChanges, exportChanges } from './merge.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { setWritingPragmas } from './pragmas.ts'
import type { TableRegistry } from './shared-tables.ts'

const tables = {
  shared: { child: ['name'], page: ['child_id', 'words'], step: ['page_id', 'data'], answer: ['child_id', 'level'] },
  appendOnly: { entry: ['child_id', 'what'], book: ['child_id', 'item'] },
  owned: { page: { child_id: 'child' }, step: { page_id: 'page' }, answer: { child_id: 'child' } },
  ended: {
    entry: { column: 'child_id', of: ['child'], left: (row) => ({ ...row, child_id: '' }) },
    book: { column: 'child_id', of: ['child'], left: null },
  },
} as const satisfies TableRegistry // prettier-ignore

const schema = `
  CREATE TABLE child (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;
  CREATE TABLE page (id TEXT PRIMARY KEY, child_id TEXT NOT NULL, words TEXT NOT NULL) STRICT;
  CREATE TABLE step (id TEXT PRIMARY KEY, page_id TEXT NOT NULL REFERENCES page (id) ON DELETE CASCADE, data TEXT NOT NULL) STRICT;
  CREATE TABLE answer (id TEXT PRIMARY KEY, child_id TEXT NOT NULL, level TEXT NOT NULL) STRICT;
  CREATE TABLE entry (id TEXT PRIMARY KEY, seat TEXT NOT NULL, child_id TEXT NOT NULL, what TEXT NOT NULL) STRICT;
  CREATE TABLE book (id TEXT PRIMARY KEY, seat TEXT NOT NULL, child_id TEXT NOT NULL, item TEXT NOT NULL) STRICT;
`
const template = (() => {
  const raw = new BetterSqlite3(':memory:')
  migrate(raw, migrations.slice(0, 1))
  raw.exec(schema)
  return raw.serialize()
})()

interface Seat {
  readonly db: WritableDb
  readonly log: ChangeLog<keyof typeof tables.shared, keyof typeof tables.appendOnly>
}

function seatAt(seat: string): Seat {
  const raw = new BetterSqlite3(template)
  setWritingPragmas(raw)
  raw.prepare(`INSERT INTO meta VALUES ('log', ?)`).run(`log-${seat}`)
  const db = writableDb(raw, { clock: plainClock({ wall: () => 0 }), seat, tables })
  return { db, log: db.shared as unknown as Seat['log'] }
}

/** What a child of the room is called says whose it is, so that a grep for it finds what was left. */
const nameOf = (child: string) => `name-of-${child}`
const child = fc.constantFrom('c1', 'c2')
const one = fc.constantFrom('1', '2')
const seat = fc.nat(2)

type Step = (room: readonly Seat[], counter: number) => void
const at = (which: number, act: (log: Seat['log'], counter: number) => void): Step => {
  return (room, counter) => {
    try {
      act(room[which]!.log, counter)
    } catch (error) {
      if (!String(error).includes('constraint')) throw error
    }
  }
}
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(seat, child).map(([s, c]) => at(s, (log) => void log.set('child', c, { name: nameOf(c) }))),
  // A page has one owner for good, as in the house: its id says which.
  fc.tuple(seat, child, one).map(([s, c, p]) =>
    at(s, (log) => void log.set('page', `p${p}-${c}`, { child_id: c, words: nameOf(c) })),
  ),
  fc.tuple(seat, child, one, fc.nat(9)).map(([s, c, p, n]) =>
    at(s, (log) => void log.set('page', `p${p}-${c}`, { words: `${n} ${nameOf(c)}` })),
  ),
  fc.tuple(seat, child, one, one).map(([s, c, p, n]) =>
    at(s, (log) => void log.set('step', `s${n}-p${p}-${c}`, { page_id: `p${p}-${c}`, data: nameOf(c) })),
  ),
  fc.tuple(seat, child, one).map(([s, c, i]) =>
    at(s, (log) => void log.set('answer', `${c}/${nameOf(c)}/${i}`, { child_id: c, level: nameOf(c) })),
  ),
  fc.tuple(seat, child).map(([s, c]) =>
    at(s, (log, n) => void log.append('entry', { id: `e${s}-${n}`, child_id: c, what: 'came' })),
  ),
  fc.tuple(seat, child).map(([s, c]) =>
    at(s, (log, n) => void log.append('book', { id: `b${s}-${n}`, child_id: c, item: nameOf(c) })),
  ),
  fc.tuple(seat, child, one).map(([s, c, p]) => at(s, (log) => void log.remove('page', `p${p}-${c}`))),
  fc.tuple(seat).map(([s]) => at(s, (log) => void log.remove('child', 'c1'))),
  fc.tuple(seat, seat).map(
    ([from, to]): Step =>
      (room) =>
        pass(room[from]!, room[to]!),
  ),
) // prettier-ignore

const sent = (from: Seat) => exportChanges(from.db, undefined, { tables })
function take(to: Seat, changes: unknown): void {
  const taken = applyChanges(to.db, JSON.parse(JSON.stringify(changes)), { tables })
  if (!taken.ok) throw new Error(JSON.stringify(taken.error))
}
const pass = (from: Seat, to: Seat): void => take(to, sent(from))

function contents({ db }: Seat) {
  expect(db.all('PRAGMA foreign_key_check')).toEqual([])
  const all = [...Object.keys(tables.shared), ...Object.keys(tables.appendOnly)]
  return {
    ...Object.fromEntries(all.map((table) => [table, db.all(`SELECT * FROM ${table} ORDER BY id`)])),
    changes: db.all('SELECT hlc, table_name, row_id, columns FROM change ORDER BY hlc'),
    cells: db.all('SELECT * FROM cell_clock'),
    gone: db.all('SELECT * FROM tombstone'),
    withheld: db.all('SELECT * FROM withheld'),
  }
}

const orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] as const // prettier-ignore
const history = fc.array(step, { minLength: 5, maxLength: 50 })
const runs = Number(process.env['MERGE_RUNS'] ?? 25)

function play(steps: readonly Step[]): readonly Seat[] {
  const room = ['a', 'b', 'c'].map((name) => seatAt(name))
  for (const [counter, act] of steps.entries()) act(room, counter)
  return room
}

it('erased stays erased at every seat, whoever speaks to whom first, and nothing of the child is left in any of them', () => {
  fc.assert(
    fc.property(history, fc.constantFrom(...orders), fc.nat(2), (steps, [x, y, z], eraser) => {
      const room = play(steps)
      room[eraser]!.log.set('child', 'c1', { name: nameOf('c1') })
      room[eraser]!.log.remove('child', 'c1')
      for (const [from, to] of [[x, y], [y, z], [z, x], [x, y]] as const) pass(room[from]!, room[to]!) // prettier-ignore
      const [a, b, c] = room.map(contents)
      expect(b).toEqual(a)
      expect(c).toEqual(a)
      expect(JSON.stringify(a)).not.toContain(nameOf('c1'))
      // What was written for the child afterwards, at a seat that does not know, is not taken either.
      const ignorant = seatAt('d')
      ignorant.log.set('child', 'c1', { name: nameOf('c1') })
      ignorant.log.set('page', 'p9', { child_id: 'c1', words: nameOf('c1') })
      ignorant.log.append('entry', { id: 'late', child_id: 'c1', what: 'came' })
      pass(ignorant, room[x]!)
      expect(JSON.stringify(contents(room[x]!))).not.toContain(nameOf('c1'))
      expect(room[x]!.db.get('SELECT child_id FROM entry WHERE id = ?', ['late'])).toEqual({ child_id: '' })
      pass(room[x]!, ignorant)
      pass(ignorant, room[x]!)
      expect(contents(ignorant)).toEqual(contents(room[x]!))
    }),
    { numRuns: runs },
  )
})

it('what arrives scattered, in any order, twice, leads to the same, erased or not', () => {
  fc.assert(
    fc.property(history, fc.infiniteStream(fc.nat(1000)), (steps, dice) => {
      const whole = play(steps).map(sent)
      const seen = orders.map((order) => {
        const late = seatAt('late')
        for (const which of order) take(late, whole[which]!)
        return contents(late)
      })
      const pieces = whole.flatMap(({ changes, rows, ...rest }) => [
        ...changes.map((change) => ({ ...rest, changes: [change], rows: [] })),
        ...rows.map((row) => ({ ...rest, changes: [], rows: [row] })),
      ])
      const scattered = seatAt('late')
      const shuffled = [...pieces, ...pieces].map((piece) => ({ piece, key: dice.next().value! }))
      for (const { piece } of shuffled.toSorted((a, b) => a.key - b.key)) take(scattered, piece)
      for (const other of [...seen.slice(1), contents(scattered)]) expect(other).toEqual(seen[0])
    }),
    { numRuns: runs },
  )
})

it('what is written here for a child who is gone is not taken', () => {
  const { db, log } = seatAt('a')
  log.set('child', 'c1', { name: nameOf('c1') })
  log.append('entry', { id: 'e', child_id: 'c1', what: 'came' })
  log.append('book', { id: 'b', child_id: 'c1', item: nameOf('c1') })
  log.remove('child', 'c1')
  expect(log.set('child', 'c1', { name: nameOf('c1') })).toBe(false)
  expect(log.set('page', 'p', { child_id: 'c1', words: nameOf('c1') })).toBe(false)
  expect(log.set('answer', `c1/${nameOf('c1')}`, { level: nameOf('c1') })).toBe(false)
  expect(log.append('book', { id: 'b2', child_id: 'c1', item: nameOf('c1') })).toBe(false)
  expect(log.append('entry', { id: 'e2', child_id: 'c1', what: 'came' })).toBe(true)
  expect(db.all('SELECT id, child_id FROM entry ORDER BY id')).toEqual([
    { id: 'e', child_id: '' },
    { id: 'e2', child_id: '' },
  ])
  expect(JSON.stringify(contents({ db, log }))).not.toContain(nameOf('c1'))
})
