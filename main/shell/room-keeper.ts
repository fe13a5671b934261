import type { OpenProblem } from '#core/db/open.ts'
import { EXAMPLE_PIN } from '#core/example/example-words.ts'
import { comingTo, endMove, moveIn } from '#core/house/move-in.ts'
import { openHouse, type House } from '#core/house/open-house.ts'
import { roomFiles } from '#core/house/room-files.ts'
import { jobRunner } from '#core/house/run-job.ts'
import { seatOf } from '#core/house/seat-of.ts'
import type { MachineTells } from '#core/health/service.ts'
import type { Log } from '#core/kernel/log.ts'
import { ok, type Result } from '#core/kernel/result.ts'
import type { Anchor, AnchorKeeper } from '#core/openings/chain.ts'
import { seatSideIn } from '#core/updates/seat-side.ts'
import { storageProblem } from '#core/kernel/storage-problem.ts'
import { built } from './built.ts'
import { documentsFolder, roomFolder, seatRoot } from './data-folder.ts'
import type { Settings } from './settings.ts'

export type RoomKind = 'own' | 'example'

/** Keeps the one room that is open; another may take its place while the windows stay. */
export interface RoomKeeper {
  readonly current: () => House | undefined
  /** Closes what is open and opens that one. */
  readonly enter: (kind: RoomKind) => Promise<Result<House, OpenProblem | { readonly kind: 'unexpected' }>>
  /** Where a room is put together before it moves in. */
  readonly coming: string
  /** Closes what is open; what came takes its place, and what was there stays beside it under another name. */
  readonly moveIn: () => Promise<void>
  readonly close: () => Promise<void>
}

/** The seat that this machine's room names, for settings that have been lost. */
export const seatKept = (): string | undefined => seatOf(roomFiles(roomFolder('own')))

export function createRoomKeeper(settings: Settings, machine: MachineTells, log: Log): RoomKeeper {
  const runJob = jobRunner(built.worker)
  let house: House | undefined

  const close = async (): Promise<void> => {
    const last = house
    house = undefined
    await last?.close()
  }

  /** The example room is made when it is first entered, in a thread; one that is there stays as it is. */
  const furnish = (): Promise<unknown> => {
    const now = Date.now()
    const offset = -new Date(now).getTimezoneOffset()
    const path = roomFiles(roomFolder('example')).database
    return runJob('makeExample', { path, seat: settings.get().seatId, now, offset })
  }

  const ownAnchor: AnchorKeeper = {
    read: () => settings.get().openings,
    keep: (openings) => settings.keep({ openings }),
  }

  const open = (kind: RoomKind): Result<House, OpenProblem> => {
    const { seatId, lastTrusted, certain, days } = settings.get()
    return openHouse({
      folder: roomFolder(kind),
      seat: seatId,
      clockMemory: { lastTrusted, certain, days },
      keepClock: (memory) => settings.keep(memory),
      builtAt: built.at,
      version: built.version(),
      example: kind === 'example',
      examplePin: kind === 'example' ? EXAMPLE_PIN : null,
      documents: documentsFolder(),
      machine,
      seatSide: seatSideIn(seatRoot()),
      openingsAnchor: kind === 'own' ? ownAnchor : forgetful(),
      runJob,
      log,
    })
  }

  return {
    current: () => house,
    close,
    coming: comingTo(roomFolder('own')),
    moveIn: async () => {
      await close()
      moveIn(roomFolder('own'))
    },
    enter: async (kind) => {
      try {
        // While a room is open, another may be coming.
        if (kind === 'own' && !house) endMove(roomFolder('own'))
        // The room that is open goes on answering until the other one stands.
        if (kind === 'example') await furnish()
        await close()
        const opened = open(kind)
        if (!opened.ok) return opened
        house = opened.value
      } catch (error) {
        log.error('The room could not be opened', { error })
        return { ok: false, error: { kind: storageProblem(error) ?? 'unexpected' } }
      }
      if (settings.recreated) house.room.addNotice('settings-recreated')
      log.info('A room is open', { kind, seat: settings.get().seatId })
      if (isPreview()) house.room.addNotice('preview-host')
      return ok(house)
    },
  }
}

/** The example room is made anew now and then; the file of the machine is the real one’s. */
function forgetful(): AnchorKeeper {
  let kept: Anchor | undefined
  return { read: () => kept, keep: (anchor) => void (kept = anchor) }
}

/** The stand-in says its own version; Electron's folder holds Electron. */
const isPreview = (): boolean => 'previewHost' in process.versions
