// A power cut while a child moves a thing on a page of the diary.
import type { Page } from '@playwright/test'
import type { DiaryItem, DiaryPage } from '#contract/diary.ts'
import { arrive, draw, painted, roomWithChildren } from './child-ground.ts'
import { expect, test } from './fixture.ts'
import { must } from './open-room.ts'
import { strokesOn } from './on-page.ts'

const press = (pupil: Page, name: string) => pupil.getByRole('button', { name, exact: true }).click()

async function pageNow(pupil: Page): Promise<DiaryPage> {
  const { place } = (await must(pupil, 'sessions.now'))!
  return must(pupil, 'diary.open', { page: place.page! })
}

const itemsOn = ({ sheets }: DiaryPage, sheet = 0): DiaryItem[] =>
  (sheets[sheet]?.marks ?? []).filter((mark) => mark.kind === 'item')

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
  await expect.poll(() => painted(again)).toBeGreaterThan(100)
  const after = await pageNow(again)
  expect(itemsOn(after)).toEqual(kept)
  expect(strokesOn(after)).toHaveLength(1)
})
