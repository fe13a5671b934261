import { refuse, type Refusal } from '#contract/refusal.ts'
import type { UpdatesLook } from '#contract/updates.ts'
import { dropMeta, readMeta, writeMeta } from '#core/db/meta.ts'
import type { Ground } from '#core/kernel/ground.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { storageProblem } from '#core/kernel/storage-problem.ts'
import { findUpdate } from './find-update.ts'
import type { SeatSide, SeatState, Wish } from './seat-side.ts'

export interface UpdatesParts {
  readonly side: SeatSide
  readonly version: string
  /** The form of the database that this program writes. */
  readonly schema: number
  /** Whether a child sits here, or talks. */
  readonly isTaken: () => boolean
  /** Who is signed in at the console. */
  readonly atConsole: () => string | null
}

export interface UpdatesService {
  look(): UpdatesLook
  take(): Result<void, Refusal>
  /** `staffId` ordered it: the console that this person has open is no reason to wait. */
  order(wanted: boolean, staffId: string): Result<void, Refusal>
  back(): Result<void, Refusal>
  /** A page has asked for something: it stands. */
  heard(): void
  /** Shows the root's side that the room is open, and changes over when it was ordered and nobody has sat here for a minute. */
  tick(): void
}

const MINUTE = 60_000
const ORDER = 'update-order'

/** Updates as the room knows them; what needs rights is done by the root's side, which checks everything again. */
export function createUpdates({ db, clock, log }: Ground, parts: UpdatesParts): UpdatesService {
  const { side, version, schema, isTaken, atConsole } = parts
  const system = `linux-${process.arch === 'x64' ? 'amd64' : process.arch}`
  let standing = false
  let freeSince: number | undefined

  const order = (): { readonly version: string; readonly by: string } | undefined => {
    const kept = readMeta(db, ORDER)
    // Written by this service alone.
    return kept === undefined ? undefined : (JSON.parse(kept) as { version: string; by: string })
  }
  const isOrdered = ({ at, version: ready }: SeatState): boolean =>
    at === 'ready' && order()?.version === ready

  const offer = () => {
    const certain = Math.max(side.floor(), Math.floor(clock.certain() / 1000))
    const seat = { version, system, number: side.number(), certain }
    const all = side.sticks().flatMap((stick) => findUpdate(stick, side.keys(), seat) ?? [])
    return all.find((one) => one.ok) ?? all[0]
  }
  const backTo = (state: SeatState): string | undefined => {
    const pair = state.at === 'trying' ? state : side.before()
    if (['checking', 'ready', 'going-back'].includes(state.at) || !pair?.from || pair.version !== version)
      return undefined
    const older = side.about(pair.from)
    return older?.schema === side.about(version)?.schema ? older?.version : undefined
  }
  const wish = (name: Wish): Result<void, Refusal> => {
    try {
      side.wish(name)
      return ok(undefined)
    } catch (error) {
      const kind = storageProblem(error)
      if (kind) return err(refuse(kind))
      throw error
    }
  }

  return {
    look: () => {
      const state = side.state()
      const offered = side.isThere() ? offer() : undefined
      return {
        version,
        isSeat: side.isThere(),
        offered: offered?.ok
          ? {
              version: offered.value.version,
              by: offered.value.by,
              madeAt: offered.value.made * 1000,
              keepsForm: offered.value.schema === schema,
              news: offered.value.news,
            }
          : null,
        refused: offered && !offered.ok ? offered.error : (state.at === 'refused' && state.why) || null,
        step: state.at,
        target: state.version ?? null,
        hasFailed: state.hasFailed,
        isAsked: side.isAsked(),
        isOrdered: isOrdered(state),
        isTaken: isTaken(),
        backTo: backTo(state) ?? null,
      }
    },
    take: () => (side.isThere() ? wish('take') : err(refuse('no-update'))),
    order: (wanted, staffId) => {
      const { at, version: ready } = side.state()
      if (at !== 'ready' || ready === undefined) return err(refuse('no-update'))
      if (wanted) writeMeta(db, ORDER, JSON.stringify({ version: ready, by: staffId }))
      else dropMeta(db, ORDER)
      return ok(undefined)
    },
    back: () => (backTo(side.state()) === undefined ? err(refuse('no-way-back')) : wish('back')),
    heard: () => void (standing = true),
    tick: () => {
      if (!side.isThere()) return
      if (standing) side.showOpen()
      const person = atConsole()
      const isFree = !isTaken() && (person === null || person === order()?.by)
      freeSince = isFree ? (freeSince ?? clock.monotonic()) : undefined
      const isQuiet = freeSince !== undefined && (person !== null || clock.monotonic() - freeSince >= MINUTE)
      if (!isQuiet || !isOrdered(side.state()) || side.isAsked()) return
      log.info('Nobody sits here: the program changes over', { version: order()?.version })
      wish('switch')
    },
  }
}
