import type { ElectronApplication } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { freshPage, noDeeds } from './busy-child.ts'
import { expect, test } from './fixture.ts'
import { forgetRoom, furnished } from './furnished-room.ts'
import { begin, must } from './open-room.ts'
import { processTree } from './process-tree.ts'
import { readRoom } from './room-copy.ts'
import { firstWindow } from './windows.ts'

test.afterAll(forgetRoom)

const frontPage = (app: ElectronApplication, script: string): Promise<unknown> =>
  app.evaluate(async ({ BrowserWindow }, asked) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (!contents || contents.isLoading() || contents.isCrashed()) return undefined
    // A page that stands still never answers; the next look will find its successor.
    const late = new Promise((done) => setTimeout(done, 1000))
    return Promise.race([contents.executeJavaScript(asked).catch(() => undefined), late])
  }, script)

const isChromium = (pid: number): boolean => readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('chrom')

for (const signal of ['SIGKILL', 'SIGSTOP'] as const)
  test(`${signal} of the page while a child writes: the same page comes back with the same words`, async ({
    launch,
    userData,
  }) => {
    const childId = await furnished(launch, userData)
    const app = await launch()
    const pupil = await firstWindow(app)
    await begin(pupil, { childId })
    await freshPage(pupil, noDeeds())
    await pupil.locator('.words textarea').fill('今天下雨了')
    await expect(pupil.locator('.saved')).toHaveText('存好了')
    await expect.poll(() => readRoom(userData, ({ one }) => one('SELECT count(*) FROM diary_draft'))).toBe(1)
    const page = () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0)
    const pid = await page()
    const at = performance.now()
    process.kill(pid, signal)
    await expect
      .poll(
        async () =>
          (await page()) !== pid && frontPage(app, `document.querySelector('.words textarea')?.value`),
        { intervals: [200] },
      )
      .toBe('今天下雨了')
    console.log(`${signal}: the same page after ${Math.round(performance.now() - at)} ms`)
  })

test('the preview ends with its Chromium instead of opening windows that nobody shows', async ({
  launch,
  host,
}) => {
  test.skip(host !== 'chromium', 'Electron is one program with its Chromium')
  const app = await launch()
  await firstWindow(app)
  const main = app.process()
  const gone = new Promise((done) => main.once('exit', done))
  const chromium = processTree(main.pid ?? 0).find(isChromium)
  process.kill(chromium!, 'SIGTERM')
  expect(await gone).toBe(1)
})

test('kill -9 of main: the next start knows the child', async ({ launch, userData }) => {
  const childId = await furnished(launch, userData)
  const before = await launch()
  const pupil = await firstWindow(before)
  await begin(pupil, { childId })
  await must(pupil, 'sessions.move', { name: 'activity', page: 'sums' })
  const gone = new Promise((done) => before.process().once('exit', done))
  // Main alone: what it leaves behind must not keep the next start from opening.
  process.kill(before.process().pid ?? 0, 'SIGKILL')
  await gone
  const at = performance.now()
  const again = await firstWindow(await launch())
  const go = again.getByRole('button', { name: '是我，接着来' })
  await expect(go).toBeVisible()
  const ms = Math.round(performance.now() - at)
  console.log(`kill -9 of main: asked for again after ${ms} ms`)
  await go.click()
  await expect(again.locator('output.answer')).toBeVisible()
})
