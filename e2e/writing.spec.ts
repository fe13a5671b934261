// A child writes Chinese with the room's own pinyin input: by keys, by the mouse and by touch; no method of the system is asked for.
import type { ElectronApplication, Page } from '@playwright/test'
import { arrive, roomWithChildren } from './child-ground.ts'
import { fitsAChild } from './fits-a-child.ts'
import { expect, test } from './fixture.ts'
import { must } from './open-room.ts'
import { wordsOn } from './on-page.ts'

const words = {
  'zh-CN': {
    diary: '我的日记',
    add: '写新的一页',
    begin: '开始',
    write: '写字',
    done: '写好了',
    undo: '后悔',
    tongue: /点一下打/,
    keys: '打开键盘',
  },
  en: {
    diary: 'My diary',
    add: 'A new page',
    begin: 'Begin',
    write: 'Write',
    done: 'Done',
    undo: 'Undo',
    tongue: /tap for/,
    keys: 'Show the keyboard',
  },
} as const
type Language = keyof typeof words

/** A page of the diary, the caret in its words, Chinese to be written. */
async function openPage(app: ElectronApplication, language: Language): Promise<Page> {
  const { pupil, staff } = await roomWithChildren(app)
  await must(staff, 'room.changeSettings', { ...(await must(staff, 'room.settings')), language })
  await arrive(pupil)
  await pupil.getByRole('button', { name: words[language].diary, exact: true }).click()
  await pupil.getByRole('button', { name: words[language].add }).click()
  await pupil.getByRole('button', { name: words[language].begin, exact: true }).click()
  await expect(pupil.locator('canvas')).toBeVisible()
  await pupil.getByRole('button', { name: words[language].write, exact: true }).click()
  return pupil
}

const field = (pupil: Page) => pupil.locator('.words textarea')
const candidate = (pupil: Page, text: string) =>
  pupil.locator('.candidates button').filter({ hasText: new RegExp(`^\\d${text}$`) })

/** Turns pages until the word is there, and takes it. */
async function take(pupil: Page, text: string, tap: (place: ReturnType<typeof candidate>) => Promise<void>) {
  for (let turn = 0; turn < 30 && (await candidate(pupil, text).count()) === 0; turn++)
    await tap(pupil.locator('.candidates button.round').last())
  await tap(candidate(pupil, text))
}

/** How many candidates lie in each row of the bar, from the top. */
const rows = (pupil: Page) =>
  pupil.locator('.offered button').evaluateAll((buttons) => {
    const tops = buttons.map((button) => Math.round(button.getBoundingClientRect().top))
    return [...new Set(tops)].map((top) => tops.filter((one) => one === top).length)
  })

const kept = (pupil: Page) =>
  expect.poll(async () => {
    const { place } = (await must(pupil, 'sessions.now'))!
    return wordsOn(await must(pupil, 'diary.open', { page: place.page! }))
  })

