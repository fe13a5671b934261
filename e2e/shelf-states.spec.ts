// The learning corner in its states: first and sixth grade, more than a page, a teacher's pause, what cannot be opened or read.
import type { Page } from '@playwright/test'
import { activities } from '#core/learning/activities.ts'
import { fitsAChild } from './fits-a-child.ts'
import { expect, test } from './fixture.ts'
import { must, openRoom, signIn } from './open-room.ts'
import { databaseBeside } from './room-copy.ts'

const look = (pupil: Page, name: string) => pupil.screenshot({ path: test.info().outputPath(`${name}.png`) })

const suitsGrade = (id: string, grade: number) => {
  const { grades } = activities.find((one) => one.id === id)!
  return grades.from <= grade && grade <= grades.to
}

test('each grade finds its own, turns the shelf, rests with the teacher, and is never stuck in what does not open', async ({
  app,
  userData,
}) => {
  const pupil = await openRoom(app)
  const staff = await signIn(app, pupil)
  const add = (name: string, classLabel: string) =>
    must(staff, 'children.add', { name, classLabel, number: null, birthday: null })
  const first = await add('李苗苗', '一(1)班')
  const sixth = await add('阿依古丽·买买提江·吐尔逊', '六(1)班')
  const there = async (childId: string) => {
    await must(pupil, 'sessions.begin', { childId })
    await must(pupil, 'sessions.move', { name: 'learn' })
    await expect(pupil.locator('.front')).toBeVisible()
  }

  for (const [grade, { id }] of [
    [1, first],
    [6, sixth],
  ] as const) {
    await there(id)
    const { suits } = await must(pupil, 'learning.shelf')
    expect(suits.filter((one) => !suitsGrade(one, grade))).toEqual([])
    await expect(pupil.locator('.suits > li')).toHaveCount(3)
    // No program of its own is there to eat the allowance of big toys: no blocks, no shelf for them (H6).
    await expect(pupil.locator('.subjects .blocks')).toHaveCount(0)
    await fitsAChild(pupil, `the front for grade ${grade}`)
    await look(pupil, `grade-${grade}`)
    await must(pupil, 'sessions.end')
  }

  await there(sixth.id)
  await pupil.locator('.subjects').getByRole('button', { name: '算数' }).click()
  const cards = pupil.locator('.shelf-cards > li')
  await expect(cards).toHaveCount(8)
  await fitsAChild(pupil, 'a full page of a shelf')
  await pupil.getByRole('button', { name: '下一层' }).click()
  await expect(cards).toHaveCount(activities.filter(({ subject }) => subject === 'maths').length - 8)
  await look(pupil, 'second-page')

  await must(staff, 'sessions.pause', { paused: true })
  await expect(pupil.locator('dialog.paused')).toBeVisible()
  await fitsAChild(pupil, 'the corner in a pause')
  await look(pupil, 'paused')
  await must(staff, 'sessions.pause', { paused: false })
  await expect(pupil.locator('dialog.paused')).toHaveCount(0)
  await expect(cards).not.toHaveCount(0)

  // The script of an activity cannot be read: there is a way on, and another try opens it.
  const network = await pupil.context().newCDPSession(pupil)
  await network.send('Network.enable')
  await network.send('Network.setBlockedURLs', { urls: ['*/assets/clocks-*.js'] })
  await must(pupil, 'sessions.move', { name: 'activity', page: 'clocks' })
  await expect(pupil.getByText('这里打了个盹')).toBeVisible()
  await fitsAChild(pupil, 'an activity that does not open')
  await look(pupil, 'not-opened')
  await pupil.getByRole('button', { name: '先玩别的' }).click()
  await expect(pupil.locator('.front')).toBeVisible()
  await must(pupil, 'sessions.move', { name: 'activity', page: 'clocks' })
  await network.send('Network.setBlockedURLs', { urls: [] })
  await pupil.getByRole('button', { name: '再试一次' }).click()
  await expect(pupil.locator('.activity-page .beads')).toBeVisible()

  // What main cannot read, the shelf says, and asks again when it is told to.
  const db = databaseBeside(userData)
  const rename = (from: string, to: string) => db.exec(`ALTER TABLE ${from} RENAME TO ${to}`)
  rename('learning_round', 'away')
  await pupil.getByRole('button', { name: '回到架子' }).click()
  await expect(pupil.locator('.shelf-say .say')).toBeVisible()
  await fitsAChild(pupil, 'a shelf that cannot be read')
  await look(pupil, 'not-read')
  rename('away', 'learning_round')
  db.close()
  await pupil.getByRole('button', { name: '再试一次' }).click()
  await expect(cards.or(pupil.locator('.front')).first()).toBeVisible()
})
