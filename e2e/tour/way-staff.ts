import type { Page } from '@playwright/test'
import type { Camera } from './camera.ts'
import { learningPages } from './learning-pages.ts'
import { pupils, roomIn, staffPin } from './rooms.ts'
import { callServer } from './way-call-server.ts'
import { families } from './way-contacts.ts'
import { ask, press, seat, turnTo, visit, type Visit, type VisitParts } from './visit.ts'

/** The console: the door, the room, the children, the report, staff, settings. */
export function staffsDay(camera: Camera, template: string, parts: VisitParts): Promise<void> {
  const { stretch, lang } = camera
  const prepare = (userData: string) => roomIn(userData, template, lang)
  return visit(camera, { ...parts, prepare }, async (opened) => {
    const pupil = await opened.window('pupil')
    await pupil.locator('.tile').first().waitFor()
    await seat(pupil, pupils.main)
    await stretch('the door of the console', () => door(camera, opened, pupil))
    const staff = await opened.window('staff')
    await stretch('the room', () => room(camera, staff))
    await stretch('the children', () => children(camera, staff))
    await stretch('one child', () => oneChild(camera, staff))
    await stretch('the learning', () => learningPages(camera, staff))
    await stretch('the report', () => report(camera, staff))
    await stretch('the calls', () => calls(camera, staff))
    await stretch('the families', () => families(camera, staff))
    await stretch('the staff', () => people(camera, staff))
    await stretch('the devices', () => lamps(camera, staff))
    await stretch('the settings', () => settings(camera, staff))
    await stretch('the call server', () => callServer(camera, staff))
  })
}

async function door({ say, shot }: Camera, opened: Visit, pupil: Page): Promise<void> {
  await ask(pupil, 'staff.knock')
  const staff = await opened.window('staff')
  await staff.locator('.door-people button').first().waitFor()
  await shot(staff, 'staff-people')
  await staff
    .locator('.door-people button', { hasText: say('role.coordinator') })
    .first()
    .click()
  await staff.locator('.pin-pad').waitFor()
  await shot(staff, 'staff-pin')
  for (const digit of '739150') await staff.keyboard.press(digit)
  await staff.keyboard.press('Enter')
  await staff.locator('.pin .notice').waitFor()
  await shot(staff, 'staff-wrong')
  await press(staff, say('sign-in.forgot'))
  await staff.locator('.recover').waitFor()
  await shot(staff, 'staff-recover')
  await press(staff, say('sign-in.recover-back'))
  const person = (await ask(staff, 'staff.people')).find(({ role }) => role === 'coordinator')
  // A wrong try makes the next one wait; how long is the gate's affair.
  for (let tries = 0; tries < 40; tries += 1) {
    const entered = await ask(staff, 'staff.signIn', { id: person!.id, pin: staffPin }).then(
      () => true,
      () => false,
    )
    if (entered) break
    await new Promise((done) => setTimeout(done, 250))
  }
  await staff.locator('.nav').waitFor()
}

async function room({ shot }: Camera, staff: Page): Promise<void> {
  await staff.locator('.seat .foot').waitFor()
  await shot(staff, 'room-taken')
  await ask(staff, 'sessions.pause', { paused: true })
  await shot(staff, 'room-paused')
  await ask(staff, 'sessions.pause', { paused: false })
}

async function lamps(camera: Camera, staff: Page): Promise<void> {
  await turnTo(staff, camera, 'health')
  await staff.locator('.health-lamps li').first().waitFor()
  await camera.shot(staff, 'health')
}

async function children(camera: Camera, staff: Page): Promise<void> {
  const { say, shot } = camera
  await turnTo(staff, camera, 'children')
  await staff.locator('.desk tbody tr').first().waitFor()
  await shot(staff, 'children')
  await press(staff, say('table.next'))
  await shot(staff, 'children-page-2')
  const search = staff.getByRole('searchbox')
  await search.fill('小雨')
  await shot(staff, 'children-search')
  await search.fill('没有这个人')
  await shot(staff, 'children-nobody')
  await search.fill('')
  await press(staff, say('children.add'))
  await staff.locator('.dialog').waitFor()
  await shot(staff, 'child-new')
  await staff.keyboard.press('Escape')
  await staff.locator('.dialog').waitFor({ state: 'detached' })
}

