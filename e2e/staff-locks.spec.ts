import { expect, test } from './fixture.ts'
import { call, coordinator, must, openRoom } from './open-room.ts'
import {
  comeIn,
  goOut,
  knock,
  menu,
  openPage,
  refusalOf,
  skipTime,
  typePin,
  waitAtTheDoor,
} from './staff-ways.ts'
import { loadedWindow } from './windows.ts'

test('volunteers and technicians have their own pages, and main refuses the rest', async ({ app }) => {
  const pupil = await openRoom(app)
  const staff = await comeIn(app, pupil)
  const people = [
    { name: '林志愿', role: 'volunteer', label: '志愿者', pages: ['房间现在', '设置'] },
    { name: '陈师傅', role: 'technician', label: '技术员', pages: [/^设备\d*$/, '备份', '升级', '设置'] },
  ] as const
  const pin = '604917'
  await test.step('the coordinator adds them by hand', async () => {
    await openPage(staff, '工作人员')
    for (const { name, label } of people) {
      await staff.getByRole('button', { name: '加一位工作人员' }).click()
      const sheet = staff.getByRole('dialog', { name: '加一位工作人员' })
      await sheet.getByLabel('姓名').fill(name)
      await sheet.getByRole('button', { name: '身份' }).click()
      await staff.getByRole('option', { name: label }).click()
      await sheet.getByLabel('新密码').fill(pin)
      await sheet.getByLabel('再输一次').fill(pin)
      await sheet.getByRole('button', { name: '保存' }).click()
      await expect(staff.getByRole('row').filter({ hasText: name })).toContainText('还没有登记')
    }
    await goOut(staff)
  })
  for (const { name, role, pages } of people) {
    await test.step(name, async () => {
      const desk = await comeIn(app, pupil, { name, pin })
      await expect(menu(desk).locator('.place')).toHaveText([...pages])
      const report = { unit: 'week', day: '2026-01-01' } as const
      expect(await refusalOf(desk, 'children.list')).toBe('not-allowed')
      expect(await refusalOf(desk, 'usage.report', report)).toBe('not-allowed')
      expect(await refusalOf(desk, 'staff.list')).toBe('not-allowed')
      // A technician prints the slip for a repair.
      if (role === 'volunteer') expect(await refusalOf(desk, 'files.print')).toBe('not-allowed')
      expect(await refusalOf(desk, 'sessions.pause', { paused: true })).toBe('not-allowed')
      const seen = await call(desk, 'sessions.current')
      expect(seen.ok).toBe(role === 'volunteer')
      if (role === 'volunteer') {
        await openPage(desk, '设置')
        await expect(desk.getByText('只有协调员和技术员可以改')).toBeVisible()
        await expect(desk.getByLabel('学校')).toBeDisabled()
        const settings = await must(desk, 'room.settings')
        expect(await refusalOf(desk, 'room.changeSettings', settings)).toBe('not-allowed')
      }
      await goOut(desk)
    })
  }
})

test('the console that nobody touches signs out and closes', async ({ app }) => {
  const pupil = await openRoom(app)
  const staff = await comeIn(app, pupil)
  await skipTime(app, 61)
  // What the page still asks by itself is no sign of life, but main may hear it after the jump: time goes on.
  await expect
    .poll(async () => {
      if (!staff.isClosed()) await skipTime(app, 2)
      return staff.isClosed()
    })
    .toBe(true)
  const again = await knock(app, pupil)
  await expect(again.getByRole('group', { name: '密码' })).toBeVisible()
})

