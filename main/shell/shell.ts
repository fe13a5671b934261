import type { House } from '#core/house/open-house.ts'
import { app, session } from 'electron'
import { serveScheme } from './app-scheme.ts'
import { built } from './built.ts'
import { createCameraDoor } from './camera-door.ts'
import { startsWithExample } from './data-folder.ts'
import type { DispatchParts } from './dispatch.ts'
import { doorkeeperOf } from './doorkeeper.ts'
import { tellEvents } from './events.ts'
import { handlersOf } from './handlers.ts'
import { listen, teller } from './ipc.ts'
import { openLog } from './log.ts'
import { keepInside } from './navigation.ts'
import { createPaper } from './paper.ts'
import { denyByDefault } from './permissions.ts'
import { quitInOrder } from './quit.ts'
import { createReception } from './reception.ts'
import { createRoomKeeper } from './room-keeper.ts'
import { onSecondStart } from './single-start.ts'
import { leaveWhenIdle } from './staff-idle.ts'
import { reviveChildren } from './stopped-processes.ts'
import { createVoice } from './voice.ts'
import { createWindows } from './windows.ts'

const now = (): number => performance.now()

/** Opens the house to people: its doors are locked first, then the room is opened, then its windows. */
export async function openShell(): Promise<void> {
  const log = openLog()
  const cameras = { pupil: createCameraDoor(now), staff: createCameraDoor(now) }
  const keeper = createRoomKeeper(log)
  keepInside(app, session.defaultSession, log, () => keeper.current()?.calls.server.proxy() ?? null)
  denyByDefault(session.defaultSession, cameras)
  reviveChildren(log)

  const windows = createWindows({
    preloads: built.preloads,
    log,
    onLoaded: (window) => cameras[window].close(),
    onStaffClosed: () => {
      cameras.staff.close()
      keeper.current()?.staff.signedIn.leave()
    },
  })
  const reception = createReception({ keeper, windows, log, onEnter: (house) => settle(house) })
  const idle = leaveWhenIdle({ keeper, windows, leave: reception.leaveStaff })
  const voice = createVoice()
  const paper = createPaper(() => windows.contentsOf('staff'), log)
  const tell = teller(windows.contentsOf)

  let room: DispatchParts = { handlers: {}, doorkeeper: doorkeeperOf(undefined), log }
  const settle = (house: House): void => {
    const handlers = handlersOf(house, { reception, cameras, voice, paper })
    room = { handlers, doorkeeper: doorkeeperOf(house), log }
    tellEvents(house, tell)
    house.sessions.onChange((turn) => {
      if (!turn) cameras.pupil.close()
    })
    // The policy of a page is that of its loading; a call under way keeps the one it has.
    house.calls.server.onProxy(() => {
      if (!house.calls.isCalling()) windows.reload('pupil')
    })
  }
  listen({ contentsOf: windows.contentsOf, room: () => room, onCall: idle.heard })
  serveScheme({ pages: built.pages, room: keeper.current, log })

  onSecondStart(windows.focus)
  quitInOrder({ keeper, windows, log })
  await reception.enter(startsWithExample() ? 'example' : 'own')
}
