import type { Role } from '#contract/roles.ts'
import type { StaffPerson } from '#contract/people.ts'
import type { WritableDb } from '#core/db/handles.ts'

export interface StaffRecord extends StaffPerson {
  readonly checkedOn: string | null
  readonly pinHash: string
}

export interface NewStaff {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly checkedOn: string | null
  readonly pinHash: string
  readonly createdAt: number
}

/** Wrong PINs in a row on this seat, and what is left of the wait after them, ms. */
export interface PinTries {
  readonly wrong: number
  readonly waitMs: number
}

export type StaffStore = ReturnType<typeof createStaffStore>

const RECOVERY = 'recoveryKey'
const columns = 'id, name, role, checked_on AS checkedOn, pin_hash AS pinHash'

export function createStaffStore(db: WritableDb) {
  return {
    /** Who belongs to the room now. */
    all: () => db.all<StaffRecord>(`SELECT ${columns} FROM staff WHERE left_at IS NULL`),
    find: (id: string) =>
      db.get<StaffRecord>(`SELECT ${columns} FROM staff WHERE id = ? AND left_at IS NULL`, [id]),
    coordinators: () =>
      db.get<{ n: number }>(`SELECT count(*) AS n FROM staff WHERE role = 'coordinator' AND left_at IS NULL`)
        ?.n ?? 0,
    /** Whether another person of the room goes by this name. */
    nameTaken: (name: string, except?: string) =>
      db.get(`SELECT 1 FROM staff WHERE name = ? AND id <> ? AND left_at IS NULL`, [name, except ?? '']) !==
      undefined,
    add: ({ id, name, role, checkedOn, pinHash, createdAt }: NewStaff): void => {
      db.shared.set('staff', id, {
        name,
        role,
        checked_on: checkedOn,
        pin_hash: pinHash,
        created_at: createdAt,
        left_at: null,
      })
    },
    change: (
      id: string,
      { name, role, checkedOn }: Pick<StaffRecord, 'name' | 'role' | 'checkedOn'>,
    ): void => {
      db.shared.set('staff', id, { name, role, checked_on: checkedOn })
    },
    setPin: (id: string, pinHash: string): void => void db.shared.set('staff', id, { pin_hash: pinHash }),
    /** Takes the person off every list and forgets the PIN; the name stays for the acts written down. */
    leave: (id: string, at: number): void => void db.shared.set('staff', id, { left_at: at, pin_hash: '' }),

    tries: (id: string): PinTries =>
      db.get<PinTries>('SELECT wrong, wait_ms AS waitMs FROM pin_try WHERE staff_id = ?', [id]) ?? {
        wrong: 0,
        waitMs: 0,
      },
    waiting: () =>
      db.all<{ id: string; waitMs: number }>(
        'SELECT staff_id AS id, wait_ms AS waitMs FROM pin_try WHERE wait_ms > 0',
      ),
    setTries: (id: string, { wrong, waitMs }: PinTries): void => {
      db.run(
        `INSERT INTO pin_try (staff_id, wrong, wait_ms) VALUES (?, ?, ?)
         ON CONFLICT (staff_id) DO UPDATE SET wrong = excluded.wrong, wait_ms = excluded.wait_ms`,
        [id, wrong, Math.ceil(waitMs)],
      )
    },
    setWait: (id: string, waitMs: number): void => {
      db.run('UPDATE pin_try SET wait_ms = ? WHERE staff_id = ?', [Math.ceil(waitMs), id])
    },

    recoveryHash: (): string | undefined => {
      const sql = `SELECT value ->> '$' AS value FROM room_setting WHERE id = ? AND json_valid(value)`
      return db.get<{ value: string | null }>(sql, [RECOVERY])?.value ?? undefined
    },
    setRecoveryHash: (hash: string): void =>
      void db.shared.set('room_setting', RECOVERY, { value: JSON.stringify(hash) }),

    transaction: <T>(work: () => T): T => db.transaction(work),
  }
}
