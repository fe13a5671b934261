import type { Hold } from '#contract/rights.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import type { Ground } from '../kernel/ground.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { ReadableDb } from '../db/handles.ts'

/** While one stands, nothing of the child is erased at this seat, whoever asked for it and however long ago. */
export interface Holds {
  /** The oldest that stands. */
  of(ids: readonly string[]): Hold | null
  /** One more where one stands already: each is lifted by itself. */
  set(childId: string, why: string, staffId: string): void
  /** Refuses `not-found`. What an erasure waited for is done at the next look. */
  lift(
    of: { readonly childId: string; readonly id: string },
    why: string,
    staffId: string,
  ): Result<void, Refusal>
}

export const isHeld = (db: ReadableDb, ids: readonly string[]): boolean =>
  db.get(
    'SELECT 1 FROM child_hold WHERE lifted_at IS NULL AND child_id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(ids)],
  ) !== undefined

export function createHolds({ db, clock, newId }: Pick<Ground, 'db' | 'clock' | 'newId'>): Holds {
  return {
    of: (ids) => {
      const row = db.get<{ id: string; why: string; at: number; trusted: number; staffName: string | null }>(
        `SELECT hold.id, hold.why, hold.set_at AS at, hold.trusted, staff.name AS staffName
         FROM child_hold AS hold LEFT JOIN staff ON staff.id = hold.set_by
         WHERE hold.lifted_at IS NULL AND hold.child_id IN (SELECT value FROM json_each(?)) ORDER BY hold.id LIMIT 1`,
        [JSON.stringify(ids)],
      )
      return row
        ? {
            id: row.id,
            why: row.why,
            since: row.trusted === 1 ? row.at : null,
            staffName: row.staffName ?? '',
          }
        : null
    },
    set: (childId, why, staffId) => {
      const { at, trusted } = clock.now()
      db.shared.set('child_hold', newId(), {
        child_id: childId,
        why,
        set_at: at,
        trusted: trusted ? 1 : 0,
        set_by: staffId,
        lifted_at: null,
        lifted_by: null,
        lifted_why: null,
      })
    },
    lift: ({ childId, id }, why, staffId) => {
      const stands = db.get('SELECT 1 FROM child_hold WHERE id = ? AND child_id = ? AND lifted_at IS NULL', [
        id,
        childId,
      ])
      if (!stands) return err(refuse('not-found'))
      db.shared.set('child_hold', id, { lifted_at: clock.now().at, lifted_by: staffId, lifted_why: why })
      return ok(undefined)
    },
  }
}
