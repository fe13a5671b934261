import type { ElectronApplication, Page } from '@playwright/test'
import { freePort } from '../../main/call-server/engines/ports.ts'
import { layCallGround, moves, type CallGround } from '../call-ground.ts'
import { putMixer } from '../calls/client/hands-on.ts'
import { plugOf, unlist } from '../device-plug.ts'
import { familyOf, type Kin } from '../family.ts'
import { startBaresip } from '../calls/baresip.ts'
import { whyNoPhone } from '../calls/needs.ts'
import { writeSip } from '../calls/sip-message.ts'
import { some } from '../calls/sip-user.ts'
import { startTelephone } from '../calls/telephone.ts'
import { phoneSound, startTrunk } from '../calls/trunk.ts'
import { patience } from '../patience.ts'
import type { Camera } from './camera.ts'
import { forbid } from './forbid.ts'
import { roomIn } from './rooms.ts'
import type { ScreenName } from './screens.ts'
import { phoneSizes } from './way-parent.ts'
import { ask, at, goTo, press, signIn, turnTo, visit, type VisitParts } from './visit.ts'

const number = '+8613800001111'
const called = '妈妈'
const patient = { timeout: patience }

declare global {
  interface Window {
    ownTracks: MediaStreamTrack[]
  }
}

interface Calling {
  readonly app: ElectronApplication
  readonly camera: Camera
  readonly ground: CallGround
  readonly trunk: number
  readonly kin: Kin
  readonly pupil: Page
  readonly staff: Page
  /** The mother's phone, nothing open on it yet. */
  readonly mother: Page
}

/** Calls with the real engines: the family, the telephone, the picture, what goes wrong, who rings. Nothing without engines. */
export async function calls(camera: Camera, template: string, parts: VisitParts): Promise<void> {
  const why = whyNoPhone()
  if (why) return console.log(`No pictures of calls here: ${why}`)
  const trunk = await freePort()
  const ground = await layCallGround(trunk)
  const prepare = (userData: string) => roomIn(userData, template, camera.lang)
  try {
    await visit(camera, { ...parts, prepare, args: [...ground.kioskDevices] }, async (opened) => {
      const pupil = await opened.window('pupil')
      await pupil.locator('.tile').first().waitFor()
      const staff = await signIn(opened, pupil)
      await ask(staff, 'calls.enrol', { line: ground.line })
      const kin = await familyOf(staff, { purposes: ['video', 'phone'], phones: ['138 0000 1111'] })
      await pupil.locator('.tile').first().waitFor()
      await ask(pupil, 'sessions.begin', { childId: kin.childId })
      await ask(pupil, 'sessions.move', { name: 'home' })
      const calling = {
        app: opened.launched.app,
        camera,
        ground,
        trunk,
        kin,
        pupil,
        staff,
        mother: await ground.phone(),
      }
      await camera.stretch('the telephone', () => telephone(calling))
      await camera.stretch('the picture', () => picture(calling))
      await camera.stretch('nobody to be had', () => nobody(calling))
      await camera.stretch('no microphone, no camera', () => refused(calling))
      await camera.stretch('somebody rings', () => somebody(calling))
    })
  } finally {
    await ground.close()
  }
}

const card = (pupil: Page) => pupil.locator('.kin').first()
async function home({ pupil }: Calling): Promise<void> {
  await ask(pupil, 'sessions.move', { name: 'home' })
  await at(pupil, 'home')
  await ask(pupil, 'sessions.move', { name: 'family' })
  await card(pupil).waitFor(patient)
}

