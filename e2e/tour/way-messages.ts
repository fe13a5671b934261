import type { Page } from '@playwright/test'
import { putMixer } from '../calls/client/hands-on.ts'
import { plugOf } from '../device-plug.ts'
import { layLetterGround, type LetterGround } from '../letter-ground.ts'
import { fakeDevices } from '../parent-phones.ts'
import type { Camera } from './camera.ts'
import { forbid } from './forbid.ts'
import { pupils, roomIn } from './rooms.ts'
import { answerFromHome } from './way-parent.ts'
import { ask, at, goTo, press, seat, signIn, visit, type Visit, type VisitParts } from './visit.ts'

/** Messages between a child and its mother, with a call server beside the app and the mother's own page. */
export async function messages(camera: Camera, template: string, parts: VisitParts): Promise<void> {
  const prepare = (userData: string) => roomIn(userData, template, camera.lang)
  const ground = await layLetterGround()
  try {
    await visit(camera, { ...parts, prepare, args: fakeDevices }, (opened) =>
      withLine(camera, ground, opened),
    )
  } finally {
    await ground.close()
  }
  await camera.stretch('no microphone', () =>
    visit(camera, { ...parts, prepare }, async ({ window }) => {
      const { say, shot } = camera
      const pupil = await window('pupil')
      await pupil.locator('.tile').first().waitFor()
      await seat(pupil, pupils.main)
      await toBox(pupil)
      await press(pupil, say('message.voice'))
      await pupil.getByText(say('message.record.no-microphone')).waitFor()
      await shot(pupil, 'letters-no-microphone')
    }),
  )
}

/** The letterbox of the first of the family who takes messages. */
export async function toBox(pupil: Page): Promise<void> {
  const kin = await ask(pupil, 'contacts.kin')
  const mother = kin.find((one) => one.messages)
  if (!mother) throw new Error('Nobody takes messages')
  await ask(pupil, 'sessions.move', { name: 'messages', page: mother.contactId })
  await at(pupil, 'messages')
}

/** Twenty characters, as long as a name can be. */
const longName = { 'zh-CN': '住在很远很远的海边城市里的二舅妈和表哥', en: 'Grandma by the sea' } as const

async function withLine(camera: Camera, ground: LetterGround, opened: Visit): Promise<void> {
  const { say, shot, stretch } = camera
  const pupil = await opened.window('pupil')
  await pupil.locator('.tile').first().waitFor()
  const staff = await signIn(opened, pupil)
  // What the child's window may speak to has changed: it is loaded anew.
  await Promise.all([pupil.waitForEvent('load'), ask(staff, 'calls.enrol', { line: ground.line })])
  await pupil.locator('.tile').first().waitFor()
  await ask(staff, 'contacts.publish')
  await seat(pupil, pupils.main)
  const childId = (await ask(pupil, 'sessions.now'))!.child.id
  const mother = (await ask(pupil, 'contacts.kin')).find((one) => one.messages)!
  const { link } = await ask(staff, 'contacts.invite', { childId, contactId: mother.contactId })
  const called = { called: mother.called }

  await stretch('making a message', async () => {
    await goTo(pupil, 'family')
    await pupil.locator('.kin-letters').first().waitFor()
    await shot(pupil, 'kin')
    await pupil.locator('.kin-letters').first().click()
    await at(pupil, 'messages')
    await shot(pupil, 'letters')
    await tape(camera, opened, pupil, 'voice')
    await press(pupil, say('message.review.drop'))
    await tape(camera, opened, pupil, 'video')
    await press(pupil, say('message.review.send', called))
    await pupil.locator('.is-flying').waitFor()
    await shot(pupil, 'letters-sent')
    await press(pupil, say('message.sent.more'))
    await pupil.locator('.way.is-said').waitFor()
    await shot(pupil, 'letters-arrived')
    await press(pupil, say('message.drawing'))
    await pupil.locator('.letter-paper canvas').waitFor()
    await draw(pupil)
    await shot(pupil, 'letters-draw')
    await press(pupil, say('message.draw.done'))
    await pupil.locator('img.played').waitFor()
    await shot(pupil, 'letters-draw-review')
    await goTo(pupil, 'home')
    await toBox(pupil)
    await shot(pupil, 'letters-draft')
  })

  await stretch('a camera that is refused', async () => {
    await forbid(pupil, ['video'])
    await press(pupil, say('message.video'))
    await pupil.getByText(say('message.record.no-camera')).waitFor()
    await shot(pupil, 'letters-no-camera')
    await press(pupil, say('message.go-back'))
    await forbid(pupil, [])
  })

  await stretch('an answer from home', async () => {
    await answerFromHome(camera, { phone: await ground.phone(), pupil, link, contactId: mother.contactId })
    // Whoever sits down looks for news at once.
    await ask(pupil, 'sessions.end')
    await seat(pupil, pupils.main)
    await pupil.locator('.doors .lantern').waitFor()
    await ask(pupil, 'sessions.end')
    await pupil.locator('.tile').first().waitFor()
    const lit = pupil.locator('.tile .lantern')
    while ((await lit.count()) === 0) await pupil.locator('.who-more button').last().click()
    await shot(pupil, 'who-lantern')
    await seat(pupil, pupils.main)
    await pupil.locator('.doors .lantern').waitFor()
    await shot(pupil, 'home-lantern')
    await goTo(pupil, 'family')
    await pupil.locator('.kin-letters.is-lit').waitFor()
    await shot(pupil, 'kin-lantern')
    await toBox(pupil)
    await pupil.locator('.way.main .lantern').waitFor()
    await shot(pupil, 'letters-new')
    await pupil.locator('.way.main').click()
    await pupil.locator('.played').waitFor()
    await shot(pupil, 'letters-play')
  })

  await stretch('a call that finds no line', async () => {
    await goTo(pupil, 'family')
    await pupil.locator('.kin').first().click()
    // The proxy is dead: the call gives up by itself.
    await pupil.locator('.missed').waitFor()
    await shot(pupil, 'missed-line')
    await pupil.locator('.missed .way').last().click()
  })

  await stretch('the line is down', async () => {
    await ground.stop()
    await goTo(pupil, 'family')
    await pupil.locator('.kin.is-message').first().waitFor()
    await shot(pupil, 'kin-away')
    await toBox(pupil)
    await pupil.getByText(say('message.lead-away')).waitFor()
    await pupil.locator('button.way', { hasText: say('message.draft') }).click()
    await press(pupil, say('message.review.send', called))
    await pupil.getByText(say('message.sent.kept-title')).waitFor()
    await shot(pupil, 'letters-kept')
    await press(pupil, say('message.sent.more'))
    await pupil.getByText(say('message.waiting-line')).waitFor()
    await shot(pupil, 'letters-waiting')
    await pupil.locator('button.way', { hasText: say('message.waiting-line') }).click()
    await pupil.locator('.played').waitFor()
    await shot(pupil, 'letters-take-back')
  })

  await stretch('a long name, and nobody', async () => {
    const { contacts } = await ask(staff, 'contacts.family', { childId })
    const {
      id,
      consent: _consent,
      photo: _photo,
      unagreed: _unagreed,
      ...facts
    } = contacts.find((one) => one.id === mother.contactId)!
    const long = longName[camera.lang]
    await ask(staff, 'contacts.change', {
      childId,
      contactId: id,
      ...facts,
      called: long,
      phones: [...facts.phones],
    })
    await ask(pupil, 'sessions.move', { name: 'home' })
    await toBox(pupil)
    await shot(pupil, 'letters-long-name')
    await ask(pupil, 'sessions.move', { name: 'messages', page: childId })
    await pupil.getByText(say('message.not-open')).first().waitFor()
    await shot(pupil, 'letters-not-open')
  })
}

