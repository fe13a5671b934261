import type { StaffPerson } from '#contract/people.ts'
import { NOBODY } from '#core/db/shared-tables.ts'
import type { Ground } from '#core/kernel/ground.ts'

/** One line of who looked at or changed what (S11). */
export interface Act {
  readonly at: number
  /** Whether the clock could be believed then. */
  readonly trusted: boolean
  readonly staffId: string
  /** Null for somebody whom this seat has never heard of. */
  readonly staffName: string | null
  readonly method: string
}

/** Writes down, for good, who looked at or changed what. Rows are never changed and never removed. */
export interface Audit {
  /** `method` is the contract's name for it (`children.change`), `subject` the id of the child or person concerned. */
  recordAct(person: StaffPerson, method: string, subject?: string): void
  /** A child was erased whom this person was asked for: who it was is not kept. */
  recordErasure(staffId: string): void
  /** What was done about one child or person, newest first. */
  actsAbout(subject: string, limit?: number): readonly Act[]
}

export function createAudit({ db, clock, newId }: Ground): Audit {
  const record = (staffId: string, method: string, subject: string | null): void => {
    const { at, trusted } = clock.now()
    db.shared.append('staff_act', {
      id: newId(),
      at,
      trusted: trusted ? 1 : 0,
      staff_id: staffId,
      method,
      subject,
    })
  }
  return {
    recordAct: (person, method, subject) => record(person.id, method, subject ?? null),
    recordErasure: (staffId) => record(staffId, 'rights.erased', NOBODY),
    actsAbout: (subject, limit = 200) =>
      db
        .all<Omit<Act, 'trusted'> & { trusted: number }>(
          `SELECT act.at, act.trusted, act.staff_id AS staffId, staff.name AS staffName, act.method
           FROM staff_act AS act LEFT JOIN staff ON staff.id = act.staff_id
           WHERE act.subject = ? ORDER BY act.at DESC, act.rowid DESC LIMIT ?`,
          [subject, limit],
        )
        .map((act) => ({ ...act, trusted: act.trusted === 1 })),
  }
}
