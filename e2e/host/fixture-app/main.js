// A tiny app that uses what Happy Home needs from its host: two windows with their own preloads, origins, questions.
import { app, BrowserWindow, ipcMain, Menu, net, protocol, session } from 'electron'
import log from 'electron-log/main.js'
import Store from 'electron-store'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const userData = app.commandLine.getSwitchValue('user-data-dir')
if (userData) app.setPath('userData', userData)
const scheme = { standard: true, secure: true, supportFetchAPI: true, stream: true }
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: scheme }])
const store = new Store({ defaults: { starts: 0 } })
log.transports.file.resolvePathFn = () => join(app.getPath('userData'), 'logs', 'main.log')
log.info('starting', app.getVersion())

const here = import.meta.dirname
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; frame-src app://pack; base-uri 'none'"
const noted = []
globalThis.fixture = { noted, allowMedia: true, checkMedia: true, blockInput: '', allowNavigation: false }
const note = (...words) => noted.push(words.join(' '))

function streamed() {
  let count = 0
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode(`${count} `))
      if (++count === 5) controller.close()
    },
  })
}

async function serve(request) {
  const { host, pathname } = new URL(request.url)
  if (host === 'pack') return new Response('<h1>pack</h1>', { headers: { 'content-type': 'text/html' } })
  if (pathname === '/stream') return new Response(streamed(), { headers: { 'content-type': 'text/plain' } })
  if (pathname === '/redirect')
    return new Response(null, { status: 302, headers: { location: 'app://pack/elsewhere' } })
  if (pathname === '/file') {
    return new Response('a,b', { headers: { 'content-disposition': 'attachment; filename="table.csv"' } })
  }
  const name = pathname === '/' ? `${host}.html` : pathname.slice(1)
  const file = await net.fetch(pathToFileURL(join(here, name)).href).catch(() => undefined)
  if (!file) return new Response('not here', { status: 404 })
  const headers = new Headers(file.headers)
  headers.set('content-security-policy', policy)
  return new Response(file.body, { headers })
}

function open(name, options) {
  const window = new BrowserWindow({
    width: 1024,
    height: 700,
    show: false,
    ...options,
    webPreferences: { preload: join(here, `${name}.cjs`), sandbox: true, contextIsolation: true },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`app://${name}/`)
  return window
}

app.on('web-contents-created', (_event, contents) => {
  contents.setWindowOpenHandler(({ url }) => {
    note('open', url)
    return { action: 'deny' }
  })
  contents.on('will-navigate', (event) => {
    note('navigate', event.url)
    if (!globalThis.fixture.allowNavigation) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame) return
    note('frame', event.url)
    if (!event.url.startsWith('app://pack/')) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    note('redirect', event.url)
    event.preventDefault()
  })
  contents.on('before-input-event', (event, input) => {
    if (input.type === 'keyDown') note('key', input.key)
    if (input.key === globalThis.fixture.blockInput) event.preventDefault()
  })
  contents.on('render-process-gone', (_gone, { reason }) => {
    note('gone', reason)
    if (!contents.isDestroyed()) contents.reload()
  })
  contents.on('unresponsive', () => note('unresponsive'))
  contents.on('responsive', () => note('responsive'))
})

const describe = ({ senderFrame, sender }) => ({
  url: senderFrame.url,
  origin: senderFrame.origin,
  isMain: senderFrame.parent === null && senderFrame === sender.mainFrame,
})

app.on('second-instance', (_event, argv) => note('second-instance', argv.includes('--hello')))
if (app.requestSingleInstanceLock()) void start()
else app.quit()

async function start() {
  await app.whenReady()
  store.set('starts', store.get('starts') + 1)
  protocol.handle('app', serve)
  Menu.setApplicationMenu(null)
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer, details) => {
    note('request', permission, (details.mediaTypes ?? []).toSorted().join('+'))
    answer(permission === 'media' && globalThis.fixture.allowMedia)
  })
  session.defaultSession.setPermissionCheckHandler((_contents, permission, origin) => {
    note('check', permission, origin)
    return permission === 'media' && globalThis.fixture.checkMedia
  })
  session.defaultSession.on('will-download', (event, item) => {
    note('download', item.getFilename())
    event.preventDefault()
  })
  ipcMain.handle('who', (event, value) => ({ ...describe(event), value, starts: store.get('starts') }))
  ipcMain.handle('boom', () => {
    throw new TypeError('kaput')
  })
  ipcMain.handle('not-cloneable', () => () => 1)
  ipcMain.on('echo', (event, value) => event.sender.send('echoed', value))
  ipcMain.on('now', (event, value) => (event.returnValue = value + 1))
  const pupil = open('pupil', { backgroundColor: '#ffffff' })
  ipcMain.handle('staff', () => void open('staff', { parent: pupil }))
  app.on('window-all-closed', () => app.quit())
}
