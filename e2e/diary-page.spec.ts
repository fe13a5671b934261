// A page of the diary as children of six and of twelve make it: drawn, written, stuck on, moved, taken back; and a power cut on the way.
import type { Locator, Page } from '@playwright/test'
import type { InputOf } from '#contract/index.ts'
import type { DiaryItem, DiaryPage } from '#contract/diary.ts'
import { newId } from '#core/kernel/ids.ts'
import { tap } from './activity-ground.ts'
import { arrive, draw, painted, roomWithChildren } from './child-ground.ts'
import { fakeDevices } from './parent-phones.ts'
import { fitsAChild } from './fits-a-child.ts'
import { expect, test } from './fixture.ts'
import { must } from './open-room.ts'
import { strokesOn, wordsOn } from './on-page.ts'
import { answerOf, sumNow } from './sum-answer.ts'

const press = (pupil: Page, name: string) => pupil.getByRole('button', { name, exact: true }).click()

async function pageNow(pupil: Page): Promise<DiaryPage> {
  const { place } = (await must(pupil, 'sessions.now'))!
  return must(pupil, 'diary.open', { page: place.page! })
}

const itemsOn = ({ sheets }: DiaryPage, sheet = 0): DiaryItem[] =>
  (sheets[sheet]?.marks ?? []).filter((mark) => mark.kind === 'item')

/** Waits until main keeps what the window shows. */
const items = (pupil: Page, sheet = 0) => expect.poll(async () => itemsOn(await pageNow(pupil), sheet))

/** Drags the middle of a thing by so many pixels. */
async function drag(pupil: Page, thing: Locator, by: readonly [number, number]): Promise<void> {
  const box = (await thing.boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await pupil.mouse.move(x, y)
  await pupil.mouse.down()
  await pupil.mouse.move(x + by[0], y + by[1], { steps: 8 })
  await pupil.mouse.up()
}

/** A finger that goes from one place to another. */
async function slide(pupil: Page, thing: Locator, by: readonly [number, number]): Promise<void> {
  const box = (await thing.boundingBox())!
  const wire = await pupil.context().newCDPSession(pupil)
  const at = (part: number) => [
    { x: box.x + box.width / 2 + by[0] * part, y: box.y + box.height / 2 + by[1] * part },
  ]
  await wire.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) })
  for (const part of [0.25, 0.5, 0.75, 1])
    await wire.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(part) })
  await wire.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

test('a child of six draws, sticks a dog on, moves it with mouse and finger, and takes all of it back', async ({
  app,
}) => {
  const { pupil } = await roomWithChildren(app)
  await neverIdle(pupil)
  await arrive(pupil)
  await press(pupil, '我的日记')
  await press(pupil, '写新的一页')
  const blank = await watchForBlank(pupil, '.paper-cards, .editor')
  await press(pupil, '开始')
  await draw(pupil)
  expect(await blank()).toBe(0)
  await press(pupil, '贴纸')
  await fitsAChild(pupil, 'stickers')
  await press(pupil, '小狗')
  const dog = pupil.locator('.stuck')
  await expect(dog.locator('canvas')).toBeVisible()
  await fitsAChild(pupil, 'a sticker in hand')
  await items(pupil).toHaveLength(1)
  const [put] = itemsOn(await pageNow(pupil))
  await drag(pupil, dog, [-80, 40])
  await items(pupil).toEqual([
    expect.objectContaining({ at: expect.objectContaining({ size: put!.at.size }) }),
  ])
  await expect.poll(async () => itemsOn(await pageNow(pupil))[0]!.at.x).toBeLessThan(put!.at.x - 50)
  await press(pupil, '大一点')
  await expect.poll(async () => itemsOn(await pageNow(pupil))[0]!.at.size).toBeGreaterThan(put!.at.size)
  const before = itemsOn(await pageNow(pupil))[0]!.at
  await slide(pupil, dog, [60, 20])
  await expect.poll(async () => itemsOn(await pageNow(pupil))[0]!.at.x).toBeGreaterThan(before.x + 30)
  await tap(pupil, pupil.getByRole('button', { name: '往右转' }))
  await expect.poll(async () => itemsOn(await pageNow(pupil))[0]!.at.turn).toBe(15)

  // A tap elsewhere lets go; the thing is painted on the sheet, and a tap on it takes it in hand again.
  await pupil.mouse.click(...(await corner(pupil)))
  await expect(pupil.locator('.hold-bar')).toHaveCount(0)
  const inked = await painted(pupil)
  await tap(pupil, dog)
  await tap(pupil, pupil.getByRole('button', { name: '拿掉' }))
  await expect(dog).toHaveCount(0)
  await expect.poll(() => painted(pupil)).toBeLessThan(inked)
  await press(pupil, '后悔')
  await expect(dog).toHaveCount(1)

  // Undo has no end, also when the page is opened anew.
  await pupil.reload()
  await expect(pupil.locator('.paper-sheet canvas').first()).toBeVisible()
  await expect.poll(() => painted(pupil)).toBeGreaterThan(100)
  const undo = pupil.getByRole('button', { name: '后悔', exact: true })
  while (await undo.isEnabled()) {
    await undo.click()
    await expect(pupil.locator('.saved')).toContainText('存好了')
  }
  expect((await pageNow(pupil)).sheets).toEqual([{ paper: 'both', text: '', marks: [] }])
  await expect.poll(() => painted(pupil)).toBe(0)
})

