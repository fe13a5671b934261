import { openOrRestore } from '#core/backup/open-or-restore.ts'
import type { OpenProblem } from '#core/db/open.ts'
import type { ClockMemory } from '#core/kernel/clock-rules.ts'
import type { Ground } from '#core/kernel/ground.ts'
import { createTurns } from '#core/kernel/in-turn.ts'
import { newId } from '#core/kernel/ids.ts'
import type { Log } from '#core/kernel/log.ts'
import { makeFolder } from '#core/kernel/make-folder.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { storageProblem } from '#core/kernel/storage-problem.ts'
import { keepSeatSecret } from '#core/keys/seat-secret.ts'
import type { Key } from '#core/keys/seal.ts'
import { systemClock } from '#core/kernel/system-clock.ts'
import { eraseChildren } from '#core/rights/erase-children.ts'
import { erasedList } from '#core/rights/erased-list.ts'
import { seatSideIn, type SeatSide } from '#core/updates/seat-side.ts'
import { createServices, type Services, type ServicesParts } from './services.ts'
import { keepHouse } from './keep-house.ts'
import { noteOpening } from './opening-notice.ts'
import { writtenUntil } from './moved-times.ts'
import { createRedating } from './redating.ts'
import { roomFiles } from './room-files.ts'
import type { RunJob } from './run-job.ts'
import { keepSeat } from './seat-of.ts'

export interface HouseParts {
  /** The folder of this room: database, media, backups. */
  readonly folder: string
  readonly seat: string
  /** What earlier starts left of the clock, and who keeps it for the next one. */
  readonly clockMemory: ClockMemory
  readonly keepClock: (memory: ClockMemory) => void
  /** UTC milliseconds. */
  readonly builtAt: number
  readonly version: string
  readonly example: boolean
  /** Shown at the door of the example room; nobody knows the PIN of generated people otherwise. */
  readonly examplePin: string | null
  readonly documents: string
  readonly sticks?: ServicesParts['sticks']
  readonly machine?: ServicesParts['machine']
  readonly openingsAnchor: ServicesParts['openingsAnchor']
  /** Who lays updates on; the system's own unless handed in. */
  readonly seatSide?: SeatSide
  readonly runJob: RunJob
  readonly log: Log
}

/** Everything that a room knows and can do, without a window. */
export interface House extends Services {
  readonly ground: Ground
  /** The database's file, and how work on it is done in a thread. */
  readonly database: string
  /** Where its media lie. */
  readonly mediaFolder: string
  readonly runJob: RunJob
  /** Ends what runs, makes a last backup, closes the database. Never throws, never takes more than a few seconds. */
  readonly close: () => Promise<void>
}

/** Opens a room in its folder, or says why it cannot be opened. What had to be mended on the way becomes notices for staff. */
export function openHouse(parts: HouseParts): Result<House, OpenProblem> {
  const { folder, seat, log } = parts
  const files = roomFiles(folder)
  const clock = systemClock({
    builtAt: parts.builtAt,
    memory: parts.clockMemory,
    keep: parts.keepClock,
  })
  const made = making(folder, files.keys)
  if (!made.ok) return made
  const { seatSide = seatSideIn() } = parts
  // An update that did not prove itself has left its database to the program before.
  const left = seatSide.state()
  const opened = openOrRestore({
    path: files.database,
    folder: files.backups,
    clock,
    seat,
    newId,
    log,
    isBackFromUpdate: left.at === 'gone-back' && left.hasFailed,
  })
  if (!opened.ok) return opened
  const { db, opening } = opened.value
  const erased = erasedList(files.erased)
  // A backup that was put in its place must not show for a moment who was erased since.
  const back = [...erased.ids()].filter((id) => db.get('SELECT 1 FROM child WHERE id = ?', [id]))
  if (back.length > 0) eraseChildren(db, back)
  keepSeat(db, seat)
  clock.goOnAfter(writtenUntil(db, seat))
  const ground: Ground = { db, clock, newId, random: Math.random, seat, log, zoneOffset: localOffset }
  const redating = createRedating({ ...ground, clock })
  redating.look()
  // At once: what is written from now on is dated right.
  const witness = (at: number): void => {
    clock.witness(at)
    redating.look()
  }
  const inTurn = createTurns()
  const services = createServices(ground, {
    ...parts,
    seatSide,
    files,
    inTurn,
    erased,
    secret: made.value,
    witness,
  })
  noteOpening(ground, services.room, opening)
  const keeping = keepHouse(ground, services, { files, runJob: parts.runJob, redating, inTurn })
  return ok({
    ...services,
    ground,
    database: files.database,
    mediaFolder: files.media,
    runJob: parts.runJob,
    close: keeping.close,
  })
}

/** Minutes east of UTC on this machine. */
const localOffset = (at: number): number => -new Date(at).getTimezoneOffset()

function making(folder: string, keys: string): Result<Key, OpenProblem> {
  try {
    makeFolder(folder)
    return ok(keepSeatSecret(keys))
  } catch (error) {
    const kind = storageProblem(error)
    if (kind) return err({ kind })
    throw error
  }
}
