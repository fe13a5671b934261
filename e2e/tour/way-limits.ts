import type { Page } from '@playwright/test'
import type { PhoneCap } from '#contract/calls.ts'
import { startBaresip } from '../calls/baresip.ts'
import { whyNoPhone } from '../calls/needs.ts'
import { fakeDevices } from '../parent-phones.ts'
import { patience } from '../patience.ts'
import type { Camera } from './camera.ts'
import { startLimitedServer, type LimitedServer } from './limited-server.ts'
import { pupils, roomIn } from './rooms.ts'
import type { ScreenName } from './screens.ts'
import { ask, at, seat, signIn, turnTo, visit, type VisitParts } from './visit.ts'

const patient = { timeout: patience }
/**
 * Minutes after which a limit ends a call here. The server's clock stands still, so each beat of the seat finds all of it left:
 * it has to be over before the next one, and long enough to pick up.
 */
const SHORT = 0.1

/** Telephone calls that a limit ends, one after the other by each of the four, and how the log of the staff tells it. */
export async function limits(camera: Camera, template: string, parts: VisitParts): Promise<void> {
  const why = whyNoPhone()
  if (why) return console.log(`No pictures of spent limits here: ${why}`)
  const prepare = (userData: string) => roomIn(userData, template, camera.lang)
  const server = await startLimitedServer()
  try {
    await visit(camera, { ...parts, prepare, args: fakeDevices }, async (opened) => {
      const pupil = await opened.window('pupil')
      await pupil.locator('.tile').first().waitFor()
      const staff = await signIn(opened, pupil)
      // What the child's window may speak to has changed: it is loaded anew.
      await Promise.all([pupil.waitForEvent('load'), ask(staff, 'calls.enrol', { line: server.line })])
      await pupil.locator('.tile').first().waitFor()
      await ask(staff, 'contacts.publish')
      await camera.stretch('limits of the telephone', () => spend(camera, server, pupil, staff))
    })
  } finally {
    await server.close()
  }
}

async function spend(camera: Camera, server: LimitedServer, pupil: Page, staff: Page): Promise<void> {
  const { say, shot } = camera
  await seat(pupil, pupils.main)
  const childId = (await ask(pupil, 'sessions.now'))!.child.id
  const { cards } = await ask(pupil, 'calls.family')
  const mother = cards.find(({ ways }) => ways.includes('phone') && ways.includes('message'))!
  const { called } = mother
  const { contacts } = await ask(staff, 'contacts.family', { childId })
  const [number = ''] = contacts.find(({ id }) => id === mother.contactId)!.phones
  const spent: readonly (readonly [cap: PhoneCap, title: string, name: ScreenName])[] = [
    ['call', say('missed.spent-call.title'), 'call-spent-call'],
    ['child', say('missed.spent-child.title'), 'call-spent-child'],
    ['number', say('missed.spent-number.title', { called }), 'call-spent-number'],
    ['room', say('missed.spent-room.title'), 'call-spent-room'],
  ]
  const phone = await startBaresip(server.trunk, { number, hz: 880 })
  try {
    await ask(pupil, 'sessions.move', { name: 'family' })
    await at(pupil, 'family')
    for (const [cap, title, name] of spent) {
      server.limit(cap, SHORT)
      await pupil.locator('.kin.is-phone', { hasText: called }).first().click(patient)
      await pupil.getByText(say('call.voice.phone')).waitFor(patient)
      if (cap === 'call') await shot(pupil, 'call-last-minute')
      await pupil.getByRole('heading', { name: title }).waitFor(patient)
      await shot(pupil, name)
      await pupil.locator('.missed .way').last().click()
    }
  } finally {
    await phone.stop()
  }
  await turnTo(staff, camera, 'calls')
  await staff.getByText(say('call-log.end.phone-spent-room')).first().waitFor()
  await shot(staff, 'calls-spent')
}