async function oneChild(camera: Camera, staff: Page): Promise<void> {
  const { say, shot } = camera
  await turnTo(staff, camera, 'children')
  const openChild = async (name: string) => {
    await staff.getByRole('searchbox').fill(name)
    await staff.locator('.desk tbody tr').first().click()
    await staff.locator('.dialog .child-more').waitFor()
  }
  const close = async () => {
    await press(staff, say('children.cancel'))
    await staff.locator('.dialog').waitFor({ state: 'detached' })
  }
  await openChild(pupils.pictures)
  await shot(staff, 'child')
  await press(staff, say('children.choose-animal'))
  await shot(staff, 'child-animals')
  await press(staff, say('children.choose-animal'))
  await press(staff, say('children.show'))
  await staff.locator('.three-pictures').waitFor()
  await shot(staff, 'child-pictures')
  await press(staff, say('children.choose-pictures'))
  await shot(staff, 'child-choose-pictures')
  await press(staff, say('children.remove'))
  await staff.getByText(say('children.remove-hint')).waitFor()
  await shot(staff, 'child-remove')
  await staff
    .getByRole('button', { name: say('children.cancel'), exact: true })
    .last()
    .click()
  await close()
  const mistakes = (await ask(staff, 'children.list')).map(({ id, name }) => ({ id, name }))
  for (const { id, name } of mistakes) {
    if ((await ask(staff, 'learning.mistakesOf', { childId: id })).length < 3) continue
    await openChild(name)
    await press(staff, say('children.mistakes-open'))
    await staff.locator('.mistake-list').waitFor()
    await staff.locator('.mistake-list').scrollIntoViewIfNeeded()
    await shot(staff, 'child-mistakes')
    return close()
  }
  throw new Error('Nobody has mistakes')
}

async function report(camera: Camera, staff: Page): Promise<void> {
  const { say, shot } = camera
  await turnTo(staff, camera, 'report')
  const chart = () => staff.locator('.recharts-surface').first().waitFor()
  // The history ends yesterday and this may be a Monday: a week back there are always visits.
  await press(staff, say('report.before'))
  await chart()
  await shot(staff, 'report-week')
  for (const unit of ['month', 'term', 'day'] as const) {
    await staff
      .getByText(say(`report.unit.${unit}`), { exact: true })
      .first()
      .click()
    await Promise.race([chart(), staff.getByText(say('report.nothing')).waitFor()])
    await shot(staff, `report-${unit}`)
  }
  await staff.getByText(say('report.unit.month'), { exact: true }).first().click()
  await chart()
  await staff.locator('.desk table tbody tr').first().click()
  await chart()
  await shot(staff, 'report-class')
  await staff.locator('.desk table tbody tr').first().click()
  await staff.getByText(say('report.start'), { exact: true }).waitFor()
  await shot(staff, 'report-child')
  await press(staff, 'CSV')
  await staff.locator('.dialog').waitFor()
  await shot(staff, 'report-save')
  await staff.keyboard.press('Escape')
}

async function calls(camera: Camera, staff: Page): Promise<void> {
  const { say, shot } = camera
  await turnTo(staff, camera, 'calls')
  await staff.locator('.desk tbody tr').first().waitFor()
  await shot(staff, 'calls')
  const choose = async (select: string, option: string) => {
    await staff.getByRole('button', { name: select }).first().click()
    await staff.getByRole('option', { name: option, exact: true }).click()
  }
  const list = await ask(staff, 'children.list')
  const { rows } = await ask(staff, 'calls.log', { page: 0 })
  const measured = rows.find(({ quality }) => quality !== null)
  const quiet = await childWithout(staff, list)
  await choose(say('children.all-classes'), quiet.classLabel)
  await staff.locator('.desk tbody tr').first().waitFor()
  await shot(staff, 'calls-class')
  await choose(say('call-log.whole-class'), quiet.name)
  await staff.getByText(say('call-log.none-here')).waitFor()
  await shot(staff, 'calls-nobody')
  await choose(quiet.classLabel, say('children.all-classes'))
  if (!measured) throw new Error('No call was measured')
  await staff
    .locator('.desk tbody tr', { hasText: measured.childName })
    .filter({ hasText: say('call-log.link.good') })
    .first()
    .click()
  await staff.locator('.call-figures').waitFor()
  await shot(staff, 'calls-figures')
  await staff.keyboard.press('Escape')
  await staff.locator('.dialog').waitFor({ state: 'detached' })
}

/** Somebody who never called. */
async function childWithout<C extends { readonly id: string }>(staff: Page, list: readonly C[]): Promise<C> {
  for (const child of list)
    if ((await ask(staff, 'calls.log', { childId: child.id, page: 0 })).total === 0) return child
  throw new Error('Everybody has called')
}

async function people(camera: Camera, staff: Page): Promise<void> {
  const { say, shot } = camera
  await turnTo(staff, camera, 'staff')
  await staff.locator('.desk tbody tr').first().waitFor()
  await shot(staff, 'staff-list')
  await press(staff, say('staff.add'))
  await staff.locator('.dialog').waitFor()
  await shot(staff, 'staff-new')
  await press(staff, say('children.cancel'))
  await staff.locator('.dialog').waitFor({ state: 'detached' })
  await staff.locator('.desk tbody tr').first().click()
  await staff.locator('.dialog').waitFor()
  await shot(staff, 'staff-person')
  await press(staff, say('children.cancel'))
}

async function settings(camera: Camera, staff: Page): Promise<void> {
  const { say, shot } = camera
  await turnTo(staff, camera, 'settings')
  await staff.locator('.settings-grid').waitFor()
  await shot(staff, 'settings')
  await staff.getByText(say('settings.pinyin')).click()
  await shot(staff, 'settings-changed')
}
