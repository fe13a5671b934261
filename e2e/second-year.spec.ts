import type { Page } from '@playwright/test'
import { utf8 } from '#core/children/import-encodings.fixture.ts'
import { freshPage, noDeeds } from './busy-child.ts'
import { expect } from './fixture.ts'
import { begin, must, openRoom } from './open-room.ts'
import { test } from './own-home.ts'
import { comeIn, openPage } from './staff-ways.ts'

const firstYear = `姓名,班级,学号,出生日期
林小雨,二(1)班,2101,2018-03-05
王芳,二(1)班,2102,2018-04-06
陈安,三(1)班,3101,2017-02-01
`
const secondYear = `姓名,班级,学号,出生日期
黄明,二(1)班,2101,2019-05-09
李思远,二(1)班,2102,2019-06-10
林小雨,三(1)班,3101,2018-03-05
王芳,三(1)班,3102,2018-04-06
陈安,四(1)班,4101,2017-02-01
`

const pictures = ['fish', 'moon', 'key'] as const

/** A mother who agreed to be called. */
async function mayCall(staff: Page, childId: string): Promise<void> {
  const mother = {
    relation: '妈妈',
    name: '林秀英',
    called: '妈妈',
    guardian: true,
    city: null,
    spoken: null,
  }
  const contact = { ...mother, childId, language: 'zh-CN' } as const
  const { id: contactId } = await must(staff, 'contacts.add', { ...contact, phones: [] })
  const [witness] = await must(staff, 'staff.people')
  await must(staff, 'contacts.decide', {
    childId,
    contactId,
    purposes: ['video', 'messages'],
    given: true,
    day: new Date().toISOString().slice(0, 10),
    guardianId: contactId,
    witnessId: witness!.id,
    how: 'in-person',
    note: null,
  })
}

/** Whom a child may call, and how many pages their diary has: seen while they sit there. */
async function seenBy(pupil: Page, id: string, password: object) {
  await begin(pupil, { childId: id, ...password })
  const found = {
    kin: await must(pupil, 'contacts.kin'),
    pages: await must(pupil, 'diary.pages', { limit: 9 }),
  }
  await must(pupil, 'sessions.end')
  return { kin: found.kin.map(({ called }) => called), pages: found.pages.total }
}

async function choose(staff: Page, text: string) {
  const opened = staff.getByRole('alertdialog', { name: '导入班级名单' })
  await staff.getByRole('button', { name: '导入名单' }).first().click()
  const file = { name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(utf8(text)) }
  await opened.locator('input[type=file]').setInputFiles(file)
  return opened
}