for (const [language, screens] of [
  ['zh-CN', '1366x768'],
  ['en', '1024x768'],
] as const) {
  test.describe(`${language} at ${screens}`, () => {
    test.use({ screens })

    test('a child writes a line with the keys', async ({ app }) => {
      const pupil = await openPage(app, language)
      await field(pupil).click()
      if (language === 'en') {
        await pupil.keyboard.type('ok ')
        await expect(field(pupil)).toHaveValue('ok ')
        await pupil.keyboard.press('Shift')
        await field(pupil).fill('')
      }
      await pupil.keyboard.type('jintianxiayule')
      await expect(pupil.locator('.syllables span')).toHaveText(['jin', 'tian', 'xia', 'yu', 'le'])
      await expect(candidate(pupil, '今天下雨了')).toBeVisible()
      // Nothing that is not chosen is in the field, nor kept.
      await expect(field(pupil)).toHaveValue('')
      await fitsAChild(pupil, 'candidates')
      await pupil.keyboard.press('Escape')
      // However long they are, no candidate lies by itself under the others, and the next page is beside them.
      for (const letters of ['shi', 'chuchuwentiniao', 'wojiadexiaogoushenglesizhixiaogou']) {
        await pupil.keyboard.type(letters)
        await expect(pupil.locator('.offered button')).toHaveCount(6)
        const counts = await rows(pupil)
        expect(
          counts.slice(1).every((count) => count > 1),
          `${letters}: ${counts.join(', ')}`,
        ).toBe(true)
        const [bar, more] = [
          await pupil.locator('.offered').boundingBox(),
          await pupil.locator('.candidates .round').boundingBox(),
        ]
        expect(more!.x, letters).toBeGreaterThan(bar!.x + bar!.width)
        await fitsAChild(pupil, letters)
        await pupil.keyboard.press('Escape')
      }
      await pupil.keyboard.type('jintianxiayule')
      await pupil.keyboard.press('Space')
      await expect(field(pupil)).toHaveValue('今天下雨了')
      await pupil.keyboard.type(',')
      await pupil.keyboard.type('nver')
      await pupil.keyboard.press('1')
      await pupil.keyboard.type('.')
      await expect(field(pupil)).toHaveValue('今天下雨了，女儿。')
      await pupil.keyboard.type('mao')
      await pupil.keyboard.press('Backspace')
      await expect(pupil.locator('.syllables span')).toHaveText(['ma'])
      await pupil.keyboard.press('Escape')
      await expect(pupil.locator('.typed')).toHaveCount(0)
      await pupil.keyboard.type('cat')
      await pupil.keyboard.press('Enter')
      await expect(field(pupil)).toHaveValue('今天下雨了，女儿。cat')
      await kept(pupil).toBe('今天下雨了，女儿。cat')
      await pupil.keyboard.type('yi')
      const first = await pupil.locator('.candidates').textContent()
      await pupil.keyboard.press('PageDown')
      await expect(pupil.locator('.candidates')).not.toHaveText(first!)
      await pupil.keyboard.press('-')
      await expect(pupil.locator('.candidates')).toHaveText(first!)
      // Whoever leaves with half a word leaves without it.
      await pupil.getByRole('button', { name: words[language].done }).click()
      await expect(pupil.locator('.page-card')).toContainText('今天下雨了，女儿。cat')
    })

    test('a child writes a line with the mouse, and takes it back', async ({ app }) => {
      const pupil = await openPage(app, language)
      await field(pupil).click()
      if (language === 'en') await pupil.getByRole('button', { name: words[language].tongue }).click()
      await pupil.getByRole('button', { name: words[language].keys }).click()
      await fitsAChild(pupil, 'keys')
      const key = (name: string) => pupil.locator('.letter-keys').getByRole('button', { name, exact: true })
      for (const letter of 'wo') await key(letter).click()
      await fitsAChild(pupil, 'keys and candidates')
      await take(pupil, '我', (place) => place.click())
      for (const letter of 'aimama') await key(letter).click()
      await take(pupil, '爱', (place) => place.click())
      await take(pupil, '妈妈', (place) => place.click())
      await expect(field(pupil)).toHaveValue('我爱妈妈')
      await pupil.getByRole('button', { name: '。', exact: true }).click()
      await kept(pupil).toBe('我爱妈妈。')
      await field(pupil).blur()
      await expect(pupil.locator('.writing-bar')).toHaveCount(0)
      // One step back for each text that was chosen, and one for the mark.
      for (const left of ['我爱妈妈', '我爱', '我', '']) {
        await pupil.getByRole('button', { name: words[language].undo }).click()
        await expect(field(pupil)).toHaveValue(left)
      }
    })

    test('a child writes a line by touch', async ({ app }) => {
      const pupil = await openPage(app, language)
      const touch = await pupil.context().newCDPSession(pupil)
      const tap = async (place: ReturnType<typeof candidate>) => {
        const box = (await place.boundingBox())!
        const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
        await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] })
        await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
      }
      await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true })
      await tap(field(pupil))
      // Who touches gets keys to touch.
      await expect(pupil.locator('.letter-keys')).toBeVisible()
      if (language === 'en') await tap(pupil.getByRole('button', { name: words[language].tongue }))
      for (const letter of 'zhongcai') {
        await tap(pupil.locator('.letter-keys').getByRole('button', { name: letter, exact: true }))
      }
      await expect(pupil.locator('.syllables span')).toHaveText(['zhong', 'cai'])
      await take(pupil, '种菜', tap)
      await expect(field(pupil)).toHaveValue('种菜')
      await kept(pupil).toBe('种菜')
    })
  })
}

test('a method of the system is left to do its work', async ({ app }) => {
  const pupil = await openPage(app, 'zh-CN')
  await field(pupil).click()
  await expect(pupil.locator('.writing-bar')).toBeVisible()
  const system = await pupil.context().newCDPSession(pupil)
  await system.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 })
  await expect(pupil.locator('.writing-bar')).toHaveCount(0)
  await system.send('Input.insertText', { text: '你' })
  await expect(field(pupil)).toHaveValue('你')
  await pupil.keyboard.type('x')
  await expect(field(pupil)).toHaveValue('你x')
  await expect(pupil.locator('.writing-bar')).toHaveCount(0)
})
