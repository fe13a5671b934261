import type { Page } from '@playwright/test'
import type { Camera } from './camera.ts'
import { pupils, roomIn } from './rooms.ts'
import { ask, press, seat, signIn, turnTo, visit, type VisitParts } from './visit.ts'

/** What a guardian may ask of one child's data: a copy, a correction, erasure; and who looked. */
export function guardianRights(camera: Camera, template: string, parts: VisitParts): Promise<void> {
  const prepare = (userData: string) => roomIn(userData, template, camera.lang)
  return visit(camera, { ...parts, prepare }, async (opened) => {
    const pupil = await opened.window('pupil')
    await pupil.locator('.tile').first().waitFor()
    await seat(pupil, pupils.main)
    const staff = await signIn(opened, pupil)
    await camera.stretch('the rights of one child', () => rights(camera, staff))
  })
}

async function rights(camera: Camera, staff: Page): Promise<void> {
  const { say, shot } = camera
  const child = await someFamily(staff)
  await turnTo(staff, camera, 'children')
  const openChild = async () => {
    await staff.getByRole('searchbox').fill(child.name)
    await staff.locator('.desk tbody tr').first().click()
    await staff.locator('.dialog .child-more').waitFor()
  }
  await openChild()
  await press(staff, say('rights.open'))
  await staff.locator('.rights-acts').waitFor()
  await shot(staff, 'rights')
  const act = (name: 'copy' | 'correct' | 'erase') =>
    staff
      .locator('.rights-acts button')
      .filter({ hasText: say(`rights.${name}-hint`) })
      .click()
  await act('copy')
  await staff.locator('.dialog').waitFor()
  await shot(staff, 'rights-copy')
  await press(staff, say('children.cancel'))
  await act('correct')
  await staff.getByLabel(say('rights.correct-wish')).fill(child.number ?? child.name)
  await shot(staff, 'rights-correct')
  await press(staff, say('rights.correct-save'))
  await staff.locator('.rights-requests').waitFor()
  await shot(staff, 'rights-asked')
  await press(staff, say('rights.correct-refuse'))
  await staff.locator('.dialog').waitFor()
  await shot(staff, 'rights-refuse')
  await press(staff, say('children.cancel'))
  await act('erase')
  await staff.locator('.rights-erase').waitFor()
  await shot(staff, 'rights-erase')
  await press(staff, say('rights.erase-go'))
  await staff.getByRole('button', { name: say('rights.take-back') }).waitFor()
  await shot(staff, 'rights-waiting')
  // More than a page of looks.
  for (let times = 0; times < 60; times += 1) await ask(staff, 'rights.look', { childId: child.id })
  await press(staff, say('rights.tab.looks'))
  await staff.locator('.rights-letter').waitFor()
  await shot(staff, 'rights-looks')
  await press(staff, say('rights.back'))
  await staff.getByRole('button', { name: say('rights.open-look', { name: child.name }) }).waitFor()
  await shot(staff, 'children-asked')
  const look = await ask(staff, 'rights.look', { childId: child.id })
  for (const { id, kind, state } of look.requests)
    if (kind === 'erasure' && state === 'open')
      await ask(staff, 'rights.takeBackErasure', { childId: child.id, id })
}

async function someFamily(staff: Page) {
  for (const child of await ask(staff, 'children.list')) {
    const look = await ask(staff, 'rights.look', { childId: child.id })
    if (look.guardians.length > 0 && !look.sits) return child
  }
  throw new Error('Nobody has a guardian')
}
