// The learning corner as a child meets it: its front, the shelves, and what staff took off.
import { arrive, roomWithChildren } from './child-ground.ts'
import { fitsAChild } from './fits-a-child.ts'
import { expect, test } from './fixture.ts'
import { must } from './open-room.ts'
import { databaseBeside } from './room-copy.ts'

for (const screens of ['1366x768', '1024x768'] as const)
  test.describe(`at ${screens}`, () => {
    test.use({ screens })

    test('a child finds something to begin with, the shelves, and the way back to what was played', async ({
      app,
      userData,
    }) => {
      const { pupil, staff } = await roomWithChildren(app)
      await arrive(pupil)
      await pupil.getByRole('button', { name: '边玩边学', exact: true }).click()
      // No door to a shelf with nothing on it.
      await expect(pupil.locator('.subjects button > span')).toHaveText([
        '认字',
        '拼音打字',
        '算数',
        '动脑筋',
        '电脑本领',
      ])
      await expect(pupil.locator('.again-card')).toContainText('第一次来')
      // Nor bamboo for a subject in which nothing is there to grow.
      await expect(pupil.locator('.grove > div')).toHaveCount(5)
      await fitsAChild(pupil, 'the front of the corner')

      await pupil.locator('.subjects').getByRole('button', { name: '算数' }).click()
      await expect(pupil.getByRole('heading', { name: '算数' })).toBeVisible()
      await expect(pupil.locator('.shelf-cards')).toContainText('算一算')
      await fitsAChild(pupil, 'a shelf')
      await pupil.reload()
      await expect(pupil.getByRole('heading', { name: '算数' })).toBeVisible()

      // The speaker reads the name of the shelf, then each card, ringed while it is read.
      await pupil.locator('.subject-shelf .speak').click()
      await expect(pupil.locator('.act.is-read')).toBeVisible()
      await expect(pupil.locator('.act.is-read')).toHaveCount(0)

      // The last of a shelf was taken off while the child stood there.
      await must(pupil, 'sessions.move', { name: 'learn', page: 'teacher' })
      await expect(pupil.getByText('书架还空着')).toBeVisible()
      await fitsAChild(pupil, 'an empty shelf')

      await pupil.locator('.subjects').getByRole('button', { name: '算数' }).click()
      await pupil.getByRole('button', { name: /^算一算 / }).click()
      await expect(pupil.locator('.beads')).toBeVisible()
      const round = await must(pupil, 'learning.round', { activity: 'sums' })
      await must(pupil, 'learning.answer', { round: round.id, now: round.now, answer: '1' })
      await pupil.getByRole('button', { name: '回到架子' }).click()
      await expect(pupil.getByRole('heading', { name: '算数' })).toBeVisible()
      await expect(pupil.locator('.act.go-on')).toContainText('接着上次')
      await pupil.getByRole('button', { name: '回到边玩边学' }).click()
      await expect(pupil.locator('.again-card')).toContainText('算一算')
      // A stalk that is full stays full; the next joints grow beside it.
      await must(pupil, 'learning.giveUp', { round: round.id, now: round.now })
      const db = databaseBeside(userData)
      expect(db.prepare('UPDATE learning_progress SET joints = 8').run().changes).toBe(1)
      db.close()
      await pupil.reload()
      await expect(pupil.locator('.grove .stalk rect')).toHaveCount(8)
      await pupil
        .locator('.again-card')
        .getByRole('button', { name: /^(接着玩|开始)$/ })
        .click()
      await expect(pupil.locator('.beads')).toHaveAccessibleName('第 2 题，一共 10 题')

      for (const grade of [1, 2, 3, 4, 5, 6])
        await must(staff, 'learning.setSwitch', { activity: 'sums', grade, on: false })
      await pupil.reload()
      await expect(pupil.getByText('这个现在休息')).toBeVisible()
      await fitsAChild(pupil, 'an activity that is off')
      await pupil.getByRole('button', { name: '回到架子' }).click()
      await expect(pupil.locator('.subjects button')).toHaveCount(5)
    })
  })