/** A PC that never has a quiet moment, in which a page's script would be fetched ahead. */
async function neverIdle(pupil: Page): Promise<void> {
  await pupil.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
  await pupil.reload()
}

/** Counts how often, from now on, the window showed none of these; answers how to ask. */
async function watchForBlank(pupil: Page, shown: string): Promise<() => Promise<number>> {
  await pupil.evaluate((these) => {
    const counted = { blank: 0 }
    Object.assign(window, { counted })
    new MutationObserver(() => {
      if (!document.querySelector(these)) counted.blank += 1
    }).observe(document.body, { childList: true, subtree: true })
  }, shown)
  return () => pupil.evaluate(() => (window as unknown as { counted: { blank: number } }).counted.blank)
}

/** A place on the sheet where nothing lies. */
async function corner(pupil: Page): Promise<[number, number]> {
  const box = (await pupil.locator('.paper-sheet').first().boundingBox())!
  return [box.x + box.width - 40, box.y + box.height - 30]
}

test.describe('a child of twelve', () => {
  test.use({ screens: '1024x768' })

  test('makes two sheets by the keys alone, in English, and sticks a finished sheet of sums on', async ({
    app,
  }) => {
    const { pupil, staff } = await roomWithChildren(app)
    await must(staff, 'room.changeSettings', { ...(await must(staff, 'room.settings')), language: 'en' })
    await arrive(pupil)
    await must(pupil, 'sessions.move', { name: 'diary' })
    const key = async (name: string) => {
      await pupil.getByRole('button', { name, exact: true }).focus()
      await pupil.keyboard.press('Enter')
    }
    await key('A new page')
    await key('A letter')
    await key('Begin')
    await key('Write')
    await pupil.keyboard.type('Shift')
    await pupil.locator('.words textarea').fill('Dear granny, the sweet potatoes are in.')
    await key('Stickers')
    await key('Food')
    await key('watermelon')
    const melon = pupil.locator('.stuck')
    await melon.focus()
    const start = await expectOne(pupil)
    await fitsAChild(pupil, 'stickers beside the words')
    for (const [pressed, changed] of [
      ['ArrowLeft', { x: start.x - 24 }],
      ['ArrowDown', { y: start.y + 24 }],
      ['+', { size: Math.round(start.size * 11.5) / 10 }],
      ['.', { turn: 15 }],
    ] as const) {
      await pupil.keyboard.press(pressed)
      await items(pupil).toEqual([expect.objectContaining({ at: expect.objectContaining(changed) })])
    }
    await pupil.keyboard.press('Escape')
    await expect(pupil.locator('.hold-bar')).toHaveCount(0)
    await key('Done')
    await key('Add a sheet')
    await fitsAChild(pupil, 'papers')
    await key('Four pictures')
    await pupil.locator('.over-page .go').focus()
    await pupil.keyboard.press('Enter')
    await expect(pupil.locator('.sheet-turner')).toContainText('Sheet 2 of 2')
    await fitsAChild(pupil, 'the second sheet')
    await expect
      .poll(async () => (await pageNow(pupil)).sheets.map(({ paper }) => paper))
      .toEqual(['letter', 'comic'])

    await must(pupil, 'sessions.move', { name: 'activity', page: 'sums' })
    await expect(pupil.locator('.beads')).toBeVisible()
    for (let at = 1; at <= 10; at++) {
      await expect(pupil.locator('.beads')).toHaveAccessibleName(`Question ${at} of 10`)
      await pupil.keyboard.type(answerOf(await sumNow(pupil)))
      await pupil.keyboard.press('Enter')
    }
    await key('Into my diary')
    await pupil.getByRole('button', { name: /Go and see/ }).click()
    await pupil.locator('.sheet-turner .round').last().click()
    await items(pupil, 1).toEqual([
      expect.objectContaining({ thing: expect.objectContaining({ kind: 'picture', from: 'sums' }) }),
    ])
    await expect.poll(() => painted(pupil)).toBeGreaterThan(1000)
    expect(wordsOn(await pageNow(pupil))).toBe('Dear granny, the sweet potatoes are in.')
    await pupil.screenshot({ path: test.info().outputPath('pasted.png') })
  })
})

