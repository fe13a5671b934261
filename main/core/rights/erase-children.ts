import type { ReadableDb, WritableDb } from '../db/handles.ts'
import { writeMeta } from '../db/meta.ts'
import { NOBODY } from '../db/shared-tables.ts'
import { sipUser } from '../contacts/sip-user.ts'
import { markPaperOld } from '../keys/key-store.ts'
import { emptiedHere } from './tables.ts'

/** The record that stands for the child and all that were merged into it: they are one child, so they go as one. */
export function recordsOf(db: ReadableDb, childId: string): readonly string[] {
  const root = db.get<{ of: string }>('SELECT of FROM child_alias WHERE id = ?', [childId])?.of ?? childId
  const others = db.all<{ id: string }>('SELECT id FROM child_alias WHERE of = ?', [root])
  return [root, ...others.map(({ id }) => id)]
}

/** Before the name of a key's file among the files that go; no folder of media is called so. */
export const KEY_FILE = 'key'

/** Files of the media folder that rows of these children name, as `kind/hash`. */
export function filesOf(db: ReadableDb, ids: readonly string[]): readonly string[] {
  return db
    .all<{ path: string }>(
      `WITH ids (id) AS (SELECT value FROM json_each(?))
       SELECT 'photo/' || photo AS path FROM child WHERE id IN ids AND photo IS NOT NULL
       UNION SELECT 'photo/' || photo FROM contact WHERE child_id IN ids AND photo IS NOT NULL
       UNION SELECT 'photo/' || json_extract(took, '$.photo[0]') FROM child_merge
         WHERE (kept IN ids OR gone IN ids) AND json_extract(took, '$.photo[0]') IS NOT NULL
       UNION SELECT 'diary/' || thumbnail FROM diary_page WHERE child_id IN ids AND thumbnail IS NOT NULL
       UNION SELECT 'page/' || id FROM diary_media WHERE page_id IN (SELECT id FROM diary_page WHERE child_id IN ids)
       UNION SELECT 'page/' || media_id FROM diary_taking WHERE page_id IN (SELECT id FROM diary_page WHERE child_id IN ids)
       UNION SELECT 'message/' || hash FROM message WHERE child_id IN ids AND hash IS NOT NULL
       UNION SELECT 'message-parts/' || id FROM message WHERE child_id IN ids`,
      [JSON.stringify(ids)],
    )
    .map(({ path }) => path)
}

/**
 * Erases children from this seat's database, in one transaction, and leaves their removal for the other seats: rows, what the change
 * log held of them, the keys of their diaries. What no row can do waits in tables of its own and goes on after a power cut: files
 * (`erased_file`), the call server (`erased_at_server`), older backups. A second time changes nothing.
 */
export function eraseChildren(db: WritableDb, ids: readonly string[]): void {
  db.transaction(() => {
    const among = JSON.stringify(ids)
    for (const path of filesOf(db, ids))
      db.run('INSERT INTO erased_file (path) VALUES (?) ON CONFLICT DO NOTHING', [path])
    const keys = db.all<{ id: string }>(
      'SELECT id FROM child_key WHERE child_id IN (SELECT value FROM json_each(?))',
      [among],
    )
    for (const { id } of keys)
      db.run('INSERT INTO erased_file (path) VALUES (?) ON CONFLICT DO NOTHING', [`${KEY_FILE}/${id}`])
    if (keys.length > 0) markPaperOld(db)
    for (const id of ids) {
      const contacts = db.all<{ id: string }>('SELECT id FROM contact WHERE child_id = ?', [id])
      db.run(
        'INSERT INTO erased_at_server (child_user, contact_users) VALUES (?, ?) ON CONFLICT DO NOTHING',
        [sipUser('child', id), JSON.stringify(contacts.map((contact) => sipUser('contact', contact.id)))],
      )
    }
    // The records that were merged in first: each is forgotten with what was written for it.
    for (const [table, rows] of emptiedHere().filter(
      ([name]) => name !== 'child_alias' && name !== 'merged_row',
    ))
      db.run(`DELETE FROM ${table} WHERE ${rows}`, { ids: among })
    for (const id of ids.toReversed()) db.shared.remove('child', id)
    for (const [table, rows] of emptiedHere()) db.run(`DELETE FROM ${table} WHERE ${rows}`, { ids: among })
    recountNobody(db)
    // What was copied before holds them still: it goes as soon as a copy without them is there (`keep-house.ts`).
    writeMeta(db, 'erased-copies', '1')
  })
  db.emptyJournal()
}

/** The days' counts of everybody who was erased, together. */
function recountNobody(db: WritableDb): void {
  db.run('DELETE FROM usage_day WHERE child_id = ?', [NOBODY])
  db.run(
    `INSERT INTO usage_day (day, child_id, activity, ms, times, cuts, sums, pages)
       SELECT day, child_id, activity,
         sum(CASE WHEN kind IN ('activity', 'call', 'session-end') THEN length_ms ELSE 0 END),
         sum(kind IN ('activity', 'call') OR (kind = 'session-begin' AND detail IS NOT 'continues')),
         sum(kind = 'session-end' AND detail IS 'power-cut'),
         sum(kind = 'sum'),
         sum(kind = 'diary-page' AND detail IS 'new')
       FROM usage_event WHERE child_id = ? GROUP BY day, child_id, activity`,
    [NOBODY],
  )
}
