import type { Page } from '@playwright/test'
import type { Camera } from './camera.ts'
import { pupils, roomIn } from './rooms.ts'
import { at, goTo, press, seat, visit, type VisitParts } from './visit.ts'

/** The diary: the empty one, a page drawn and written, the thick one. */
export function diary(camera: Camera, template: string, parts: VisitParts): Promise<void> {
  const { say, shot, stretch, lang } = camera
  const prepare = (userData: string) => roomIn(userData, template, lang)
  return visit(camera, { ...parts, prepare }, async ({ window }) => {
    const pupil = await window('pupil')
    await pupil.locator('.tile').first().waitFor()
    await stretch('a diary page', async () => {
      await seat(pupil, pupils.fresh)
      await goTo(pupil, 'diary')
      await pupil.getByText(say('diary.empty.title')).waitFor()
      await shot(pupil, 'diary-empty')
      await press(pupil, say('diary.new'))
      await pupil.locator('.paper-cards').waitFor()
      await shot(pupil, 'diary-paper')
      await press(pupil, say('diary.papers.begin'))
      await at(pupil, 'diary-page')
      await shot(pupil, 'diary-page')
      await draw(pupil)
      await shot(pupil, 'diary-drawn')
      await press(pupil, say('diary.rubber'))
      await shot(pupil, 'diary-rubber')
      await press(pupil, say('diary.tool.stickers'))
      await pupil.locator('.stick-grid button').nth(1).click()
      await pupil.locator('.stuck.held canvas').waitFor()
      await shot(pupil, 'diary-stickers')
      await press(pupil, say('diary.stickers.done'))
      await press(pupil, say('diary.tool.write'))
      await pupil.locator('textarea').fill(writing[lang])
      await shot(pupil, 'diary-typed')
      await press(pupil, say('diary.undo'))
      await shot(pupil, 'diary-undone')
      await press(pupil, say('diary.redo'))
      await press(pupil, say('diary.finish'))
      await pupil.locator('.page-card img').first().waitFor()
      await shot(pupil, 'diary-list')
    })
    await stretch('a thick diary', async () => {
      await seat(pupil, pupils.main)
      await goTo(pupil, 'diary')
      await pupil.locator('.page-card').first().waitFor()
      await shot(pupil, 'diary-many')
      await press(pupil, say('who.next'))
      await shot(pupil, 'diary-many-page-2')
    })
    await stretch('giving a page', () => giving(camera, pupil))
    await stretch('looking back', () => lookingBack(camera, pupil))
  })
}

/** To mother, to a grown-up of the room, and back. */
async function giving({ say, shot }: Camera, pupil: Page): Promise<void> {
  await goTo(pupil, 'diary')
  await pupil.locator('.page-card').first().click()
  await at(pupil, 'diary-page')
  await pupil.locator('.who-sees').click()
  await pupil.locator('.share-pick').first().waitFor()
  await shot(pupil, 'diary-share')
  await pupil.locator('.share-groups section').first().locator('.share-pick').first().click()
  await shot(pupil, 'diary-share-chosen')
  await pupil.locator('.share-end .go').click()
  await pupil.locator('.promise.is-given').waitFor()
  await shot(pupil, 'diary-shared-family')
  await press(pupil, say('diary.share.back'))
  await pupil.locator('.who-sees.is-given').waitFor()
  await shot(pupil, 'diary-page-given')
  await pupil.locator('.who-sees').click()
  await pupil.locator('.share-groups section').last().locator('.share-pick').first().click()
  await pupil.locator('.share-end .go').click()
  await pupil.locator('.share-sheet .receiver-face.initial').waitFor()
  await shot(pupil, 'diary-shared-adult')
  await pupil.locator('.share-acts .pill').click()
  await pupil.locator('.share-said').waitFor()
  await shot(pupil, 'diary-taken-back')
  await pupil.locator('.share-pick').nth(1).click()
  await pupil.locator('.share-end .go').click()
  await pupil.locator('.promise.is-given').waitFor()
  await shot(pupil, 'diary-in-basket')
}

/** Hearts, and the year as a book. */
async function lookingBack({ say, shot }: Camera, pupil: Page): Promise<void> {
  await goTo(pupil, 'diary')
  await pupil.locator('.album-like').first().click()
  await pupil.locator('.album-like[aria-pressed=true]').first().waitFor()
  await shot(pupil, 'diary-hearts')
  await press(pupil, say('diary.album.liked'))
  await shot(pupil, 'diary-liked')
  await press(pupil, say('diary.album.book'))
  await pupil.locator('.book-card').first().waitFor()
  await pupil.locator('.book-card[aria-pressed=false]').first().click()
  await pupil.locator('.book-card[aria-pressed=false]').first().click()
  await shot(pupil, 'year-book-choose')
  await press(pupil, say('diary.book.ask'))
  await pupil.locator('.book-look .cover').waitFor()
  await shot(pupil, 'year-book-cover')
  await press(pupil, say('who.next'))
  await pupil.locator('.book-look h3').first().waitFor()
  await shot(pupil, 'year-book')
}

const writing = {
  'zh-CN': '今天我和妈妈视频了。妈妈穿着红色的衣服，她说厂里的木棉花开了。我给她看了我画的房子。',
  en: 'Today I talked with mum. She wore her red jacket and said the trees at the factory are in bloom. I showed her the house that I drew.',
} as const

/** A house, by the mouse. */
export async function draw(page: Page): Promise<void> {
  const box = await page.locator('canvas').boundingBox()
  if (!box) throw new Error('no canvas')
  const place = ([x, y]: readonly [number, number]) =>
    [box.x + x * box.width, box.y + y * box.height] as const
  const line = async (...points: readonly (readonly [number, number])[]) => {
    const [first, ...rest] = points
    await page.mouse.move(...place(first!))
    await page.mouse.down()
    for (const point of rest) await page.mouse.move(...place(point), { steps: 6 })
    await page.mouse.up()
  }
  await line([0.3, 0.5], [0.3, 0.8], [0.6, 0.8], [0.6, 0.5])
  await line([0.25, 0.52], [0.45, 0.3], [0.65, 0.52])
  await line([0.42, 0.8], [0.42, 0.65], [0.5, 0.65], [0.5, 0.8])
  await line([0.8, 0.15], [0.86, 0.18], [0.87, 0.25], [0.81, 0.28], [0.76, 0.24], [0.8, 0.15])
}
