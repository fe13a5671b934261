// The rest for eyes and shoulders: when it comes, that it takes nothing out of a hand, and how it ends.
import type { Page } from '@playwright/test'
import { arrive, roomWithChildren } from './child-ground.ts'
import { fitsAChild } from './fits-a-child.ts'
import { expect, test } from './fixture.ts'
import { must } from './open-room.ts'
import { cutPower, databaseBeside, readRoom } from './room-copy.ts'
import { answerOf, sumNow } from './sum-answer.ts'
import { firstWindow } from './windows.ts'

/** Moves the turn that a power cut left: so much of it is used. */
function used(userData: string, ms: number): void {
  const db = databaseBeside(userData)
  db.prepare('UPDATE session_beat SET used_ms = ?').run(ms)
  db.close()
}

const rest = (pupil: Page) => pupil.locator('.rest-dialog[open]')

test('after twenty minutes of screen eyes and shoulders rest, once the sum under way is done', async ({
  launch,
  userData,
}) => {
  let app = await launch()
  let { pupil } = await roomWithChildren(app)
  await arrive(pupil)
  await must(pupil, 'sessions.move', { name: 'activity', page: 'sums' })
  await expect(pupil.locator('.beads')).toBeVisible()
  await cutPower(app)
  used(userData, 20 * 60_000 - 3000)

  app = await launch()
  pupil = await firstWindow(app)
  await pupil.getByRole('button', { name: '是我，接着来' }).click()
  await expect(pupil.locator('.beads')).toBeVisible()
  await expect.poll(async () => (await must(pupil, 'sessions.now'))?.restDue).toBe(true)
  // Due, and not shown: a sum is in hand.
  await pupil.keyboard.press('1')
  await expect(pupil.locator('.answer')).toContainText('1')
  await expect(rest(pupil)).toHaveCount(0)
  await pupil.keyboard.press('Backspace')
  // The window hears of it with main's next beat; from then on the end of a sum brings it.
  let done = 0
  await expect
    .poll(
      async () => {
        if (await rest(pupil).isVisible()) return true
        const now = await must(pupil, 'learning.round', { activity: 'sums' })
        if (now.now === done) {
          await pupil.keyboard.type(answerOf(await sumNow(pupil)))
          await pupil.keyboard.press('Enter')
          done += 1
        }
        return false
      },
      { intervals: [1500] },
    )
    .toBe(true)
  await fitsAChild(pupil, 'the rest')
  await pupil.screenshot({ path: test.info().outputPath('rest.png') })
  const rested = pupil.getByRole('button', { name: '歇好了' })
  await expect(rested).toBeDisabled()
  await pupil.keyboard.press('Escape')
  await pupil.keyboard.press('Escape')
  await expect(rest(pupil)).toBeVisible()
  await expect(rested).toBeEnabled()
  await pupil.screenshot({ path: test.info().outputPath('rest-done.png') })
  await rested.click()
  await expect(rest(pupil)).toHaveCount(0)
  expect((await must(pupil, 'sessions.now'))?.restDue).toBe(false)
  expect((await must(pupil, 'learning.round', { activity: 'sums' })).now).toBe(done)
})

test('staff set how often, and the change is in the audit', async ({ app, userData }) => {
  const { staff } = await roomWithChildren(app)
  await staff.getByRole('button', { name: '设置', exact: true }).click()
  await staff.getByRole('button', { name: /让眼睛和肩膀歇一歇/ }).click()
  await staff.getByRole('option', { name: '不用' }).click()
  await staff.getByRole('button', { name: '保存', exact: true }).click()
  await expect.poll(async () => (await must(staff, 'room.settings')).restMinutes).toBe(0)
  const sql = "SELECT count(*) FROM staff_act WHERE method = 'room.changeSettings'"
  expect(readRoom(userData, ({ one }) => one(sql))).toBe(1)
})
