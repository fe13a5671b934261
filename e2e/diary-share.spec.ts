import type { Page } from '@playwright/test'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { serious } from './axe.ts'
import { expect, test } from './fixture.ts'
import { familyOf } from './family.ts'
import { layLetterGround } from './letter-ground.ts'
import { begin, call, coordinator, must, openRoom, signIn } from './open-room.ts'
import { marksAndCopies } from './marking.ts'
import { fakeDevices } from './parent-phones.ts'
import { databaseOf, roomOf } from './room-copy.ts'
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

const longName = '阿依古丽·买买提江·吐尔逊·阿不都热合曼·欧阳雪莲子'

/** As many givings of a page as a room of a whole school may have. */
function givenPages(path: string, of: { childId: string; page: string; staffId: string }): void {
  const raw = new DatabaseSync(path)
  try {
    const id = `printf('019a0000-0000-7000-8000-%012d', place)`
    raw.exec('PRAGMA busy_timeout = 5000; CREATE TEMP TABLE place AS WITH RECURSIVE n (place) AS (SELECT 1 UNION ALL SELECT place + 1 FROM n WHERE place < 500) SELECT place FROM n') // prettier-ignore
    raw.prepare(`INSERT INTO diary_page (id, child_id, day, started_at, opening, trusted, key_id)
      SELECT ${id}, child_id, day, started_at, opening, trusted, key_id FROM place, diary_page WHERE id = ?`).run(of.page) // prettier-ignore
    raw.prepare(`INSERT INTO diary_share (id, child_id, page_id, circle, contact_id, staff_id, messages, given_at, trusted, looked_at, looked_trusted, ended_at)
      SELECT ${id}, ?, ${id}, 'adult', NULL, ?, '[]', 1763800000000 + place * 3600000, 1, iif(place % 3, 1763800000000, NULL), 1, NULL FROM place`).run(of.childId, of.staffId) // prettier-ignore
    raw.prepare('UPDATE child SET name = ? WHERE id = ?').run(longName, of.childId)
  } finally {
    raw.close()
  }
}

/** What is wider than its place, or stands beside the window. */
const sideways = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [
    ...(document.documentElement.scrollWidth > innerWidth ? ['the page'] : []),
    ...[
      ...document.querySelectorAll<HTMLElement>(
        '.shared-list li, .shared-list .btn, .shared-paper, .desk header > *',
      ),
    ]
      .filter((box) => box.getBoundingClientRect().right > innerWidth + 1)
      .map((box) => box.textContent ?? box.className),
  ])

async function writePage(pupil: Page, text: string): Promise<string> {
  const { id: page } = await must(pupil, 'diary.begin')
  const step = { kind: 'text', text } as const
  await must(pupil, 'diary.put', { page, step: { ...step, id: crypto.randomUUID() } })
  return page
}

test('a page goes to mother’s phone and comes back with a tap, to one teacher by name, and to nobody else', async ({
  host,
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
      // To look at: what is marked or copied of it is nothing.
      expect(await marksAndCopies(staff.locator('.paper-words'))).toBe('')
      if (host === 'electron')
        expect(await app.evaluate(({ clipboard }) => clipboard.readText())).not.toContain(words)
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

    await test.step('five hundred pages of a child with a long name, in English on a narrow console', async () => {
      const people = await must(staff, 'staff.people')
      const idOf = (role: string) => people.find((one) => one.role === role)!.id
      await must(pupil, 'shares.give', { page, to: { circle: 'adult', id: idOf('teacher') } })
      givenPages(databaseOf(userData), { childId, page, staffId: idOf('teacher') })
      await must(staff, 'staff.signIn', { id: idOf('coordinator'), pin: coordinator.pin })
      const settings = await must(staff, 'room.settings')
      await must(staff, 'room.changeSettings', { ...settings, staffLanguage: 'en' })
      await must(staff, 'staff.signIn', { id: idOf('teacher'), pin: teacher.pin })
      await staff.setViewportSize({ width: 1024, height: 768 })
      await staff.reload()
      await button(staff, 'Look').click()
      const rows = staff.locator('.shared-list li')
      await expect(rows).toHaveCount(60)
      await button(staff, 'Show more').click()
      await expect(rows).toHaveCount(120)
      expect(await sideways(staff)).toEqual([])
      expect(await serious(staff)).toEqual([])
      await staff.screenshot({ path: test.info().outputPath('many-1024-en.png') })
      await rows.first().getByRole('button').click()
      await expect(staff.locator('.paper-words')).toHaveText(words)
      expect(await sideways(staff)).toEqual([])
      await staff.screenshot({ path: test.info().outputPath('page-1024-en.png') })
      // Back where it was left.
      await button(staff, 'Back to the list').click()
      await expect(rows).toHaveCount(120)
    })
  } finally {
    await ground.close()
  }
})
