import { open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { gb18030 } from '#core/children/import-encodings.fixture.ts'
import { csvText, listedChildren } from '#core/children/test-list.fixture.ts'
import { expect } from './fixture.ts'
import { call, must, openRoom, sitDown } from './open-room.ts'
import { test } from './own-home.ts'
import { comeIn, menu, openPage, sitFor } from './staff-ways.ts'

const dialog = (staff: Page, name: string) => staff.getByRole('dialog', { name })
const fakeCamera = ['--use-fake-device-for-media-stream']

test('a class list of 154 comes in once, and other files are turned away', async ({ app, userData }) => {
  const pupil = await openRoom(app)
  const staff = await comeIn(app, pupil)
  await openPage(staff, '孩子')
  await expect(staff.getByText('还没有孩子')).toBeVisible()
  const opened = staff.getByRole('alertdialog', { name: '导入班级名单' })
  const choose = async (name: string, bytes: Uint8Array) => {
    const file = { name, mimeType: 'text/csv', buffer: Buffer.from(bytes) }
    await opened.locator('input[type=file]').setInputFiles(file)
  }
  const list = gb18030(csvText(listedChildren()))

  await test.step('shown first, written when somebody says so', async () => {
    await staff.getByRole('button', { name: '导入名单' }).first().click()
    await choose('名单.csv', list)
    await expect(opened.getByText('新加 154 人')).toBeVisible()
    await expect(opened.getByText('按 GB18030 读的')).toBeVisible()
    expect(await must(staff, 'children.list')).toHaveLength(0)
    await opened.getByRole('button', { name: '导入 154 行' }).click()
    await expect(opened.getByText('导入好了：新加 154 人，更新 0 人')).toBeVisible()
    await opened.getByRole('button', { name: '好了' }).click()
    await expect(staff.getByText('154 个孩子')).toBeVisible()
    await staff.getByLabel('找名字、拼音或学号').fill('欧阳')
    await expect(staff.getByRole('row').nth(1)).toContainText('欧阳')
    expect(await must(pupil, 'children.faces')).toHaveLength(154)
  })

  await test.step('once more changes nothing', async () => {
    await staff.getByRole('button', { name: '导入名单' }).first().click()
    await choose('名单.csv', list)
    await expect(opened.getByText('不变 154 人')).toBeVisible()
    await expect(opened.getByText('和现在的名单一样，没有要改的。')).toBeVisible()
    await expect(opened.getByRole('button', { name: '导入 0 行' })).toBeDisabled()
  })

  await test.step('what is no list says why', async () => {
    const binary = Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256)
    const wrong: readonly (readonly [string, Uint8Array, string])[] = [
      ['名单.xlsx', Buffer.from('PK\u0003\u0004 and so on'), '这是 Excel 表格（XLSX）'],
      ['空.csv', new Uint8Array(), '文件是空的'],
      ['程序.csv', binary, '这不是表格文件'],
      ['照片.csv', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), '这是一张图片'],
      ['诗.csv', Buffer.from('床前明月光\r\n疑是地上霜\r\n'), '没有找到“姓名”这一列的标题'],
    ]
    for (const [name, bytes, why] of wrong) {
      await choose(name, bytes)
      await expect(opened.getByText(why)).toBeVisible()
      await expect(opened.getByRole('button', { name: '导入', exact: true })).toBeDisabled()
    }
    const huge = join(userData, '太大.csv')
    const file = await open(huge, 'w')
    await file.truncate(50 * 1024 * 1024 + 1)
    await file.close()
    await opened.locator('input[type=file]').setInputFiles(huge)
    await expect(opened.getByText('文件太大了')).toBeVisible()
    expect(await must(staff, 'children.list')).toHaveLength(154)
  })
})

