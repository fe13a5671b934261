import type { House } from '#core/house/open-house.ts'
import type { Log } from '#core/kernel/log.ts'
import type { DispatchParts } from './dispatch.ts'
import { doorkeeperOf } from './doorkeeper.ts'
import { tellEvents } from './events.ts'
import { handlersOf, type HandlerParts } from './handlers.ts'
import { machineTells } from './machine-tells.ts'
import { listen, teller, type IpcParts } from './ipc.ts'
import { createPaper } from './paper.ts'
import { createReception } from './reception.ts'
import { createRoomKeeper, type RoomKind } from './room-keeper.ts'
import { renewAfterTurns } from './fresh-process.ts'
import type { Settings } from './settings.ts'
import { closeOnSleep } from './close-on-sleep.ts'
import { leaveWhenIdle } from './staff-idle.ts'
import { createVoice } from './voice.ts'
import type { Windows } from './windows.ts'

export interface FrontDeskParts {
  readonly cameras: HandlerParts['cameras']
  readonly windows: Windows
  readonly settings: Settings
  readonly log: Log
}

/** Whoever answers the windows: the room that is open, what it tells, and which window is open when. */
export interface FrontDesk {
  readonly room: () => House | undefined
  readonly enter: (kind: RoomKind) => Promise<boolean>
  readonly close: () => Promise<void>
}

export function openFrontDesk({ cameras, windows, settings, log }: FrontDeskParts): FrontDesk {
  const voice = createVoice({ heard: () => settings.get().voiceHeard ?? null })
  const keeper = createRoomKeeper(settings, machineTells(voice, settings), log)
  const reception = createReception({
    keeper,
    windows,
    log,
    onEnter: (house) => settle(house),
    onKnock: () => idle.knocked(),
  })
  const idle = leaveWhenIdle({ keeper, windows, leave: reception.leaveStaff })
  const paper = createPaper(() => windows.contentsOf('staff'), log)
  const bookPaper = createPaper(() => windows.contentsOf('pupil'), log, {
    landscape: true,
    grounds: true,
    booklet: true,
  })
  const fresh = renewAfterTurns({
    pupil: () => windows.contentsOf('pupil'),
    renew: () => windows.renew('pupil'),
    isCalling: () => keeper.current()?.calls.isCalling() ?? false,
  })
  const tell = teller(windows.contentsOf)

  let room: DispatchParts = { handlers: {}, doorkeeper: doorkeeperOf(undefined), log }
  const settle = (house: House): void => {
    const handlers = handlersOf(house, { reception, cameras, voice, paper, bookPaper, settings })
    room = { handlers, doorkeeper: doorkeeperOf(house), log }
    tellEvents(house, tell)
    closeOnSleep(house)
    house.openings.onChange(() => {
      windows.hideFromPictures('staff', house.openings.isOpen())
      tell('openings.changed', null)
    })
    house.sessions.onChange((turn) => {
      if (!turn) cameras.pupil.close()
      fresh.turn(turn !== null)
    })
    // The policy of a page is that of its loading; a call under way keeps the one it has.
    house.calls.server.onProxy(() => {
      if (!house.calls.isCalling()) windows.reload('pupil')
    })
  }
  const onCall: IpcParts['onCall'] = (window, method) => {
    idle.heard(window)
    fresh.heard(window, method)
    keeper.current()?.updates.heard()
  }
  listen({ contentsOf: windows.contentsOf, room: () => room, onCall })
  return { room: keeper.current, enter: reception.enter, close: keeper.close }
}