async function expectOne(pupil: Page) {
  await items(pupil).toHaveLength(1)
  return itemsOn(await pageNow(pupil))[0]!.at
}

test('a power cut while a thing is on its way loses the last second at most, and the page opens', async ({
  launch,
}) => {
  const before = await launch()
  const { pupil } = await roomWithChildren(before)
  await arrive(pupil)
  const { id: page } = await must(pupil, 'diary.begin')
  await must(pupil, 'sessions.move', { name: 'diary-page', page })
  await draw(pupil)
  await press(pupil, '贴纸')
  await press(pupil, '小猫')
  const cat = pupil.locator('.stuck')
  const box = (await cat.boundingBox())!
  await pupil.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await pupil.mouse.down()
  await pupil.mouse.move(box.x + 150, box.y + 60, { steps: 10 })
  // Longer than a move waits to be kept; the button is still down.
  await expect.poll(async () => itemsOn(await pageNow(pupil))[0]?.at.x ?? 0).toBeGreaterThan(700)
  const kept = itemsOn(await pageNow(pupil))
  const gone = new Promise((resolve) => before.process().once('exit', resolve))
  before.process().kill('SIGKILL')
  await gone

  const again = await (await launch()).firstWindow()
  await press(again, '是我，接着来')
  await expect(again.locator('.paper-sheet canvas').first()).toBeVisible()
  await expect.poll(() => painted(again)).toBeGreaterThan(100)
  const after = await pageNow(again)
  expect(itemsOn(after)).toEqual(kept)
  expect(strokesOn(after)).toHaveLength(1)
})

