import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixture.ts'
import { begin, coordinator, must, openRoom, signIn, sitDown } from './open-room.ts'
import { databaseOf, roomOf } from './room-copy.ts'
import { comeIn, openPage } from './staff-ways.ts'
import { firstWindow } from './windows.ts'
import { wordsOn } from './on-page.ts'

const secret = '只有我知道的一句话'

test('a seat that lost its secret shows the diary shut; the paper opens it again, and nobody else reads it', async ({
  launch,
  userData,
}) => {
  let app = await launch()
  let pupil = await openRoom(app)
  const first = await signIn(app, pupil)
  const { recoveryKey } = await must(first, 'staff.newRecoveryKey', { pin: coordinator.pin })
  const childId = await sitDown(first, pupil)
  const { id: page } = await must(pupil, 'diary.begin')
  const step = { id: '019a0000-0000-7000-8000-000000000001', kind: 'text', text: secret } as const
  await must(pupil, 'diary.put', { page, step })
  await app.close()
  for (const end of ['', '-wal'])
    expect(readFileSync(databaseOf(userData) + end, { flag: 'a+' }).includes(secret)).toBe(false)
  rmSync(join(roomOf(userData), 'keys'), { recursive: true })

  app = await launch()
  pupil = await firstWindow(app)
  await begin(pupil, { childId })
  await must(pupil, 'sessions.move', { name: 'diary' })
  const shut = pupil.getByRole('img', { name: '打不开的一页' })
  await expect(shut).toBeVisible()
  await pupil.screenshot({ path: test.info().outputPath('shut.png') })
  await shut.click()
  await expect(pupil.getByText('可是它还好好地在')).toBeVisible()
  await pupil.screenshot({ path: test.info().outputPath('shut-page.png') })
  await must(pupil, 'sessions.end')

  const staff = await comeIn(app, pupil)
  await openPage(staff, '设置')
  const diaries = staff.locator('.panel', { has: staff.getByRole('heading', { name: '孩子的日记' }) })
  await expect(diaries.getByText('有1个孩子的日记在这台电脑上打不开')).toBeVisible()
  await staff.screenshot({ path: test.info().outputPath('settings.png'), fullPage: true })
  await diaries.getByLabel('恢复码').fill('AAAAA-BBBBB-CCCCC-DDDDD')
  await diaries.getByRole('button', { name: '打开', exact: true }).click()
  await expect(diaries.locator('.notice.care')).toBeVisible()
  await diaries.getByLabel('恢复码').fill(recoveryKey)
  await diaries.getByRole('button', { name: '打开', exact: true }).click()
  await expect(diaries.getByText('已打开1个孩子的日记')).toBeVisible()

  await begin(pupil, { childId })
  expect(wordsOn(await must(pupil, 'diary.open', { page }))).toBe(secret)
})
