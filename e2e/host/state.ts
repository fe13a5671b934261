import type { Cdp } from './cdp.ts'
import { Switches } from './command-line.ts'
import { parseScreens } from './screens.ts'

/** One open window, as far as the rest of the stand-in needs to know it. */
export interface OpenWindow {
  readonly id: number
  readonly targetId: string
  close(): void
  destroy(): void
}

/** The running stand-in: one per process, filled in by boot and by Chromium's start. */
export const state = {
  appPath: '',
  appName: 'Electron',
  appVersion: '0.0.0',
  switches: new Switches([]),
  /** True where people look at the windows; tests run without a screen. */
  onScreen: false,
  screens: parseScreens(process.env['HOST_SCREENS']),
  windows: new Map<number, OpenWindow>(),
  ready: false,
  quitting: false,
  exiting: false,
}

let connect: (cdp: Cdp) => void
/** Chromium's protocol, once it runs. */
export const chromiumReady = new Promise<Cdp>((resolve) => {
  connect = resolve
})
/** Announces that Chromium runs. */
export const chromiumStarted = (cdp: Cdp): void => connect(cdp)

let lastId = 0
/** Windows and web contents are numbered from 1, in one row. */
export const nextId = (): number => ++lastId
