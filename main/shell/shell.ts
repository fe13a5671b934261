import { roomFiles } from '#core/house/room-files.ts'
import { app, session } from 'electron'
import { existsSync } from 'node:fs'
import { serveScheme } from './app-scheme.ts'
import { built } from './built.ts'
import { createCameraDoor } from './camera-door.ts'
import { roomFolder, startsWithExample } from './data-folder.ts'
import type { FrontDesk } from './front-desk.ts'
import { openLog } from './log.ts'
import { keepInside } from './navigation.ts'
import { denyByDefault } from './permissions.ts'
import { quitInOrder } from './quit.ts'
import { onSecondStart } from './single-start.ts'
import { reviveChildren } from './stopped-processes.ts'
import { createWindows } from './windows.ts'

const now = (): number => performance.now()

/** Opens the house to people: its doors are locked first, then its window is made, then the room behind it is opened. */
export async function openShell(): Promise<void> {
  const log = openLog()
  const cameras = { pupil: createCameraDoor(now), staff: createCameraDoor(now) }
  let desk: FrontDesk | undefined
  keepInside(app, session.defaultSession, log, () => desk?.room()?.calls.server.proxy() ?? null)
  denyByDefault(session.defaultSession, cameras)
  reviveChildren(log)

  const windows = createWindows({
    preloads: built.preloads,
    log,
    onLoaded: (window) => cameras[window].close(),
    onStaffClosed: () => {
      cameras.staff.close()
      desk?.room()?.staff.signedIn.leave()
    },
  })
  const kind = startsWithExample() ? 'example' : 'own'
  // A process for a page takes longer than all of ours: it is made while the rest is read and the room opened. The page waits.
  const opened = import('./front-desk.ts').then(({ openFrontDesk }) => {
    desk = openFrontDesk({ cameras, windows, log })
    return desk.enter(kind)
  })
  serveScheme({ pages: built.pages, room: () => desk?.room(), opened, log })
  onSecondStart(windows.focus)
  quitInOrder({ close: async () => desk?.close(), windows, log })
  if (existsSync(roomFiles(roomFolder(kind)).database)) windows.open('pupil')
  await opened
}
