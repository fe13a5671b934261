// Displays come, go, turn, change their scale and their rank: the room stays on its own one, whole, and all others are covered.
import type { ElectronApplication } from '@playwright/test'
import { execFileSync, spawnSync } from 'node:child_process'
import { expect, test } from './fixture.ts'
import type { ScreenPlace } from './host/screens.ts'
import { fitsAChild } from './fits-a-child.ts'
import { roomWithChildren } from './child-ground.ts'
import { openRoom } from './open-room.ts'
import { loadedWindow } from './windows.ts'

/** The display that every start of these tests begins with; nothing says afterwards that it is built in. */
const panel: ScreenPlace = {
  id: 1,
  label: 'stand-in 1',
  internal: false,
  x: 0,
  y: 0,
  width: 1366,
  height: 768,
}
const television: ScreenPlace = {
  id: 2,
  label: 'TV',
  internal: false,
  x: 1366,
  y: 0,
  width: 1920,
  height: 1080,
}
/** The television has made itself the main display, as Windows lets it. */
const televisionMain = [
  { ...television, x: 0, main: true },
  { ...panel, x: 1920 },
]

const plug = (app: ElectronApplication, places: readonly ScreenPlace[]) =>
  app.evaluate(
    (_electron, now) => (globalThis as unknown as { standInScreens(now: unknown): void }).standInScreens(now),
    places,
  )

/** Which windows lie where: covers are the ones that show no page of ours. */
const lie = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .map((window) => {
        const { x, y, width, height } = window.getBounds()
        const url = window.webContents.getURL()
        const kind = /pupil/.test(url) ? 'child' : /staff/.test(url) ? 'staff' : 'cover'
        return `${kind} ${width}x${height} at ${x},${y}${window.isKiosk() ? '' : ' open'}`
      })
      .toSorted(),
  )

test.describe('on a seat that has a television', () => {
  test.skip(({ host }) => host === 'electron', 'a virtual X server has one display')

  test('the child stays on the seat’s own display, whatever a television does', async ({ app }) => {
    await openRoom(app)
    await expect.poll(() => lie(app)).toEqual(['child 1366x768 at 0,0'])
    await plug(app, [panel, television])
    await expect.poll(() => lie(app)).toEqual(['child 1366x768 at 0,0', 'cover 1920x1080 at 1366,0'])
    await plug(app, televisionMain)
    await expect.poll(() => lie(app)).toEqual(['child 1366x768 at 1920,0', 'cover 1920x1080 at 0,0'])
    // The panel at 125 %, the television upright.
    await plug(app, [
      { ...panel, width: 1093, height: 614, scaleFactor: 1.25 },
      { ...television, x: 1093, width: 1080, height: 1920, rotation: 90 },
    ])
    await expect.poll(() => lie(app)).toEqual(['child 1093x614 at 0,0', 'cover 1080x1920 at 1093,0'])
    // The lid is closed, or the cable of a monitor is out: the room goes on where it can be seen, and comes back.
    await plug(app, [{ ...television, x: 0 }])
    await expect.poll(() => lie(app)).toEqual(['child 1920x1080 at 0,0'])
    await plug(app, televisionMain)
    await expect.poll(() => lie(app)).toEqual(['child 1366x768 at 1920,0', 'cover 1920x1080 at 0,0'])
    await plug(app, [panel])
    await expect.poll(() => lie(app)).toEqual(['child 1366x768 at 0,0'])
  })

  test('staff work on the same one', async ({ app }) => {
    const { pupil } = await roomWithChildren(app)
    await plug(app, televisionMain)
    await expect
      .poll(() => lie(app))
      .toEqual(['child 1366x768 at 1920,0', 'cover 1920x1080 at 0,0', 'staff 1366x768 at 1920,0'])
    await expect(pupil.locator('.tile')).toHaveCount(2)
  })

  test('the next start knows it again, though the television is the main one by then', async ({
    app,
    launch,
  }) => {
    await openRoom(app)
    await app.close()
    const again = await launch()
    await loadedWindow(again, 'pupil')
    await plug(again, [
      { ...television, x: 0, main: true, internal: true },
      { ...panel, x: 1920 },
    ])
    await expect.poll(() => lie(again)).toEqual(['child 1366x768 at 1920,0', 'cover 1920x1080 at 0,0'])
  })
})

test('a window that the system pushed aside fills its display again', async ({ app }) => {
  await openRoom(app)
  const whole = ['child 1366x768 at 0,0']
  await expect.poll(() => lie(app)).toEqual(whole)
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window!.setKiosk(false)
    window!.setBounds({ x: 40, y: 30, width: 800, height: 600 })
  })
  await expect.poll(() => lie(app)).toEqual(['child 800x600 at 40,30 open'])
  await app.evaluate(({ screen }) =>
    screen.emit('display-metrics-changed', {}, screen.getPrimaryDisplay(), ['bounds']),
  )
  await expect.poll(() => lie(app)).toEqual(whole)
})

test.describe('on a real X server whose screen changes its size', () => {
  test.skip(({ host }) => host !== 'electron', 'the stand-in has displays of its own making')
  test.skip(
    spawnSync('xrandr').error !== undefined,
    'xrandr is not here: sudo apt-get install x11-xserver-utils',
  )

  test('the child’s window goes along at once, and its page stays whole', async ({ app, display }) => {
    const pupil = await openRoom(app)
    const randr = (...args: readonly string[]) =>
      execFileSync('xrandr', args, { env: { ...process.env, DISPLAY: display } })
    const told = await app.evaluateHandle(({ screen }) => {
      const seen: string[] = []
      screen.on('display-metrics-changed', (_event, { bounds }) => {
        seen.push(`${bounds.width}x${bounds.height}`)
      })
      return seen
    })
    await expect.poll(() => lie(app)).toEqual(['child 1366x768 at 0,0'])
    const page = () => pupil.evaluate(() => `${innerWidth}x${innerHeight}`)
    for (const [width, height, css] of [
      [1024, 768, '1024x768'],
      // 1366x768 at 125 %: made smaller until a whole page has room.
      [1093, 614, '1367x768'],
    ] as const) {
      const sizes = [width, width + 8, width + 16, width + 24, height, height + 2, height + 4, height + 6]
      randr('--newmode', `${width}x${height}`, '40', ...sizes.map(String))
      randr('--addmode', 'screen', `${width}x${height}`)
      randr('--output', 'screen', '--mode', `${width}x${height}`)
      await expect.poll(() => lie(app)).toEqual([`child ${width}x${height} at 0,0`])
      await expect.poll(page).toBe(css)
      await fitsAChild(pupil, `the wall at ${width}x${height}`)
    }
    randr('--output', 'screen', '--mode', '1366x768')
    await expect.poll(() => lie(app)).toEqual(['child 1366x768 at 0,0'])
    await expect.poll(page).toBe('1366x768')
    // By what the system tells, not by chance.
    expect(await told.jsonValue()).toEqual(expect.arrayContaining(['1024x768', '1093x614', '1366x768']))
  })
})
