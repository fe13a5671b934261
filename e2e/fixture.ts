import { test as base, type ElectronApplication, type Page } from '@playwright/test'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { hostBinary, type Host } from './host-binary.ts'
import { launchApp, type Launched } from './launch.ts'
import { startScreen } from './virtual-screen.ts'
import { loadedWindow } from './windows.ts'

const root = resolve(import.meta.dirname, '..')

interface Options {
  /** The app's folder; the built Happy Home unless a spec brings its own. */
  appPath: string
  /** Arguments for every start of the app, such as `--example`. */
  appArgs: string[]
  /** A data folder to use and keep; a fresh one per test otherwise. */
  keptUserData: string | undefined
  /** The displays, such as `1366x768,1024x768`; Electron gets the first one only, as a virtual screen of this size. */
  screens: string
}

interface Fixtures {
  host: Host
  userData: string
  /** The X display of this test: its own for Electron, with openbox; E2E_WATCH=1 takes the one that people look at. */
  display: string
  /** Everything the main processes of this test wrote, from the moment Playwright was connected. */
  mainLog: string[]
  /** Starts the app once more on the same data folder. */
  launch: (extraArgs?: string[], env?: Readonly<Record<string, string>>) => Promise<ElectronApplication>
  app: ElectronApplication
  /** The child's window, once it shows a page. */
  pupil: Page
  /** The staff window, once it shows a page; what opens it may be handed in. */
  staffWindow: (open?: () => Promise<unknown>) => Promise<Page>
}

export const test = base.extend<Fixtures & Options>({
  appPath: [root, { option: true }],
  appArgs: [[], { option: true }],
  keptUserData: [undefined, { option: true }],
  screens: ['1366x768', { option: true }],

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from the pattern
  host: async ({}, use) => use(hostBinary().host),

  userData: async ({ keptUserData }, use) => {
    if (keptUserData !== undefined) return use(keptUserData)
    const folder = await mkdtemp(join(tmpdir(), 'happy-home-e2e-'))
    await use(folder)
    return rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  },

  display: async ({ host, screens }, use) => {
    const given = process.env['DISPLAY'] ?? ''
    if (host === 'chromium' || process.platform !== 'linux' || process.env['E2E_WATCH']) return use(given)
    const screen = await startScreen(screens.split(',')[0] ?? screens)
    await use(screen.display)
    return screen.stop()
  },

  // oxlint-disable-next-line no-empty-pattern
  mainLog: async ({}, use) => use([]),

  launch: async ({ appPath, appArgs, screens, display, userData, mainLog }, use, info) => {
    const started: Launched[] = []
    await use(async (extraArgs = [], env = {}) => {
      const args = [...appArgs, ...extraArgs]
      const launched = await launchApp({ appPath, args, userData, screens, display, env })
      const child = launched.app.process()
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on('data', (chunk: Buffer) => mainLog.push(chunk.toString()))
      }
      started.push(launched)
      return launched.app
    })
    for (const launched of started) await launched.end()
    if (info.status === info.expectedStatus) return
    await info.attach('main process', { body: mainLog.join(''), contentType: 'text/plain' })
    const log = join(userData, 'logs', 'main.log')
    if (existsSync(log)) await info.attach('main.log', { body: readFileSync(log), contentType: 'text/plain' })
  },

  app: async ({ launch }, use) => use(await launch()),

  pupil: async ({ app }, use) => use(await loadedWindow(app, 'pupil')),

  staffWindow: async ({ app }, use) =>
    use(async (open) => {
      await open?.()
      return loadedWindow(app, 'staff')
    }),
})

export { expect } from '@playwright/test'
