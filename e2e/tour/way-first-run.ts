import type { ElectronApplication, Page } from '@playwright/test'
import { putMixer } from '../calls/client/hands-on.ts'
import { plugOf } from '../device-plug.ts'
import { fakeDevices } from '../parent-phones.ts'
import { childrenCsv } from './class-list.ts'
import type { Camera } from './camera.ts'
import { ask, press, turnTo, visit, type VisitParts } from './visit.ts'

const pin = '739154'

/** A fresh PC: the set-up, an empty room, the first class list. */
export function firstRun(camera: Camera, parts: VisitParts): Promise<void> {
  const { say, shot, lang } = camera
  return visit(camera, { ...parts, args: fakeDevices }, async ({ launched, window }) => {
    const setup = await window('staff')
    await setup.locator('.setup-way').first().waitFor()
    if (lang === 'en') await press(setup, 'English')
    await setup.getByRole('button', { name: say('setup.begin'), exact: true }).waitFor()
    await shot(setup, 'setup-welcome')
    await press(setup, say('setup.begin'))
    await shot(setup, 'setup-room')
    await setup.getByLabel(say('setup.school')).fill(say('setup.school-like'))
    await setup.getByLabel(say('setup.room-name')).fill(say('setup.room-like'))
    await shot(setup, 'setup-room-filled')
    await press(setup, say('setup.next'))
    await shot(setup, 'setup-coordinator')
    await setup.getByLabel(say('setup.name')).fill(say('setup.name-like'))
    await setup.getByLabel(say('pin.new')).fill('123456')
    await setup.getByLabel(say('pin.again')).fill('12345')
    await shot(setup, 'setup-pin-problem')
    await setup.getByLabel(say('pin.new')).fill(pin)
    await setup.getByLabel(say('pin.again')).fill(pin)
    await press(setup, say('setup.next'))
    await setup.locator('.setup-checks').waitFor()
    await shot(setup, 'setup-devices')
    await camera.stretch('devices that are tried', () => tryDevices(camera, launched.app, setup))
    await press(setup, say('setup.finish'))
    await setup.locator('.setup-key').waitFor()
    await shot(setup, 'setup-ready')
    await setup.getByText(say('setup.key-kept')).click()
    await shot(setup, 'setup-ready-kept')
    await press(setup, say('setup.open'))

    const pupil = await window('pupil')
    await pupil.getByText(say('who.empty.title')).waitFor()
    await shot(pupil, 'who-empty')
    await press(pupil, say('who.staff'))
    const staff = await window('staff')
    await staff.locator('.pin-pad').waitFor()
    await shot(staff, 'staff-pin-only-one')
    for (const digit of pin) await staff.keyboard.press(digit)
    await staff.keyboard.press('Enter')
    await staff.locator('.nav').waitFor()
    await staff.locator('.seat').waitFor()
    await shot(staff, 'room-empty')
    await turnTo(staff, camera, 'report')
    await staff.getByText(say('report.nothing')).waitFor()
    await shot(staff, 'report-empty')
    await turnTo(staff, camera, 'children')
    await staff.getByText(say('children.none')).waitFor()
    await shot(staff, 'children-empty')

    await press(staff, say('children.import'))
    await staff.locator('.file-picker').waitFor()
    await shot(staff, 'import')
    const file = staff.locator('input[type=file]')
    await file.setInputFiles({
      name: 'photo.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from([0, 1, 2, 255, 254, 0, 0]),
    })
    await staff.locator('.dialog .notice').waitFor()
    await shot(staff, 'import-unreadable')
    await file.setInputFiles({ name: 'class.csv', mimeType: 'text/csv', buffer: childrenCsv() })
    await staff.locator('.import-counts').waitFor()
    await shot(staff, 'import-preview')
    await staff.locator('.dialog footer .main, .dialog footer .btn.main').first().click()
    await staff.getByText(say('papers.done'), { exact: true }).waitFor()
    await shot(staff, 'import-done')
    await press(staff, say('papers.done'))
    await staff.locator('.desk tbody tr').first().waitFor()
    await shot(staff, 'children-new-class')
    await camera.stretch('a photograph', () => photograph(camera, launched.app, staff))
    await ask(staff, 'staff.leave').catch(() => undefined)
  })
}

/** Camera and microphone on, then turned off in the mixer, then pulled out; the voice, heard and asked about. */
async function tryDevices({ say, shot }: Camera, app: ElectronApplication, setup: Page): Promise<void> {
  const mix = await putMixer(setup)
  const tries = setup.getByRole('button', { name: say('setup.try'), exact: true })
  for (let left = await tries.count(); left > 0; left -= 1) {
    const last = tries.nth(left - 1)
    await last.click()
    await last.waitFor({ state: 'detached' })
  }
  await setup.locator('.setup-meter .on').first().waitFor()
  await shot(setup, 'setup-devices-on')
  await mix(false)
  await setup.getByText(say('setup.device.silent')).waitFor()
  await shot(setup, 'setup-devices-silent')
  const plugs = [plugOf(app, setup, 'camera'), plugOf(app, setup, 'microphone')]
  for (const plug of plugs) await plug.pull()
  await setup.getByText(say('setup.device.missing')).nth(1).waitFor()
  await shot(setup, 'setup-devices-out')
  for (const plug of plugs) await plug.plug()
  await setup.getByText(say('setup.device.on')).nth(1).waitFor()
  await press(setup, say('voice-check.hear'))
  await setup.getByText(say('voice-check.question')).waitFor()
  await shot(setup, 'setup-voice-asked')
}

/** The photo booth: a mirror, taken by another program, pulled out. */
async function photograph({ say, shot }: Camera, app: ElectronApplication, staff: Page): Promise<void> {
  await staff.locator('.desk tbody tr').first().click()
  await press(staff, say('children.take-photo'))
  await staff.locator('.photo-booth video').waitFor()
  await shot(staff, 'booth')
  const camera = plugOf(app, staff, 'camera')
  camera.hang()
  await staff.getByText(say('setup.device.in-use')).waitFor()
  await shot(staff, 'booth-taken')
  camera.goOn()
  await staff.locator('.photo-booth video').waitFor()
  await camera.pull()
  await staff.getByText(say('setup.device.missing')).waitFor()
  await shot(staff, 'booth-out')
  await camera.plug()
}
