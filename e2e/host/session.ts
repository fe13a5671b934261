import type { Protocol, Session } from 'electron'
import { preventable, record } from './events.ts'
import { conforms, lacking, NotInStandIn, strict, StrictEmitter } from './not-in-stand-in.ts'
import { protocol } from './protocol.ts'
import { chromiumReady } from './state.ts'

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0]
type Permission = Parameters<NonNullable<RequestHandler>>[1]

let onRequest: RequestHandler = null
let onCheck: CheckHandler = null
const sessionPreloads: { id: string; filePath: string }[] = []

/** Preloads that every page gets before its window's own. */
export const preloadFiles = (): string[] => sessionPreloads.map(({ filePath }) => filePath)

class StandInSession extends StrictEmitter {
  readonly protocol = protocol as unknown as Protocol
  readonly webRequest = lacking('session.webRequest')
  setPermissionRequestHandler(handler: RequestHandler): void {
    onRequest = handler
  }
  setPermissionCheckHandler(handler: CheckHandler): void {
    onCheck = handler
  }
  setDevicePermissionHandler = (): void => {}
  setUSBProtectedClassesHandler = (): void => {}
  setBluetoothPairingHandler = (): void => {}
  setDisplayMediaRequestHandler = (): void => {}
  setSpellCheckerEnabled = (): void => {}
  setSpellCheckerLanguages = (): void => {}
  setSpellCheckerDictionaryDownloadURL = (): void => {}
  setDownloadPath = (path: string): void => record('session.setDownloadPath', path)
  registerPreloadScript({ id = `${sessionPreloads.length}`, filePath }: Electron.PreloadScriptRegistration) {
    sessionPreloads.push({ id, filePath })
    return id
  }
  unregisterPreloadScript(id: string): void {
    const at = sessionPreloads.findIndex((preload) => preload.id === id)
    if (at >= 0) sessionPreloads.splice(at, 1)
  }
  isPersistent = (): boolean => true
  async clearCache(): Promise<void> {
    record('session.clearCache')
  }
  async clearStorageData(): Promise<void> {
    const cdp = await chromiumReady
    await cdp.send('Storage.clearDataForOrigin', { origin: '*', storageTypes: 'all' })
  }
  async setProxy(config: Electron.ProxyConfig): Promise<void> {
    record('session.setProxy', config)
  }
}

/** The one session that the stand-in has. */
export const defaultSession = conforms<Session>()(new StandInSession())

/** Electron's `session`. */
export const session = strict('session', {
  defaultSession,
  fromPartition: (partition: string): never => {
    throw new NotInStandIn(`session.fromPartition('${partition}')`)
  },
})

/** The page that wants something. */
export interface Asker {
  contents: object
  url: string
  origin: string
}

/** Asks the app's check handler; Electron allows everything where there is none. */
export function checkPermission(asker: Asker, permission: string, details: object = {}): boolean {
  const full = { requestingUrl: asker.url, isMainFrame: true, securityOrigin: `${asker.origin}/`, ...details }
  const contents = asker.contents as Electron.WebContents
  return onCheck ? onCheck(contents, permission as never, `${asker.origin}/`, full) : true
}

/** Asks the app's request handler; Electron allows everything where there is none. */
export function requestPermission(asker: Asker, permission: string, details: object): Promise<boolean> {
  const full = { requestingUrl: asker.url, isMainFrame: true, securityOrigin: `${asker.origin}/`, ...details }
  return new Promise((resolve) => {
    if (!onRequest) return resolve(true)
    return onRequest(asker.contents as Electron.WebContents, permission as Permission, resolve, full)
  })
}

/** Announces a download. The stand-in never saves one: Chromium has already been told to refuse. */
export function announceDownload(url: string, filename: string, contents: object | undefined): void {
  const item = strict('DownloadItem', {
    getURL: () => url,
    getFilename: () => filename,
    getState: () => 'cancelled',
    cancel: () => {},
  })
  record('download', url, filename)
  defaultSession.emit('will-download', preventable({}), item, contents)
}
