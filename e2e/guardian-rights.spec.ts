import { cpSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { chromium, type Page } from '@playwright/test'
import { expect } from './fixture.ts'
import { closed } from './furnished-room.ts'
import { must, openRoom } from './open-room.ts'
import { test } from './own-home.ts'
import { databaseBeside, databaseOf, roomOf } from './room-copy.ts'
import { comeIn, menu, openPage } from './staff-ways.ts'
import { firstWindow } from './windows.ts'

const name = '欧阳雪莲子'
const phone = '+8613900112233'
const page = '只有我知道的一句话'

/** For the eye: both sizes. */
async function pictures(staff: Page, of: string): Promise<void> {
  for (const width of [1024, 1366]) {
    await staff.setViewportSize({ width, height: 768 })
    await staff.screenshot({ path: test.info().outputPath(`${of}-${width}.png`) })
  }
}

test('a guardian gets a copy, a correction with a trace, and an erasure that a backup does not undo', async ({
  launch,
  userData,
  documents,
}) => {
  let app = await launch()
  let pupil = await openRoom(app)
  let staff = await comeIn(app, pupil)
  const { id: childId } = await must(staff, 'children.add', {
    name,
    classLabel: '二(1)班',
    number: 'G20267788',
    birthday: null,
  })
  await must(staff, 'children.add', { name: '王小明', classLabel: '二(1)班', number: null, birthday: null })
  await must(staff, 'contacts.add', {
    childId, relation: '奶奶', name: '黄阿英', called: '奶奶', guardian: true, city: '石城', spoken: null, language: 'zh-CN', phones: [phone],
  }) // prettier-ignore
  await must(pupil, 'sessions.begin', { childId })
  const { id: diary } = await must(pupil, 'diary.begin')
  await must(pupil, 'diary.put', {
    page: diary,
    step: { id: '019a0000-0000-7000-8000-000000000001', kind: 'text', text: page },
  })
  await must(pupil, 'sessions.end')

  const open = async () => {
    await openPage(staff, '孩子')
    await staff.getByRole('row', { name }).click()
    await staff.getByRole('button', { name: '数据和权利' }).click()
    await expect(staff.getByRole('heading', { level: 1, name: `${name}的数据和权利` })).toBeVisible()
  }
  await open()

  await test.step('a copy, seen before it is made, opens in a browser without the program', async () => {
    await expect(staff.getByRole('row', { name: /日记 1 页 只写几页/ })).toBeVisible()
    await staff.getByRole('button', { name: /拷一份带走/ }).click()
    const dialog = staff.getByRole('alertdialog', { name: '给监护人拷一份' })
    await expect(dialog.getByText('打开 index.html 就能看')).toBeVisible()
    await dialog.getByRole('button', { name: '选地方' }).click()
    await staff.getByRole('button', { name: /这台电脑的文档/ }).click()
    await expect(staff.getByText(/^存好了：数据-欧阳雪莲子/)).toBeVisible()
    await staff.getByRole('button', { name: '好了' }).click()
    const [zip, ...more] = readdirSync(documents)
    expect(more).toEqual([])
    const out = join(userData, 'copy')
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(join(documents, zip!))))) {
      for (const form of ['utf8', 'utf16le'] as const)
        expect(Buffer.from(bytes).includes(Buffer.from(page, form)), path).toBe(false)
      mkdirSync(join(out, path, '..'), { recursive: true })
      writeFileSync(join(out, path), bytes)
    }
    const browser = await chromium.launch({
      executablePath: process.env['HAPPY_HOME_CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    })
    const reader = await browser.newPage()
    const asked: string[] = []
    reader.on('request', (request) => asked.push(request.url()))
    await reader.goto(`file://${join(out, 'index.html')}`)
    await expect(reader.getByRole('heading', { level: 1, name: `${name}在快乐家园的数据` })).toBeVisible()
    await expect(reader.getByText('孩子写了 1 页日记')).toBeVisible()
    await expect(reader.getByText(phone)).toBeVisible()
    await expect(reader.getByText(page)).toHaveCount(0)
    expect(asked.filter((url) => !url.startsWith('file://'))).toEqual([])
    await reader.screenshot({ path: test.info().outputPath('copy.png'), fullPage: true })
    await browser.close()
    expect(readFileSync(join(out, 'tables', 'personal.csv'), 'utf8').startsWith('\uFEFF')).toBe(true)
  })

  await test.step('a correction keeps what stood before and what stands now', async () => {
    await staff.getByRole('button', { name: /^改正/ }).click()
    await staff.getByLabel('要改的话').fill('学号写错了')
    await staff.getByRole('button', { name: '记下' }).click()
    await expect(staff.getByText('学号写错了')).toBeVisible()
    await must(staff, 'children.change', {
      id: childId,
      name,
      classLabel: '二(1)班',
      number: 'G20267799',
      birthday: null,
    })
    await staff.getByRole('button', { name: '改好了' }).click()
    await staff.getByRole('alertdialog').getByRole('button', { name: '改好了' }).click()
    await expect(staff.getByText('学号：G20267788 → G20267799')).toBeVisible()
  })

  await test.step('who looked stands there for the guardian', async () => {
    await staff.getByRole('button', { name: '谁看过什么' }).click()
    await expect(staff.getByRole('cell', { name: '拷走了 · 数据和权利' })).toBeVisible()
    await expect(staff.getByText(/其中 1 次拷出过文件/).first()).toBeVisible()
    await staff.getByRole('button', { name: '一个孩子的权利' }).click()
  })

  const ask = async () => {
    await staff.getByRole('button', { name: /^删除/ }).click()
    const dialog = staff.getByRole('alertdialog', { name: `删除${name}的数据：先看会怎样` })
    await expect(dialog.getByText('法律要留 3 年')).toBeVisible()
    await dialog.getByRole('button', { name: '7 天后删，期间可以反悔' }).click()
    await expect(staff.getByText(/以后会删掉/)).toBeVisible()
  }
  await test.step('an erasure is seen first and taken back with one tap', async () => {
    await ask()
    await staff.getByRole('button', { name: '不删了' }).click()
    await expect(staff.getByText(/以后会删掉/)).toHaveCount(0)
    await expect(staff.getByText('反悔了')).toBeVisible()
    await ask()
  })

  await test.step('nothing is erased while a case is open, as a word of somebody says', async () => {
    await staff.getByRole('button', { name: '有事在办，先不删' }).click()
    const dialog = staff.getByRole('alertdialog')
    await expect(dialog.getByRole('button', { name: '有事在办，先不删' })).toBeDisabled()
    await dialog.getByLabel('为什么').fill('派出所在调查，周警官')
    await dialog.getByRole('button', { name: '有事在办，先不删' }).click()
    await expect(staff.getByText('这个孩子的资料什么都不删')).toBeVisible()
    await expect(staff.getByText('现在等着：有事在办。')).toBeVisible()
    await pictures(staff, 'held')
    await staff.getByRole('button', { name: '事情办完了' }).click()
    await dialog.getByLabel('为什么').fill('查清了')
    await dialog.getByRole('button', { name: '事情办完了' }).click()
    await expect(staff.getByText('这个孩子的资料什么都不删')).toHaveCount(0)
  })

  await test.step('who may do what is read from what main decides by; what is kept how long stands beside it', async () => {
    await openPage(staff, '隐私和记录')
    await expect(staff.getByRole('row', { name: /私密日记/ }).first()).toContainText('锁定')
    await expect(staff.getByRole('row', { name: /改动：人员、身份、密码/ })).toContainText('每次都记')
    await pictures(staff, 'roles')
    await staff.getByRole('button', { name: '保存多久' }).click()
    await expect(staff.getByText('离开的孩子都没有资料留在这里。')).toBeVisible()
    await expect(staff.getByRole('row', { name: /家人的留言/ })).toContainText('30天')
    await pictures(staff, 'retention')
  })
  await closed(app)

  const backups = join(roomOf(userData), 'backups')
  const kept = join(userData, 'kept-elsewhere')
  cpSync(backups, kept, { recursive: true })
  // Eight days later: the days of waiting lie behind what is certain.
  const week = 8 * 86_400_000
  const raw = databaseBeside(userData)
  raw.exec(`UPDATE rights_request SET counted_from = counted_from - ${week} WHERE state = 'open'`)
  raw.close()
  const settings = join(userData, 'seat.json')
  const before = JSON.parse(readFileSync(settings, 'utf8')) as Record<string, unknown>
  writeFileSync(settings, JSON.stringify({ ...before, certain: Date.now() }))

  app = await launch()
  pupil = await firstWindow(app)
  await expect
    .poll(async () => (await must(pupil, 'children.faces')).map((face) => face.name))
    .toEqual(['王小明'])
  await closed(app)
  const files = () =>
    globSync(join(roomOf(userData), '**/*'), { withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name))
  const holding = () =>
    [name, phone, 'G20267799', 'G20267788', '黄阿英'].flatMap((text) =>
      files().filter((file) => readFileSync(file).includes(text)),
    )
  expect(holding()).toEqual([])

  await test.step('a backup from elsewhere is erased again before the first face is shown', async () => {
    for (const end of ['', '-wal', '-shm']) rmSync(databaseOf(userData) + end, { force: true })
    rmSync(backups, { recursive: true })
    cpSync(kept, backups, { recursive: true })
    expect(holding().length).toBeGreaterThan(0)
    app = await launch()
    pupil = await firstWindow(app)
    expect((await must(pupil, 'children.faces')).map((face) => face.name)).toEqual(['王小明'])
    staff = await comeIn(app, pupil)
    await expect(menu(staff)).toBeVisible()
    await closed(app)
    expect(holding()).toEqual([])
  })
})
