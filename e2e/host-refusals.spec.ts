// What an app decides about its pages holds on both hosts alike.
import { expect } from './fixture.ts'
import { test } from './host-ground.ts'

test('the app decides about navigation, frames, redirects, windows and downloads', async ({ app, pupil }) => {
  const noted = () => app.evaluate(() => globalThis.fixture.noted)
  const click = (id: string) =>
    pupil.evaluate((name) => document.querySelector<HTMLElement>(`#${name}`)?.click(), id)
  await click('away')
  await expect.poll(noted).toContain('navigate https://example.org/away')
  await click('blank')
  await expect.poll(noted).toContain('open https://example.org/blank')
  expect(await pupil.evaluate(() => window.open('https://example.org/opened'))).toBeNull()
  await expect.poll(noted).toContain('open https://example.org/opened')
  await pupil.evaluate(() => {
    for (const source of ['https://example.org/frame', `${location.origin.replace('pupil', 'pack')}/game/`]) {
      const frame = document.createElement('iframe')
      frame.src = source
      document.body.append(frame)
    }
  })
  await expect.poll(noted).toContain('frame app://pack/game/')
  await expect.poll(() => pupil.frames().some((frame) => frame.url().endsWith('/game/'))).toBe(true)
  await click('file')
  await click('redirect')
  await expect.poll(noted).toContain('navigate app://pupil/redirect')
  expect(app.windows()).toHaveLength(1)
  expect(await pupil.evaluate(() => document.querySelector('h1')?.textContent)).toBe('pupil')
})

test('redirects and downloads are announced and refused, answers are streamed', async ({ app, pupil }) => {
  const noted = () => app.evaluate(() => globalThis.fixture.noted)
  await expect(pupil.locator('#seen')).toHaveText('script 9')
  await app.evaluate(() => (globalThis.fixture.allowNavigation = true))
  await pupil.evaluate(() => document.querySelector<HTMLElement>('#redirect')?.click())
  await expect.poll(noted).toContain('redirect app://pack/elsewhere')
  await pupil.evaluate(() => document.querySelector<HTMLElement>('#file')?.click())
  await expect.poll(noted).toContain('download table.csv')
  const text = await app.evaluate(async ({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    await webContents.loadURL('app://pupil/stream')
    return webContents.executeJavaScript('document.body.textContent') as Promise<string>
  })
  expect(text.trim()).toBe('0 1 2 3 4')
})

test('the policy that a handler sends is enforced', async ({ pupil }) => {
  const blocked = await pupil.evaluate(
    () =>
      new Promise<string>((done) => {
        addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective), { once: true })
        document.body.append(
          Object.assign(document.createElement('script'), { textContent: 'globalThis.leak = 1' }),
        )
      }),
  )
  expect(blocked).toBe('script-src-elem')
  expect(await pupil.evaluate(() => fetch('/stream').catch((error: Error) => error.name))).toBe('TypeError')
})

test('request and check handlers decide about camera and microphone', async ({ launch }) => {
  const app = await launch(['--use-fake-device-for-media-stream'])
  const pupil = await app.firstWindow()
  await pupil.locator('#seen').filter({ hasText: 'script' }).waitFor()
  const media = () =>
    pupil.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(
        (stream) =>
          stream
            .getTracks()
            .map(({ kind }) => kind)
            .toSorted()
            .join('+'),
        (error: Error) => error.name,
      ),
    )
  expect(await media()).toBe('audio+video')
  expect(await app.evaluate(() => globalThis.fixture.noted)).toContain('request media audio+video')
  await app.evaluate(() => (globalThis.fixture.allowMedia = false))
  expect(await media()).toBe('NotAllowedError')
  const state = () =>
    pupil.evaluate(() => navigator.permissions.query({ name: 'geolocation' }).then((found) => found.state))
  expect(await state()).toBe('denied')
})

test('keys are seen before the page and can be kept from it', async ({ app, pupil }) => {
  const field = pupil.getByLabel('field')
  await field.focus()
  // Not pupil.keyboard: what Playwright types goes past this event on Electron.
  const type = (key: string) =>
    app.evaluate(({ BrowserWindow }, keyCode) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!
      webContents.sendInputEvent({ type: 'keyDown', keyCode })
      webContents.sendInputEvent({ type: 'char', keyCode })
      webContents.sendInputEvent({ type: 'keyUp', keyCode })
    }, key)
  await type('a')
  await app.evaluate(() => (globalThis.fixture.blockInput = 'b'))
  await type('b')
  await type('c')
  await expect(field).toHaveValue('ac')
  expect(await app.evaluate(() => globalThis.fixture.noted)).toEqual(
    expect.arrayContaining(['key a', 'key b', 'key c']),
  )
})
