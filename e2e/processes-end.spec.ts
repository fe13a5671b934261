// Whatever happens to a page or a process of the program: the same page stands again.
import type { ElectronApplication } from '@playwright/test'
import { expect } from './fixture.ts'
import { openRoom } from './open-room.ts'
import { sharing } from './shared-app.ts'

const test = sharing()
test.describe.configure({ mode: 'default' })

test.beforeAll(async ({ startedOnce }) => {
  await openRoom(startedOnce)
})

const pids = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0)

/** Whether the page in the first window answers, asked by way of main: Playwright itself gives up on a page that crashed. */
const answers = (app: ElectronApplication): Promise<boolean> =>
  app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (!contents || contents.isLoading() || contents.isCrashed()) return false
    const asked: Promise<unknown> = contents.executeJavaScript('typeof window.house.call')
    const late = new Promise((done) => setTimeout(done, 1000))
    return (await Promise.race([asked, late])) === 'function'
  })

test('closing from inside does nothing, or brings the page back', async ({ app }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(() => answers(app)).toBe(true)
  await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]!
    const gone = new Promise<void>((done) => void window.once('closed', () => done()))
    return Promise.race([
      window.webContents.executeJavaScript('window.close()').catch(() => undefined),
      gone,
    ]).then(() => undefined)
  })
  // A window that went is followed by the next; for a moment there is none.
  const addresses = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
    )
  await expect.poll(addresses).toEqual(['app://pupil/'])
  await expect.poll(() => answers(app)).toBe(true)
})

for (const [signal, words] of [
  ['SIGKILL', 'dies'],
  ['SIGSTOP', 'stands still'],
] as const)
  test(`a page that ${words} is back`, async ({ app }) => {
    const pid = await pids(app)
    expect(pid).toBeGreaterThan(0)
    process.kill(pid, signal)
    await expect
      .poll(async () => (await pids(app)) !== pid && (await answers(app)), { intervals: [250] })
      .toBe(true)
    expect(
      await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
      ),
    ).toEqual(['app://pupil/'])
  })

test('a page whose scripts never end is back', async ({ app }) => {
  const pid = await pids(app)
  await app.evaluate(
    ({ BrowserWindow }) =>
      void BrowserWindow.getAllWindows()[0]!
        .webContents.executeJavaScript('for (;;);')
        .catch(() => undefined),
  )
  await expect
    .poll(async () => (await pids(app)) !== pid && (await answers(app)), { intervals: [250] })
    .toBe(true)
})

for (const signal of ['SIGKILL', 'SIGSTOP'] as const)
  test(`the other processes take a ${signal} and the room stays`, async ({ app, host }) => {
    test.skip(host === 'chromium', 'the stand-in’s Chromium keeps its own processes')
    const others = () =>
      app.evaluate(({ app: electron }) =>
        electron
          .getAppMetrics()
          .flatMap(({ pid, type }) => (type === 'GPU' || type === 'Utility' ? [pid] : [])),
      )
    const first = await others()
    expect(first.length).toBeGreaterThan(0)
    for (const pid of first) process.kill(pid, signal)
    await expect
      .poll(
        async () => {
          const now = await others()
          return first.every((pid) => !now.includes(pid)) && (await answers(app))
        },
        { intervals: [250] },
      )
      .toBe(true)
  })
