// What both hosts must do alike: this spec runs on the stand-in and on Electron, with a small app of its own.
import type { Page } from '@playwright/test'
import { join } from 'node:path'
import { expect, test } from './fixture.ts'

interface Who {
  url: string
  origin: string
  isMain: boolean
  value: unknown
  starts: number
}
interface PupilBridge {
  who(value?: unknown): Promise<Who>
  boom(): Promise<void>
  notCloneable(): Promise<void>
  unknown(): Promise<void>
  now(value: number): number
  openStaff(): Promise<void>
  echo(value: unknown): void
  onEcho(listener: (value: unknown) => void): () => void
  sandboxed: boolean
}
declare global {
  var pupil: PupilBridge
  var staff: { who(value?: unknown): Promise<Who> }
  var standInScreens: (places: { x: number; y: number; width: number; height: number }[]) => void
  var fixture: {
    noted: string[]
    allowMedia: boolean
    checkMedia: boolean
    blockInput: string
    allowNavigation: boolean
  }
}

test.use({ appPath: join(import.meta.dirname, 'host/fixture-app') })

const failure = (page: Page, name: 'boom' | 'notCloneable' | 'unknown') =>
  page.evaluate(
    (method) =>
      globalThis.pupil[method]().then(
        () => 'no error',
        (error: Error) => error.message,
      ),
    name,
  )

test('two windows have their own preloads, origins and senders', async ({ app, pupil, staffWindow }) => {
  await expect(pupil.locator('#seen')).toHaveText('script 9')
  const staff = await staffWindow(() => pupil.evaluate(() => globalThis.pupil.openStaff()))
  await expect(staff.locator('h1')).toHaveText('staff')
  expect(await pupil.evaluate(() => typeof globalThis.staff)).toBe('undefined')
  expect(await staff.evaluate(() => typeof globalThis.pupil)).toBe('undefined')
  const child = await pupil.evaluate(() => globalThis.pupil.who())
  expect(child).toMatchObject({ url: 'app://pupil/', origin: 'app://pupil', isMain: true })
  const teacher = await staff.evaluate(() => globalThis.staff.who())
  expect(teacher).toMatchObject({ url: 'app://staff/', origin: 'app://staff', isMain: true })
  expect(app.windows()).toHaveLength(2)
  await staff.close()
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('values cross as structured clones, failures in Electron’s words', async ({ pupil }) => {
  const back = await pupil.evaluate(async () => {
    const value = {
      at: new Date(5),
      tags: new Map([['a', new Set([1])]]),
      bytes: new Uint8Array([1, 255]),
      none: undefined,
    }
    const { value: got } = (await globalThis.pupil.who(value)) as { value: typeof value }
    return [got.at.getTime(), got.tags.get('a')?.has(1), [...got.bytes], 'none' in got]
  })
  expect(back).toEqual([5, true, [1, 255], true])
  expect(await failure(pupil, 'boom')).toBe("Error invoking remote method 'boom': TypeError: kaput")
  expect(await failure(pupil, 'unknown')).toContain("No handler registered for 'nobody-listens'")
  expect(await failure(pupil, 'notCloneable')).toContain('An object could not be cloned')
  expect(await pupil.evaluate(() => globalThis.pupil.now(41))).toBe(42)
})

test('events reach the page and stop when it unsubscribes', async ({ pupil }) => {
  const heard = await pupil.evaluate(async () => {
    const seen: unknown[] = []
    const next = () =>
      new Promise<void>((done) => {
        const off = globalThis.pupil.onEcho((value) => {
          seen.push(value)
          off()
          done()
        })
      })
    for (const value of [1, 2]) {
      const done = next()
      globalThis.pupil.echo(value)
      await done
    }
    globalThis.pupil.echo(3)
    await globalThis.pupil.who()
    return seen
  })
  expect(heard).toEqual([1, 2])
})

test('the preload’s world is closed to the page, its bridge is frozen', async ({ pupil }) => {
  const found = await pupil.evaluate(() => {
    const names = [
      'preloadSecret',
      'require',
      'process',
      'electron',
      'standInPost',
      'standInDeliver',
      'ipcRenderer',
    ]
    try {
      globalThis.pupil.sandboxed = false
    } catch {
      // Frozen objects throw in strict mode.
    }
    const plain = Object.getPrototypeOf(globalThis.pupil) === Object.prototype
    return { leaks: names.filter((name) => name in globalThis), sandboxed: globalThis.pupil.sandboxed, plain }
  })
  expect(found).toEqual({ leaks: [], sandboxed: true, plain: true })
})

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
  await expect.poll(noted, { timeout: 15_000 }).toContain('unresponsive')
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