/** Before, while and after something is recorded. */
async function tape(
  { say, shot }: Camera,
  { launched }: Visit,
  pupil: Page,
  kind: 'voice' | 'video',
): Promise<void> {
  const mix = kind === 'video' ? await putMixer(pupil) : undefined
  await press(pupil, say(`message.${kind}`))
  await pupil.getByRole('button', { name: say('message.record.start'), exact: true }).waitFor()
  await shot(pupil, `letters-${kind}`)
  await press(pupil, say('message.record.start'))
  await pupil.locator('.on-air').waitFor()
  await shot(pupil, `letters-${kind}-going`)
  if (kind === 'voice') {
    const microphone = plugOf(launched.app, pupil, 'microphone')
    await microphone.pull()
    await pupil.getByText(say('message.record.microphone-out')).waitFor()
    await shot(pupil, 'letters-voice-out')
    await microphone.plug()
    await pupil.getByText(say('message.record.microphone-back')).waitFor()
    await shot(pupil, 'letters-voice-back')
    await press(pupil, say('message.record.go-on'))
    await pupil.locator('.on-air').waitFor()
  } else {
    await mix?.(false)
    await pupil.getByText(say('message.record.silent'), { exact: true }).waitFor()
    await shot(pupil, 'letters-video-unheard')
    await mix?.(true)
    await pupil.getByText(say('message.record.silent'), { exact: true }).waitFor({ state: 'hidden' })
    const film = plugOf(launched.app, pupil, 'camera')
    await film.pull()
    await pupil.getByText(say('message.record.camera-out')).waitFor()
    await shot(pupil, 'letters-video-unseen')
    await film.plug()
    await pupil.locator('.mirror video').waitFor()
  }
  await press(pupil, say(kind === 'video' ? 'message.record.stop-video' : 'message.record.stop'))
  await pupil.locator('.played').waitFor()
  await shot(pupil, `letters-${kind}-review`)
}

/** A sun over a hill, by the mouse. */
async function draw(page: Page): Promise<void> {
  const box = await page.locator('canvas').boundingBox()
  if (!box) throw new Error('no canvas')
  const line = async (points: readonly (readonly [number, number])[]) => {
    for (const [index, [x, y]] of points.entries()) {
      await page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 4 })
      if (index === 0) await page.mouse.down()
    }
    await page.mouse.up()
  }
  await line([[0.05, 0.8], [0.3, 0.6], [0.6, 0.7], [0.95, 0.55]]) // prettier-ignore
  await line(
    Array.from({ length: 13 }, (_none, step) => {
      const turn = (step / 12) * 2 * Math.PI
      return [0.7 + 0.12 * Math.cos(turn), 0.28 + 0.12 * Math.sin(turn)] as const
    }),
  )
}
