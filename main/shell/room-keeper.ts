import { ok, type Result } from '#core/kernel/result.ts'
import type { Log } from '#core/kernel/log.ts'
import type { OpenProblem } from '#core/db/open.ts'
import { openHouse, type House } from '#core/house/open-house.ts'
import { roomFiles } from '#core/house/room-files.ts'
import { seatOf } from '#core/house/seat-of.ts'
import { app } from 'electron'
import { built } from './built.ts'
import { roomFolder } from './data-folder.ts'
import { openSettings } from './settings.ts'

export type RoomKind = 'own' | 'example'

/** Keeps the one room that is open; another may take its place while the windows stay. */
export interface RoomKeeper {
  current(): House | undefined
  kind(): RoomKind
  /** Closes what is open and opens that one. */
  enter(kind: RoomKind): Promise<Result<House, OpenProblem>>
  close(): Promise<void>
}

export function createRoomKeeper(log: Log): RoomKeeper {
  let house: House | undefined
  let open: RoomKind = 'own'
  const settings = openSettings(
    app.getPath('userData'),
    () => seatOf(roomFiles(roomFolder('own')).database),
    log,
  )

  const close = async (): Promise<void> => {
    const last = house
    house = undefined
    await last?.close()
  }

  return {
    current: () => house,
    kind: () => open,
    close,
    enter: async (kind) => {
      await close()
      open = kind
      const { seatId, lastTrusted } = settings.get()
      const opened = openHouse({
        folder: roomFolder(kind),
        seat: seatId,
        lastTrusted,
        keepTrusted: (at) => settings.keep({ lastTrusted: at }),
        builtAt: built.at,
        version: built.version(),
        example: kind === 'example',
        log,
      })
      if (!opened.ok) return opened
      house = opened.value
      if (settings.recreated) house.room.addNotice('settings-recreated')
      return ok(house)
    },
  }
}
