import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { resolve } from 'node:path'
import { hostBinary } from './host-binary.ts'
import { patience } from './patience.ts'
import { killAll, processTree } from './process-tree.ts'

const root = resolve(import.meta.dirname, '..')

export interface LaunchParts {
  /** The app's folder; the built Happy Home unless said. */
  readonly appPath?: string
  readonly args?: readonly string[]
  readonly userData: string
  /** Displays, such as `1366x768`. */
  readonly screens: string
  /** The X display; that of the environment unless said. */
  readonly display?: string
  readonly env?: Readonly<Record<string, string>>
  /** Starts as a person starts it, not held until Playwright is attached: to measure it. */
  readonly free?: boolean
}

export interface Launched {
  readonly app: ElectronApplication
  readonly pid: number
  /** Closes the app as a person would; what still runs after five seconds is ended. */
  end(): Promise<void>
  /** As a power cut does: everything of it at once. */
  cut(): void
}

const hold = ['-r', resolve(import.meta.dirname, 'hold-start.cjs')]

/** Starts the app on the host that e2e runs on. */
export async function launchApp(parts: LaunchParts): Promise<Launched> {
  const { appPath = root, args = [], userData, screens, display, env = {} } = parts
  const { host, path } = hostBinary()
  // The stand-in takes no module before the app.
  const before = host === 'electron' && !parts.free ? hold : []
  const app = await _electron.launch({
    executablePath: path,
    args: [...before, appPath, `--user-data-dir=${userData}`, ...args],
    cwd: root,
    env: {
      HOST_ONSCREEN: '0',
      ...(process.env as Record<string, string>),
      ...(display ? { DISPLAY: display } : {}),
      HOST_SCREENS: screens,
      NODE_ENV: 'test',
      ...env,
    },
    timeout: patience,
  })
  // What waits for an event or an address takes Playwright's own 30 s otherwise.
  app.context().setDefaultTimeout(patience)
  const pid = app.process().pid ?? 0
  return {
    app,
    pid,
    cut: () => killAll(processTree(pid)),
    end: async () => {
      // Taken while all of them still have their parents: nothing outlives this, whatever it refuses.
      const tree = processTree(pid)
      let timer: NodeJS.Timeout | undefined
      const tired = new Promise((done) => {
        timer = setTimeout(done, 5000)
      })
      await Promise.race([app.close().catch(() => {}), tired])
      clearTimeout(timer)
      killAll(tree)
    },
  }
}

export type WindowName = 'pupil' | 'staff'

/** Whether an address is that window's; the stand-in serves `app://pupil` as `http://pupil.app.localhost`. */
export const isAddressOf = (name: WindowName, address: string): boolean =>
  new RegExp(`^(app://${name}|http://${name}[.]app[.]localhost)(/|:|$)`).test(address)

export const isOf = (page: Page, name: WindowName): boolean => isAddressOf(name, page.url())

/**
 * A window of ours, by its name, as soon as it has its address; the newest one where there are several. Nothing need be loaded in it
 * yet: who measures a start waits for what a person sees, and no longer. Specs take `loadedWindow`.
 */
export async function windowOf(app: ElectronApplication, name: WindowName): Promise<Page> {
  const found = () => app.windows().findLast((page) => isOf(page, name))
  const end = Date.now() + patience
  for (let page = found(); ; page = found()) {
    if (page && !page.isClosed()) return page
    const left = end - Date.now()
    if (left <= 0) throw new Error(`The ${name} window did not open`)
    // A window says its address only after it has been made; both are looked for.
    await Promise.race([
      app.waitForEvent('window', { timeout: left }).catch(() => undefined),
      new Promise((done) => setTimeout(done, 100)),
    ])
  }
}
