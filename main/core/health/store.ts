import type { DeviceTrial, Lamp, LampTurn } from '#contract/health.ts'
import type { LampName } from '#contract/health-verdicts.ts'
import type { ReadableDb } from '#core/db/connection.ts'
import type { Ground } from '#core/kernel/ground.ts'

type Row<T> = Omit<T, 'trusted'> & { readonly trusted: number }
const known = <T>(rows: readonly Row<T>[]): readonly (Omit<T, 'trusted'> & { trusted: boolean })[] =>
  rows.map((row) => ({ ...row, trusted: row.trusted === 1 }))

/** At most so many lines of one lamp are shown. */
const SHOWN = 60

const trialColumns = `SELECT trial.device, trial.result, trial.level, trial.at, trial.trusted, staff.name AS staffName
  FROM health_trial AS trial LEFT JOIN staff ON staff.id = trial.staff_id`

/** The last thing that each lamp said. */
export const lastTurns = (db: ReadableDb): readonly LampTurn[] =>
  known<LampTurn>(
    db.all(`SELECT lamp, tone, says, at, trusted FROM health_turn
      WHERE rowid IN (SELECT max(rowid) FROM health_turn GROUP BY lamp)`),
  )

/** Newest first. */
export const turnsOf = (db: ReadableDb, lamp: LampName): readonly LampTurn[] =>
  known<LampTurn>(
    db.all(
      `SELECT lamp, tone, says, at, trusted FROM health_turn WHERE lamp = ? ORDER BY rowid DESC LIMIT ${SHOWN}`,
      [lamp],
    ),
  )

/** Newest first. */
export const trialsOf = (db: ReadableDb, device: string): readonly DeviceTrial[] =>
  known<DeviceTrial>(
    db.all(`${trialColumns} WHERE trial.device = ? ORDER BY trial.rowid DESC LIMIT ${SHOWN}`, [device]),
  )

/** The newest of each device. */
export const lastTrials = (db: ReadableDb): readonly DeviceTrial[] =>
  known<DeviceTrial>(
    db.all(`${trialColumns} WHERE trial.rowid IN (SELECT max(rowid) FROM health_trial GROUP BY device)`),
  )

/** How far back a clock that was wrong counts against its battery. */
const QUARTER = 90 * 86_400_000

/** How often the clock came to be wrong in the quarter before `at` (UTC ms). */
export const timesWrong = (db: ReadableDb, at: number): number =>
  db.get<{ n: number }>(
    `SELECT count(*) AS n FROM health_turn WHERE lamp = 'clock' AND says = 'wrong' AND at >= ?`,
    [at - QUARTER],
  )?.n ?? 0

/** Writes down which lamps say something else than they last did, and answers since when each says what it says. */
export function keepTurns(
  { db, clock, newId }: Pick<Ground, 'db' | 'clock' | 'newId'>,
  lamps: readonly Omit<Lamp, 'since'>[],
): readonly Lamp[] {
  const { at, trusted } = clock.now()
  const before = new Map(lastTurns(db).map((turn) => [turn.lamp, turn]))
  return db.transaction(() =>
    lamps.map((lamp) => {
      const last = before.get(lamp.name)
      if (last?.says === lamp.says) return { ...lamp, since: last.trusted ? last.at : null }
      db.run('INSERT INTO health_turn (id, at, trusted, lamp, tone, says) VALUES (?, ?, ?, ?, ?, ?)', [
        newId(),
        at,
        trusted ? 1 : 0,
        lamp.name,
        lamp.tone,
        lamp.says,
      ])
      return { ...lamp, since: trusted ? at : null }
    }),
  )
}