test('a second year’s list asks whose number it is, and two records become one and two again', async ({
  app,
}, info) => {
  const pupil = await openRoom(app)
  const staff = await comeIn(app, pupil)
  await openPage(staff, '孩子')
  const list = () => must(staff, 'children.list')
  const named = async (name: string) => (await list()).filter((child) => child.name === name)
  const picture = async (name: string) =>
    info.attach(name, { body: await staff.screenshot(), contentType: 'image/png' })

  await test.step('last year’s list, and what the first child did', async () => {
    const opened = await choose(staff, firstYear)
    await opened.getByRole('button', { name: '导入 3 行' }).click()
    await opened.getByRole('button', { name: '好了' }).click()
    const [lin] = await named('林小雨')
    const childId = lin!.id
    await mayCall(staff, childId)
    await begin(pupil, { childId })
    await freshPage(pupil, noDeeds())
    await pupil.locator('.words textarea').fill('我的秘密')
    await expect(pupil.locator('.saved')).toHaveText('存好了')
    await must(pupil, 'sessions.end')
    await must(staff, 'children.setPictures', { id: childId, pictures: [...pictures] })
  })

  await test.step('this year’s: old and new side by side, a new child preselected', async () => {
    const before = await named('林小雨')
    const opened = await choose(staff, secondYear)
    const question = opened.getByRole('group').filter({ hasText: '黄明' })
    await expect(question.getByText('这个学号是另一个孩子的。')).toBeVisible()
    await expect(question.getByRole('cell', { name: '2018-03-05' })).toBeVisible()
    await expect(question.getByRole('cell', { name: '2019-05-09' })).toBeVisible()
    await expect(question.getByRole('radio', { name: '新的孩子' })).toBeChecked()
    await expect(question.getByRole('radio', { name: '就是林小雨' })).toBeDisabled()
    await question.scrollIntoViewIfNeeded()
    await picture('questions')
    await opened.getByRole('button', { name: '导入 5 行' }).click()
    await expect(opened.getByText('导入好了：新加 2 人，更新 3 人')).toBeVisible()
    await opened.getByRole('button', { name: '好了' }).click()
    const [huang] = await named('黄明')
    expect(huang).toMatchObject({ number: '2101', pictures: false })
    const [lin] = await named('林小雨')
    expect(lin).toMatchObject({ id: before[0]!.id, number: '3101', pictures: true })

    // Who has the number now sits down in an empty room of their own; the diary and the mother are where they were.
    expect(await seenBy(pupil, huang!.id, {})).toEqual({ kin: [], pages: 0 })
    expect(await seenBy(pupil, lin!.id, { pictures: [...pictures] })).toEqual({ kin: ['妈妈'], pages: 1 })
  })

  await test.step('a number typed by hand that another child has is a question too', async () => {
    await staff.getByRole('row').filter({ hasText: '王芳' }).click()
    const sheet = staff.getByRole('dialog', { name: '王芳' })
    await sheet.getByLabel('学号').fill('2101')
    await sheet.getByRole('button', { name: '保存' }).click()
    await expect(sheet.getByText('学号 2101 现在是黄明（二(1)班）的')).toBeVisible()
    await picture('typed')
    await sheet.getByRole('button', { name: '学号现在是王芳的' }).click()
    await expect(sheet).toBeHidden()
    expect([(await named('王芳'))[0]?.number, (await named('黄明'))[0]?.number]).toEqual(['2101', null])
  })

  await test.step('two records are one child, and apart again', async () => {
    await staff.getByRole('button', { name: '同一个孩子' }).click()
    const merge = staff.getByRole('alertdialog', { name: '两份记录，同一个孩子' })
    const pick = async (label: string, name: string) => {
      await merge.getByRole('button', { name: label }).click()
      await staff.getByRole('option', { name }).click()
    }
    await pick('留下这一份', '林小雨')
    await pick('并进来的一份', '黄明')
    await expect(merge.getByText('两边生日不一样，真的是同一个孩子吗？')).toBeVisible()
    // The surviving record's values are chosen; of this child the other record knows the birthday better.
    const field = (title: string, side: string) => merge.getByRole('radio', { name: `${title}: ${side}` })
    for (const title of ['姓名', '班级', '学号', '生日']) {
      await expect(field(title, '留下这一份')).toBeChecked()
      await expect(field(title, '并进来的一份')).not.toBeChecked()
    }
    const [before] = await named('林小雨')
    await field('生日', '并进来的一份').check()
    await expect(merge.getByRole('row', { name: '生日' }).getByRole('cell').last()).toHaveText('2019-05-09')
    await picture('merge')
    await merge.getByRole('button', { name: '合成一个' }).click()
    await expect(merge.getByText('黄明 并入 林小雨')).toBeVisible()
    expect(await named('黄明')).toEqual([])
    expect(await named('林小雨')).toMatchObject([{ ...before, birthday: '2019-05-09' }])
    await merge.getByRole('button', { name: '分回两个' }).click()
    await picture('apart')
    await merge.getByRole('button', { name: '确定分开' }).click()
    await expect(merge.getByText('黄明 并入 林小雨')).toBeHidden()
    expect(await named('黄明')).toHaveLength(1)
    expect(await named('林小雨')).toEqual([before])
  })
})
