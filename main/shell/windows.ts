import type { Log } from '#core/kernel/log.ts'
import { app, BrowserWindow, screen, type WebContents } from 'electron'
import { createCovers } from './covers.ts'
import { guardKeys } from './keys.ts'
import { startPage, type WindowName } from './origins.ts'
import { pinZoom, preferencesOf, refuseToClose } from './window-options.ts'
import { createWatchdog, type Watchdog } from './watchdog.ts'

export interface Windows {
  contentsOf(window: WindowName): WebContents | undefined
  isOpen(window: WindowName): boolean
  /** Opens a window, or brings it to the front. */
  open(window: WindowName): void
  close(window: WindowName): void
  /** Loads every open window anew, as after a change of rooms. */
  reload(): void
  /** What the second start of the program does. */
  focus(): void
  /** Everything may close now; the room is closing for good. */
  letGo(): void
}

export interface WindowsParts {
  readonly preloads: string
  readonly log: Log
  /** Full screen over all displays; a window to look into from a checkout of the stand-in otherwise. */
  readonly kiosk: boolean
  readonly onClosed: (window: WindowName) => void
}

const paper = '#fff7ec'

/** The two windows of the house: the kiosk, and the staff window over it. */
export function createWindows(parts: WindowsParts): Windows {
  const open = new Map<WindowName, { readonly window: BrowserWindow; readonly watch: Watchdog }>()
  let mayClose = false
  const closing = new Set<WindowName>()
  const covers = createCovers(parts.kiosk)

  const make = (name: WindowName): void => {
    const { bounds } = screen.getPrimaryDisplay()
    const window = new BrowserWindow({
      ...bounds,
      show: false,
      kiosk: parts.kiosk,
      fullscreen: parts.kiosk,
      frame: !parts.kiosk,
      autoHideMenuBar: true,
      backgroundColor: paper,
      title: '快乐家园',
      minimizable: false,
      skipTaskbar: parts.kiosk,
      alwaysOnTop: parts.kiosk && name === 'staff',
      webPreferences: preferencesOf(name, parts.preloads, !app.isPackaged),
    })
    window.setMenu(null)
    guardKeys(window.webContents, name)
    pinZoom(window.webContents)
    refuseToClose(window, () => mayClose || closing.has(name))
    const watch = createWatchdog(window, startPage(name), parts.log)
    open.set(name, { window, watch })
    window.once('ready-to-show', () => {
      window.show()
      window.focus()
    })
    window.on('closed', () => {
      watch.stop()
      open.delete(name)
      closing.delete(name)
      if (!mayClose) open.get('pupil')?.window.focus()
      parts.onClosed(name)
    })
    watch.load()
  }

  const windowOf = (name: WindowName): BrowserWindow | undefined => {
    const window = open.get(name)?.window
    return window?.isDestroyed() ? undefined : window
  }

  return {
    contentsOf: (name) => windowOf(name)?.webContents,
    isOpen: (name) => windowOf(name) !== undefined,
    open: (name) => {
      const window = windowOf(name)
      if (window) window.focus()
      else make(name)
      covers.cover()
    },
    close: (name) => {
      closing.add(name)
      windowOf(name)?.close()
    },
    reload: () => {
      for (const { watch } of open.values()) watch.load()
    },
    focus: () => {
      const window = windowOf('staff') ?? windowOf('pupil')
      window?.show()
      window?.focus()
    },
    letGo: () => {
      mayClose = true
      covers.close()
      for (const { watch } of open.values()) watch.stop()
    },
  }
}
