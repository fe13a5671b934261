import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import { join } from 'node:path'
import { zoomFor, type Bounds } from './display-rules.ts'
import { whereOffered } from './preview-host.ts'
import type { WindowName } from './origins.ts'

type Preferences = NonNullable<BrowserWindowConstructorOptions['webPreferences']>

/** Said in full, though most are defaults: a later Electron may change its mind. */
const closedPreferences: Preferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  disableDialogs: true,
  spellcheck: false,
  zoomFactor: 1,
  // A child's page keeps its clock while the staff window lies over it.
  backgroundThrottling: false,
}

/** A child's screen does not scroll, so it is made to fit; the console scrolls where it must. */
const zoomOf = (name: WindowName, size: Pick<Bounds, 'width' | 'height'>): number =>
  name === 'pupil' ? zoomFor(size) : 1

/** Preferences of one of our windows, which opens with these bounds; `devTools` only from a checkout. */
export const preferencesOf = (
  window: WindowName,
  bounds: Bounds,
  preloads: string,
  devTools: boolean,
): Preferences => ({
  ...closedPreferences,
  zoomFactor: zoomOf(window, bounds),
  devTools,
  preload: join(preloads, `${window}.cjs`),
})

/** Preferences of a window that only covers: no preload, no script. */
export const coverPreferences: Preferences = { ...closedPreferences, devTools: false, javascript: false }

/** Keeps a page at the size that its window asks for: no pinch, no wheel, no factor kept from an earlier day. */
export function pinZoom(window: BrowserWindow, name: WindowName): void {
  const contents = window.webContents
  const pin = () => {
    if (window.isDestroyed()) return
    whereOffered(() => {
      const [width = 0, height = 0] = window.getContentSize()
      contents.setZoomFactor(zoomOf(name, { width, height }))
      void contents.setVisualZoomLevelLimits(1, 1)
    }, undefined)
  }
  contents.on('did-navigate', pin)
  contents.on('did-finish-load', pin)
  window.on('resize', pin)
  whereOffered(() => contents.on('zoom-changed', pin), contents)
}

/** A window of ours closes when we say so, never from outside. */
export function refuseToClose(window: BrowserWindow, mayClose: () => boolean): void {
  window.on('close', (event) => {
    if (!mayClose()) event.preventDefault()
  })
}
