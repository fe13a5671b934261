// Windows, displays and starts: on both hosts they come, go and fail alike.
import { expect } from './fixture.ts'
import { test } from './host-ground.ts'

test('a killed renderer is announced and a reload brings the page back', async ({ app, pupil }) => {
  await expect(pupil.locator('#seen')).toHaveText('script 9')
  const crashed = pupil.waitForEvent('crash')
  const pid = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
  )
  expect(pid).toBeGreaterThan(1)
  process.kill(pid, 'SIGKILL')
  await crashed
  const alive = () =>
    app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents
      return contents.executeJavaScript('document.querySelector("#seen").textContent').catch(() => '')
    })
  await expect.poll(alive).toBe('script 9')
  expect(await app.evaluate(() => globalThis.fixture.noted)).toContain('gone killed')
})

test('a frozen renderer is announced and can be replaced', async ({ app, host, pupil }) => {
  test.skip(host === 'electron', 'Electron speaks up only after 30 s, and only when a tap goes unanswered')
  await expect(pupil.locator('#seen')).toHaveText('script 9')
  const noted = () => app.evaluate(() => globalThis.fixture.noted)
  const pid = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
  )
  process.kill(pid, 'SIGSTOP')
  await expect.poll(noted).toContain('unresponsive')
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer(),
  )
  await expect.poll(noted).toContain('gone killed')
  const text = () =>
    app.evaluate(({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!
      return webContents.executeJavaScript('document.querySelector("#seen").textContent').catch(() => '')
    })
  await expect.poll(text).toBe('script 9')
})

test('displays are told with their places', async ({ app, host }) => {
  test.skip(host === 'electron', 'a virtual X server has one display')
  await app.firstWindow()
  const seen = await app.evaluate(({ screen }) => {
    const changes: string[] = []
    screen.on('display-added', (_event, display) => changes.push(`added ${display.bounds.x}`))
    screen.on('display-removed', (_event, display) => changes.push(`removed ${display.bounds.x}`))
    const first = { x: 0, y: 0, width: 1366, height: 768 }
    globalThis.standInScreens([first, { x: 1366, y: 0, width: 1024, height: 768 }])
    const count = screen.getAllDisplays().length
    globalThis.standInScreens([first])
    return { count, changes, primary: screen.getPrimaryDisplay().size }
  })
  expect(seen).toEqual({
    count: 2,
    changes: ['added 1366', 'removed 1366'],
    primary: { width: 1366, height: 768 },
  })
})

test('pictures and PDFs come out of a page', async ({ app, pupil }) => {
  await expect(pupil.locator('#seen')).toHaveText('script 9')
  // Before its first frame a page has no picture.
  await pupil.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  const made = await app.evaluate(async ({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    let picture = await webContents.capturePage()
    while (picture.isEmpty()) picture = await webContents.capturePage()
    const pdf = await webContents.printToPDF({ pageSize: 'A4', printBackground: true })
    return { width: picture.getSize().width, png: picture.toPNG().length, pdf: pdf.subarray(0, 5).toString() }
  })
  expect(made.width).toBe(1024)
  expect(made.png).toBeGreaterThan(1000)
  expect(made.pdf).toBe('%PDF-')
})

test('settings last, the data folder is the one asked for', async ({ app, pupil, launch, userData }) => {
  expect((await pupil.evaluate(() => globalThis.pupil.who())).starts).toBe(1)
  expect(await app.evaluate(({ app: main }) => main.getPath('userData'))).toBe(userData)
  await app.close()
  const again = await (await launch()).firstWindow()
  await again.locator('h1').waitFor()
  expect((await again.evaluate(() => globalThis.pupil.who())).starts).toBe(2)
})

test('a second start is turned away and announced to the first', async ({ app, pupil, launch }) => {
  await pupil.locator('h1').waitFor()
  await launch(['--hello']).catch(() => {})
  await expect.poll(() => app.evaluate(() => globalThis.fixture.noted)).toContain('second-instance true')
})

test('a refused close keeps the app open', async ({ app, pupil }) => {
  await pupil.locator('h1').waitFor()
  await app.evaluate(({ app: main, BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]!
    window.once('close', (event) => event.preventDefault())
    main.quit()
  })
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})