test('ten wrong PINs lock, and the key on paper opens once', async ({ app }) => {
  const setup = await loadedWindow(app, 'staff')
  const room = { language: 'zh-CN', school: '第一小学', room: '一号', seat: 1, coordinator } as const
  const { recoveryKey } = await must(setup, 'setup.finish', room)
  await call(setup, 'setup.openRoom').catch(() => undefined)
  const pupil = await loadedWindow(app, 'pupil')
  const first = await knock(app, pupil)

  await test.step('after some slips one waits, and the right PIN does not shorten it', async () => {
    const [person] = await must(first, 'staff.people')
    const id = person!.id
    const slip = async (wrong: number) => {
      await waitAtTheDoor(app, first, 11)
      const answer = await call(first, 'staff.signIn', { id, pin: '640281' })
      expect(answer).toMatchObject({ error: { code: expect.stringMatching(/^(wrong-pin|pin-wait)$/) } })
      expect([wrong, await must(first, 'staff.me')]).toEqual([wrong, null])
    }
    await typePin(first, '640281')
    await expect(first.getByText('密码不对，还可以试 9 次。')).toBeVisible()
    for (const wrong of [2, 3, 4, 5]) await slip(wrong)
    await waitAtTheDoor(app, first, 11)
    await typePin(first, '640281')
    await expect(first.getByText(/请等 \d{3} 秒再试。/)).toBeVisible()
    await expect(first.getByRole('button', { name: '1', exact: true })).toBeDisabled()
    expect(await refusalOf(first, 'staff.signIn', { id, pin: coordinator.pin })).toBe('pin-wait')
    for (const wrong of [7, 8, 9]) await slip(wrong)
    const gone = first.waitForEvent('close')
    await first
      .getByRole('button', { name: '回到孩子的屏幕' })
      .click()
      .catch(() => undefined)
    await gone
    await skipTime(app, 11)
  })

  const staff = await knock(app, pupil)
  await typePin(staff, '640281')
  await expect(staff.getByText('试错太多次，已经锁住。请用恢复码解锁。')).toBeVisible()
  await typePin(staff, coordinator.pin)
  await expect(staff.getByText('试错太多次，已经锁住。请用恢复码解锁。')).toBeVisible()

  const next = '951847'
  await test.step('the key opens, and another takes its place', async () => {
    await staff.getByRole('button', { name: '忘记密码，用恢复码' }).click()
    await staff.getByLabel('恢复码').fill('AAAAA-AAAAA-AAAAA-AAAAA')
    await staff.getByLabel('新密码').fill(next)
    await staff.getByLabel('再输一次').fill(next)
    await staff.getByRole('button', { name: '换密码并进入' }).click()
    await expect(staff.getByText('恢复码不对')).toBeVisible()
    await staff.getByLabel('恢复码').fill(recoveryKey.toLowerCase())
    await staff.getByRole('button', { name: '换密码并进入' }).click()
    const sheet = staff.getByRole('alertdialog', { name: '恢复码' })
    const shown = (await sheet.getByLabel('恢复码').textContent()) ?? ''
    expect(shown).toMatch(/^[A-Z0-9]{5}(-[A-Z0-9]{5}){3}$/)
    expect(shown).not.toBe(recoveryKey)
    await staff.keyboard.press('Escape')
    await expect(sheet.getByRole('button', { name: '好了' })).toBeDisabled()
    await sheet.getByText('我已经抄好了').click()
    await sheet.getByRole('button', { name: '好了' }).click()
    await expect(menu(staff)).toBeVisible()
    const [person] = await must(staff, 'staff.people')
    const used = { id: person!.id, recoveryKey, pin: '284016' }
    expect(await refusalOf(staff, 'staff.recover', used)).toBe('wrong-recovery-key')
    await goOut(staff)
    await comeIn(app, pupil, { pin: next })
  })
})

test('a knock on a window that is just closing opens it again', async ({ app }) => {
  const pupil = await openRoom(app)
  const staff = await knock(app, pupil)
  const gone = staff.waitForEvent('close')
  // Sent, not answered: the knock follows while the window is on its way out.
  await staff.evaluate(() => void window.house.call('staff.leave', undefined)).catch(() => undefined)
  await must(pupil, 'staff.knock')
  await gone
  const again = await loadedWindow(app, 'staff')
  await expect(again.getByRole('group', { name: '密码' })).toBeVisible()
})

test('who comes after somebody who went is not sent away with them', async ({ app }) => {
  const pupil = await openRoom(app)
  const staff = await comeIn(app, pupil)
  // Main looks every five seconds who is there.
  const aLook = () => app.evaluate(() => new Promise((done) => setTimeout(done, 5500)))
  await aLook()
  await goOut(staff)
  const next = await knock(app, pupil)
  await expect(next.getByRole('group', { name: '密码' })).toBeVisible()
  await skipTime(app, 0.2)
  await aLook()
  expect(next.isClosed()).toBe(false)
})
