import { arrive, roomWithChildren } from './child-ground.ts'
import { fitsAChild } from './fits-a-child.ts'
import { expect, test } from './fixture.ts'
import { call, must } from './open-room.ts'

test('a teacher’s pause closes three doors, never the telephone, and ends as it began', async ({ app }) => {
  const { pupil, staff } = await roomWithChildren(app)
  await arrive(pupil)
  await must(staff, 'sessions.pause', { paused: true })
  await expect(pupil.locator('.door[aria-disabled=true]')).toHaveCount(3)
  await expect(pupil.getByRole('button', { name: '打电话', exact: true })).not.toHaveAttribute(
    'aria-disabled',
  )
  await must(staff, 'sessions.pause', { paused: false })
  await expect(pupil.locator('.door[aria-disabled=true]')).toHaveCount(0)
})

test('when staff end a turn kindly, a sum stays until the child is ready', async ({ app }) => {
  const { pupil, staff } = await roomWithChildren(app)
  await arrive(pupil)
  await pupil.getByRole('button', { name: '边玩边学', exact: true }).click()
  await pupil.locator('.again-card .go').click()
  await expect(pupil.locator('.beads')).toBeVisible()
  await must(staff, 'sessions.endKindly')
  await expect(pupil.locator('.word-from-swallow')).toContainText('时间到啦')
  await expect(pupil.locator('.beads')).toBeVisible()
  await fitsAChild(pupil, 'the time is over')
  await pupil.getByRole('button', { name: '好了', exact: true }).first().click()
  await pupil.getByRole('button', { name: '再见' }).click()
  await expect(pupil.locator('.tile')).toHaveCount(2)
  expect(await call(pupil, 'sessions.now')).toEqual({ ok: true, value: null })
})
