import { describe, expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

const card = '{"reviewedAt":5,"stability":1,"difficulty":5,"reviews":1,"lapses":0}'

/** A room that has done sums, with what the change log keeps of it. */
function before() {
  const raw = databaseAt(10)
  raw.exec(`
    INSERT INTO sums_progress VALUES ('c', 'tens', '["alone","shown"]', 7);
    INSERT INTO sums_answer (id, seat, at, child_id, session_id, level, question, typed, right, helped, tries)
      VALUES ('a1', '1', 40, 'c', 's', 'tens', '8+7', '14', 0, 0, 1), ('a2', '1', 50, 'c', 's', 'tens', '8+7', '15', 1, 1, 2);
    INSERT INTO sums_mistake VALUES ('c/12÷3', 'c', 'tens', '12÷3', '0.5', 5, 6, '${card}', 1, NULL);
    INSERT INTO change (hlc, seat, table_name, row_id, columns) VALUES
      ('h1', '1', 'sums_progress', 'c', '{"level":"tens","recent":"[]","joints":6}'),
      ('h2', '1', 'sums_progress', 'c', '{"recent":"[\\"alone\\"]","joints":7}'),
      ('h3', '1', 'sums_mistake', 'c/12÷3', '{"child_id":"c","question":"12÷3","typed":"0.5","left_at":null}'),
      ('h4', '1', 'sums_mistake', 'd/1+1', NULL),
      ('h5', '1', 'child', 'c', '{"name":"小雨"}');
    INSERT INTO cell_clock VALUES ('sums_progress', 'c', 'level', 'h1'), ('sums_progress', 'c', 'recent', 'h2'),
      ('sums_mistake', 'c/12÷3', 'typed', 'h3'), ('sums_mistake', 'c/12÷3', 'question', 'h3'), ('child', 'c', 'name', 'h5');
    INSERT INTO tombstone VALUES ('sums_mistake', 'd/1+1', 'h4');
    INSERT INTO withheld VALUES ('sums_progress', 'e');
    INSERT INTO sums_round VALUES ('c', '{"id":"r","level":"tens","now":1,"results":["right"],"wrong":1,"hintAsked":true,
      "asked":[{"id":"1+1","level":"tens","from":"level"},{"id":"8+7","level":"add","from":"mistakes"}]}'),
      ('d', '{"id":"q","level":"tens","now":1,"results":["right"],"wrong":0,"hintAsked":false,"asked":[{"id":"1+1"}]}');
    INSERT INTO session_beat VALUES ('s', 'c', 'b', 1, 1, 1, 1, 1, '{"name":"sums"}', 0, 0, NULL, 'learn', 1, 1, 1, 0)`)
  return raw
}

describe('0011 activities', () => {
  it('moves what children did in sums to the tables of all activities', () => {
    const raw = before()
    migrateTo(raw, 11)
    const all = (sql: string) => raw.prepare(sql).all()
    expect(all('SELECT * FROM learning_progress')).toEqual([
      {
        id: 'c/sums',
        child_id: 'c',
        activity: 'sums',
        level: 'tens',
        state: '["alone","shown"]',
        joints: 7,
        last_at: 50,
      },
    ])
    expect(all('SELECT id, item, answer, tries, activity FROM learning_answer ORDER BY rowid')).toEqual([
      { id: 'a1', item: '8+7', answer: '"14"', tries: 1, activity: 'sums' },
      { id: 'a2', item: '8+7', answer: '"15"', tries: 2, activity: 'sums' },
    ])
    expect(all('SELECT id, item, exercise, answer, times_right, card FROM learning_mistake')).toEqual([
      { id: 'c/sums/12÷3', item: '12÷3', exercise: null, answer: '"0.5"', times_right: 1, card },
    ])
    expect(all('SELECT child_id, activity, state FROM learning_round')).toHaveLength(1)
    expect(JSON.parse(raw.prepare('SELECT state FROM learning_round').pluck().get() as string)).toEqual({
      id: 'r',
      length: 2,
      now: 1,
      results: ['right'],
      wrong: 1,
      hintAsked: true,
      keys: ['1+1'],
      key: '8+7',
      level: 'add',
      from: 'book',
      exercise: null,
      progress: null,
    })
    expect(raw.prepare('SELECT place FROM session_beat').pluck().get()).toBe(
      '{"name":"activity","page":"sums"}',
    )
    expect(all(`SELECT name FROM sqlite_master WHERE name LIKE 'sums%'`)).toEqual([])
  })

  it('lets the change log speak of the new tables, so that rows of two seats still merge', () => {
    const raw = before()
    migrateTo(raw, 11)
    const all = (sql: string) => raw.prepare(sql).all()
    const changes = (
      all('SELECT hlc, table_name, row_id, columns FROM change ORDER BY hlc') as { columns: string | null }[]
    ).map(({ columns, ...row }) => ({ ...row, columns: columns && (JSON.parse(columns) as unknown) }))
    const progress = { table_name: 'learning_progress', row_id: 'c/sums' }
    expect(changes).toEqual([
      {
        hlc: 'h1',
        ...progress,
        columns: { child_id: 'c', activity: 'sums', level: 'tens', state: '[]', joints: 6 },
      },
      { hlc: 'h2', ...progress, columns: { child_id: 'c', activity: 'sums', state: '["alone"]', joints: 7 } },
      {
        hlc: 'h3',
        table_name: 'learning_mistake',
        row_id: 'c/sums/12÷3',
        columns: { child_id: 'c', activity: 'sums', item: '12÷3', answer: '"0.5"', left_at: null },
      },
      { hlc: 'h4', table_name: 'learning_mistake', row_id: 'd/sums/1+1', columns: null },
      { hlc: 'h5', table_name: 'child', row_id: 'c', columns: { name: '小雨' } },
    ])
    expect(all('SELECT * FROM cell_clock ORDER BY table_name, row_id, column_name')).toEqual(
      [
        ['child', 'c', 'name', 'h5'],
        ['learning_mistake', 'c/sums/12÷3', 'activity', 'h3'],
        ['learning_mistake', 'c/sums/12÷3', 'answer', 'h3'],
        ['learning_mistake', 'c/sums/12÷3', 'item', 'h3'],
        ['learning_progress', 'c/sums', 'activity', 'h2'],
        ['learning_progress', 'c/sums', 'child_id', 'h2'],
        ['learning_progress', 'c/sums', 'level', 'h1'],
        ['learning_progress', 'c/sums', 'state', 'h2'],
      ].map(([table_name, row_id, column_name, hlc]) => ({ table_name, row_id, column_name, hlc })),
    )
    expect(all('SELECT table_name, row_id FROM tombstone')).toEqual([
      { table_name: 'learning_mistake', row_id: 'd/sums/1+1' },
    ])
    expect(all('SELECT table_name, row_id FROM withheld')).toEqual([
      { table_name: 'learning_progress', row_id: 'e/sums' },
    ])
  })
})
