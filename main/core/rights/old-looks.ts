import { YEARS_OF_LOOKS } from '#contract/retention.ts'
import { NOBODY } from '../db/shared-tables.ts'
import type { Ground } from '../kernel/ground.ts'

/** Three years have no more days than that. */
const YEARS = (YEARS_OF_LOOKS * 365 + 1) * 86_400_000

/** Rows of these tables, where the condition holds: who looked, and what was agreed about a child who was erased. */
const kept: Readonly<Record<string, string>> = {
  staff_act: '1',
  contact_consent: `child_id = '${NOBODY}'`,
}

/**
 * Who looked is kept for three years (the law on personal data, art. 56, asks for so long at least) and goes then: by a time that is certain
 * alone. A row whose own time was not known goes with one of its seat that was written later and is as old. What another seat sends
 * again goes again. How many went.
 */
export function forgetOldLooks({ db, clock }: Pick<Ground, 'db' | 'clock'>): number {
  const before = clock.certain() - YEARS
  if (before <= 0) return 0
  return db.transaction(() =>
    Object.entries(kept)
      .map(([table, which]) =>
        // The last row stays: the next one would get its place, and other seats know places of this table.
        db.run(
          `WITH old AS MATERIALIZED (
             SELECT seat, max(rowid) AS last FROM ${table} WHERE trusted = 1 AND at < :before GROUP BY seat)
           DELETE FROM ${table} WHERE ${which} AND rowid < (SELECT max(rowid) FROM ${table})
             AND iif(trusted = 1, at < :before, rowid < (SELECT last FROM old WHERE old.seat = ${table}.seat))`,
          { before },
        ),
      )
      .reduce((sum, gone) => sum + gone, 0),
  )
}
