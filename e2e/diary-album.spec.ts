import type { Page } from '@playwright/test'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serious } from './axe.ts'
import { expect, test } from './fixture.ts'
import { call, must, openRoom, signIn, sitDown } from './open-room.ts'
import { sweep } from './sweep.ts'

const words =
  '今天我和奶奶去地里挖红薯，挖了一大筐！最大的那个像小兔子。我给爸爸妈妈留了三个，等他们回来一起烤着吃。'
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function isSound(pupil: Page): Promise<void> {
  expect([...(await sweep(pupil)), ...(await serious(pupil))]).toEqual([])
}

const id = (): string => crypto.randomUUID()

async function writePage(pupil: Page, text: string, drawing = true): Promise<string> {
  const { id: page } = await must(pupil, 'diary.begin')
  await must(pupil, 'diary.put', { page, step: { id: id(), kind: 'text', text } })
  const points = Array.from({ length: 60 }, (_, at) => [
    500 + 300 * Math.cos(at / 9.4),
    500 + 300 * Math.sin(at / 9.4),
    0.6,
  ]).flat()
  if (drawing)
    await must(pupil, 'diary.put', {
      page,
      step: { id: id(), kind: 'stroke', tool: 'brush', colour: 4, size: 24, points },
    })
  return page
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    // A socket has nothing to read.
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** Whether a file is a PDF, or holds the words of the page. */
function isBook(file: string): boolean {
  const bytes = readFileSync(file)
  return bytes.subarray(0, 5).toString() === '%PDF-' || bytes.includes(words.slice(0, 20))
}

test('a child turns its diary by month, lights a heart, and has its year printed; nothing of the book stays', async ({
  launch,
  userData,
}) => {
  // The app's own, so that whatever it put there is found, and nothing of anybody else's.
  const temporary = join(userData, 'tmp')
  mkdirSync(temporary)
  const app = await launch([], { TMPDIR: temporary })
  const pupil = await openRoom(app)
  expect(await app.evaluate((electron) => electron.app.getPath('temp'))).toBe(temporary)
  const staff = await signIn(app, pupil)
  const childId = await sitDown(staff, pupil)
  const given = await writePage(pupil, words)
  for (let at = 0; at < 10; at += 1)
    await writePage(pupil, `第${at + 1}页：今天的风很大，我放了风筝。`, at % 2 === 0)
  // More than one leaf holds.
  await writePage(pupil, words.repeat(9))
  await must(pupil, 'shares.give', { page: given, to: { circle: 'basket' } })
  await must(pupil, 'sessions.move', { name: 'diary' })

  await test.step('by month, screen by screen', async () => {
    await expect(pupil.locator('.page-card')).toHaveCount(8)
    await isSound(pupil)
    await pupil.screenshot({ path: test.info().outputPath('album.png') })
    await button(pupil, '后一页').click()
    await expect(pupil.locator('.page-card')).toHaveCount(4)
    await expect(pupil.getByRole('img', { name: '在篮子里' })).toBeVisible()
  })

  await test.step('a heart is found again', async () => {
    await pupil.getByRole('button', { name: '我喜欢这一页' }).last().click()
    await button(pupil, '我喜欢的').click()
    await expect(pupil.locator('.page-card')).toHaveCount(1)
    await expect(pupil.getByRole('button', { name: '我喜欢这一页' })).toHaveAttribute('aria-pressed', 'true')
    await isSound(pupil)
    await pupil.screenshot({ path: test.info().outputPath('liked.png') })
    await button(pupil, '我喜欢的').click()
  })

  await test.step('locked pages start outside the book', async () => {
    await button(pupil, '我的一年').click()
    await expect(pupil.getByText('书里有 1 页')).toBeVisible()
    await button(pupil, '这个月都要').click()
    await expect(pupil.getByText('书里有 12 页')).toBeVisible()
    await button(pupil, '这个月都不要').click()
    await expect(pupil.getByText('书里有 0 页')).toBeVisible()
    await expect(button(pupil, '请老师印出来')).toBeDisabled()
    await button(pupil, '这个月都要').click()
    await isSound(pupil)
    await pupil.screenshot({ path: test.info().outputPath('choose.png') })
  })

  await test.step('it is printed at the child’s wish, on paper or a stick, and only now', async () => {
    expect(await must(staff, 'yearBook.wish')).toBeNull()
    expect(await call(staff, 'yearBook.print', { childId })).toMatchObject({ error: { code: 'not-found' } })
    await button(pupil, '请老师印出来').click()
    await expect(pupil.getByRole('heading', { name: '书排好了！' })).toBeVisible()
    await isSound(pupil)
    await pupil.screenshot({ path: test.info().outputPath('ready-cover.png') })
    await button(pupil, '后一页').click()
    await expect(pupil.locator('.book-look .leaf-line').first()).toBeVisible()
    await pupil.screenshot({ path: test.info().outputPath('ready.png') })
    await expect.poll(() => call(staff, 'yearBook.wish')).toMatchObject({ value: { childId } })
    const pdf = await app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows().map((window) => window.webContents)
      const kiosk = contents.find((one) => one.getURL().includes('pupil'))
      const bytes = await kiosk?.printToPDF({
        printBackground: true,
        landscape: true,
        pageSize: 'A4',
        preferCSSPageSize: true,
      })
      return bytes?.toString('base64') ?? ''
    })
    writeFileSync(test.info().outputPath('book.pdf'), Buffer.from(pdf, 'base64'))
    // A side of A4 for each two pages, four pages on a sheet.
    const { leaves } = (await must(staff, 'yearBook.wish'))!
    const sides = Buffer.from(pdf, 'base64')
      .toString('latin1')
      .match(/\/Type \/Page\b/g)
    expect(sides).toHaveLength(2 * leaves)
    expect(leaves).toBeGreaterThan(1)
    expect(Buffer.from(pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    const nowhere = await call(staff, 'yearBook.save', { childId, place: 'documents' })
    expect(nowhere).toMatchObject({ error: { code: 'no-place' } })
  })

  await test.step('closed, it is gone: from the wish, from the room, from the temporary folder', async () => {
    await button(pupil, '再选一选').click()
    await expect.poll(() => must(staff, 'yearBook.wish')).toBeNull()
    expect(filesBelow(userData).filter(isBook)).toEqual([])
  })

  await test.step('of a child who has signed out there is no book to print or to save', async () => {
    await button(pupil, '请老师印出来').click()
    await expect.poll(() => must(staff, 'yearBook.wish')).toMatchObject({ childId })
    await must(pupil, 'sessions.end')
    await expect.poll(() => must(staff, 'yearBook.wish')).toBeNull()
    for (const asked of [
      await call(staff, 'yearBook.print', { childId }),
      await call(staff, 'yearBook.save', { childId, place: 'documents' }),
    ])
      expect(asked).toMatchObject({ error: { code: 'not-found' } })
  })
})
