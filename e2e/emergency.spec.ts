import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import type { Role } from '#contract/roles.ts'
import { expect, test } from './fixture.ts'
import { answersTo } from './role-answers.ts'
import { call, coordinator, must, openRoom, signIn, sitDown } from './open-room.ts'
import { databaseBeside, roomOf } from './room-copy.ts'
import { comeIn, knock, openPage, refusalOf, skipTime } from './staff-ways.ts'
import { firstWindow } from './windows.ts'
import { marksAndCopies } from './marking.ts'

const secret = '晚上有人一直敲门，叫我开门。我把灯关了。'
const why = '同学说她周日晚上一个人在家，有人一直敲门。今天没来上学。'
const other = { name: '李老师', role: 'social-worker', pin: '582913', checkedOn: null } as const
const ownPin = '730268'
const nobodyLeft = '还要一位大人：一位协调员'
const wrongPin = '730269'

/** Every file of the room that holds this. */
function filesWith(userData: string, text: string): string[] {
  const forms = [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
    Buffer.from(Buffer.from(text).toString('base64')),
  ]
  const room = roomOf(userData)
  return readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(room, name)
    return statSync(path).isFile() && forms.some((form) => readFileSync(path).includes(form))
  })
}

async function choose(staff: Page, label: number, item: string | RegExp): Promise<void> {
  await staff.locator('.opening-which .pick').nth(label).click()
  await staff.getByRole('option', { name: item }).first().click()
}

const keyOf = (staff: Page, name: string) => staff.locator('.opening-key', { hasText: name })

async function typePinOf(staff: Page, name: string, pin: string): Promise<void> {
  const key = keyOf(staff, name)
  await key.getByLabel(`${name}的密码`).fill(pin)
  await key.getByRole('button', { name: '确认' }).click()
}

/** Whether it is seen: what stands behind a dialog takes no tap, and lies over it all the same where its place in the pile says so. */
const liesOnTop = (of: Locator): Promise<boolean> =>
  of.evaluate((box) => {
    const silent = [...document.querySelectorAll<HTMLElement>('[inert]')]
    for (const each of silent) each.inert = false
    const { left, top, width, height } = box.getBoundingClientRect()
    const seen = document.elementFromPoint(left + width / 2, top + height / 2)
    for (const each of silent) each.inert = true
    return box.contains(seen)
  })

/** Whether the staff window is kept out of pictures of the screen now; undefined where the host offers nothing to watch. */
async function watchPictures(app: ElectronApplication): Promise<() => Promise<boolean | undefined>> {
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows())
      window.setContentProtection = (on) => Object.assign(globalThis, { outOfPictures: on })
  })
  return () => app.evaluate(() => (globalThis as { outOfPictures?: boolean }).outOfPictures)
}

/** The one of Ctrl+C, and the one that X11 fills with whatever is marked. */
const clipboards = (app: ElectronApplication): Promise<readonly string[]> =>
  app.evaluate(({ clipboard }) => {
    const board = clipboard as unknown as { readText(kind?: 'selection'): string | Promise<string> }
    return Promise.all([board.readText(), board.readText('selection')])
  })

async function openTheForm(staff: Page): Promise<void> {
  await openPage(staff, '孩子')
  await staff.getByRole('button', { name: '紧急打开日记' }).click()
}

async function fillIn(staff: Page): Promise<void> {
  await choose(staff, 0, /林小雨/)
  await choose(staff, 1, /1页/)
  await staff.getByLabel('可能有人要伤害孩子').check()
  await staff.getByLabel('看到、听到了什么').fill(why)
  for (const line of ['不打开，孩子可能马上有危险', '这次打开永远留在记录里', '林小雨下次来'])
    await staff.locator('.opening-last label', { hasText: line }).click()
}

