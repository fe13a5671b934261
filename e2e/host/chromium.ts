import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { Cdp } from './cdp.ts'
import { chromiumArguments } from './chromium-switches.ts'
import { startServer } from './host-server.ts'
import { chromiumStarted, state } from './state.ts'

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const isRoot = () => process.getuid?.() === 0

/** The Chromium that shows the windows: HOST_CHROMIUM or the system's own. Throws when there is none. */
function findChromium(): string {
  const wanted = process.env['HOST_CHROMIUM']
  const found = [wanted, ...candidates].find((path) => path !== undefined && existsSync(path))
  if (found === undefined) throw new Error('No Chromium here. On Debian: sudo apt-get install chromium')
  return found
}

let child: ChildProcess | undefined
let cdp: Cdp | undefined

const own = new Set<string>()
let creating: Promise<unknown> = Promise.resolve()
let firstOnScreen: Promise<string> | undefined

function passOnErrors(stderr: Readable): void {
  createInterface({ input: stderr }).on('line', (line) => {
    if (line.startsWith('DevTools listening on') || process.env['HOST_DEBUG'])
      process.stderr.write(`${line}\n`)
  })
}

/** Starts Chromium and connects to it. `onEnd` hears when it is gone. */
export async function startChromium(sessionData: string, onEnd: (code: number | null) => void): Promise<Cdp> {
  const profile = join(sessionData, 'chromium')
  mkdirSync(profile, { recursive: true })
  const port = await startServer()
  const { onScreen, screens } = state
  const args = chromiumArguments({
    profile,
    port,
    onScreen,
    root: isRoot(),
    switches: state.switches.all(),
    screens,
  })
  // A group of its own, so that Ctrl+C in a terminal reaches main first and the app can close its windows in order.
  const chromium = spawn(findChromium(), args, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    detached: true,
  })
  child = chromium
  const [, , stderr, toChromium, fromChromium] = chromium.stdio
  passOnErrors(stderr as Readable)
  chromium.once('exit', onEnd)
  chromium.once('error', (error) => {
    console.error('[stand-in] Chromium did not start:', error.message)
    onEnd(1)
  })
  const connection = new Cdp(toChromium as Writable, fromChromium as Readable)
  cdp = connection
  watchTargets(connection)
  await connection.send('Target.setDiscoverTargets', { discover: true })
  const { product } = await connection.send('Browser.getVersion')
  Object.defineProperty(process.versions, 'chrome', { value: product.split('/')[1] ?? '', enumerable: true })
  await connection.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true })
  chromiumStarted(connection)
  return connection
}

// A page that the stand-in did not open is a pop-up that Electron would never have made.
async function closePopUp(connection: Cdp, targetId: string): Promise<void> {
  await creating
  if (own.has(targetId) || (await firstOnScreen) === targetId) return
  await connection.send('Target.closeTarget', { targetId }).catch(() => {})
}

function watchTargets(connection: Cdp): void {
  const first = Promise.withResolvers<string>()
  if (state.onScreen) firstOnScreen = first.promise
  connection.on('Target.targetCreated', ({ targetInfo }) => {
    if (targetInfo.type !== 'page') return
    if (state.onScreen) first.resolve(targetInfo.targetId)
    void closePopUp(connection, targetInfo.targetId)
  })
}

async function newOnScreen(connection: Cdp, url: string): Promise<string> {
  const opened = new Promise<string>((resolve) => {
    const look = ({ targetInfo }: { targetInfo: { targetId: string; url: string } }) => {
      if (targetInfo.url === url) resolve(targetInfo.targetId)
    }
    connection.on('Target.targetCreated', look)
    connection.on('Target.targetInfoChanged', look)
  })
  // A second start with the same profile hands over to the first: the only way to one more window without a tab strip.
  const profile = child?.spawnargs.find((entry) => entry.startsWith('--user-data-dir=')) ?? ''
  const args = [profile, `--app=${url}`, ...(isRoot() ? ['--no-sandbox'] : [])]
  spawn(findChromium(), args, { stdio: 'ignore' }).unref()
  return opened
}

let windowCount = 0
/** Opens an empty window and gives its target. One after another, so that a pop-up is never taken for a window. */
export function openTarget(size: { width: number; height: number }): Promise<string> {
  const made = creating.then(async () => {
    if (!cdp) throw new Error('Chromium is not running')
    const first = windowCount++ === 0
    const page = `data:text/html,<title>${windowCount}</title>`
    if (state.onScreen) {
      const targetId = first && firstOnScreen ? await firstOnScreen : await newOnScreen(cdp, page)
      own.add(targetId)
      return targetId
    }
    const { targetId } = await cdp.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      ...size,
    })
    own.add(targetId)
    return targetId
  })
  creating = made.catch(() => {})
  return made
}

/** Ends Chromium, by force after three seconds. */
export async function stopChromium(): Promise<void> {
  const running = child
  if (!running || running.exitCode !== null || running.signalCode !== null) return
  const gone = new Promise((resolve) => void running.once('exit', resolve))
  const force = setTimeout(() => running.kill('SIGKILL'), 3000)
  await cdp?.send('Browser.close').catch(() => {})
  await gone
  clearTimeout(force)
}

/** The process ids of the renderers, newest last. */
export async function rendererProcesses(): Promise<number[]> {
  const info = await cdp?.send('SystemInfo.getProcessInfo')
  const ids = info?.processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id) ?? []
  return ids.toSorted((a, b) => a - b)
}
