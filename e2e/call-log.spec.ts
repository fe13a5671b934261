import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EXAMPLE_PIN } from '#core/example/example-words.ts'
import { expect } from './fixture.ts'
import { must } from './open-room.ts'
import { test } from './own-home.ts'
import { comeIn, openPage } from './staff-ways.ts'

test.use({ appArgs: ['--example'] })

test('a term of calls is read, narrowed down, looked into and saved', async ({ app, pupil, documents }) => {
  const staff = await comeIn(app, pupil, { name: '周老师（演示）', pin: EXAMPLE_PIN })
  await openPage(staff, '通话记录')
  const rows = staff.getByRole('table', { name: '通话记录' }).getByRole('row')

  await test.step('fifty a page', async () => {
    await expect(rows).toHaveCount(51)
    const first = await rows.nth(1).textContent()
    await staff.getByRole('button', { name: '下一页' }).click()
    await expect(staff.getByText(/^第 51 到 100 行/)).toBeVisible()
    await expect(rows).toHaveCount(51)
    expect(await rows.nth(1).textContent()).not.toBe(first)
  })

  const { rows: calls } = await must(staff, 'calls.log', { page: 0 })
  const seen = calls.find(({ quality }) => quality !== null)!
  const list = await must(staff, 'children.list')
  const child = list.find(
    ({ name, classLabel }) => name === seen.childName && classLabel === seen.classLabel,
  )!
  const choose = async (select: string, option: string) => {
    await staff.getByRole('button', { name: select }).click()
    await staff.getByRole('option', { name: option, exact: true }).click()
  }

  await test.step('of a class, of a child', async () => {
    await choose('全部班级', child.classLabel)
    await expect(rows.nth(1)).toContainText(child.classLabel)
    await choose('全班', child.name)
    const { total } = await must(staff, 'calls.log', { childId: child.id, page: 0 })
    await expect(rows).toHaveCount(Math.min(total, 50) + 1)
    for (const text of await rows.getByRole('cell').nth(1).allTextContents())
      expect(text).toContain(child.name)
  })

  await test.step('the figures of one, never what was said', async () => {
    await rows.filter({ hasText: '分钟' }).first().getByRole('button').click()
    const figures = staff.getByRole('dialog')
    await expect(figures.getByText('来回一趟')).toBeVisible()
    await expect(figures.getByText(/毫秒 \//)).toBeVisible()
    await figures.getByRole('button', { name: '关上' }).click()
  })

  await test.step('as a table', async () => {
    await staff.getByRole('button', { name: 'CSV' }).click()
    const places = staff.getByRole('dialog', { name: '存成 CSV 表格' })
    await places.getByRole('button', { name: '这台电脑的文档' }).click()
    await expect(places.getByText('存好了')).toBeVisible()
    const [file] = await readdir(documents)
    expect(file).toMatch(/^通话记录-\d{4}-\d{2}-\d{2}\.csv$/)
    const text = await readFile(join(documents, file ?? ''), 'utf8')
    expect(text.startsWith('\uFEFF日期,时间,时钟,班级,孩子,和谁,')).toBe(true)
    const lines = text.trimEnd().split('\r\n').slice(1)
    const { total } = await must(staff, 'calls.log', { childId: child.id, page: 0 })
    expect(lines).toHaveLength(total)
    for (const line of lines) expect(line).toContain(`,${child.name},`)
    expect(text).toContain('说了再见')
  })
})
