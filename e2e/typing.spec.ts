// Half-typed is not typed, a limit is said, and a line that is very long is one line: with a real input method's events.
import type { Page } from '@playwright/test'
import { arrive, painted, roomWithChildren } from './child-ground.ts'
import { fitsAChild } from './fits-a-child.ts'
import { expect, test } from './fixture.ts'
import { must } from './open-room.ts'
import { strokesOn, wordsOn } from './on-page.ts'

/** An input method, as the window meets one. */
async function inputMethod(page: Page) {
  const wire = await page.context().newCDPSession(page)
  return {
    /** Letters one after the other; nothing is handed over. */
    hold: async (letters: string) => {
      for (let length = 1; length <= letters.length; length += 1)
        await wire.send('Input.imeSetComposition', {
          text: letters.slice(0, length),
          selectionStart: length,
          selectionEnd: length,
        })
    },
    /** Hands words over in the place of what is held. */
    handOver: (text: string) => wire.send('Input.insertText', { text }),
  }
}

/** Longer than typing waits to be kept. */
const aWhile = (page: Page) => page.evaluate(() => new Promise((done) => setTimeout(done, 1500)))

async function newPage(pupil: Page): Promise<() => Promise<string>> {
  await arrive(pupil)
  await pupil.getByRole('button', { name: '我的日记', exact: true }).click()
  await pupil.getByRole('button', { name: '写新的一页' }).click()
  await pupil.getByRole('button', { name: '开始', exact: true }).click()
  await pupil.getByRole('button', { name: '写字', exact: true }).click()
  const [page] = (await must(pupil, 'diary.pages', { limit: 1 })).pages
  return async () => wordsOn(await must(pupil, 'diary.open', { page: page!.id }))
}

test('a child’s words are kept when they are handed over, and taken back as they were', async ({ app }) => {
  const { pupil } = await roomWithChildren(app)
  const kept = await newPage(pupil)
  const words = pupil.locator('textarea')
  const { hold, handOver } = await inputMethod(pupil)
  const undo = () => pupil.getByRole('button', { name: '后悔' }).click()

  await hold('nihao')
  await expect(words).toHaveValue('nihao')
  await aWhile(pupil)
  expect(await kept()).toBe('')
  await handOver('你好')
  await hold('ma')
  await handOver('吗')
  await expect(words).toHaveValue('你好吗')
  await expect.poll(kept).toBe('你好吗')
  await undo()
  await expect(words).toHaveValue('你好')
  await undo()
  await expect(words).toHaveValue('')
  await expect(pupil.getByRole('button', { name: '后悔' })).toBeDisabled()

  // Whoever turns to something else in the middle of a word has not typed it.
  await words.click()
  await handOver('家')
  await hold('nihao')
  await pupil.getByRole('button', { name: '写好了' }).click()
  await expect(pupil.locator('.page-opening')).toHaveText('家')
  expect(await kept()).toBe('家')
})

test('a page that is full says so, to eye and ear, and drops nothing unsaid', async ({ app }) => {
  const { pupil } = await roomWithChildren(app)
  const kept = await newPage(pupil)
  const words = pupil.locator('textarea')
  const full = '写'.repeat(20_000)
  await words.fill(full.slice(1))
  await expect(pupil.locator('.full-note')).toHaveCount(0)
  await pupil.keyboard.insertText('写')
  await expect(pupil.locator('.full-note')).toContainText('这一页写得满满的啦！还想写')
  await pupil.keyboard.insertText('再写一点')
  await expect(pupil.locator('.full-note')).toContainText('最后的字没有放下')
  await expect(pupil.locator('.full-note .speak')).toHaveAccessibleName(/最后的字没有放下/)
  await expect(words).toHaveValue(full)
  // Nothing of the bar that lies over the sheet hides it.
  await pupil.locator('.full-note .speak').click({ trial: true })
  await words.blur()
  await fitsAChild(pupil, 'a full page')
  await expect.poll(async () => (await kept()).length).toBe(20_000)
  await words.press('Backspace')
  await expect(pupil.locator('.full-note')).toHaveCount(0)
})

test('a line of more points than one stroke holds goes on, and is taken back in one', async ({ app }) => {
  const { pupil } = await roomWithChildren(app)
  await newPage(pupil)
  await pupil.getByRole('button', { name: '画画', exact: true }).click()
  const [page] = (await must(pupil, 'diary.pages', { limit: 1 })).pages
  const box = (await pupil.locator('canvas').boundingBox())!
  await pupil.mouse.move(box.x + 20, box.y + 20)
  await pupil.mouse.down()
  await pupil.evaluate((steps) => {
    const canvas = document.querySelector('canvas')!
    const { left, top, width, height } = canvas.getBoundingClientRect()
    for (let step = 0; step < steps; step += 1) {
      const clientX = left + width * (0.1 + 0.8 * Math.abs(((step / 60) % 2) - 1))
      const clientY = top + height * (0.1 + (0.8 * step) / steps)
      canvas.dispatchEvent(new PointerEvent('pointermove', { pointerId: 1, clientX, clientY }))
    }
  }, 12_000)
  await pupil.mouse.up()
  const strokes = async () => strokesOn(await must(pupil, 'diary.open', { page: page!.id }))
  await expect.poll(async () => (await strokes()).length).toBe(2)
  const [first, second] = await strokes()
  expect([first!.points.length, first!.joined, second!.joined]).toEqual([30_000, undefined, true])
  expect(second!.points.length).toBeGreaterThan(3000)
  expect(second!.points.slice(0, 15)).toEqual(first!.points.slice(-15))
  expect(await painted(pupil)).toBeGreaterThan(1000)
  await pupil.getByRole('button', { name: '后悔' }).click()
  await expect.poll(() => painted(pupil)).toBe(0)
  await pupil.getByRole('button', { name: '又要' }).click()
  await expect.poll(async () => (await strokes()).length).toBe(2)
})

test('the console looks for what is handed over, and says where a field ends', async ({ app }) => {
  const { staff } = await roomWithChildren(app)
  const { hold, handOver } = await inputMethod(staff)
  await staff.locator('.nav .place', { hasText: '孩子' }).click()
  const search = staff.getByRole('searchbox').first()
  await expect(staff.getByText('陈思远').first()).toBeVisible()
  await search.click()
  await hold('xiaoyu')
  await expect(search).toHaveValue('xiaoyu')
  await expect(staff.getByText('陈思远').first()).toBeVisible()
  await handOver('小雨')
  await expect(search).toHaveValue('小雨')
  await expect(staff.getByText('陈思远')).toHaveCount(0)
  await expect(staff.getByText('林小雨').first()).toBeVisible()

  await staff.getByRole('button', { name: '加一个孩子' }).click()
  const name = staff.getByRole('dialog').getByRole('textbox').first()
  await name.click()
  await staff.keyboard.insertText('买'.repeat(43))
  await expect(name).toHaveValue('买'.repeat(40))
  await expect(staff.getByRole('dialog')).toContainText('最多 40 个字，还有 3 个字没有放进去。')
  await staff.keyboard.press('Backspace')
  await expect(staff.getByRole('dialog')).not.toContainText('最多 40 个字')
})
