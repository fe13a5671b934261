import type { DeviceTrial, Lamp } from '#contract/health.ts'
import type { Language } from '#contract/languages.ts'
import { membershipIn } from '#core/calls/membership.ts'
import { openReadable } from '#core/db/open.ts'
import type { Clock } from '#core/kernel/clock.ts'
import type { RoomFiles } from '#core/house/room-files.ts'
import type { VoiceState } from '#contract/voice.ts'
import { silentLog } from '#core/kernel/log.ts'
import { firstSettings, seatNumberOf, settingsOf } from '#core/room/store.ts'
import { lampsOf } from './lamp-rules.ts'
import { reachServer } from './reach-server.ts'
import { outsideReading } from '#core/outside/service.ts'
import type { OutsideReading, Readings } from './readings.ts'
import { readSeat } from './read-seat.ts'
import { lastTrials, lastTurns, timesWrong } from './store.ts'

export interface ClosedRoomParts {
  readonly files: RoomFiles
  readonly clock: Pick<Clock, 'now' | 'wall'>
  readonly voice: () => Promise<VoiceState | null>
  readonly version: Readings['version']
}

export interface ClosedRoomLook {
  readonly lamps: readonly Lamp[]
  readonly language: Language
}

/** The lamps of a room whose database this process must not write, because another one has it open, or nobody. Nothing is kept. */
export async function checkClosedRoom(parts: ClosedRoomParts): Promise<ClosedRoomLook> {
  const { files, clock } = parts
  const { at, trusted } = clock.now()
  const known = inDatabase(files.database, at)
  const [seat, server, voice] = await Promise.all([
    readSeat({ database: files.database, backups: files.backups, folder: files.folder, whole: true }),
    reachServer(known.server),
    parts.voice().catch(() => null),
  ])
  const lamps = lampsOf({
    ...seat,
    database: seat.database === 'not-asked' ? null : seat.database,
    server,
    voice,
    line: { at: 'unknown' },
    outside: known.outside,
    out: [],
    trials: known.trials,
    clock: { at, trusted, wall: clock.wall(), fell: known.fell },
    version: parts.version,
    seat: known.seat,
  })
  return {
    lamps: lamps.map((lamp) => ({ ...lamp, since: known.since.get(`${lamp.name}.${lamp.says}`) ?? null })),
    language: known.language,
  }
}

interface Known {
  readonly server: string | null
  readonly trials: readonly DeviceTrial[]
  readonly outside: OutsideReading
  readonly fell: number
  readonly seat: Readings['seat']
  readonly language: Language
  readonly since: ReadonlyMap<string, number>
}

const nothing: Known = {
  server: null,
  trials: [],
  outside: { hasKey: false, madeAt: null, place: '', triedAt: null },
  fell: 0,
  seat: { number: 1, room: firstSettings.room },
  language: firstSettings.staffLanguage,
  since: new Map(),
}

function inDatabase(path: string, at: number): Known {
  try {
    const db = openReadable(path)
    try {
      const { room, staffLanguage } = settingsOf(db, silentLog)
      const turns = lastTurns(db).filter(({ trusted }) => trusted)
      return {
        server: membershipIn(db)?.origin ?? null,
        trials: lastTrials(db),
        outside: outsideReading(db),
        fell: timesWrong(db, at),
        seat: { number: seatNumberOf(db), room },
        language: staffLanguage,
        since: new Map(turns.map((turn) => [`${turn.lamp}.${turn.says}`, turn.at])),
      }
    } finally {
      db.close()
    }
  } catch {
    // None yet, damaged, or of an older version that kept no lamps: the lamp of the database says what it can.
    return nothing
  }
}
