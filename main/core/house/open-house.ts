import type { WritableDb } from '#core/db/handles.ts'
import type { OpenProblem } from '#core/db/open.ts'
import { openOrRestore, type Opening } from '#core/backup/open-or-restore.ts'
import type { Ground } from '#core/kernel/ground.ts'
import { newId } from '#core/kernel/ids.ts'
import type { Log } from '#core/kernel/log.ts'
import { ok, type Result } from '#core/kernel/result.ts'
import { systemClock } from '#core/kernel/system-clock.ts'
import { createRoomService, type RoomService } from '#core/room/service.ts'
import { createStaffService, type StaffService } from '#core/staff/service.ts'
import { mkdirSync } from 'node:fs'
import { roomFiles } from './room-files.ts'

export interface HouseParts {
  /** The folder of this room: database, media, backups. */
  readonly folder: string
  readonly seat: string
  /** The latest believed wall time of earlier starts, UTC milliseconds, and who keeps the next one. */
  readonly lastTrusted: number
  readonly keepTrusted: (at: number) => void
  /** UTC milliseconds. */
  readonly builtAt: number
  readonly version: string
  readonly example: boolean
  readonly log: Log
}

/** Everything that a room knows and can do, without a window. */
export interface House {
  readonly ground: Ground
  readonly room: RoomService
  readonly staff: StaffService
  /** Ends what runs, makes a last backup, closes the database. Never throws; safe to call twice. */
  close(): Promise<void>
}

/** Opens a room in its folder, or says why it cannot be opened. What had to be mended on the way becomes notices for staff. */
export function openHouse(parts: HouseParts): Result<House, OpenProblem> {
  const { seat, log, version, example } = parts
  const clock = systemClock({
    builtAt: parts.builtAt,
    lastTrusted: parts.lastTrusted,
    onTrusted: parts.keepTrusted,
  })
  const files = roomFiles(parts.folder)
  mkdirSync(parts.folder, { recursive: true })
  const opened = openOrRestore({ path: files.database, folder: files.backups, clock, seat, newId, log })
  if (!opened.ok) return opened
  const { db, opening } = opened.value
  keepSeat(db, seat)
  const ground: Ground = { db, clock, newId, random: Math.random, seat, log, zoneOffset: localOffset }
  const room = createRoomService(ground, { example, version })
  noteOpening(room, opening)
  if (!clock.trusted()) room.addNotice('clock-untrusted')
  const staff = createStaffService(ground, { idleMs: () => room.settings().idleMinutes * 60_000 })
  let closed = false
  return ok({
    ground,
    room,
    staff,
    close: async () => {
      if (closed) return
      closed = true
      db.close()
    },
  })
}

/** Minutes east of UTC on this machine. */
const localOffset = (at: number): number => -new Date(at).getTimezoneOffset()

function keepSeat(db: WritableDb, seat: string): void {
  const kept = db.get<{ value: string }>(`SELECT value FROM meta WHERE key = 'seat'`)?.value
  if (kept === seat) return
  db.run(
    `INSERT INTO meta (key, value) VALUES ('seat', ?) ON CONFLICT DO UPDATE SET value = excluded.value`,
    [seat],
  )
}

function noteOpening(room: RoomService, opening: Opening): void {
  if (opening.kind === 'restored') room.addNotice('restored-from-backup', { at: opening.from.at })
  if (opening.kind === 'begun-anew') room.addNotice('started-empty-after-damage')
}
