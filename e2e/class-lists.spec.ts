import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixture.ts'
import { must, openRoom } from './open-room.ts'
import { comeIn, openPage } from './staff-ways.ts'

const opened = (staff: Page) => staff.getByRole('alertdialog', { name: '导入班级名单' })

async function choose(staff: Page, text: string): Promise<void> {
  const file = { name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
  await opened(staff).locator('input[type=file]').setInputFiles(file)
}

/** The sums as they stand on screen: all of them, and the parts. */
async function sums(staff: Page): Promise<readonly number[]> {
  const line = opened(staff).getByRole('group', { name: '加起来' })
  const numbers = [line.locator('b'), line.locator('.chip')].map(async (place) =>
    (await place.allInnerTexts()).map((text) => Number(/\d+/.exec(text)?.[0])),
  )
  return (await Promise.all(numbers)).flat()
}

async function addsUp(staff: Page, lines: number): Promise<void> {
  await expect(opened(staff).getByText(`名单里 ${lines} 行`)).toBeVisible()
  const [all, ...parts] = await sums(staff)
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all)
}

test('a class list as hands and programs leave it loses nobody, and adds up on screen', async ({
  app,
  userData,
}) => {
  const pupil = await openRoom(app)
  const staff = await comeIn(app, pupil)
  await openPage(staff, '孩子')
  await staff.getByRole('button', { name: '导入名单' }).first().click()
  const dialog = opened(staff)

  await test.step('a quotation mark that nobody closes', async () => {
    const lines = Array.from(
      { length: 29 },
      (_, at) => `陈${at},二(1)班,G10${10 + at},${at === 1 ? '"三好学生' : ''}`,
    )
    await choose(staff, ['姓名,班级,学籍号,备注', ...lines, '合计,29人,,', ''].join('\r\n'))
    await expect(dialog.getByText('新加 29 人')).toBeVisible()
    await addsUp(staff, 30)
    await expect(dialog.getByText('引号不成对')).toBeVisible()
    const left = dialog.getByRole('row').filter({ hasText: '合计或说明，不是孩子' })
    await expect(left).toContainText('31')
    await expect(left).toContainText('合计 | 29人')
  })

  await test.step('merged cells, with what was filled down', async () => {
    await choose(
      staff,
      '班级,姓名,学号\n二(1)班,林小雨,20230101\n,王芳,20230102\n二(2)班,黄明,20230104\n,李思远,20230105\n',
    )
    await expect(dialog.getByText('新加 4 人')).toBeVisible()
    await expect(dialog.getByText('2 行没写班级（合并的格子）')).toBeVisible()
    await expect(dialog.getByRole('row').filter({ hasText: '李思远' })).toContainText('二(2)班')
    await addsUp(staff, 4)
  })

  await test.step('a number twice is a question with its reason in words, and counts as one', async () => {
    await choose(staff, '姓名,班级,学号\n林小雨,二1班,20230101\n王芳,二1班,20230101\n')
    await expect(dialog.getByText('名单里两行是同一个学号。').first()).toBeVisible()
    await addsUp(staff, 2)
  })

  await test.step('two blocks side by side', async () => {
    await choose(staff, '姓名,班级,学号,,姓名,班级,学号\n林小雨,二1班,G1,,黄明,二2班,G4\n王芳,二1班,G2,,,,\n')
    await expect(dialog.getByText('新加 3 人')).toBeVisible()
    await expect(dialog.getByText('并排的 2 组都读了')).toBeVisible()
    await expect(dialog.getByRole('row').filter({ hasText: '黄明' })).toContainText('2（第 2 组）')
    await addsUp(staff, 3)
  })

  await test.step('a used range to the last column, and thousands of empty lines', async () => {
    const wide = Array.from(
      { length: 2000 },
      (_, at) => (at < 40 ? `林${at},二(1)班,G10${10 + at}` : ',,') + ','.repeat(16_381),
    )
    // from the disk, as people choose it: handed over by the test, 30 MB alone would hold the page
    const file = join(userData, '名单.csv')
    await writeFile(file, `姓名,班级,学籍号${','.repeat(16_381)}\n${wide.join('\n')}\n`)
    await dialog.locator('input[type=file]').setInputFiles(file)
    await expect(dialog.getByText('新加 40 人')).toBeVisible()
    await addsUp(staff, 40)
    await dialog.getByRole('button', { name: '导入 40 行' }).click()
    await expect(dialog.getByText('导入好了：新加 40 人')).toBeVisible()
    expect(await must(staff, 'children.list')).toHaveLength(40)
    await dialog.getByRole('button', { name: '好了' }).click()
  })

  await test.step('one child, typed and searched in another form', async () => {
    await staff.getByRole('button', { name: '加一个孩子' }).click()
    const added = staff.getByRole('dialog', { name: '加一个孩子' })
    await added.getByLabel('姓名').fill('王　芳')
    await added.getByLabel('班级').fill('幼儿园大班')
    await expect(added.getByText('会写成“大班”')).toBeVisible()
    await added.getByLabel('学号').fill('4.40883E+17')
    await expect(added.getByText('这个学号被表格软件改坏了')).toBeVisible()
    await added.getByLabel('学号').fill('ｇ0012')
    await added.getByRole('button', { name: '保存' }).click()
    await expect(added).toBeHidden()
    const children = await must(staff, 'children.list')
    expect(children.find(({ name }) => name === '王芳')).toMatchObject({
      number: 'G0012',
      classLabel: '大班',
    })
    await staff.getByLabel('找名字、拼音或学号').fill('Ｇ 0012')
    await expect(staff.getByRole('row').nth(1)).toContainText('王芳')
    await expect(pupil.getByRole('button', { name: '学前' })).toBeVisible()
  })
})
