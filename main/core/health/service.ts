import type { DeviceTrial, HealthLook, LampTurn, TrialResult } from '#contract/health.ts'
import type { LampName } from '#contract/health-verdicts.ts'
import type { VoiceState } from '#contract/voice.ts'
import type { ServerState } from '#contract/calls.ts'
import type { RoomFiles } from '#core/house/room-files.ts'
import type { Ground } from '#core/kernel/ground.ts'
import type { SeatDevices } from '#core/room/seat-devices.ts'
import { lampsOf } from './lamp-rules.ts'
import { lateMachine } from './machine.ts'
import { reachServer } from './reach-server.ts'
import type { DisplayReading, OutsideReading, Readings, RoomReadings, ServerReading } from './readings.ts'
import type { ReadSeatInput, SeatReadings } from './read-seat.ts'
import { keepTurns, lastTrials, timesWrong, trialsOf, turnsOf } from './store.ts'
import { within } from './within.ts'

/** What only the shell knows of the machine. */
export interface MachineTells {
  readonly displays: () => readonly DisplayReading[] | null
  readonly voice: () => Promise<VoiceState | null>
}

export interface HealthParts {
  readonly files: RoomFiles
  /** In a thread. */
  readonly readSeat: (input: ReadSeatInput) => Promise<SeatReadings>
  readonly devices: SeatDevices
  readonly line: () => ServerState
  readonly outside: () => OutsideReading
  /** https://host; null where this seat has no call server. */
  readonly serverAddress: () => string | null
  readonly seat: () => Readings['seat']
  readonly version: Readings['version']
  readonly machine: MachineTells
}

/** How everything of this seat stands (T3), and how it stood. */
export interface HealthService {
  /** As it was last looked at; looks when nobody has yet. */
  look(): Promise<HealthLook>
  /** Looks anew. `whole` reads all of the database, which takes as long as its disk is slow. */
  check(whole: boolean): Promise<HealthLook>
  history(lamp: LampName): { readonly turns: readonly LampTurn[]; readonly trials: readonly DeviceTrial[] }
  tried(
    staffId: string,
    trial: {
      readonly device: DeviceTrial['device']
      readonly result: TrialResult
      readonly level: number | null
    },
  ): Promise<HealthLook>
}

/** So long may a thread take before its part is called late: a database of 200 MB on an old disk needs 20 s. */
const LONGEST = 60_000
const VOICE_LONGEST = 8000

interface Seen {
  readonly seat: SeatReadings
  readonly database: RoomReadings['database']
  readonly server: ServerReading
  readonly voice: VoiceState | null
}

export function createHealth(ground: Ground, parts: HealthParts): HealthService {
  const { db, clock, newId } = ground
  const { database, backups, folder } = parts.files
  let seen: Seen | undefined
  let last: HealthLook | undefined
  let underway: Promise<HealthLook> | undefined

  const readingsOf = ({ seat, database: file, server, voice }: Seen): Readings => {
    const { at, trusted } = clock.now()
    return {
      ...seat,
      // A window's own displays are surer than what the kernel lists.
      displays: parts.machine.displays() ?? seat.displays,
      database: file,
      server,
      voice,
      line: parts.line(),
      outside: parts.outside(),
      out: parts.devices.out(),
      trials: lastTrials(db),
      clock: {
        at,
        trusted,
        wall: clock.wall(),
        fell: timesWrong(db, at),
      },
      version: parts.version,
      seat: parts.seat(),
    }
  }

  const judge = (what: Seen): HealthLook => {
    seen = what
    last = { lamps: keepTurns({ db, clock, newId }, lampsOf(readingsOf(what))), at: clock.now().at }
    return last
  }

  const lookAt = async (whole: boolean): Promise<HealthLook> => {
    const [seat, server, voice] = await Promise.all([
      within(LONGEST, parts.readSeat({ database, backups, folder, whole }), null),
      reachServer(parts.serverAddress()),
      within(VOICE_LONGEST, parts.machine.voice(), null),
    ])
    const read: SeatReadings = seat ?? { ...lateMachine(), database: null, copies: null }
    const file = read.database === 'not-asked' ? (seen?.database ?? null) : read.database
    return judge({ seat: read, database: file, server, voice })
  }

  const check = (whole: boolean): Promise<HealthLook> =>
    (underway ??= lookAt(whole).finally(() => {
      underway = undefined
    }))

  // Nothing is read again: what fell out was told.
  parts.devices.onChange(() => {
    if (seen) judge(seen)
  })

  return {
    check,
    look: async () => last ?? check(true),
    history: (lamp) => ({ turns: turnsOf(db, lamp), trials: trialsOf(db, lamp) }),
    tried: async (staffId, { device, result, level }) => {
      const { at, trusted } = clock.now()
      db.run(
        `INSERT INTO health_trial (id, at, trusted, device, result, level, staff_id) VALUES (?, ?, ?, ?, ?, ?, ?)`,
        [newId(), at, trusted ? 1 : 0, device, result, level, staffId],
      )
      return seen ? judge(seen) : check(false)
    },
  }
}
