import type { Page } from '@playwright/test'
import type { Camera } from './camera.ts'
import { pupils, roomIn } from './rooms.ts'
import { ask, press, seat, signIn, turnTo, visit, type VisitParts } from './visit.ts'

const longName = '阿依古丽·买买提艾力江·吐尔逊·阿卜杜热合曼·努尔麦麦提'

/** Who a line is and who stands in the room twice: sixty questions of a second year's list, likely pairs, two records side by side. */
export function twice(camera: Camera, template: string, parts: VisitParts): Promise<void> {
  const prepare = (userData: string) => roomIn(userData, template, camera.lang)
  return visit(camera, { ...parts, prepare }, async (opened) => {
    const pupil = await opened.window('pupil')
    await pupil.locator('.tile').first().waitFor()
    await seat(pupil, pupils.main)
    const staff = await signIn(opened, pupil)
    await camera.stretch('questions of a list', () => questions(camera, staff))
    await camera.stretch('two records', () => records(camera, staff))
  })
}

async function questions({ say, shot, ...camera }: Camera, staff: Page): Promise<void> {
  const known = (await ask(staff, 'children.list')).slice(0, 60)
  const lines = known.map(({ name, classLabel, number }, at) =>
    at === 0
      ? `${longName},${classLabel},${number ?? ''},2018-03-05`
      : `${name},${classLabel},,20${10 + (at % 9)}-01-0${1 + (at % 9)}`,
  )
  const buffer = Buffer.from(`\uFEFF姓名,班级,学号,出生日期\r\n${lines.join('\r\n')}\r\n`, 'utf8')
  await turnTo(staff, { say, shot, ...camera }, 'children')
  await press(staff, say('children.import'))
  await staff.locator('input[type=file]').setInputFiles({ name: 'class.csv', mimeType: 'text/csv', buffer })
  const first = staff.locator('.question').first()
  await first.waitFor()
  await shot(staff, 'import-sums')
  await first.scrollIntoViewIfNeeded()
  await first.evaluate((question) => question.scrollIntoView({ block: 'start' }))
  await shot(staff, 'import-questions')
  await staff.locator('.question-pages').scrollIntoViewIfNeeded()
  await shot(staff, 'import-questions-end')
  await staff.keyboard.press('Escape')
  await staff.locator('.dialog').waitFor({ state: 'detached' })
}

async function records(camera: Camera, staff: Page): Promise<void> {
  const { say, shot } = camera
  const classLabel = '二(1)班'
  for (const [name, number, birthday] of [
    [longName, 'G440800201803050011', null],
    [longName, '440800201803050011', '2018-03-05'],
    ['洗小明', null, '2018-03-05'],
    ['洗小明', '3101', '2018-03-05'],
  ] as const)
    await ask(staff, 'children.add', { name, classLabel, number, birthday, decided: 'new' })
  await staff.reload()
  await turnTo(staff, camera, 'children')
  await press(staff, say('merge.open'))
  const pair = staff.locator('.merge-pair', { hasText: longName })
  await pair.waitFor()
  await shot(staff, 'merge')
  await staff
    .locator('li', { has: pair })
    .getByRole('button', { name: say('merge.look') })
    .click()
  await staff.locator('.merge-option').first().waitFor()
  await shot(staff, 'merge-sides')
  await staff.locator('.merge-sides tr').last().scrollIntoViewIfNeeded()
  await shot(staff, 'merge-sides-end')
}
