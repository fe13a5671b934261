import type { Page } from '@playwright/test'
import { expect } from './fixture.ts'

/** What a technician types who sets up a seat. */
export const newRoom = { school: '石城镇中心小学', room: '快乐家园一室', name: '陈老师', pin: '739154' }

/** Through the set-up to its third step, by hand. */
export async function asFarAsTheDevices(page: Page): Promise<void> {
  const next = page.getByRole('button', { name: '下一步' })
  await page.getByRole('button', { name: '开始设置' }).click()
  await page.getByLabel('学校').fill(newRoom.school)
  await page.getByLabel('房间').fill(newRoom.room)
  await next.click()
  await page.getByLabel('姓名').fill(newRoom.name)
  await page.getByLabel('新密码').fill(newRoom.pin)
  await page.getByLabel('再输一次').fill(newRoom.pin)
  await next.click()
  await expect(page.getByRole('heading', { level: 1, name: '试一试设备' })).toBeVisible()
}