async function telephone(calling: Calling): Promise<void> {
  const { camera, trunk, pupil, mother, kin } = calling
  const { say, shot } = camera
  const phone = await startBaresip(trunk, { number, hz: 880 })
  try {
    await home(calling)
    await pupil.locator('.kin.is-phone').waitFor(patient)
    await shot(pupil, 'call-family')
    await press(pupil, say('check.open'))
    await pupil.locator('.mirror video').waitFor(patient)
    await shot(pupil, 'call-check')
    await press(pupil, say('check.done'))
    await card(pupil).click()
    await shot(pupil, 'call-thinking')
    await pupil.getByText(say('call.voice.phone')).waitFor(patient)
    await shot(pupil, 'call-phone')
    await mother.goto(kin.link)
    await mother.locator('main button').first().click()
    await press(pupil, say('call.goodbye'))
    await pupil.locator('.kin.is-open').waitFor(patient)
    await shot(pupil, 'call-family-open')
  } finally {
    await phone.stop()
  }
}

async function picture(calling: Calling): Promise<void> {
  const { camera, pupil, staff, mother } = calling
  const { say, shot } = camera
  await pupil.locator('.kin.is-open').click(patient)
  await pupil.getByText(say('call.ringing.heard')).waitFor(patient)
  await shot(pupil, 'call-ringing')
  await mother.locator('.join .buttons button').first().click(patient)
  await moves(pupil, 'video.film')
  await shot(pupil, 'call-talk')
  await camera.stretch('devices that fall out', () => fallOut(calling))
  await ask(staff, 'sessions.endKindly')
  await pupil.getByText(say('call.time-over')).waitFor(patient)
  await shot(pupil, 'call-time-over')
  await ask(staff, 'sessions.giveMinutes', { minutes: 20 })
  await mother.goto('chrome://crash').catch(() => undefined)
  await pupil.locator('.other-way').waitFor(patient)
  await shot(pupil, 'call-broken')
  await press(pupil, say('call.goodbye'))
  // A long talk is followed by a question of how it feels.
  await home(calling)
}

/** The mother’s phone takes a telephone call; the child’s headset is pulled out, then the mother’s camera stops. */
async function fallOut({ camera, app, pupil, staff, mother }: Calling): Promise<void> {
  const { say, shot } = camera
  // Held for later: the own picture goes while its camera rests.
  await mother.locator('video.own').evaluate((video: HTMLVideoElement) => {
    window.ownTracks = (video.srcObject as MediaStream).getTracks()
  })
  const phone = (kind: 'audio' | 'video', event: 'mute' | 'unmute') =>
    mother.evaluate(
      ([wanted, is]) => {
        for (const track of window.ownTracks)
          if (track.kind === wanted) {
            Object.defineProperty(track, 'muted', { value: is === 'mute', configurable: true })
            track.dispatchEvent(new Event(is))
          }
      },
      [kind, event] as const,
    )
  const line = pupil.locator('.out-line')
  await phone('audio', 'mute')
  await pupil.getByText(say('call.out.theirs', { called })).waitFor(patient)
  await shot(pupil, 'call-mother-unheard')
  await mother.setViewportSize(phoneSizes[camera.size])
  await shot(mother, 'parent-call-telephone')
  await phone('audio', 'unmute')
  await line.waitFor({ state: 'hidden', ...patient })
  const microphone = plugOf(app, pupil, 'microphone')
  await unlist(staff, 'microphone', true)
  await microphone.pull()
  await pupil.getByText(say('call.out.no-microphone')).waitFor(patient)
  await shot(pupil, 'call-unheard')
  await shot(mother, 'parent-call-child-unheard')
  await phone('video', 'mute')
  await pupil.getByText(say('call.voice.camera-out', { called })).waitFor(patient)
  await shot(pupil, 'call-unseen')
  await turnTo(staff, camera, 'room')
  await staff.getByText(say('room-now.out.microphone.missing')).waitFor(patient)
  await shot(staff, 'room-device-out')
  await microphone.plug()
  await phone('video', 'unmute')
  await line.waitFor({ state: 'hidden', ...patient })
  const mix = await putMixer(pupil)
  await pupil
    .locator('.self video')
    .evaluate((video: HTMLVideoElement) => (video.srcObject as MediaStream).getAudioTracks()[0]?.stop())
  await mix(false)
  await pupil.getByText(say('call.out.microphone-silent')).waitFor(patient)
  await shot(pupil, 'call-silent')
  await mix(true)
  await line.waitFor({ state: 'hidden', ...patient })
}

