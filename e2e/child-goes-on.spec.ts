// What a child did is there again after a crash or a power cut, on the same page.
import { arrive, draw, painted, roomWithChildren } from './child-ground.ts'
import { expect, test } from './fixture.ts'
import { must } from './open-room.ts'
import { answerOf, sumNow } from './sum-answer.ts'
import { strokesOn } from './on-page.ts'

test('a window that starts anew is at the same sum and the same page, nothing lost', async ({ app }) => {
  const { pupil } = await roomWithChildren(app)
  await arrive(pupil)
  await pupil.getByRole('button', { name: '边玩边学', exact: true }).click()
  await pupil.locator('.again-card .go').click()
  await expect(pupil.locator('.beads')).toHaveAccessibleName('第 1 题，一共 10 题')
  await pupil.keyboard.type(answerOf(await sumNow(pupil)))
  await pupil.keyboard.press('Enter')
  await expect(pupil.locator('.beads')).toHaveAccessibleName('第 2 题，一共 10 题')
  await pupil.reload()
  await expect(pupil.locator('.beads')).toHaveAccessibleName('第 2 题，一共 10 题')

  await pupil.getByRole('button', { name: '回到四扇门' }).click()
  await pupil.getByRole('button', { name: '我的日记', exact: true }).click()
  await pupil.getByRole('button', { name: '写新的一页' }).click()
  await pupil.getByRole('button', { name: '开始', exact: true }).click()
  await draw(pupil)
  await pupil.locator('textarea').pressSequentially('我家有一只小狗')
  await expect(pupil.locator('.saved')).toContainText('存好了')
  await pupil.reload()
  await expect(pupil.locator('textarea')).toHaveValue('我家有一只小狗')
  await expect.poll(() => painted(pupil)).toBeGreaterThan(100)
})

test('a stroke is kept while it grows, before the finger is lifted', async ({ app }) => {
  const { pupil } = await roomWithChildren(app)
  await arrive(pupil)
  await pupil.getByRole('button', { name: '我的日记', exact: true }).click()
  await pupil.getByRole('button', { name: '写新的一页' }).click()
  await pupil.getByRole('button', { name: '开始', exact: true }).click()
  const box = (await pupil.locator('canvas').boundingBox())!
  await pupil.mouse.move(box.x + 60, box.y + 60)
  await pupil.mouse.down()
  await pupil.mouse.move(box.x + 200, box.y + 200, { steps: 10 })
  const place = (await must(pupil, 'sessions.now'))!.place
  await expect
    .poll(
      async () => strokesOn(await must(pupil, 'diary.open', { page: place.page! }))[0]?.points.length ?? 0,
    )
    .toBeGreaterThan(9)
  await pupil.mouse.up()
})

test('after a power cut the seat asks whether it is the same child, and goes on there', async ({
  launch,
}) => {
  const before = await launch()
  const { pupil } = await roomWithChildren(before)
  await arrive(pupil)
  await pupil.getByRole('button', { name: '边玩边学', exact: true }).click()
  await pupil.locator('.again-card .go').click()
  await expect(pupil.locator('.beads')).toBeVisible()
  const gone = new Promise((resolve) => before.process().once('exit', resolve))
  before.process().kill('SIGKILL')
  await gone

  const after = await launch()
  const again = await after.firstWindow()
  await again.getByRole('button', { name: '是我，接着来' }).click()
  await expect(again.locator('.beads')).toHaveAccessibleName('第 1 题，一共 10 题')
})