test('a child gets a face and three pictures', async ({ launch }) => {
  const app = await launch(fakeCamera)
  const pupil = await openRoom(app)
  const staff = await comeIn(app, pupil)
  await openPage(staff, '孩子')
  const name = '欧阳小雨'
  const sheet = dialog(staff, name)
  const only = async () => (await must(staff, 'children.list'))[0]

  await test.step('written down, with a birthday as people write it', async () => {
    await staff.getByRole('button', { name: '加一个孩子' }).click()
    const added = dialog(staff, '加一个孩子')
    await added.getByLabel('姓名').fill(name)
    await added.getByLabel('班级').fill('二(1)班')
    await added.getByLabel('生日').fill('2018年13月5日')
    await expect(added.getByText('请写成 2018-03-05 这样')).toBeVisible()
    await added.getByLabel('生日').fill('2018年3月5日')
    await added.getByRole('button', { name: '保存' }).click()
    await expect(added).toBeHidden()
    expect(await only()).toMatchObject({
      name,
      birthday: '2018-03-05',
      pinyin: expect.stringMatching(/^ōuyáng/),
    })
    await staff.getByRole('row').filter({ hasText: name }).click()
  })

  await test.step('an animal, then a photograph, then the animal again', async () => {
    await sheet.getByRole('button', { name: '选小动物' }).click()
    await sheet.getByRole('button', { name: '熊猫' }).click()
    await expect(sheet.getByRole('button', { name: '熊猫' })).toHaveAttribute('aria-pressed', 'true')
    await sheet.getByRole('button', { name: '拍照' }).click()
    await sheet.getByRole('button', { name: '拍', exact: true }).click()
    await expect(sheet.getByRole('button', { name: '不用照片' })).toBeVisible()
    const photo = sheet.locator('img').first()
    await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(336)
    expect((await must(pupil, 'children.faces'))[0]?.face.photo).toBeTruthy()
    await sheet.getByRole('button', { name: '不用照片' }).click()
    await expect(sheet.getByRole('button', { name: '不用照片' })).toBeHidden()
    expect((await only())?.face).toMatchObject({ animal: 'panda' })
  })

  await test.step('three pictures: on, shown, chosen, off', async () => {
    const child = await only()
    const come = (pictures?: readonly string[]) =>
      call(pupil, 'sessions.begin', { childId: child?.id, ...(pictures ? { pictures } : {}) } as never)
    await sheet.getByRole('button', { name: '打开', exact: true }).click()
    const shown = sheet.getByRole('img')
    await expect(sheet.getByRole('button', { name: '收起来' })).toBeVisible()
    const drawn = await must(staff, 'children.showPictures', { id: child?.id ?? '' })
    await expect(shown).toHaveCount(3)
    await sheet.getByRole('button', { name: '收起来' }).click()
    await expect(shown).toHaveCount(0)
    expect(await come()).toMatchObject({ error: { code: 'pictures-needed' } })

    await sheet.getByRole('button', { name: '自己选三张' }).click()
    for (const picture of ['苹果', '鱼', '风筝']) await sheet.getByRole('button', { name: picture }).click()
    await expect(shown).toHaveCount(3)
    const chosen = ['apple', 'fish', 'kite']
    if (drawn.join() !== chosen.join())
      expect(await come(drawn)).toMatchObject({ error: { code: 'wrong-pictures' } })
    expect(await come(chosen)).toMatchObject({ ok: true })
    await must(pupil, 'sessions.end')

    await sheet.getByRole('button', { name: '关掉' }).click()
    await expect(sheet.getByText('点头像就能进，没有密码。')).toBeVisible()
    expect(await come()).toMatchObject({ ok: true })
  })
})

