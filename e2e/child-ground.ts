import type { ElectronApplication, Page } from '@playwright/test'
import { expect } from './fixture.ts'
import { must, openRoom, signIn } from './open-room.ts'

const pictures = ['fish', 'moon', 'key'] as const

/** A room with two children; 林小雨 has a picture password. */
export async function roomWithChildren(app: ElectronApplication): Promise<{ pupil: Page; staff: Page }> {
  const pupil = await openRoom(app)
  const staff = await signIn(app, pupil)
  const child = { classLabel: '二(1)班', number: null, birthday: null }
  const { id } = await must(staff, 'children.add', { ...child, name: '林小雨' })
  await must(staff, 'children.add', { ...child, name: '陈思远' })
  await must(staff, 'children.setPictures', { id, pictures: [...pictures] })
  return { pupil, staff }
}

export async function arrive(pupil: Page, name = '陈思远'): Promise<void> {
  await pupil.getByRole('button', { name, exact: true }).click()
  await skipMood(pupil)
}

/** “I'd rather not say”, where the door asks, and on to the four doors. */
export async function skipMood(pupil: Page): Promise<void> {
  await pupil.locator('.mood-door .is-nothing, .door').first().waitFor()
  // By Escape: a mouse would come to lie on a door.
  if ((await pupil.locator('.mood-door').count()) > 0) await pupil.keyboard.press('Escape')
  await expect(pupil.locator('.door')).toHaveCount(4)
}

/** Like a child who touches the screen every few seconds: a question about feelings would end by its silence while it is looked at. */
export const keepTouching = (pupil: Page): Promise<number> =>
  pupil.evaluate(() => Number(setInterval(() => window.dispatchEvent(new Event('pointerdown')), 3000)))

/** Draws a line on the page of the diary. */
export async function draw(pupil: Page): Promise<void> {
  const box = (await pupil.locator('canvas').boundingBox())!
  await pupil.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.3)
  await pupil.mouse.down()
  await pupil.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.6, { steps: 15 })
  await pupil.mouse.up()
}

/** How many pixels of the drawing hold paint. */
export const painted = (pupil: Page) =>
  pupil.evaluate(() => {
    const canvas = document.querySelector('canvas')!
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    let count = 0
    for (let at = 3; at < data.length; at += 4) if (data[at]! > 0) count++
    return count
  })
