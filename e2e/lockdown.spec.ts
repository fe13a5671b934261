import type { ElectronApplication, Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { expect, test } from './fixture.ts'
import { openRoom } from './open-room.ts'
import { firstWindow } from './windows.ts'

/** What must not change, whatever is pressed. */
const state = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow, webContents }) => ({
    windows: BrowserWindow.getAllWindows().map((window) => ({
      url: window.webContents.getURL(),
      zoom: window.webContents.getZoomFactor(),
      bounds: window.getBounds(),
      shown: window.isVisible() && !window.isMinimized(),
      focused: window.isFocused(),
      kiosk: window.isKiosk(),
      tools: window.webContents.isDevToolsOpened(),
    })),
    contents: webContents.getAllWebContents().length,
  }))

const xdotoolOn =
  (display: string) =>
  (...words: string[]): string =>
    execFileSync('xdotool', words, { env: { ...process.env, DISPLAY: display } })
      .toString()
      .trim()

test.describe('keys at the level of the operating system', () => {
  test.skip(({ host }) => host === 'chromium', 'the stand-in is a preview and never called locked down')

  // The catalogue: reload, close, windows and tabs, tools, zoom, full screen, desktop, print and files, travel, menus, media.
  const chords = [
    'ctrl+r', 'ctrl+shift+r', 'F5', 'ctrl+F5', 'shift+F5', 'ctrl+w', 'ctrl+shift+w', 'ctrl+F4', 'alt+F4', 'ctrl+q', 'ctrl+shift+q',
    'ctrl+n', 'ctrl+shift+n', 'ctrl+t', 'ctrl+shift+t', 'ctrl+Tab', 'ctrl+shift+Tab', 'ctrl+Next', 'ctrl+Prior', 'ctrl+1', 'ctrl+9',
    'ctrl+shift+i', 'ctrl+shift+j', 'ctrl+shift+c', 'ctrl+shift+m', 'ctrl+u', 'F12', 'shift+Escape', 'ctrl+shift+Delete',
    'ctrl+plus', 'ctrl+shift+equal', 'ctrl+minus', 'ctrl+0', 'ctrl+KP_Add', 'ctrl+KP_Subtract', 'ctrl+KP_0', 'F11', 'Escape', 'alt+Return',
    'super', 'super+d', 'super+e', 'super+l', 'super+r', 'super+Tab', 'super+Left', 'super+Up', 'super+plus', 'Menu', 'shift+F10',
    'alt+Tab', 'alt+shift+Tab', 'alt+Escape', 'alt+space', 'alt+grave', 'alt+F1', 'alt+F2', 'alt+F7', 'alt+F8', 'alt+F9', 'alt+F10', 'ctrl+Escape',
    'ctrl+alt+Delete', 'ctrl+alt+BackSpace', 'ctrl+alt+t', 'ctrl+alt+d', 'ctrl+alt+l', 'ctrl+alt+Left', 'ctrl+alt+Right', 'ctrl+alt+F2',
    'ctrl+p', 'ctrl+shift+p', 'ctrl+s', 'ctrl+shift+s', 'ctrl+o', 'ctrl+h', 'ctrl+j', 'ctrl+d', 'ctrl+shift+o', 'ctrl+shift+b', 'Print', 'alt+Print',
    'ctrl+f', 'ctrl+g', 'ctrl+l', 'ctrl+k', 'ctrl+e', 'alt+d', 'alt+e', 'alt+f', 'alt+Left', 'alt+Right', 'alt+Home', 'alt+Up', 'ctrl+Return',
    'F1', 'F2', 'F3', 'F4', 'F6', 'F7', 'F8', 'F9', 'F10', 'shift+F12', 'alt', 'ctrl+shift+a', 'ctrl+m',
    'XF86Back', 'XF86Forward', 'XF86Reload', 'XF86HomePage', 'XF86WWW', 'XF86Mail', 'XF86Search', 'XF86Favorites', 'XF86Explorer', 'XF86Calculator',
    'XF86AudioPlay', 'XF86AudioNext', 'XF86AudioMute', 'XF86AudioRaiseVolume', 'XF86PowerOff', 'XF86Sleep', 'XF86ScreenSaver', 'Help', 'Cancel', 'Pause', 'Scroll_Lock',
  ] // prettier-ignore

  test('no chord leaves, reloads or zooms the kiosk', async ({ app, display }) => {
    const xdotool = xdotoolOn(display)
    const pupil = await openRoom(app)
    await pupil.evaluate(() => {
      Object.assign(window, { mark: 'the same page', heard: [] })
      addEventListener('keydown', ({ key }) => (window as unknown as { heard: string[] }).heard.push(key), {
        capture: true,
      })
    })
    await expect.poll(async () => (await state(app)).windows.map(({ focused }) => focused)).toEqual([true])
    // That keys arrive at all is part of the finding.
    xdotool('key', 'a')
    await expect
      .poll(() => pupil.evaluate(() => (window as unknown as { heard: string[] }).heard))
      .toEqual(['a'])
    const still = await state(app)
    expect(still).toMatchObject({
      contents: 1,
      windows: [
        { zoom: 1, kiosk: true, shown: true, tools: false, bounds: { x: 0, y: 0, width: 1366, height: 768 } },
      ],
    })
    const leaks: string[] = []
    for (const chord of chords) {
      xdotool('key', '--clearmodifiers', chord)
      const holds = await held(app, pupil, still)
      if (!holds) leaks.push(chord)
    }
    expect(leaks).toEqual([])
    expect(
      await pupil.evaluate(() =>
        (window as unknown as { heard: string[] }).heard.filter((key) =>
          /^(F\d|Browser|Launch|Audio|Media|Meta|ContextMenu)/.test(key),
        ),
      ),
    ).toEqual([])
  })

  test('no mouse button, wheel or five times Shift does either', async ({ app, display }) => {
    const xdotool = xdotoolOn(display)
    const pupil = await openRoom(app)
    await pupil.evaluate(() => Object.assign(window, { mark: 'the same page' }))
    await expect.poll(async () => (await state(app)).windows.map(({ focused }) => focused)).toEqual([true])
    const still = await state(app)
    xdotool('mousemove', '683', '700')
    const deeds: string[][] = [
      ['click', '3'],
      ['click', '2'],
      ['click', '8'],
      ['click', '9'],
      ['keydown', 'ctrl', 'click', '4', 'click', '4', 'click', '5', 'keyup', 'ctrl'],
      ['keydown', 'shift', 'click', '4', 'keyup', 'shift'],
      ['keydown', 'alt', 'mousedown', '1', 'mousemove', '300', '300', 'mouseup', '1', 'keyup', 'alt'],
      ['key', '--repeat', '5', '--delay', '50', 'shift'],
      ['mousemove', '0', '0', 'mousemove', '1365', '767', 'mousemove', '0', '767'],
    ]
    const leaks: string[] = []
    for (const deed of deeds) {
      xdotool(...deed)
      if (!(await held(app, pupil, still))) leaks.push(deed.join(' '))
    }
    expect(leaks).toEqual([])
  })
})

/** Nothing has changed, looked at twice with time between for it to happen; the page is the same one. */
async function held(app: ElectronApplication, page: Page, still: unknown): Promise<boolean> {
  for (let look = 0; look < 2; look++) {
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20))))
    if (JSON.stringify(await state(app)) !== JSON.stringify(still)) return false
  }
  return (await page.evaluate(() => (window as { mark?: string }).mark)) === 'the same page'
}

test('a second start ends, and the first comes to the front', async ({ app, launch }) => {
  const page = await firstWindow(app)
  await launch().then(
    (second) => second.waitForEvent('close').catch(() => undefined),
    () => undefined,
  )
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(await page.evaluate(() => typeof window.house.call)).toBe('function')
})