test('a page without room says so, in words and with a picture, and takes nothing more', async ({ app }) => {
  const { pupil } = await roomWithChildren(app)
  await arrive(pupil)
  const { id: page } = await must(pupil, 'diary.begin')
  const put = (step: object) =>
    must(pupil, 'diary.put', { page, step: { id: newId(), ...step } as InputOf<'diary.put'>['step'] })
  for (let sheet = 1; sheet < 12; sheet += 1) await put({ kind: 'sheet', sheet, paper: 'picture' })
  for (let stroke = 0; stroke < 10; stroke += 1) {
    const points = Array.from({ length: 10_000 }, (_none, at) => [at % 900, (at * 7) % 900, 0.5]).flat()
    await put({ kind: 'stroke', sheet: 0, tool: 'pen', colour: 1, size: 6, points })
  }
  for (let item = 0; item < 180; item += 1) {
    const at = { x: (item * 97) % 1760, y: (item * 31) % 1000, size: 190, turn: 0 }
    await put({ kind: 'item', sheet: 0, item: newId(), thing: { kind: 'sticker', name: 'dog' }, at })
  }
  await must(pupil, 'sessions.move', { name: 'diary-page', page })
  await expect(pupil.getByText('这一页画得满满的啦！', { exact: false })).toBeVisible()
  await fitsAChild(pupil, 'no more points')
  await press(pupil, '贴纸')
  await expect(pupil.locator('.drawer-full')).toContainText('这一页贴得满满的啦！')
  await fitsAChild(pupil, 'no more stickers')
  await press(pupil, '贴好了')
  const next = pupil.getByRole('button', { name: '后面一张' })
  while (await next.isVisible()) await next.click()
  await expect(pupil.locator('.no-more-sheets')).toContainText('这一页的纸用完啦！')
  await press(pupil, '写字')
  await expect(pupil.locator('.side')).toContainText('这一页的纸用完啦！')
  await expect(pupil.getByRole('button', { name: '加一张横线纸' })).toHaveCount(0)
  await fitsAChild(pupil, 'no more sheets')
  expect((await pageNow(pupil)).sheets).toHaveLength(12)
})

test('a page without room for voices and photographs says each in its words, and still shows a sheet to draw on', async ({
  launch,
}) => {
  const app = await launch([...fakeDevices])
  const { pupil } = await roomWithChildren(app)
  await arrive(pupil)
  const { id: page } = await must(pupil, 'diary.begin')
  await pupil.evaluate(async (id) => {
    const heads = { voice: [0x1a, 0x45, 0xdf, 0xa3], photo: [0xff, 0xd8, 0xff, 0xe0] }
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- this function travels to the page
    const ask = async (method: string, input: object) => {
      const answer = (await window.house.call(method, input)) as { readonly ok: boolean }
      if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer)}`)
    }
    for (const [kind, count] of [
      ['voice', 12],
      ['photo', 30],
    ] as const)
      for (let at = 0; at < count; at += 1) {
        const media = crypto.randomUUID()
        const thing = kind === 'voice' ? { kind, media, seconds: 5 } : { kind, media }
        const place = { x: 200 + at * 40, y: 300 + at * 10, size: 200, turn: 0 }
        const step = {
          id: crypto.randomUUID(),
          kind: 'item',
          sheet: 0,
          item: crypto.randomUUID(),
          thing,
          at: place,
        }
        await ask('diaryMedia.begin', { page: id, step })
        await ask('diaryMedia.append', { media, piece: 0, bytes: new Uint8Array([...heads[kind], 1, 2, 3]) })
        await ask('diaryMedia.finish', { media, seconds: 5 })
        await ask('diary.put', { page: id, step })
      }
  }, page)
  await must(pupil, 'sessions.move', { name: 'diary-page', page })
  await press(pupil, '录音')
  await expect(pupil.getByText('这一页录了好多声音啦！', { exact: false })).toBeVisible()
  await expect(pupil.locator('.recorder .go, .recorder-foot .go')).toBeDisabled()
  await fitsAChild(pupil, 'no more voices')
  await press(pupil, '拍照')
  await expect(pupil.getByText('这一页放了好多照片啦！', { exact: false })).toBeVisible()
  await expect(pupil.getByRole('button', { name: '拍', exact: true })).toBeDisabled()
  await fitsAChild(pupil, 'no more photographs')
  await press(pupil, '不拍了')
  // However much was said, there is a sheet to draw on.
  await press(pupil, '画画')
  await pupil.screenshot({ path: test.info().outputPath('all-voices.png') })
  expect((await pupil.locator('.paper-sheet > canvas').boundingBox())!.height).toBeGreaterThan(300)
  expect(itemsOn(await pageNow(pupil))).toHaveLength(42)
})
