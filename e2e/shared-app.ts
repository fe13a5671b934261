import type { ElectronApplication } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from './fixture.ts'
import { hostBinary } from './host-binary.ts'
import { launchApp } from './launch.ts'
import { startScreen } from './virtual-screen.ts'

const size = '1366x768'

/**
 * A `test` whose `app` is started once for all tests of its file: for tests that leave it as they found it.
 * The file says `test.describe.configure({ mode: 'default' })`, or its tests are spread over several workers.
 */
export const sharing = (parts: { readonly appPath?: string } = {}) =>
  base.extend<object, { startedOnce: ElectronApplication }>({
    startedOnce: [
      // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from the pattern
      async ({}, use) => {
        const ownScreen = hostBinary().host === 'electron' && !process.env['E2E_WATCH']
        const screen = ownScreen ? await startScreen(size) : undefined
        const userData = await mkdtemp(join(tmpdir(), 'happy-home-e2e-'))
        const display = screen && { display: screen.display }
        const launched = await launchApp({ ...parts, ...display, userData, screens: size })
        await use(launched.app)
        await launched.end()
        await screen?.stop()
        await rm(userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
      },
      { scope: 'worker' },
    ],
    app: async ({ startedOnce }, use) => use(startedOnce),
  })
