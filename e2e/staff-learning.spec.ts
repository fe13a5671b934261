// What a teacher sees of learning: who stands where, what is hard, sheets with their answers apart, the shelf by grade.
import { arrive, roomWithChildren } from './child-ground.ts'
import { serious } from './axe.ts'
import { expect, test } from './fixture.ts'
import { must } from './open-room.ts'

test('a teacher sees what was learnt and what is hard, prints it, and takes an activity off a grade', async ({
  app,
}) => {
  const { pupil, staff } = await roomWithChildren(app)
  await arrive(pupil)
  await must(pupil, 'sessions.move', { name: 'activity', page: 'sums' })
  const round = await must(pupil, 'learning.round', { activity: 'sums' })
  await must(pupil, 'learning.giveUp', { round: round.id, now: round.now })

  await staff.locator('.nav .place', { hasText: '学习' }).click()
  const table = staff.getByRole('table', { name: '学了什么' })
  await expect(table.locator('tbody tr')).toHaveCount(1)
  await expect(table).toContainText('算一算')
  await table.getByRole('button', { name: '算一算' }).click()
  await expect(staff.locator('.panel tbody tr')).toContainText('思远')
  await staff.locator('.panel tbody .row-open').click()
  await expect(staff.getByRole('button', { name: '打印错题本' })).toBeEnabled()
  await expect(staff.locator('.print-sheet .answers-page li')).toHaveCount(1)
  expect(await serious(staff)).toEqual([])
  await staff.getByRole('button', { name: '所有活动' }).click()
  await staff.getByRole('button', { name: '按孩子' }).click()
  await staff.getByRole('table', { name: '学了什么' }).locator('.row-open').click()
  await expect(staff.locator('.panel tbody tr')).toContainText('算一算')

  await staff.getByRole('button', { name: '什么难', exact: true }).click()
  await expect(staff.getByRole('table', { name: '做错的题' }).locator('tbody tr')).toHaveCount(1)
  await expect(staff.locator('.print-sheet .paper-lines')).toHaveCount(2)
  // Given up unanswered is hard, too; from where children get stuck the way leads to a sheet of it.
  const stuck = staff.getByRole('table', { name: '孩子卡在哪里' })
  await expect(stuck.locator('tbody tr')).toHaveCount(1)
  const level = await stuck.locator('tbody .row-open').innerText()
  await stuck.locator('tbody .row-open').click()
  await expect(staff.locator('.print-sheet h1').first()).toContainText(level)
  await expect(staff.locator('.sheet-look li')).toHaveCount(20)
  const [first] = await staff.locator('.sheet-look').allInnerTexts()
  await staff.getByRole('button', { name: '换一批' }).click()
  await expect.poll(() => staff.locator('.sheet-look').innerText()).not.toBe(first)
  await expect(staff.locator('.print-sheet .answers-page li')).toHaveCount(20)
  expect(await serious(staff)).toEqual([])

  // A story comes with its bars; what is asked and its answer find each other by their number.
  await staff.getByRole('button', { name: /^算一算/ }).click()
  await staff.getByRole('option', { name: '想一想', exact: true }).click()
  await expect(staff.locator('.print-sheet .paper-lines').first().locator('svg').first()).toBeAttached()
  await staff.emulateMedia({ media: 'print' })
  const numbered = await staff
    .locator('.print-sheet .paper-lines')
    .evaluateAll((lists) => lists.map((list) => getComputedStyle(list).listStyleType))
  expect(numbered).toEqual(['decimal', 'decimal'])
  await staff.emulateMedia({ media: null })

  await staff.getByRole('button', { name: '架子', exact: true }).click()
  const grade = (await must(pupil, 'sessions.now'))!.child.grade
  await staff.getByRole('checkbox', { name: `算一算，${grade} 年级` }).press('Space')
  await expect(staff.getByRole('checkbox', { name: `算一算，${grade} 年级` })).not.toBeChecked()
  // The desk scrolls, and nothing besides it.
  const beyond = await staff.evaluate(() => {
    const { scrollHeight, clientHeight } = document.documentElement
    return scrollHeight - clientHeight
  })
  expect(beyond).toBeLessThanOrEqual(0)
  expect((await must(pupil, 'learning.shelf')).cards.map(({ activity }) => activity)).not.toContain('sums')
  expect(await serious(staff)).toEqual([])

  // A child's book goes on paper whole, or of one activity.
  await must(pupil, 'sessions.move', { name: 'activity', page: 'word-problems' })
  const story = await must(pupil, 'learning.round', { activity: 'word-problems' })
  await must(pupil, 'learning.giveUp', { round: story.id, now: story.now })
  await staff.getByRole('button', { name: '学了什么', exact: true }).click()
  await staff.getByRole('button', { name: '按孩子' }).click()
  await staff.getByRole('table', { name: '学了什么' }).locator('.row-open').click()
  await expect(staff.locator('.print-sheet .answers-page li')).toHaveCount(2)
  await staff.getByRole('button', { name: /^全部错题/ }).click()
  await staff.getByRole('option', { name: '算一算', exact: true }).click()
  await expect(staff.locator('.print-sheet .answers-page li')).toHaveCount(1)
  await expect(staff.locator('.print-sheet h1').first()).toContainText('算一算')
  expect(await serious(staff)).toEqual([])
})
