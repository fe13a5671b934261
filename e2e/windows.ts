import type { ElectronApplication, Page } from '@playwright/test'
import { isAddressOf, type WindowName } from './launch.ts'
import { patience } from './patience.ts'

const isReal = ({ protocol }: URL): boolean => protocol !== 'about:' && protocol !== 'data:'

/** Resolves when a window shows a page of that kind. One that gives way to another before it was shown is waited over. */
async function showing(page: Page, isWanted: (url: URL) => boolean, left: () => number): Promise<Page> {
  for (;;)
    try {
      await page.waitForURL(isWanted, { timeout: left() })
      return page
    } catch (error) {
      if (page.isClosed() || !String(error).includes('ERR_ABORTED')) throw error
    }
}

/** The first window, there already or still to come, that shows a page of that kind. */
function windowWhere(app: ElectronApplication, isWanted: (url: URL) => boolean): Promise<Page> {
  const until = performance.now() + patience
  const left = () => Math.max(1, until - performance.now())
  const later = async (): Promise<Page> => {
    const page = await app.waitForEvent('window', { timeout: left() })
    return Promise.any([showing(page, isWanted, left), later()])
  }
  return Promise.any([...app.windows().map((page) => showing(page, isWanted, left)), later()])
}

/** Resolves when a window shows its first real page. */
export const settled = (page: Page): Promise<Page> => showing(page, isReal, () => patience)

/** The first window that shows anything: one that a start made too early is gone by then. */
export const firstWindow = (app: ElectronApplication): Promise<Page> => windowWhere(app, isReal)

/** A window of ours, by its name, once its page has loaded. */
export const loadedWindow = (app: ElectronApplication, name: WindowName): Promise<Page> =>
  windowWhere(app, ({ href }) => isAddressOf(name, href))
