import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from './fixture.ts'
import { call, must, openRoom, signIn } from './open-room.ts'

const urls = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
  )

/** Does something in the page that must not lead anywhere, and gives it time to have led there. */
async function goesNowhere(
  app: ElectronApplication,
  page: Page,
  deed: (page: Page) => Promise<unknown>,
): Promise<void> {
  const before = await urls(app)
  await page.evaluate(() => Object.assign(window, { stillHere: true }))
  await deed(page).catch(() => undefined)
  // Two rounds through the page and main: what was to happen has happened.
  for (let round = 0; round < 2; round++) {
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))))
    expect(await urls(app)).toEqual(before)
  }
  expect(await page.evaluate(() => (window as { stillHere?: boolean }).stillHere)).toBe(true)
}

test('no link, form, window or download leads anywhere', async ({ app, host }) => {
  const pupil = await openRoom(app)
  const targets = [
    'https://example.org/',
    'file:///etc/passwd',
    'mailto:a@example.org',
    'data:text/html,x',
    'javascript:document.title="x"',
    'shell:x',
    'ms-settings:',
    'app://staff/',
    'chrome://version/',
  ]
  for (const href of targets)
    for (const target of ['', '_blank', '_top'])
      await goesNowhere(app, pupil, (page) =>
        page.evaluate(
          (set) => {
            const link = Object.assign(document.createElement('a'), set)
            document.body.append(link)
            link.click()
            link.remove()
          },
          { href, target },
        ),
      )
  await goesNowhere(app, pupil, (page) => page.evaluate(() => window.open('https://example.org/')?.close()))
  await goesNowhere(app, pupil, (page) =>
    page.evaluate(() => {
      const form = Object.assign(document.createElement('form'), {
        action: 'https://example.org/',
        method: 'post',
      })
      document.body.append(form)
      form.submit()
      form.remove()
    }),
  )
  const downloads: string[] = []
  pupil.on('download', (download) => downloads.push(download.suggestedFilename()))
  await goesNowhere(app, pupil, (page) =>
    page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), {
        href: URL.createObjectURL(new Blob(['x'])),
        download: 'x.exe',
      })
      document.body.append(link)
      link.click()
      link.remove()
    }),
  )
  expect(await pupil.evaluate(() => window.open('about:blank'))).toBeNull()
  if (host === 'electron') expect(downloads).toEqual([])
})

/** What asking for camera and microphone comes to in a page. */
const camera = (page: Page) =>
  page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ video: true, audio: true }).then(
      (stream) => {
        for (const track of stream.getTracks()) track.stop()
        return 'open'
      },
      (error: Error) => error.name,
    ),
  )

test('permissions are denied, and the camera opens for staff while they test it', async ({
  launch,
  host,
}) => {
  const app = await launch(['--use-fake-device-for-media-stream'])
  const pupil = await openRoom(app)
  const staff = await signIn(app, pupil)
  const denied = 'NotAllowedError'
  expect([await camera(pupil), await camera(staff)]).toEqual([denied, denied])
  await must(staff, 'devices.test', { on: true })
  expect(await camera(pupil)).toBe(denied)
  if (host === 'electron') expect(await camera(staff)).toBe('open')
  await must(staff, 'devices.test', { on: false })
  if (host === 'electron') expect(await camera(staff)).toBe(denied)
  expect(await call(pupil, 'devices.test', { on: true })).toMatchObject({
    error: { code: 'not-from-here' },
  })
  const others = await pupil.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    place: await new Promise((done) =>
      navigator.geolocation.getCurrentPosition(
        () => done('open'),
        ({ code }) => done(code),
      ),
    ),
    clipboard: await navigator.clipboard.readText().then(
      () => 'open',
      (error: Error) => error.name,
    ),
    screen: await navigator.mediaDevices.getDisplayMedia().then(
      () => 'open',
      (error: Error) => error.name,
    ),
  }))
  expect(others).toMatchObject({ notifications: 'denied', place: 1 })
  expect(others.clipboard).not.toBe('open')
  expect(others.screen).not.toBe('open')
})