async function nobody(calling: Calling): Promise<void> {
  const { camera, trunk, pupil } = calling
  const cases: readonly (readonly [code: number, title: string, name: ScreenName])[] = [
    [486, camera.say('missed.busy.title', { called }), 'call-busy'],
    [603, camera.say('missed.missed.title', { called }), 'call-declined'],
    [404, camera.say('missed.number.title', { called }), 'call-number'],
    [503, camera.say('missed.trunk.title', { called }), 'call-trunk'],
  ]
  await pupil.locator('.kin.is-phone').waitFor(patient)
  for (const [code, title, name] of cases) {
    const company = await startTelephone(trunk, { code, reason: 'Because' })
    try {
      await card(pupil).click()
      await pupil.getByRole('heading', { name: title }).waitFor(patient)
      await camera.shot(pupil, name)
      await pupil.locator('.way').last().click()
      await card(pupil).waitFor(patient)
    } finally {
      await company.stop()
    }
  }
}

/** The system lets nobody at camera and microphone. */
async function refused(calling: Calling): Promise<void> {
  const { camera, pupil } = calling
  const { say, shot } = camera
  await home(calling)
  await forbid(pupil, ['audio', 'video'])
  await press(pupil, say('check.open'))
  await pupil.getByText(say('check.trouble.microphone-refused')).waitFor(patient)
  await shot(pupil, 'call-check-refused')
  await press(pupil, say('check.done'))
  await card(pupil).click(patient)
  await pupil.getByRole('heading', { name: say('missed.microphone.title') }).waitFor(patient)
  await shot(pupil, 'call-microphone')
  await pupil.locator('.way').last().click()
  await forbid(pupil, [])
}

async function somebody({ camera, ground, trunk, pupil, kin }: Calling): Promise<void> {
  const company = await startTrunk(trunk)
  const ring = (): void =>
    company.write(
      writeSip(
        [
          'INVITE sip:+861000000000@127.0.0.1 SIP/2.0',
          `Via: SIP/2.0/UDP 127.0.0.1:${trunk};branch=z9hG4bK${some()}`,
          'Max-Forwards: 30',
          `From: <sip:013800001111@127.0.0.1>;tag=${some()}`,
          'To: <sip:+861000000000@127.0.0.1>',
          `Call-ID: ${some()}`,
          'CSeq: 1 INVITE',
          `Contact: <sip:answer@127.0.0.1:${trunk}>`,
        ],
        phoneSound(trunk + 1),
      ),
      ground.trunkSide(),
    )
  try {
    await goTo(pupil, 'home')
    ring()
    await pupil.locator('.call-over .ringing').waitFor(patient)
    await camera.shot(pupil, 'call-coming')
    await press(pupil, camera.say('call.coming.no'))
    await ask(pupil, 'sessions.move', { name: 'talk', page: kin.contactId })
    await pupil.locator('.adult').first().waitFor(patient)
    await camera.shot(pupil, 'talk-after-call')
    await ask(pupil, 'sessions.end')
    await pupil.locator('.tile').first().waitFor(patient)
    ring()
    await pupil.waitForFunction(
      async (childId) => {
        const lamps = await window.house.call('calls.lamps', undefined)
        return lamps.ok && (lamps.value as readonly string[]).includes(childId)
      },
      kin.childId,
      patient,
    )
    await pupil.locator('.page-way .lantern').waitFor(patient)
    await camera.shot(pupil, 'who-lamp-beyond')
    // Of 155 tiles the lit one may stand on any page.
    while ((await pupil.locator('.tile', { hasText: '林小雨' }).count()) === 0)
      await pupil.locator('.page-way').last().getByRole('button').click()
    await pupil.locator('.tile .lantern').first().waitFor(patient)
    await camera.shot(pupil, 'who-lamp')
  } finally {
    await company.close()
  }
}
