import type { OpeningDay } from '#contract/openings.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import type { Link } from './chain.ts'

/** Of one seat, in order. */
export const linksOf = (db: ReadableDb, seat: string): Link[] =>
  db.all('SELECT number, before, hash, entry FROM opening_entry WHERE seat = ? ORDER BY number, id', [seat])

export const seatsOf = (db: ReadableDb): string[] =>
  db.all<{ seat: string }>('SELECT DISTINCT seat FROM opening_entry ORDER BY seat').map(({ seat }) => seat)

export function addLink(db: WritableDb, id: string, link: Link): void {
  db.shared.append('opening_entry', { id, ...link })
}

export interface WordsRow {
  readonly salt: string
  readonly words: string
}

export const wordsOf = (db: ReadableDb, opening: string): WordsRow | undefined =>
  db.get('SELECT salt, words FROM opening_words WHERE opening_id = ?', [opening])

export function addOpening(
  db: WritableDb,
  opening: string,
  childId: string,
  { salt, words }: WordsRow,
): void {
  db.shared.set('opening_told', opening, { child_id: childId, told_at: null })
  db.run('INSERT INTO opening_words (opening_id, salt, words) VALUES (?, ?, ?)', [opening, salt, words])
}

export interface ToldRow {
  readonly id: string
  readonly childId: string
  readonly toldAt: number | null
}

const toldColumns = 'id, child_id AS childId, told_at AS toldAt'

export const toldOf = (db: ReadableDb, opening: string): ToldRow | undefined =>
  db.get(`SELECT ${toldColumns} FROM opening_told WHERE id = ?`, [opening])

/** A child's, the oldest first: ids are UUIDv7 and order themselves. */
export const toldTo = (db: ReadableDb, childId: string): ToldRow[] =>
  db.all(`SELECT ${toldColumns} FROM opening_told WHERE child_id = ? ORDER BY id`, [childId])

export const isUntold = (db: ReadableDb, childId: string): boolean =>
  db.get('SELECT 1 FROM opening_told WHERE child_id = ? AND told_at IS NULL', [childId]) !== undefined

export function setTold(db: WritableDb, opening: string, at: number): void {
  db.shared.set('opening_told', opening, { told_at: at })
}

export const childName = (db: ReadableDb, childId: string): string | undefined =>
  db.get<{ name: string }>('SELECT name FROM child WHERE id = ?', [childId])?.name

// One that nothing was ever put on is no page to anybody.
const written = `EXISTS (SELECT 1 FROM diary_step WHERE page_id = diary_page.id AND undone = 0)
  OR EXISTS (SELECT 1 FROM diary_draft WHERE page_id = diary_page.id)`

/** Newest first. */
export const daysOf = (db: ReadableDb, childId: string): OpeningDay[] =>
  db.all(
    `SELECT day, count(*) AS pages FROM diary_page WHERE child_id = ? AND (${written}) GROUP BY day ORDER BY day DESC`,
    [childId],
  )

export interface PageName {
  readonly id: string
  readonly day: string
  readonly trusted: number
  readonly keyId: string
}

export const pagesBetween = (db: ReadableDb, childId: string, from: string, to: string): PageName[] =>
  db.all(
    `SELECT id, day, trusted, key_id AS keyId FROM diary_page
     WHERE child_id = ? AND day BETWEEN ? AND ? AND (${written}) ORDER BY started_at, id`,
    [childId, from, to],
  )