test('two grown-ups open a page in an emergency: neither alone, for a set time, and the child hears of it', async ({
  host,
  launch,
  userData,
}) => {
  test.slow()
  let app = await launch()
  let pupil = await openRoom(app)
  let staff = await signIn(app, pupil)
  const { id: otherId } = await must(staff, 'staff.add', other)
  await must(staff, 'staff.add', { ...other, name: '周老师', role: 'teacher', pin: '619284' })
  const childId = await sitDown(staff, pupil)
  const { id: page } = await must(pupil, 'diary.begin')
  const step = { id: '019a0000-0000-7000-8000-000000000001', kind: 'text', text: secret } as const
  await must(pupil, 'diary.put', { page, step })
  await must(pupil, 'sessions.end')
  await staff.reload()

  /** Whatever somebody of this role asks main for, nothing of the page is in what it answers. */
  const holdsNoWord = async (asker: Page, role: Role) => {
    const { asked, text } = await answersTo(asker, role, { childId, page })
    expect(asked).toBeGreaterThan(role === 'coordinator' ? 40 : 25)
    expect(text).toContain('林小雨')
    for (const part of [secret, secret.slice(0, 6)]) expect(text).not.toContain(part)
  }

  await test.step('a PIN that somebody else chose is no key: the page says what is missing', async () => {
    await openTheForm(staff)
    await expect(staff.getByText('现在还不能紧急打开')).toBeVisible()
    await expect(staff.getByText('李老师的密码是别人给的')).toBeVisible()
    await staff.screenshot({ path: test.info().outputPath('missing.png') })
  })

  await test.step('a teacher does not see it, and main does not answer one', async () => {
    const [teacher] = (await must(staff, 'staff.people')).filter(({ role }) => role === 'teacher')
    await must(staff, 'staff.signIn', { id: teacher!.id, pin: '619284' })
    await openPage(staff, '孩子')
    await expect(staff.getByRole('button', { name: '紧急打开日记' })).toHaveCount(0)
    for (const method of ['openings.look', 'openings.now', 'openings.record'] as const)
      expect(await refusalOf(staff, method)).toBe('not-allowed')
    expect(await refusalOf(staff, 'openings.days', { childId })).toBe('not-allowed')
    await holdsNoWord(staff, 'teacher')
  })

  await test.step('the social worker takes a PIN of her own; both have a key then', async () => {
    await must(staff, 'staff.signIn', { id: otherId, pin: other.pin })
    await holdsNoWord(staff, 'social-worker')
    await must(staff, 'staff.changeMyPin', { old: other.pin, pin: ownPin })
    const people = await must(staff, 'staff.people')
    const me = people.find(({ role }) => role === 'coordinator')!
    await must(staff, 'staff.signIn', { id: me.id, pin: coordinator.pin })
    await holdsNoWord(staff, 'coordinator')
    await expect
      .poll(async () => (await must(staff, 'openings.look')).partners.map(({ id }) => id))
      .toEqual([otherId])
  })

  await test.step('what lacks is said; a wrong PIN and the same person twice open nothing', async () => {
    await staff.reload()
    await openTheForm(staff)
    const go = staff.getByRole('button', { name: '打开，15 分钟' })
    await expect(go).toBeDisabled()
    await fillIn(staff)
    await expect(staff.getByText('两位大人输完密码就能打开')).toBeVisible()
    await typePinOf(staff, coordinator.name, coordinator.pin)
    await expect(keyOf(staff, coordinator.name)).toContainText('已确认')
    await typePinOf(staff, other.name, wrongPin)
    await expect(keyOf(staff, other.name)).toContainText('密码不对')
    await expect(go).toBeDisabled()
    await staff.screenshot({ path: test.info().outputPath('form.png') })
    // Copying works in this window, until a page stands open in it.
    await staff.getByLabel('看到、听到了什么').focus()
    for (const keys of ['ControlOrMeta+a', 'ControlOrMeta+c']) await staff.keyboard.press(keys)
    if (host === 'electron') expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(why)
    const wish = {
      childId,
      from: '2000-01-01',
      to: '2099-12-31',
      reason: 'harm',
      words: why,
      minutes: 5,
    } as const
    expect(await refusalOf(staff, 'openings.open', wish)).toBe('two-needed')
    const me = (await must(staff, 'openings.look')).me.id
    await must(staff, 'openings.confirm', { id: me, pin: coordinator.pin })
    expect(await refusalOf(staff, 'openings.open', wish)).toBe('two-needed')
    expect(await refusalOf(staff, 'openings.page', { id: page })).toBe('not-found')
    expect(filesWith(userData, secret)).toEqual([])
  })

  await test.step('both PINs open it, to look only', async () => {
    await typePinOf(staff, other.name, ownPin)
    await expect(keyOf(staff, other.name)).toContainText('已确认')
    const hidden = await watchPictures(app)
    await staff.getByRole('button', { name: '打开，15 分钟' }).click()
    const view = staff.locator('.opened')
    await expect(view.locator('textarea')).toHaveValue(secret)
    await expect(view).toContainText(`${coordinator.name}、${other.name}`)
    await expect(view.locator('.opened-stamp i').first()).toContainText(other.name)
    await staff.screenshot({ path: test.info().outputPath('open.png') })
    await view.getByRole('button', { name: '110' }).click()
    await expect(staff.locator('.opening-number')).toHaveText('110')
    expect(await liesOnTop(staff.locator('.opening-number'))).toBe(true)
    await staff.screenshot({ path: test.info().outputPath('number.png') })
    await staff.getByRole('dialog').getByRole('button', { name: '记下报告' }).click()
    await staff.getByLabel('几点').fill('15:40')
    expect(await liesOnTop(staff.getByLabel('几点'))).toBe(true)
    await staff.screenshot({ path: test.info().outputPath('report.png') })
    await staff.getByRole('button', { name: '记下', exact: true }).click()
    await expect(view.getByText(`已报告：公安（110），15:40（${coordinator.name}）`)).toBeVisible()
    await staff.setViewportSize({ width: 1024, height: 768 })
    await staff.screenshot({ path: test.info().outputPath('reported-1024.png') })
    await staff.setViewportSize({ width: 1366, height: 768 })
    expect(await hidden()).toBe(host === 'electron' ? true : undefined)
    expect(await marksAndCopies(view.locator('textarea'))).toBe('')
    if (host === 'electron')
      expect(await clipboards(app)).toEqual([why, expect.not.stringContaining('敲门，叫')])
    await expect(view.locator('textarea')).toHaveValue(secret)
    // Nor on paper, whoever asks for it.
    await staff.emulateMedia({ media: 'print' })
    await expect(view).toBeHidden()
    await staff.emulateMedia({ media: null })
    expect(filesWith(userData, secret)).toEqual([])
    expect(filesWith(userData, why).map((name) => name.replace(/-wal$/, ''))).toEqual(
      expect.arrayContaining(['room.sqlite']),
    )
  })

  await test.step('it closes when the console is left, and nothing of it is open behind', async () => {
    const gone = staff.waitForEvent('close')
    await call(staff, 'staff.leave').catch(() => undefined)
    await gone
    staff = await comeIn(app, pupil, { name: coordinator.name, pin: coordinator.pin })
    expect(await must(staff, 'openings.now')).toBeNull()
    expect(await refusalOf(staff, 'openings.page', { id: page })).toBe('not-found')
  })

  await test.step('it closes by itself at its time', async () => {
    await openTheForm(staff)
    await fillIn(staff)
    await typePinOf(staff, coordinator.name, coordinator.pin)
    await typePinOf(staff, other.name, ownPin)
    await staff.getByRole('button', { name: '5 分钟', exact: true }).click()
    await staff.getByRole('button', { name: '打开，5 分钟' }).click()
    await expect(staff.locator('.opened')).toBeVisible()
    for (let minute = 0; minute < 5; minute += 1) {
      await call(staff, 'staff.stillHere')
      await skipTime(app, 1)
    }
    expect(await must(staff, 'openings.now')).toBeNull()
    await expect(staff.locator('.opened')).toHaveCount(0)
    expect(await staff.content()).not.toContain(secret.slice(0, 6))
    const { entries, chain } = await must(staff, 'openings.record')
    expect(entries.map(({ end }) => end)).toEqual(['time', 'left'])
    expect(chain).toMatchObject({ whole: true, entries: 5 })
    await expect(staff.getByText('记录完整')).toBeVisible()
    await expect(staff.locator('.opening-record')).toContainText('已报告：公安（110），15:40')
    await expect(staff.locator('.opening-seal')).toContainText(/[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}/)
    await must(staff, 'staff.signOut')
    await call(staff, 'staff.leave').catch(() => undefined)
  })

  await test.step('the child hears of each, before anything else, once', async () => {
    await must(pupil, 'sessions.begin', { childId })
    for (let each = 0; each < 2; each += 1) {
      await expect(pupil.getByRole('heading', { name: '小雨，有件事要告诉你' })).toBeVisible()
      await expect(pupil.getByText('你没有做错什么。')).toBeVisible()
      await expect(pupil.locator('.told')).toContainText(`${coordinator.name}和${other.name}一起看了你的日记`)
      await expect(pupil.locator('.told')).toContainText('想问问，找周老师')
      await expect(pupil.locator('.told')).not.toContainText('同学说')
      if (each === 0) await pupil.screenshot({ path: test.info().outputPath('told.png') })
      await pupil.getByRole('button', { name: '我知道了' }).click()
    }
    await expect(pupil.locator('.told')).toHaveCount(0)
    expect(await must(pupil, 'openings.ofMine')).toHaveLength(2)
    await must(pupil, 'sessions.end')
    await must(pupil, 'sessions.begin', { childId })
    await expect(pupil.locator('.told')).toHaveCount(0)
    expect(await refusalOf(pupil, 'openings.record')).toBe('not-from-here')
    await must(pupil, 'sessions.end')
  })

  await test.step('somebody who changes the record in the database is seen', async () => {
    await app.close()
    const raw = databaseBeside(userData)
    raw.exec(`UPDATE opening_entry SET entry = replace(entry, '"harm"', '"law"') WHERE number = 4`)
    raw.close()
    expect(filesWith(userData, secret)).toEqual([])
    app = await launch()
    pupil = await firstWindow(app)
    staff = await knock(app, pupil)
    staff = await (async () => {
      await staff.getByRole('button', { name: coordinator.name }).click()
      await staff.keyboard.type(coordinator.pin)
      await staff.keyboard.press('Enter')
      return staff
    })()
    await openTheForm(staff)
    await expect(staff.getByText('记录从第4条起不对：有人改过')).toBeVisible()
    await staff.screenshot({ path: test.info().outputPath('broken.png'), fullPage: true })
    const cut = databaseBeside(userData)
    cut.exec('DELETE FROM opening_entry WHERE number > 2')
    cut.close()
    expect((await must(staff, 'openings.record')).chain).toEqual({
      whole: false,
      number: 3,
      fault: 'cut-off',
    })
  })

  await test.step('a PIN that was set anew is no key, and a grown-up who left is none at all: the page says so', async () => {
    const shut = async (says: string | RegExp, picture: string) => {
      await staff.reload()
      await openTheForm(staff)
      await expect(staff.getByText(says)).toBeVisible()
      await expect(staff.getByText('现在还不能紧急打开')).toBeVisible()
      await staff.screenshot({ path: test.info().outputPath(`${picture}.png`) })
    }
    await must(staff, 'staff.resetPin', { id: otherId, pin: '918273' })
    await shut('李老师的密码是别人给的', 'set-anew')
    expect(await refusalOf(staff, 'openings.confirm', { id: otherId, pin: '918273' })).toBe('no-escrow-key')
    await must(staff, 'staff.remove', { id: otherId })
    await shut(nobodyLeft, 'left')
    expect(await refusalOf(staff, 'openings.confirm', { id: otherId, pin: ownPin })).toBe('not-allowed')
  })
})
