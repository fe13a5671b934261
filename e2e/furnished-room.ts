import type { ElectronApplication, Page } from '@playwright/test'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from './fixture.ts'
import { must, openRoom, signIn } from './open-room.ts'
import { roomOf } from './room-copy.ts'
import { firstWindow } from './windows.ts'

export const child = { name: '林小雨', classLabel: '二(1)班', number: null, birthday: null }

let template: { readonly folder: string; readonly childId: string } | undefined
/** To be called by every spec that furnishes rooms: removes the one that is copied. */
export const forgetRoom = () => {
  if (template) rmSync(template.folder, { recursive: true, force: true })
  template = undefined
}

/** Puts a room with one child into a data folder, closed in order: with a verified backup. Answers the child's id. */
export async function furnished(
  launch: () => Promise<ElectronApplication>,
  userData: string,
): Promise<string> {
  if (template) {
    cpSync(template.folder, userData, { recursive: true })
    return template.childId
  }
  const app = await launch()
  const pupil = await openRoom(app)
  const staff = await signIn(app, pupil)
  const { id: childId } = await must(staff, 'children.add', child)
  await closed(app)
  const folder = mkdtempSync(join(tmpdir(), 'happy-home-furnished-'))
  for (const name of ['room', 'seat.json'])
    cpSync(join(userData, name), join(folder, name), { recursive: true })
  template = { folder, childId }
  return childId
}

export async function closed(app: ElectronApplication): Promise<void> {
  const gone = new Promise<void>((done) => void app.once('close', () => done()))
  await app.evaluate(({ app: program }) => setImmediate(() => program.quit())).catch(() => undefined)
  await gone
}

export const facesOf = async (pupil: Page) => (await must(pupil, 'children.faces')).map(({ name }) => name)
export const codesOf = async (staff: Page) => (await must(staff, 'room.notices')).map(({ code }) => code)
export const backupsOf = (userData: string) => join(roomOf(userData), 'backups')
export const asideOf = (userData: string) =>
  readdirSync(roomOf(userData)).filter((file) => /(damaged|foreign)-/.test(file))

/** The window says in both languages why there is no room. */
export async function saysWhy(app: ElectronApplication, code: string): Promise<Page> {
  const page = await firstWindow(app)
  await expect(page.locator(`[data-problem="${code}"]`)).toBeVisible()
  for (const language of ['zh-CN', 'en']) {
    const words = page.locator(`section[lang="${language}"]`)
    await expect(words.locator('h1')).not.toHaveText(code)
    await expect(words.locator('p')).not.toBeEmpty()
  }
  return page
}

/** The room is open, with its child. */
export async function isOpen(app: ElectronApplication): Promise<{ pupil: Page; codes: readonly string[] }> {
  const pupil = await firstWindow(app)
  await expect(pupil.getByRole('button', { name: '林小雨' })).toBeVisible()
  const staff = await signIn(app, pupil)
  return { pupil, codes: await codesOf(staff) }
}

/** Draws one short zigzag on the paper. */
export async function scribble(pupil: Page): Promise<void> {
  const box = await pupil.locator('.board-box canvas[role="img"]').boundingBox()
  if (!box) throw new Error('There is no paper')
  await pupil.mouse.move(box.x + 40, box.y + 40)
  await pupil.mouse.down()
  for (let step = 1; step <= 12; step++)
    await pupil.mouse.move(box.x + 40 + step * 15, box.y + 40 + (step % 3) * 30)
  await pupil.mouse.up()
}
