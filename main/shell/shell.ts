import { app, session } from 'electron'
import { serveScheme } from './app-scheme.ts'
import { built } from './built.ts'
import { createCameraDoor } from './camera-door.ts'
import { roomFolder, startsWithExample } from './data-folder.ts'
import { createDisplays } from './displays.ts'
import { openFrontDesk, type FrontDesk } from './front-desk.ts'
import { openLog } from './log.ts'
import { becomeOwnSeat } from './own-seat.ts'
import { keepInside } from './navigation.ts'
import { denyByDefault } from './permissions.ts'
import { quitInOrder } from './quit.ts'
import { seatKept } from './room-keeper.ts'
import { openSettings } from './settings.ts'
import { onSecondStart } from './single-start.ts'
import { reviveChildren } from './stopped-processes.ts'
import { createWindows } from './windows.ts'

const now = (): number => performance.now()

/** Opens the house to people: its doors are locked first, then the room is opened, then its windows. */
export async function openShell(): Promise<void> {
  const log = openLog()
  const cameras = { pupil: createCameraDoor(now), staff: createCameraDoor(now) }
  let desk: FrontDesk | undefined
  keepInside(app, session.defaultSession, log, () => desk?.room()?.calls.server.proxy() ?? null)
  denyByDefault(session.defaultSession, cameras)
  reviveChildren(log)

  const settings = openSettings(app.getPath('userData'), seatKept, log)
  const wasCopied = becomeOwnSeat(settings, log, roomFolder('own'))
  const displays = createDisplays({
    remembered: () => settings.get().ownDisplays ?? [],
    remember: (ownDisplays) => settings.keep({ ownDisplays }),
  })
  const windows = createWindows({
    preloads: built.preloads,
    displays,
    log,
    onLoaded: (window) => cameras[window].close(),
    onStaffClosed: () => {
      cameras.staff.close()
      desk?.room()?.staff.signedIn.leave()
    },
  })
  const front = openFrontDesk({ cameras, windows, settings, log })
  desk = front
  serveScheme({ pages: built.pages, room: front.room, log })
  onSecondStart(windows.focus)
  quitInOrder({ close: front.close, windows, log })
  await front.enter(startsWithExample() ? 'example' : 'own')
  if (wasCopied) desk.room()?.room.addNotice('copied-seat')
}
