import type { App, Session, WebContents } from 'electron'
import { proxyOrigin } from '#core/calls/provisioning-line-rules.ts'
import type { Log } from '#core/kernel/log.ts'
import { startPage, windowOf, windowNames } from './origins.ts'
import { whereOffered } from './preview-host.ts'

/** Where a page may go: to its own window's start or problem page, and nowhere else. */
const mayGo = (from: string, to: string): boolean => {
  const window = windowOf(to)
  if (!window || windowOf(from) !== window) return false
  return to === startPage(window) || to.startsWith(`${startPage(window)}#`)
}

/**
 * No page of any window ever leaves the house: no navigation, window, download, dialog, foreign scheme or login. `sockets` is the
 * origin (wss://host) of the call server's proxy, null where there is none.
 */
export function keepInside(app: App, session: Session, log: Log, sockets: () => string | null): void {
  app.on('web-contents-created', (_event, contents) => keepContentsInside(contents, log))
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, decide) => {
    event.preventDefault()
    decide(false)
  })
  app.on('login', (event) => event.preventDefault())
  app.on('select-client-certificate', (event) => event.preventDefault())
  app.on('open-file', (event) => event.preventDefault())
  app.on('open-url', (event) => event.preventDefault())
  session.on('will-download', (event) => {
    event.preventDefault()
    log.info('A download was refused')
  })
  whereOffered(
    () =>
      session.webRequest.onBeforeRequest(({ url, webContents }, decide) =>
        decide({ cancel: !isOurs(url) && !isCallLine(url, webContents?.getURL(), sockets()) }),
      ),
    undefined,
  )
}

/** Addresses that a window of ours loads anything from. */
export const isOurs = (url: string): boolean =>
  windowOf(url) !== undefined ||
  url.startsWith('app://pack/') ||
  windowNames.some((name) => url.startsWith(`blob:app://${name}/`)) ||
  url.startsWith('data:') ||
  url.startsWith('devtools:')

/** The one address outside of the house: a socket of the child's window to the proxy, while it calls. */
export const isCallLine = (url: string, from: string | undefined, sockets: string | null): boolean =>
  sockets !== null && windowOf(from) === 'pupil' && proxyOrigin(url) === sockets

function keepContentsInside(contents: WebContents, log: Log): void {
  const refuse = (what: string) => log.info('Refused', { what })
  contents.on('will-navigate', (event) => {
    if (mayGo(contents.getURL(), event.url)) return
    event.preventDefault()
    refuse('navigation')
  })
  whereOffered(
    () =>
      contents.on('will-frame-navigate', (event) => {
        if (event.isMainFrame && mayGo(contents.getURL(), event.url)) return
        event.preventDefault()
        refuse('frame navigation')
      }),
    contents,
  )
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('context-menu', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
  // A page that asks "really leave?" must not hold up a reload after a freeze.
  contents.on('will-prevent-unload', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => {
    refuse('window')
    return { action: 'deny' }
  })
  // The side buttons of a mouse travel through the history, so there is none.
  const forget = () => whereOffered(() => contents.navigationHistory.clear(), undefined)
  contents.on('did-navigate', forget)
  contents.on('did-navigate-in-page', forget)
}
