import { app, session } from 'electron'
import { serveScheme } from './app-scheme.ts'
import { built } from './built.ts'
import { startsWithExample } from './data-folder.ts'
import { handlersOf } from './handlers.ts'
import { listen, teller } from './ipc.ts'
import { openLog } from './log.ts'
import { keepInside } from './navigation.ts'
import { denyByDefault } from './permissions.ts'
import { createRoomKeeper } from './room-keeper.ts'
import { onSecondStart } from './single-start.ts'
import { createWindows } from './windows.ts'

/** Opens the house to people: doors locked first, then the room, then its windows. */
export async function openShell(): Promise<void> {
  const log = openLog()
  keepInside(app, session.defaultSession, log)
  denyByDefault(session.defaultSession, { isOpen: () => false })
  serveScheme({ pages: built.pages, media: () => undefined, log })
  const windows = createWindows({ preloads: built.preloads, log, kiosk: true, onClosed: () => {} })
  const keeper = createRoomKeeper(log)
  const tell = teller(windows.contentsOf)
  onSecondStart(windows.focus)
  const opened = await keeper.enter(startsWithExample() ? 'example' : 'own')
  void tell
  if (!opened.ok) return
  const house = opened.value
  listen({
    contentsOf: windows.contentsOf,
    room: () => ({
      handlers: handlersOf(house),
      log,
      doorkeeper: {
        session: () => undefined,
        signedIn: () => house.staff.signedIn.current() ?? undefined,
        setupNeeded: () => house.staff.isEmpty(),
        audit: () => ({ ok: true, value: undefined }),
      },
    }),
  })
  windows.open(house.staff.isEmpty() ? 'staff' : 'pupil')
  app.on('before-quit', () => windows.letGo())
}
