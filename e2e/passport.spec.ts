// The passport: empty, with stamps and without their days, with two hundred, by a very long name; and on paper.
import { fitsAChild } from './fits-a-child.ts'
import { expect, test } from './fixture.ts'
import { begin, must, openRoom, signIn } from './open-room.ts'
import { databaseBeside } from './room-copy.ts'

const name = '阿依古丽·买买提江·吐尔逊·阿卜杜热西提'

/** Stamps as another seat could have brought them; a time below zero is one that was not known. */
function stamped(
  userData: string,
  childId: string,
  rows: readonly (readonly [activity: string, stamp: string, at: number, facts: object])[],
): void {
  const db = databaseBeside(userData)
  const add = db.prepare(
    'INSERT INTO learning_stamp (id, child_id, activity, stamp, at, facts, trusted) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  for (const [activity, stamp, at, facts] of rows)
    add.run(
      `${childId}/${activity}/${stamp}`,
      childId,
      activity,
      stamp,
      Math.abs(at),
      JSON.stringify(facts),
      at > 0 ? 1 : 0,
    )
  db.close()
}

for (const screens of ['1366x768', '1024x768'] as const)
  test.describe(`at ${screens}`, () => {
    test.use({ screens })

    test('a child finds its passport, and what it can do in it with its evidence', async ({
      app,
      userData,
    }) => {
      const pupil = await openRoom(app)
      const staff = await signIn(app, pupil)
      const { id } = await must(staff, 'children.add', {
        name,
        classLabel: '二(1)班',
        number: null,
        birthday: null,
      })
      await begin(pupil, { childId: id })
      await must(pupil, 'sessions.move', { name: 'learn' })
      await pupil.reload()
      await pupil.getByRole('button', { name: '我的护照' }).click()
      await expect(pupil.getByText('护照还空着')).toBeVisible()
      await fitsAChild(pupil, 'an empty passport')

      stamped(userData, id, [
        ['computer', 'click', Date.UTC(2026, 8, 8, 4), { times: 4, misses: 1, seconds: 6, by: 'mouse' }],
        ['computer', 'keys', Date.now(), { times: 4, misses: 0, seconds: 9, by: 'keys' }],
        ['sums', 'add-within-20', -Date.now() - 1000, { alone: 12 }],
        ['no-longer-here', 'x', Date.UTC(2026, 8, 9, 4), {}],
      ])
      await pupil.reload()
      const stamps = pupil.locator('button.stamp')
      await expect(stamps).toHaveCount(4)
      await expect(stamps.nth(0)).toContainText('我会点一点')
      await expect(stamps.nth(0)).toContainText('4 次都点开了，点空 1 次，用鼠标')
      await expect(stamps.nth(0)).toContainText('2026年9月8日')
      await expect(pupil.locator('.stamp.fresh')).toContainText('今天')
      // Earned while the clock could not be believed: no day at all.
      await expect(stamps.nth(3)).toContainText('12 题自己做对')
      await expect(stamps.nth(3).locator('.when')).toHaveCount(0)
      await fitsAChild(pupil, 'a passport with stamps')

      const many = Array.from({ length: 196 }, (_, at) => ['pairs', `x${at}`, 1, {}] as const)
      stamped(userData, id, many)
      await pupil.reload()
      await expect(pupil.getByRole('status')).toContainText('第 40 页，一共 40 页')
      await pupil.getByRole('button', { name: '前一页' }).click()
      await expect(stamps).toHaveCount(5)
      await fitsAChild(pupil, 'two hundred stamps')

      if (screens !== '1366x768') return
      await staff.locator('.nav .place', { hasText: '孩子' }).click()
      await staff.getByRole('button', { name }).first().click()
      await staff
        .locator('.child-part', { hasText: '本领护照' })
        .getByRole('button', { name: '看护照' })
        .click()
      await expect(staff.locator('.print-sheet .booklet li')).toHaveCount(200)
      await expect(staff.locator('.print-sheet')).toContainText('我会点一点')
    })
  })
