import type { Database } from 'better-sqlite3'

/**
 * Where two records are one child, every row of both is the surviving record's. Three designs were weighed. Rewriting rows
 * through the change log cannot reach append-only tables and is hard to take back; an alias that each query reads through is
 * forgotten by the next query that somebody writes. So the alias is one shared cell (`child.merged_into`), and triggers hold the
 * `child_id` of every row to it, on each seat by itself, while `merged_row` keeps whom the row was written for. No reader and no
 * writer has to know. Other seats get rows as they were written (`merge.ts`), and taking the cell back puts every row where it
 * was; rows written since stay with the surviving record, whose they are.
 *
 * Two seats can merge the same two into each other at the same time, and each takes the other's off the lists. The one with the
 * smaller id stands (`child_root`), so the triggers put it on the lists again, and keep whoever stands as another off them.
 *
 * The triggers are made here, for every table that has a `child_id` and an `id`: a table of a later migration is held without
 * a line of its own.
 */
export function holdMergedRows(raw: Database): void {
  if (!raw.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'child_alias'`).get()) return
  const wanted = new Map(
    triggers(tablesOfChildren(raw)).map((sql) => [/TRIGGER (\w+)/.exec(sql)?.[1] ?? '', sql]),
  )
  const standing = new Map(
    (raw.prepare(ours).all() as { name: string; sql: string }[]).map(({ name, sql }) => [name, sql]),
  )
  if (standing.size === wanted.size && [...wanted].every(([name, sql]) => standing.get(name) === sql)) return
  raw
    .transaction(() => {
      for (const name of standing.keys()) raw.exec(`DROP TRIGGER ${name}`)
      for (const sql of wanted.values()) raw.exec(sql)
    })
    .immediate()
}

/** Before a migration, which may rename or drop what they speak of; opening makes them again. */
export function releaseMergedRows(raw: Database): void {
  for (const { name } of raw.prepare(ours).all() as { name: string }[]) raw.exec(`DROP TRIGGER ${name}`)
}

const ours = `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'merged\\_%' ESCAPE '\\'`

/**
 * Tables whose rows speak of a child. Those without an id of their own stay, and need not move: `session_beat` and `call_now` are of
 * the turn under way, and who sits at a seat is not merged (a turn at another seat ends under the id that it began with, and
 * what it writes is moved as it arrives); `learning_round` is one half-done round of this seat, which the surviving record begins
 * anew; `feeling_asked` keeps this seat from asking twice within two hours; `picture_try` counts misses of pictures that nobody is
 * asked for any more; `usage_day` is counted again below.
 */
export function tablesOfChildren(raw: Database): readonly string[] {
  return raw
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'merged_row'
         AND EXISTS (SELECT 1 FROM pragma_table_info(sqlite_schema.name) WHERE name = 'child_id')
         AND EXISTS (SELECT 1 FROM pragma_table_info(sqlite_schema.name) WHERE name = 'id' AND type = 'TEXT')
       ORDER BY name`,
    )
    .pluck()
    .all() as string[]
}

const away = (table: string) => `
  INSERT INTO merged_row (table_name, row_id, child_id)
    SELECT '${table}', id, NEW.id FROM ${table} WHERE child_id = NEW.id;
  UPDATE ${table} SET child_id = NEW.of WHERE child_id = NEW.id;`
const back = (table: string) => `
  UPDATE ${table} SET child_id = OLD.id
    WHERE id IN (SELECT row_id FROM merged_row WHERE table_name = '${table}' AND child_id = OLD.id);`
const arrived = (table: string) => `
  INSERT INTO merged_row (table_name, row_id, child_id) VALUES ('${table}', NEW.id, NEW.child_id)
    ON CONFLICT DO UPDATE SET child_id = excluded.child_id;
  UPDATE ${table} SET child_id = (SELECT of FROM child_alias WHERE id = NEW.child_id) WHERE id = NEW.id;`

function triggers(tables: readonly string[]): readonly string[] {
  const realign = `DELETE FROM child_alias WHERE of IS NOT (SELECT root FROM child_root WHERE child_root.id = child_alias.id);
    INSERT INTO child_alias (id, of) SELECT id, root FROM child_root WHERE id NOT IN (SELECT id FROM child_alias);
    UPDATE child SET left_at = NULL WHERE left_at IS NOT NULL AND merged_into IN (SELECT id FROM child_alias)
      AND id NOT IN (SELECT id FROM child_alias) AND id IN (SELECT of FROM child_alias);
    UPDATE child SET left_at = coalesce((SELECT max(at) FROM child_merge WHERE gone = child.id), 0)
      WHERE left_at IS NULL AND id IN (SELECT id FROM child_alias);`
  const aliased = 'WHEN EXISTS (SELECT 1 FROM child_alias WHERE id = NEW.child_id)'
  return [
    `CREATE TRIGGER merged_child_insert AFTER INSERT ON child
      WHEN NEW.merged_into IS NOT NULL OR EXISTS (SELECT 1 FROM child WHERE merged_into = NEW.id) BEGIN ${realign} END`,
    `CREATE TRIGGER merged_child_update AFTER UPDATE OF merged_into, left_at ON child
      WHEN NEW.merged_into IS NOT OLD.merged_into OR NEW.merged_into IS NOT NULL BEGIN ${realign} END`,
    `CREATE TRIGGER merged_child_delete AFTER DELETE ON child BEGIN ${realign} END`,
    `CREATE TRIGGER merged_alias_insert AFTER INSERT ON child_alias BEGIN ${tables.map(away).join('')}
      ${recount('NEW')} END`,
    `CREATE TRIGGER merged_alias_delete AFTER DELETE ON child_alias BEGIN ${tables.map(back).join('')}
      DELETE FROM merged_row WHERE child_id = OLD.id;
      ${recount('OLD')} END`,
    ...tables.flatMap((table) => [
      `CREATE TRIGGER merged_${table}_insert AFTER INSERT ON ${table} ${aliased} BEGIN ${arrived(table)} END`,
      `CREATE TRIGGER merged_${table}_update AFTER UPDATE OF child_id ON ${table} ${aliased} BEGIN ${arrived(table)} END`,
    ]),
  ]
}

/** The counts of a day are of children as they stand; the same as `recountDays` says, a test holds them together. */
function recount(row: 'NEW' | 'OLD'): string {
  return `DELETE FROM usage_day WHERE child_id IN (${row}.id, ${row}.of);
      INSERT INTO usage_day (day, child_id, activity, ms, times, cuts, sums, pages)
        SELECT day, child_id, activity,
          sum(CASE WHEN kind IN ('activity', 'call', 'session-end') THEN length_ms ELSE 0 END),
          sum(kind IN ('activity', 'call') OR (kind = 'session-begin' AND detail IS NOT 'continues')),
          sum(kind = 'session-end' AND detail IS 'power-cut'),
          sum(kind = 'sum'),
          sum(kind = 'diary-page' AND detail IS 'new')
        FROM usage_event WHERE child_id IN (${row}.id, ${row}.of) GROUP BY day, child_id, activity;`
}
