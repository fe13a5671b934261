// A child's whole day, from the face on the tile to “goodbye”.
import { draw, painted, roomWithChildren, skipMood } from './child-ground.ts'
import { fitsAChild } from './fits-a-child.ts'
import { expect, test } from './fixture.ts'
import { answerOf, sumNow } from './sum-answer.ts'

for (const screens of ['1366x768', '1024x768', '1093x614']) {
  test.describe(`at ${screens}`, () => {
    test.use({ screens })

    test('a child sits down, learns, writes the diary and says goodbye', async ({ app }) => {
      const { pupil } = await roomWithChildren(app)

      await expect(pupil.locator('.tile')).toHaveCount(2)
      await fitsAChild(pupil, 'who')
      await pupil.getByRole('button', { name: '叫老师' }).click()
      await expect(pupil.getByText('老师，请来一下')).toBeVisible()
      await fitsAChild(pupil, 'raised hand')
      await pupil.locator('.raised-page').click()
      await expect(pupil.locator('.raised')).toHaveCount(0)

      // Three pictures: wrong tilts and clears, right opens the house.
      await pupil.getByRole('button', { name: '林小雨', exact: true }).click()
      await expect(pupil.getByRole('heading', { name: '小雨，点你的三张图' })).toBeVisible()
      await fitsAChild(pupil, 'pictures')
      for (const name of ['苹果', '苹果', '苹果'])
        await pupil.getByRole('button', { name, exact: true }).click()
      await expect(pupil.getByText('再想一想，不着急')).toBeVisible()
      await expect(pupil.locator('.slots .full')).toHaveCount(0)
      for (const name of ['鱼', '月亮', '钥匙'])
        await pupil.getByRole('button', { name, exact: true }).click()

      await skipMood(pupil)
      await expect(pupil.locator('.home-who')).toContainText('林小雨')
      await expect(pupil.locator('.sky-land')).toHaveAccessibleName(/这次还有 \d+ 分钟/)
      await fitsAChild(pupil, 'home')

      for (const [door, heading] of [
        ['打电话', '打电话'],
        ['我', '林小雨'],
      ] as const) {
        await pupil.getByRole('button', { name: door, exact: true }).click()
        await expect(pupil.getByRole('heading', { name: heading, exact: true })).toBeVisible()
        await fitsAChild(pupil, door)
        await pupil.locator('.to-home').click()
        await expect(pupil.locator('.door')).toHaveCount(4)
      }

      await pupil.getByRole('button', { name: '边玩边学', exact: true }).click()
      await expect(pupil.locator('.again-card .go')).toBeVisible()
      await fitsAChild(pupil, 'learn')
      await pupil.locator('.again-card .go').click()
      await expect(pupil.locator('.beads')).toHaveAccessibleName('第 1 题，一共 10 题')
      await pupil.getByRole('button', { name: '帮帮我' }).click()
      await fitsAChild(pupil, 'sums')
      for (let asked = 1; asked <= 10; asked += 1) {
        await expect(pupil.locator('.beads')).toHaveAccessibleName(`第 ${asked} 题，一共 10 题`)
        await expect(pupil.locator('.answer')).toHaveText('')
        await pupil.keyboard.type(answerOf(await sumNow(pupil)))
        await pupil.keyboard.press('Enter')
      }
      await expect(pupil.getByRole('button', { name: '再来一组' })).toBeVisible()
      await fitsAChild(pupil, 'end of a round')
      await pupil.getByRole('button', { name: '回到四扇门' }).click()

      await pupil.getByRole('button', { name: '我的日记', exact: true }).click()
      await expect(pupil.getByText('这里还空着')).toBeVisible()
      await fitsAChild(pupil, 'empty diary')
      await pupil.getByRole('button', { name: '写新的一页' }).click()
      await fitsAChild(pupil, 'which paper')
      await pupil.getByRole('button', { name: '开始', exact: true }).click()
      await expect(pupil.locator('canvas')).toBeVisible()
      await draw(pupil)
      const inked = await painted(pupil)
      expect(inked).toBeGreaterThan(100)
      await pupil.getByRole('button', { name: '后悔' }).click()
      await expect.poll(() => painted(pupil)).toBe(0)
      await pupil.getByRole('button', { name: '又要' }).click()
      await expect.poll(() => painted(pupil)).toBeGreaterThan(inked * 0.9)
      await pupil.locator('textarea').fill('今天我挖了红薯。')
      await expect(pupil.locator('.saved')).toContainText('存好了')
      await fitsAChild(pupil, 'diary page')
      await pupil.getByRole('button', { name: '写好了' }).click()
      await expect(pupil.locator('.page-card')).toContainText('今天我挖了红薯。')
      await expect(pupil.locator('.page-card img')).toBeVisible()
      await fitsAChild(pupil, 'diary')

      await pupil.getByRole('button', { name: '回到四扇门' }).click()
      await pupil.getByRole('button', { name: '离开' }).click()
      await expect(pupil.getByRole('heading', { name: /小雨，下次见/ })).toBeVisible()
      await expect(pupil.getByText('日记存好了')).toBeVisible()
      await expect(pupil.getByText('做了 10 道题')).toBeVisible()
      await fitsAChild(pupil, 'goodbye')
      await pupil.getByRole('button', { name: '我还没好' }).click()
      await expect(pupil.locator('.door')).toHaveCount(4)
      await pupil.getByRole('button', { name: '离开' }).click()
      await pupil.getByRole('button', { name: '再见' }).click()
      await expect(pupil.locator('.tile')).toHaveCount(2)
    })
  })
}

test('keys alone lead from the tile to a door and back', async ({ app }) => {
  const { pupil } = await roomWithChildren(app)
  const tile = pupil.getByRole('button', { name: '陈思远', exact: true })
  await expect(tile).toBeVisible()
  await tile.focus()
  await pupil.keyboard.press('Enter')
  await expect(pupil.locator('.door')).toHaveCount(4)
  await pupil.getByRole('button', { name: '打电话', exact: true }).focus()
  await pupil.keyboard.press('ArrowRight')
  await expect(pupil.locator(':focus')).toHaveAccessibleName(/边玩边学/)
  await pupil.getByRole('button', { name: '我的日记', exact: true }).focus()
  await pupil.keyboard.press('Enter')
  await expect(pupil.getByRole('button', { name: '写新的一页' })).toBeVisible()
  await pupil.getByRole('button', { name: '回到四扇门' }).focus()
  await pupil.keyboard.press('Space')
  await expect(pupil.locator('.door')).toHaveCount(4)
})
