import type { Page } from '@playwright/test'
import { pair, type Bench, type RoomBench } from '../../main/call-server/test-bench.ts'
import type { Camera } from './camera.ts'
import { pupils } from './rooms.ts'
import type { ScreenName } from './screens.ts'
import { ask, press, turnTo } from './visit.ts'

/** Families before there is a call server: who has whom, what was agreed to, and how that is written down. */
export async function families(camera: Camera, staff: Page): Promise<void> {
  const { say, shot } = camera
  const dialog = staff.locator('.dialog')
  await turnTo(staff, camera, 'contacts')
  await staff.locator('.desk tbody tr').first().waitFor()
  await shot(staff, 'contacts')
  await staff.getByText(say('contacts.filter-nobody'), { exact: true }).click()
  await shot(staff, 'contacts-nobody')
  await staff.getByText(say('contacts.filter-all'), { exact: true }).click()
  await staff.getByRole('searchbox').fill(pupils.longName)
  await staff.locator('.desk tbody tr').first().click()
  await staff.locator('.family-title .face').waitFor()
  await shot(staff, 'family-long-name')
  await openFamily(camera, staff, pupils.main)
  await shot(staff, 'family-no-server')
  const first = staff.locator('.kin').first()
  const kinDialogs: readonly (readonly [button: string, name: ScreenName])[] = [
    [say('contacts.change'), 'contact'],
    [say('contacts.give'), 'consent'],
    [say('contacts.withdraw'), 'consent-withdraw'],
    [say('contacts.remove'), 'contact-remove'],
  ]
  for (const [button, name] of kinDialogs) {
    await first.getByRole('button', { name: button }).click()
    await dialog.waitFor()
    await shot(staff, name)
    await press(staff, say('children.cancel'))
    await dialog.waitFor({ state: 'detached' })
  }
}

/** The same family at a call server: inviting, links that were not used yet, and a device that was paired. */
export async function inviting(camera: Camera, staff: Page, bench: Bench): Promise<void> {
  const { say, shot } = camera
  const childId = (await ask(staff, 'children.list')).find(({ name }) => name === pupils.main)!.id
  await ask(staff, 'contacts.publish')
  const mother = (await ask(staff, 'contacts.family', { childId })).contacts[0]!
  const of = { childId, contactId: mother.id }
  const { link } = await ask(staff, 'contacts.invite', of)
  const asRoom = { ask: () => Promise.resolve({ json: { link } }) } as unknown as RoomBench
  await pair(bench, asRoom, mother.id)
  await ask(staff, 'contacts.invite', of)
  await openFamily(camera, staff, pupils.main)
  const first = staff.locator('.kin').first()
  await first.getByRole('button', { name: say('contacts.revoke') }).waitFor()
  await shot(staff, 'family-devices')
  await first.getByRole('button', { name: say('contacts.invite') }).click()
  await staff.locator('.older-links li').first().waitFor()
  await shot(staff, 'invite-links')
  await press(staff, say('contacts.make-link'))
  await staff.locator('.invite canvas, .invite svg').first().waitFor()
  await shot(staff, 'invite')
  await staff.emulateMedia({ media: 'print' })
  await shot(staff, 'invite-slip')
  await staff.emulateMedia({ media: 'screen' })
  await press(staff, say('papers.done'))
  await staff.locator('.dialog').waitFor({ state: 'detached' })
}

async function openFamily(camera: Camera, staff: Page, name: string): Promise<void> {
  await turnTo(staff, camera, 'room')
  await turnTo(staff, camera, 'contacts')
  await staff.getByRole('searchbox').fill(name)
  await staff.locator('.desk tbody tr').first().click()
  await staff.locator('.kin').first().waitFor()
}
