// What crosses between main and a page is the same on both hosts.
import type { Page } from '@playwright/test'
import { expect } from './fixture.ts'
import { fixtureApp } from './host-ground.ts'
import { sharing } from './shared-app.ts'

const test = sharing({ appPath: fixtureApp })
test.describe.configure({ mode: 'default' })

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
