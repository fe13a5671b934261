import type { Page } from '@playwright/test'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { expect } from './fixture.ts'
import { must, openRoom } from './open-room.ts'
import { test as base } from './own-home.ts'
import { comeIn, goOut, openPage } from './staff-ways.ts'

/** The seat's own voice, with what it is asked written down. */
const test = base.extend<{ asked: () => string }>({
  asked: [
    async ({ userData }, use) => {
      const [log, before] = [join(userData, 'asked'), process.env['PATH'] ?? '']
      const real = before
        .split(delimiter)
        .map((folder) => join(folder, 'espeak-ng'))
        .find((file) => existsSync(file))
      test.skip(real === undefined, 'espeak-ng is not here: sudo apt-get install espeak-ng')
      const ears = join(userData, 'espeak-ng')
      writeFileSync(ears, `#!/bin/sh\ntee -a '${log}' | exec '${real ?? ''}' "$@"\n`)
      chmodSync(ears, 0o755)
      process.env['PATH'] = `${userData}${delimiter}${before}`
      await use(() => (existsSync(log) ? readFileSync(log, 'utf8') : ''))
      process.env['PATH'] = before
    },
    { auto: true },
  ],
})

const kid = { classLabel: '二(1)班', number: null, birthday: null }
const onWall = (pupil: Page) => pupil.locator('.faces .tile b')

test('a reading that staff put right is sorted by, found by, shown and spoken', async ({ app, asked }) => {
  const pupil = await openRoom(app)
  const staff = await comeIn(app, pupil)
  for (const name of ['洗小明', '种阳', '陈安', '夏天']) await must(staff, 'children.add', { ...kid, name })
  await openPage(staff, '孩子')
  const names = staff.locator('tbody .child-name b')
  const row = (name: string) => staff.getByRole('row').filter({ hasText: name })

  await test.step('as the dictionary reads them', async () => {
    await expect(names).toHaveText(['陈安', '洗小明', '夏天', '种阳'])
    await expect(row('洗小明')).toContainText('xǐ xiǎomíng')
    await expect(onWall(pupil)).toHaveText(['陈安', '洗小明', '夏天', '种阳'])
  })

  await test.step('staff put two of them right', async () => {
    const put = async (name: string, reading: string, shown: string) => {
      await row(name).click()
      const sheet = staff.getByRole('dialog', { name })
      await sheet.getByLabel('名字的读音（拼音）').fill(reading)
      await expect(sheet.getByText(shown)).toBeVisible()
      await sheet.getByRole('button', { name: '保存' }).click()
      await expect(sheet).toBeHidden()
    }
    await put('洗小明', 'xian3 xiao3 ming2', 'xiǎn xiǎo míng')
    await put('种阳', 'Chóng Yáng', 'chóng yáng')
    await expect(names).toHaveText(['陈安', '种阳', '夏天', '洗小明'])
    await expect(row('洗小明')).toContainText('xiǎn xiǎomíng')
  })

  await test.step('the search goes by it, and no more by the other', async () => {
    const search = staff.getByRole('searchbox')
    for (const [typed, found] of [
      ['xianxiaoming', ['洗小明']],
      ['chong', ['种阳']],
      ['zhong', []],
    ] as const) {
      await search.fill(typed)
      await expect(names).toHaveText([...found])
    }
  })
  await goOut(staff)

  await test.step('the wall and its letters go by it, and the tile shows it', async () => {
    await expect(onWall(pupil)).toHaveText(['陈安', '种阳', '夏天', '洗小明'])
    const letters = pupil.locator('.letters:visible')
    await expect(letters.getByRole('button', { name: 'Z', exact: true })).toHaveCount(0)
    await letters.getByRole('button', { name: 'C', exact: true }).click()
    await expect(onWall(pupil)).toHaveText(['陈安', '种阳'])
    await letters.getByRole('button', { name: 'X', exact: true }).click()
    await expect(onWall(pupil)).toHaveText(['夏天', '洗小明'])
    await expect(pupil.locator('.tile', { hasText: '洗小明' }).locator('.py')).toHaveText('xiǎn xiǎomíng')
  })

  await test.step('and the voice is asked for it', async () => {
    await pupil.getByRole('button', { name: '洗小明' }).click()
    await expect.poll(asked).toContain('xian3 xiao3 ming2')
    expect(asked()).not.toContain('xi3')
  })
})
