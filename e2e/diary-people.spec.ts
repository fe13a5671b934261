// The diary as its people meet it: a child of six who cannot read yet.
import { draw, painted, roomWithChildren } from './child-ground.ts'
import { fitsAChild } from './fits-a-child.ts'
import { expect, test } from './fixture.ts'
import { must } from './open-room.ts'
import { fakeDevices } from './parent-phones.ts'

test('a child of six taps a face, draws, speaks, puts a feeling on its page and takes it back, and finds the page again; nobody hears of it', async ({
  launch,
}) => {
  const app = await launch([...fakeDevices])
  const { pupil, staff } = await roomWithChildren(app)
  const shot = (name: string) => pupil.screenshot({ path: test.info().outputPath(`${name}.png`) })
  const tool = (name: string) => pupil.getByRole('toolbar').getByRole('button', { name, exact: true })
  const moodsOn = async (page: string) =>
    (await must(pupil, 'diary.open', { page })).sheets.flatMap(({ marks }) =>
      marks.flatMap((mark) => (mark.kind === 'item' && mark.thing.kind === 'mood' ? [mark.thing.mood] : [])),
    )

  await pupil.getByRole('button', { name: '陈思远', exact: true }).click()
  await pupil.getByRole('button', { name: '开心', exact: true }).click()
  await pupil.getByRole('button', { name: '谁也不告诉' }).click()
  await pupil.getByRole('button', { name: '我的日记', exact: true }).click()
  await pupil.getByRole('button', { name: '写新的一页' }).click()
  await shot('papers')
  await pupil.getByRole('button', { name: '开始', exact: true }).click()
  await draw(pupil)
  await expect.poll(() => painted(pupil)).toBeGreaterThan(100)
  await expect.poll(async () => (await must(pupil, 'diary.pages', { limit: 5 })).pages.length).toBe(1)
  const { pages } = await must(pupil, 'diary.pages', { limit: 5 })
  const page = pages[0]!.id

  await test.step('a feeling lies at the head of the page, is offered and never asked', async () => {
    await expect(pupil.locator('.mood-mark-faces')).toHaveCount(0)
    await pupil.getByRole('button', { name: '贴一张心情' }).click()
    await fitsAChild(pupil, 'a feeling for the page')
    await shot('mood-faces')
    await pupil.getByRole('button', { name: '不想说' }).click()
    await expect(pupil.locator('.mood-mark-faces')).toHaveCount(0)
    expect(await moodsOn(page)).toEqual([])
    await pupil.getByRole('button', { name: '贴一张心情' }).click()
    await pupil.getByRole('button', { name: '想念', exact: true }).click()
    await expect.poll(() => moodsOn(page)).toEqual(['missing'])
    await shot('mood-on')
  })

  await test.step('another one takes its place; undo goes back; it can be taken off', async () => {
    await pupil.getByRole('button', { name: '换一张心情' }).click()
    await pupil.getByRole('button', { name: '累了', exact: true }).click()
    await expect.poll(() => moodsOn(page)).toEqual(['tired'])
    await tool('后悔').click()
    await tool('后悔').click()
    await expect.poll(() => moodsOn(page)).toEqual(['missing'])
    await pupil.getByRole('button', { name: '换一张心情' }).click()
    await pupil.getByRole('button', { name: '拿掉', exact: true }).click()
    await expect.poll(() => moodsOn(page)).toEqual([])
    await tool('后悔').click()
    await expect.poll(() => moodsOn(page)).toEqual(['missing'])
  })

  await test.step('what was said has the wave of that voice', async () => {
    await tool('录音').click()
    await pupil.locator('.recorder .go').click()
    // The microphone of the test beeps once a second.
    await expect(pupil.locator('.limit-dots, .recorder')).toBeVisible()
    await new Promise((resolve) => setTimeout(resolve, 3500))
    await pupil.locator('.recorder .go').click()
    await pupil.getByRole('button', { name: '放进日记' }).click()
    const voice = async () =>
      (await must(pupil, 'diary.open', { page })).sheets[0]?.marks.flatMap((mark) =>
        mark.kind === 'item' && mark.thing.kind === 'voice' ? [mark.thing] : [],
      )
    await expect.poll(async () => (await voice())?.length).toBe(1)
    const [said] = (await voice()) ?? []
    const peaks = said?.peaks ?? []
    expect(peaks).toHaveLength(40)
    expect(Math.max(...peaks) - Math.min(...peaks)).toBeGreaterThan(2)
    const heights = await pupil
      .locator('.page-voice .wave rect')
      .evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute('height'))))
    expect(heights.map((height) => Math.round(height / 3.6 - 1))).toEqual(peaks)
    await shot('voice')
  })

  await test.step('the page is found again, with its heart', async () => {
    await pupil.getByRole('button', { name: '写好了' }).click()
    await expect(pupil.locator('.page-card')).toHaveCount(1)
    await pupil.getByRole('button', { name: '我喜欢这一页' }).click()
    await fitsAChild(pupil, 'the diary')
    await shot('list')
  })

  await test.step('it becomes a book, and the child may stop it', async () => {
    await pupil.getByRole('button', { name: '我的一年', exact: true }).click()
    await pupil.locator('.book-card').first().click()
    await fitsAChild(pupil, 'choosing for the book')
    await shot('book-choose')
    await pupil.getByRole('button', { name: '请老师印出来' }).click()
    await expect(pupil.locator('.book-look .cover')).toBeVisible()
    await shot('book-cover')
    await pupil.getByRole('button', { name: '后一页' }).click()
    await expect(pupil.locator('.book-look .leaf-voice')).toBeVisible()
    await shot('book-spread')
    await fitsAChild(pupil, 'the book')
    await pupil.getByRole('button', { name: '再选一选' }).click()
  })

  await test.step('nobody was told: the child chose nobody, and the page is its own', async () => {
    expect(await must(staff, 'feelings.told')).toEqual([])
    expect(await must(staff, 'shares.withMe')).toEqual([])
  })
})
