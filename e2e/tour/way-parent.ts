import type { Page } from '@playwright/test'
import type { Camera } from './camera.ts'
import { pupils } from './rooms.ts'
import type { Size } from './screens.ts'
import { ask } from './visit.ts'

/** A phone of today, and beside the small screen an old and small one. */
export const phoneSizes: Readonly<Record<Size, { readonly width: number; readonly height: number }>> = {
  '1366x768': { width: 390, height: 844 },
  '1024x768': { width: 320, height: 568 },
  '1093x614': { width: 360, height: 640 },
}
const child = pupils.main.slice(1)

export interface AtHome {
  /** The mother's phone, nothing open on it yet. */
  readonly phone: Page
  readonly pupil: Page
  readonly link: string
  readonly contactId: string
}

/** The mother opens her page, looks at what her child left, one piece of which her phone cannot play, and answers. */
export async function answerFromHome(
  camera: Camera,
  { phone, pupil, link, contactId }: AtHome,
): Promise<void> {
  const { say, shot } = camera
  await phone.setViewportSize(phoneSizes[camera.size])
  await phone.goto(link)
  await phone.locator('main button').first().waitFor()
  if (camera.lang === 'en') await phone.locator('.language').click()
  await shot(phone, 'parent-invited')
  await phone.locator('main button').first().click()
  await phone.getByText(say('parent.message.answer', { child })).waitFor()
  await shot(phone, 'parent-messages')
  await phone.getByText(say('parent.message.back')).click()
  await phone.getByText(say('parent.waiting.title', { child })).waitFor()
  await shot(phone, 'parent-waiting')
  await phone.getByText(say('parent.message.open')).click()

  await sendBroken(pupil, contactId)
  await phone.getByText(say('parent.message.voice', { child })).click()
  await phone.getByText(say('parent.message.not-playable')).waitFor()
  await shot(phone, 'parent-not-playable')

  await phone.getByText(say('parent.message.answer', { child })).click()
  await phone.getByText(say('parent.record.voice'), { exact: true }).click()
  await phone.getByText(say('parent.record.going', { seconds: 2 })).waitFor()
  await shot(phone, 'parent-recording')
  await phone.getByText(say('parent.record.stop'), { exact: true }).click()
  const send = phone.getByText(say('parent.record.send', { child }))
  await send.waitFor()
  await shot(phone, 'parent-review')
  // The link takes the first piece no further, so she has time to think again.
  await phone.route(/[/]upload[?]/, () => undefined)
  const piece = phone.waitForRequest(/[/]upload[?]/)
  await send.click()
  await piece
  await shot(phone, 'parent-take-back')
  await phone.getByText(say('parent.record.take-back')).click()
  await phone.unroute(/[/]upload[?]/)
  await send.click()
  await phone.getByText(say('parent.left.title')).waitFor()
  await shot(phone, 'parent-left')
}

/** The head of a recording and nothing behind it: no phone plays that. */
async function sendBroken(pupil: Page, contactId: string): Promise<void> {
  const { id } = await ask(pupil, 'messages.begin', { contactId, kind: 'voice', type: 'audio/webm' })
  const bytes = Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3, 1, 2)
  await ask(pupil, 'messages.append', { id, offset: 0, bytes })
  await ask(pupil, 'messages.finish', { id, lengthMs: 2000 })
  await ask(pupil, 'messages.send', { id })
}
