import type { Log } from '#core/kernel/log.ts'
import { app, BrowserWindow, type WebContents } from 'electron'
import { createCovers } from './covers.ts'
import { fills } from './display-rules.ts'
import type { Displays } from './displays.ts'
import { guardKeys } from './keys.ts'
import { startPage, type WindowName } from './origins.ts'
import type { ProblemCode } from './problem-page.ts'
import { whereOffered } from './preview-host.ts'
import { pinZoom, preferencesOf, refuseToClose } from './window-options.ts'
import { createWatchdog, type Watchdog } from './watchdog.ts'

export interface Windows {
  readonly contentsOf: (window: WindowName) => WebContents | undefined
  readonly isOpen: (window: WindowName) => boolean
  /** Opens a window on its first page, or brings it to the front as it is. */
  readonly open: (window: WindowName) => void
  readonly close: (window: WindowName) => void
  /** Loads a window's page anew: what it may reach has changed. It comes back to where it was. */
  readonly reload: (window: WindowName) => void
  /** The same in a new process: what was in the memory of the old one goes with it. */
  readonly renew: (window: WindowName) => void
  /** Keeps a window out of pictures of the screen, where the system can (Windows, macOS). */
  readonly hideFromPictures: (window: WindowName, hidden: boolean) => void
  /** Covers everything with the page that says why there is no room. */
  readonly showProblem: (code: ProblemCode) => void
  /** What the second start of the program does. */
  readonly focus: () => void
  /** Everything may close now; the room is closing for good. */
  readonly letGo: () => void
}

export interface WindowsParts {
  readonly preloads: string
  readonly displays: Displays
  readonly log: Log
  /** A window shows a new page: what the one before was allowed is over. */
  readonly onLoaded: (window: WindowName) => void
  /** However it came to be closed. */
  readonly onStaffClosed: () => void
}

const paper = '#fff7ec'

/** The two windows of the house: the kiosk, and the staff window over it. */
export function createWindows(parts: WindowsParts): Windows {
  const open = new Map<WindowName, { readonly window: BrowserWindow; readonly watch: Watchdog }>()
  const kiosk = isKiosk()
  let mayClose = false
  let problem = false
  const closing = new Set<WindowName>()
  /** Asked for while it was still closing: it comes back as soon as it is gone. */
  const wanted = new Set<WindowName>()
  const covers = createCovers()

  const make = (name: WindowName, url: string): void => {
    const { bounds } = parts.displays.own()
    const window = new BrowserWindow({
      ...bounds,
      show: false,
      kiosk: kiosk,
      fullscreen: kiosk,
      frame: !kiosk,
      autoHideMenuBar: true,
      backgroundColor: paper,
      title: '快乐家园',
      minimizable: false,
      skipTaskbar: kiosk,
      alwaysOnTop: kiosk && name === 'staff',
      webPreferences: preferencesOf(name, bounds, parts.preloads, !app.isPackaged),
    })
    window.setMenu(null)
    guardKeys(window.webContents, name)
    pinZoom(window, name)
    refuseToClose(window, () => mayClose || closing.has(name))
    const watch = createWatchdog(window, url, parts.log)
    open.set(name, { window, watch })
    window.once('ready-to-show', () => {
      window.show()
      window.focus()
    })
    window.on('closed', () => {
      watch.stop()
      open.delete(name)
      const meant = closing.delete(name)
      if (mayClose) return
      // A page that calls window.close() is gone before anybody is asked.
      if (!meant && (name === 'pupil' || !open.has('pupil'))) return make(name, url)
      open.get('pupil')?.window.focus()
      if (name === 'staff') parts.onStaffClosed()
      if (wanted.delete(name)) make(name, startPage(name))
    })
    window.webContents.on('did-navigate', () => parts.onLoaded(name))
    watch.load(url)
  }

  const windowOf = (name: WindowName): BrowserWindow | undefined => {
    const window = open.get(name)?.window
    return window?.isDestroyed() ? undefined : window
  }

  /** Our windows fill our display and every other one is covered; nothing that covers ever lies over ours. */
  const settle = (): void => {
    if (!kiosk || mayClose) return
    const { bounds } = parts.displays.own()
    const others = parts.displays.toCover()
    covers.keepOnly(others)
    let moved = false
    for (const name of ['pupil', 'staff'] as const) {
      const window = windowOf(name)
      if (!window || fills(window.getBounds(), bounds)) continue
      // A kiosk window stays on its display until it is let go.
      window.setKiosk(false)
      window.setBounds(bounds)
      window.setKiosk(true)
      moved = true
    }
    covers.cover(others)
    if (moved) (windowOf('staff') ?? windowOf('pupil'))?.focus()
  }
  let following = false
  const follow = (): void => {
    settle()
    if (!following) parts.displays.onChange(settle)
    following = true
  }

  return {
    contentsOf: (name) => windowOf(name)?.webContents,
    isOpen: (name) => windowOf(name) !== undefined,
    open: (name) => {
      const window = windowOf(name)
      if (!window) make(name, startPage(name))
      else if (closing.has(name)) wanted.add(name)
      else if (problem) open.get(name)?.watch.load(startPage(name))
      else window.focus()
      problem = false
      follow()
    },
    close: (name) => {
      if (!windowOf(name)) return
      wanted.delete(name)
      closing.add(name)
      windowOf(name)?.close()
    },
    reload: (name) => {
      if (!problem) windowOf(name)?.webContents.reload()
    },
    renew: (name) => {
      if (!problem && !closing.has(name)) open.get(name)?.watch.renew()
    },
    hideFromPictures: (name, hidden) => {
      whereOffered(() => windowOf(name)?.setContentProtection(hidden), undefined)
    },
    showProblem: (code) => {
      const url = `${startPage('pupil')}problem?code=${code}`
      problem = true
      if (windowOf('pupil')) open.get('pupil')?.watch.load(url)
      else make('pupil', url)
      follow()
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

/** From a checkout somebody may want to look at it in a window; an installed seat is never without its kiosk. */
const isKiosk = (): boolean => app.isPackaged || !app.commandLine.hasSwitch('windowed')
