import type { Page } from '@playwright/test'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { serious } from './axe.ts'
import { expect, test } from './fixture.ts'
import { familyOf } from './family.ts'
import { layLetterGround } from './letter-ground.ts'
import { begin, call, must, openRoom, signIn } from './open-room.ts'
import { fakeDevices } from './parent-phones.ts'
import { roomOf } from './room-copy.ts'
import { sweep } from './sweep.ts'

const words = '红薯像小兔子，我给妈妈留了三个'
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Nothing scrolls, nothing is too small, and axe has nothing to say. */
async function isSound(pupil: Page): Promise<void> {
  expect([...(await sweep(pupil)), ...(await serious(pupil))]).toEqual([])
}

const filesBelow = (path: string): readonly string[] =>
  statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesBelow(join(path, name))) : [path]

/** Files of the room that hold a page's words, or a picture that anybody can open. */
function readableIn(userData: string): readonly string[] {
  const needles = [Buffer.from(words), Buffer.from(words, 'utf16le')]
  const jpeg = Buffer.from([0xff, 0xd8, 0xff])
  return filesBelow(roomOf(userData)).filter((file) => {
    const bytes = readFileSync(file)
    return needles.some((needle) => bytes.includes(needle)) || bytes.subarray(0, 3).equals(jpeg)
  })
}

async function writePage(pupil: Page, text: string): Promise<string> {
  const { id: page } = await must(pupil, 'diary.begin')
  const step = { kind: 'text', text } as const
  await must(pupil, 'diary.put', { page, step: { ...step, id: crypto.randomUUID() } })
  return page
}

test('a page goes to mother’s phone and comes back with a tap, to one teacher by name, and to nobody else', async ({
  launch,
  userData,
}) => {
  const ground = await layLetterGround()
  try {
    const app = await launch([...fakeDevices])
    const pupil = await openRoom(app)
    const staff = await signIn(app, pupil)
    await must(staff, 'calls.enrol', { line: ground.line })
    const { childId, link } = await familyOf(staff)
    const teacher = { name: '李老师', role: 'teacher', pin: '482913', checkedOn: null } as const
    await must(staff, 'staff.add', teacher)
    const mother = await ground.phone()
    await mother.goto(link)
    await button(mother, '打开我的页面').click()
    await expect(mother.getByRole('heading', { level: 1 })).toContainText('小雨')

    await begin(pupil, { childId })
    const page = await writePage(pupil, words)
    await must(pupil, 'sessions.move', { name: 'diary-page', page })
    const bar = pupil.locator('.who-sees')
    await expect(bar).toContainText('只有我')

    await test.step('for mother: her face stands on the page, the picture lies on her phone', async () => {
      await bar.click()
      await expect(pupil.getByRole('heading', { name: '给谁看？' })).toBeVisible()
      await isSound(pupil)
      await pupil.screenshot({ path: test.info().outputPath('share.png') })
      await pupil.getByRole('radio', { name: /妈妈/ }).click()
      await button(pupil, '给妈妈看').click()
      await expect(pupil.getByText('妈妈能看这一页')).toBeVisible()
      await isSound(pupil)
      await pupil.screenshot({ path: test.info().outputPath('given.png') })
      expect(readableIn(userData)).toEqual([])
      await expect(button(mother, '小雨画的画')).toBeVisible()
      await mother.screenshot({ path: test.info().outputPath('mother.png') })
    })

    await test.step('taken back before she opened it, it is gone from her phone', async () => {
      await button(pupil, '回到这一页').click()
      await expect(bar).toContainText('妈妈能看')
      await isSound(pupil)
      await pupil.screenshot({ path: test.info().outputPath('page-given.png') })
      await button(pupil, '收回来').click()
      await expect(bar).toContainText('只有我')
      await mother.reload()
      await expect(mother.getByRole('heading', { level: 1 })).toContainText('小雨')
      await expect(button(mother, '小雨画的画')).toHaveCount(0)
      expect(await must(pupil, 'shares.receivers', { page })).toMatchObject({ given: null })
    })

    await test.step('the coordinator sees nothing of a page that is the teacher’s, the teacher that one page', async () => {
      const other = await writePage(pupil, '这一页谁也不给看')
      await must(pupil, 'diary.open', { page: other })
      await bar.click()
      await pupil.getByRole('radio', { name: /李老师/ }).click()
      await button(pupil, '给李老师看').click()
      await expect(pupil.getByText('李老师能看这一页')).toBeVisible()
      expect(await must(staff, 'shares.withMe')).toEqual([])
      expect(await call(staff, 'shares.look', { childId, page })).toMatchObject({ ok: false })
      await must(staff, 'staff.signOut')
      await staff.reload()
      await staff.getByRole('button', { name: /李老师/ }).click()
      for (const digit of teacher.pin) await staff.keyboard.press(digit)
      await staff.keyboard.press('Enter')
      await expect(staff.getByText('有孩子给您看了 1 页日记')).toBeVisible()
      await button(staff, '去看看').click()
      await expect(staff.locator('.shared-list li')).toHaveCount(1)
      await staff.screenshot({ path: test.info().outputPath('shared-pages.png') })
      await button(staff, '看这一页').click()
      await expect(staff.locator('.paper-words')).toHaveText(words)
      await staff.screenshot({ path: test.info().outputPath('shared-page.png') })
      expect(await call(staff, 'shares.look', { childId, page: other })).toMatchObject({ ok: false })
      await expect(pupil.getByText('李老师看过了')).toBeVisible()
    })

    await test.step('taken back while she looks, it is gone from her screen', async () => {
      await button(pupil, '收回来').first().click()
      await expect(staff.getByText('孩子把这一页收回去了')).toBeVisible()
      await expect(staff.locator('.shared-paper')).toHaveCount(0)
      await staff.screenshot({ path: test.info().outputPath('gone.png') })
      await pupil.screenshot({ path: test.info().outputPath('taken.png') })
      expect(readableIn(userData)).toEqual([])
    })
  } finally {
    await ground.close()
  }
})