test('a change of the settings is on the child’s screen at once', async ({ app }) => {
  const pupil = await openRoom(app)
  const staff = await comeIn(app, pupil)
  await must(staff, 'children.add', { name: '林小雨', classLabel: '二(1)班', number: null, birthday: null })
  await openPage(staff, '设置')
  const save = staff.getByRole('button', { name: '保存' })
  await expect(save).toBeDisabled()
  await staff.getByLabel('学校').fill('石城镇第二小学')
  await staff.getByRole('button', { name: '孩子屏幕的语言' }).click()
  await staff.getByRole('option', { name: 'English' }).click()
  await save.click()
  await expect(pupil.locator('html')).toHaveAttribute('lang', 'en')
  await expect(menu(staff)).toContainText('石城镇第二小学')
  await expect(staff.locator('html')).toHaveAttribute('lang', 'zh-CN')
})

test('what happened is read, saved and printed', async ({ app, documents }) => {
  const pupil = await openRoom(app)
  const staff = await comeIn(app, pupil)
  await sitDown(staff, pupil)
  await must(pupil, 'sessions.move', { name: 'learn' })
  await sitFor(app, pupil, 4)
  await must(pupil, 'sessions.move', { name: 'diary' })
  await expect(staff.getByText('内容不显示')).toBeVisible()
  await must(staff, 'staff.stillHere')
  await sitFor(app, pupil, 3)
  await must(pupil, 'sessions.end')
  await expect(staff.getByText('空着')).toBeVisible()

  await test.step('the report: class, child, turn', async () => {
    await openPage(staff, '使用报告')
    const row = staff.getByRole('row').nth(1)
    await expect(row.getByRole('cell')).toHaveText([
      '二(1)班',
      '1',
      '1',
      '1',
      '0',
      '0',
      '4',
      '3',
      '0',
      '0',
      '0',
    ])
    await expect(staff.locator('.recharts-bar-rectangle rect').first()).toBeVisible()
    await row.click()
    await expect(row).toContainText('林小雨')
    await row.click()
    await expect(staff.getByRole('heading', { name: '林小雨 每一次的使用' })).toBeVisible()
    await expect(row).toContainText('7 分')
    await staff.getByRole('button', { name: '全部班级' }).first().click()
  })

  const save = async (button: string, title: string): Promise<void> => {
    await staff.getByRole('button', { name: button }).click()
    await dialog(staff, title).getByRole('button', { name: '这台电脑的文档' }).click()
    await expect(dialog(staff, title).getByText('存好了')).toBeVisible()
    await dialog(staff, title).getByRole('button', { name: '好了' }).click()
  }

  await test.step('as a table that Excel and WPS open by a double click', async () => {
    await save('CSV', '存成 CSV 表格')
    const [file] = await readdir(documents)
    expect(file).toMatch(/^使用报告-\d{4}-\d{2}-\d{2}\.csv$/)
    const text = await readFile(join(documents, file ?? ''), 'utf8')
    expect(text.startsWith('\uFEFF班级或孩子,')).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const [heads, school, all] = text.slice(1).trimEnd().split('\r\n')
    const cells = Object.fromEntries(
      (heads ?? '').split(',').map((head, at) => [head, school?.split(',')[at]]),
    )
    expect(cells).toMatchObject({ 班级或孩子: '二(1)班', 人数: '1', 来过的人数: '1', 次数: '1' })
    expect(Number(cells['玩和学(分钟)'])).toBeCloseTo(4, 0)
    expect(Number(cells['日记(分钟)'])).toBeCloseTo(3, 0)
    expect(all).toMatch(/^合计,1,1,1,/)
  })

  await test.step('as a PDF, twice under two names', async () => {
    await save('PDF', '存成 PDF')
    await save('PDF', '存成 PDF')
    const files = (await readdir(documents)).filter((file) => file.endsWith('.pdf'))
    expect(files).toHaveLength(2)
    for (const file of files)
      expect((await readFile(join(documents, file))).subarray(0, 5).toString()).toBe('%PDF-')
  })

  await test.step('without a printer it says so', async () => {
    await staff.getByRole('button', { name: '打印' }).click()
    await expect(staff.getByText('没有找到打印机，可以先存成 PDF。')).toBeVisible()
  })
})
