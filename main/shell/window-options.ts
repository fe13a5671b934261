import type { BrowserWindow, BrowserWindowConstructorOptions, WebContents } from 'electron'
import { join } from 'node:path'
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

/** Preferences of one of our windows; `devTools` only from a checkout. */
export const preferencesOf = (window: WindowName, preloads: string, devTools: boolean): Preferences => ({
  ...closedPreferences,
  devTools,
  preload: join(preloads, `${window}.cjs`),
})

/** Preferences of a window that only covers: no preload, no script. */
export const coverPreferences: Preferences = { ...closedPreferences, devTools: false, javascript: false }

/** Keeps a page at its own size: no pinch, no wheel, no factor kept from an earlier day. */
export function pinZoom(contents: WebContents): void {
  const pin = () =>
    whereOffered(() => {
      contents.setZoomFactor(1)
      void contents.setVisualZoomLevelLimits(1, 1)
    }, undefined)
  contents.on('did-finish-load', pin)
  whereOffered(() => contents.on('zoom-changed', pin), contents)
}

/** A window of ours closes when we say so, never from outside. */
export function refuseToClose(window: BrowserWindow, mayClose: () => boolean): void {
  window.on('close', (event) => {
    if (!mayClose()) event.preventDefault()
  })
}
