import type { Page } from '@playwright/test'
import type { Camera } from './camera.ts'
import { press, turnTo } from './visit.ts'

/** What staff see of learning: what was learnt, by activity and by child, what is hard, sheets, the shelf. */
export async function learningPages(camera: Camera, staff: Page): Promise<void> {
  const { say, shot } = camera
  await turnTo(staff, camera, 'learning')
  const rows = staff.locator('.panel tbody tr')
  await rows.first().waitFor()
  await shot(staff, 'learning')
  await rows.first().click()
  await staff.getByRole('button', { name: say('learning.back') }).waitFor()
  await shot(staff, 'learning-activity')
  await rows.first().click()
  await staff.getByRole('button', { name: say('learning.print-mistakes') }).waitFor()
  await shot(staff, 'learning-child')
  await press(staff, say('learning.view.hard'))
  await staff.locator('.panel header, .panel h2, .empty').first().waitFor()
  await shot(staff, 'learning-hard')
  await press(staff, say('learning.view.sheets'))
  await staff.locator('.sheet-look li').first().waitFor()
  await shot(staff, 'learning-sheets')
  await press(staff, say('learning.view.shelf'))
  await staff.locator('.switches').waitFor()
  await shot(staff, 'learning-shelf')
}
