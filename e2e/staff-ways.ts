import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { coordinator, call, must } from './open-room.ts'
import { expect } from './fixture.ts'
import { loadedWindow } from './windows.ts'

/** The ways of a grown-up through the staff window, by hand. */

/** Opens the staff window from the child's. */
export async function knock(app: ElectronApplication, pupil: Page): Promise<Page> {
  await pupil.getByRole('button', { name: '老师', exact: true }).click()
  return loadedWindow(app, 'staff')
}

/** Types a PIN on the pad that is open. */
export async function typePin(staff: Page, pin: string): Promise<void> {
  const pad = staff.getByRole('group', { name: '密码' })
  for (const digit of pin) await pad.getByRole('button', { name: digit, exact: true }).click()
  await pad.getByRole('button', { name: '进入' }).click()
}

/** Knocks and signs in as the coordinator, or as somebody else of the list. */
export async function comeIn(
  app: ElectronApplication,
  pupil: Page,
  { name, pin }: { readonly name?: string; readonly pin: string } = { pin: coordinator.pin },
): Promise<Page> {
  const staff = await knock(app, pupil)
  if (name) await staff.getByRole('button', { name }).click()
  await expect(staff.getByRole('group', { name: '密码' })).toBeVisible()
  await staff.keyboard.type(pin)
  await staff.keyboard.press('Enter')
  await expect(menu(staff)).toBeVisible()
  return staff
}

/** Signs out and closes the staff window. */
export async function goOut(staff: Page): Promise<void> {
  const gone = staff.waitForEvent('close')
  await staff
    .getByRole('button', { name: '锁上，回到孩子的屏幕' })
    .click()
    .catch(() => undefined)
  await gone
}

export const menu = (staff: Page): Locator => staff.getByRole('navigation', { name: '老师的屏幕' })

export async function openPage(staff: Page, page: string): Promise<void> {
  // A count may stand behind the page's name.
  await menu(staff)
    .getByRole('button', { name: new RegExp(`^${page}( ?\\d+)?$`) })
    .click()
  await expect(staff.getByRole('heading', { level: 1, name: page })).toBeVisible()
}

/** Moves the seat's monotonic clock on, in main: what waits for minutes happens at its next look. */
export async function skipTime(app: ElectronApplication, minutes: number): Promise<void> {
  await app.evaluate((_, ms) => {
    const now = performance.now.bind(performance)
    performance.now = () => now() + ms
  }, minutes * 60_000)
}

/** Minutes of a turn, seen going by: a jump of the clock alone is a closed lid, and nobody's learning. */
export async function sitFor(app: ElectronApplication, pupil: Page, minutes: number): Promise<void> {
  for (let third = 0; third < minutes * 3; third += 1) {
    await skipTime(app, 1 / 3)
    await must(pupil, 'sessions.now')
  }
}

/** Minutes at the door, where a window that nobody touches closes: somebody is there all the time. */
export async function waitAtTheDoor(app: ElectronApplication, staff: Page, minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    await skipTime(app, 1)
    await call(staff, 'staff.me')
  }
}

/** What main answers to a call that it must refuse. */
export async function refusalOf(...said: Parameters<typeof call>): Promise<string> {
  const answer = await call(...said)
  return answer.ok ? 'not refused' : answer.error.code
}
