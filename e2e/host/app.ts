import type { App, CommandLine } from 'electron'
import { getPath, setPath } from './app-paths.ts'
import { startChromium, stopChromium } from './chromium.ts'
import { preventable, record } from './events.ts'
import { conforms, NotInStandIn, strict, StrictEmitter } from './not-in-stand-in.ts'
import { SingleInstance } from './single-instance.ts'
import { state } from './state.ts'

const instance = new SingleInstance()
let announceReady: () => void
const whenReady = new Promise<void>((resolve) => {
  announceReady = resolve
})

class StandInApp extends StrictEmitter {
  readonly isPackaged = false
  readonly accessibilitySupportEnabled = false
  readonly runningUnderARM64Translation = false

  readonly commandLine: CommandLine = strict('app.commandLine', {
    appendSwitch: (name: string, value?: string) => state.switches.append(name, value),
    appendArgument: (value: string) => record('app.commandLine.appendArgument', value),
    hasSwitch: (name: string) => state.switches.has(name),
    getSwitchValue: (name: string) => state.switches.value(name),
    removeSwitch: (name: string) => state.switches.remove(name),
  })

  get name(): string {
    return state.appName
  }
  set name(name: string) {
    state.appName = name
  }
  getName = (): string => state.appName
  setName(name: string): void {
    state.appName = name
  }
  getVersion = (): string => state.appVersion
  getAppPath = (): string => state.appPath
  getPath = (name: string): string => getPath(name)
  setPath = (name: string, path: string): void => setPath(name, path)
  setAppLogsPath = (path?: string): void => setPath('logs', path ?? getPath('logs'))
  getLocale = (): string => state.switches.value('lang') || Intl.DateTimeFormat().resolvedOptions().locale
  getSystemLocale = (): string => Intl.DateTimeFormat().resolvedOptions().locale
  getPreferredSystemLanguages = (): string[] => [this.getSystemLocale()]

  isReady = (): boolean => state.ready
  whenReady = (): Promise<void> => whenReady

  requestSingleInstanceLock(data?: Record<PropertyKey, unknown>): boolean {
    const start = { argv: process.argv, cwd: process.cwd(), data: data ?? null }
    return instance.request(getPath('userData'), start, (second) => {
      this.emit('second-instance', preventable({}), second.argv, second.cwd, second.data)
    })
  }
  hasSingleInstanceLock = (): boolean => instance.held
  releaseSingleInstanceLock = (): void => instance.release()

  /** Closes every window, then ends; a window's `close`, `before-quit` or `will-quit` may prevent it. */
  quit(): void {
    if (state.quitting) return
    const event = preventable({})
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    state.quitting = true
    for (const window of Array.from(state.windows.values())) window.close()
    if (state.windows.size === 0) finishQuit()
  }
  exit(code = 0): void {
    if (state.exiting) return
    state.exiting = true
    state.quitting = true
    // A kiosk answers the end of its window with a new one: only those of now are meant.
    for (const window of Array.from(state.windows.values())) window.destroy()
    this.emit('quit', preventable({}), code)
    instance.release()
    void stopChromium().then(() => process.exit(code))
  }
  relaunch(options?: Electron.RelaunchOptions): void {
    record('app.relaunch', options)
    console.log('[stand-in] app.relaunch: start the program again by hand')
  }
  focus = (): void => {}
  disableHardwareAcceleration = (): void => state.switches.append('disable-gpu')
  enableSandbox = (): void => {}
  setLoginItemSettings = (settings: Electron.Settings): void => record('app.setLoginItemSettings', settings)
  setAppUserModelId = (id: string): void => record('app.setAppUserModelId', id)
  setAsDefaultProtocolClient = (): boolean => false
  getAppMetrics(): never {
    throw new NotInStandIn('app.getAppMetrics')
  }
}

/** Electron's `app`. */
export const app = conforms<App>()(new StandInApp())

/** The last step of quitting, once no window is left. */
export function finishQuit(): void {
  if (state.exiting) return
  const event = preventable({})
  app.emit('will-quit', event)
  if (event.defaultPrevented) state.quitting = false
  else app.exit(0)
}

/** What happens when the last window has closed. */
export function lastWindowClosed(): void {
  if (state.quitting) finishQuit()
  else if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
  else app.quit()
}

/** Starts Chromium and makes the app ready; to be called once the main bundle has run. */
export async function startApp(): Promise<void> {
  if (state.exiting) return
  await startChromium(getPath('sessionData'), (code) => {
    if (state.exiting) return
    console.error(`[stand-in] Chromium ended (${code ?? 'by a signal'})`)
    app.exit(1)
  })
  state.ready = true
  announceReady()
  app.emit('ready', preventable({}), {})
}
