// T5: a coordinator makes a key, types it back, backs up, tries one; a new seat becomes the room again from the stick and the paper.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serious } from './axe.ts'
import { roomWithChildren } from './child-ground.ts'
import { expect } from './fixture.ts'
import { launchApp } from './launch.ts'
import { call, must } from './open-room.ts'
import { test } from './own-home.ts'
import { openPage } from './staff-ways.ts'
import { loadedWindow } from './windows.ts'

test('a key in two halves, a backup, a trial, and the room on another seat', async ({ app, display }) => {
  const { staff } = await roomWithChildren(app)
  await openPage(staff, '备份')
  await expect(staff.getByRole('button', { name: '现在备份' })).toBeDisabled()
  await staff.getByRole('button', { name: '做一把钥匙' }).click()
  // What a lost key means stands there before there is one.
  await expect(staff.getByRole('dialog')).toContainText('再也打不开')
  await staff.getByRole('radio', { name: /两半/ }).check()
  expect(await serious(staff)).toEqual([])
  await staff.getByRole('button', { name: '做', exact: true }).click()
  const lines = await staff.getByRole('dialog').locator('.backup-lines code').allInnerTexts()
  expect(lines).toHaveLength(8)
  await expect(staff.locator('.print-sheet .backup-page')).toHaveCount(2)
  await staff.getByRole('button', { name: '下一步' }).click()
  const fields = staff.getByRole('dialog').getByRole('textbox')
  await expect(fields).toHaveCount(8)
  for (const [at, line] of lines.entries()) await fields.nth(at).fill(at === 2 ? 'AAAAA-AAAAA-AAAAA' : line)
  await staff.getByRole('button', { name: '做好了' }).click()
  await expect(staff.getByRole('alert')).toContainText('第 3 行')
  await fields.nth(2).fill(lines[2]!.toLowerCase())
  await staff.getByRole('button', { name: '做好了' }).click()
  await expect(staff.getByText('两个人各收一张')).toBeVisible()

  await staff.getByRole('button', { name: '现在备份' }).click()
  await staff.locator('.place-list button').last().click()
  await expect(staff.getByRole('dialog')).toContainText('第 1 份')
  await staff.getByRole('dialog').getByRole('button', { name: '好了' }).click()
  await expect(staff.getByRole('table', { name: '备份' }).locator('tbody tr')).toHaveCount(1)

  await staff.getByRole('button', { name: '试一份' }).click()
  await staff.getByRole('button', { name: /第 1 份/ }).click()
  for (const [at, line] of lines.entries()) await fields.nth(at).fill(line)
  expect(await serious(staff)).toEqual([])
  await staff.getByRole('button', { name: '试', exact: true }).click()
  await expect(staff.locator('.backup-counts')).toContainText('孩子2')
  expect(await serious(staff)).toEqual([])
  const { lamps } = await must(staff, 'health.check')
  const says = Object.fromEntries(lamps.map((lamp) => [lamp.name, lamp.says]))
  expect([says['outside'], says['restore']]).toEqual(['fresh', 'tried'])

  // The PC broke: another one, with the same stick and the two papers.
  const userData = mkdtempSync(join(tmpdir(), 'happy-home-e2e-'))
  const other = await launchApp({
    appPath: join(import.meta.dirname, '..'),
    args: [],
    userData,
    screens: '1366x768',
    display,
    env: {},
  })
  try {
    const setup = await loadedWindow(other.app, 'staff')
    await setup.getByRole('button', { name: /从备份恢复/ }).click()
    await setup.getByRole('button', { name: /第 1 份/ }).click()
    await setup.getByRole('radio', { name: '两半' }).check()
    const typed = setup.getByRole('textbox')
    for (const [at, line] of lines.toReversed().entries()) await typed.nth(at).fill(line)
    await setup.getByRole('button', { name: '恢复这间房' }).click()
    await expect(setup.getByRole('alert')).toContainText('第 1 行')
    for (const [at, line] of lines.entries()) await typed.nth(at).fill(line)
    expect(await serious(setup)).toEqual([])
    await setup.getByRole('button', { name: '恢复这间房' }).click()
    const pupil = await loadedWindow(other.app, 'pupil')
    await expect(pupil.getByRole('button', { name: '陈思远', exact: true })).toBeVisible()
    expect((await call(pupil, 'backups.restore', { place: 'x', folder: 'happy-home-backup-00000000', number: 1, typed: [['', '', '', '']] })).ok).toBe(false)
  } finally {
    await other.end()
    rmSync(userData, { recursive: true, force: true })
  }
}) // prettier-ignore
