import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCallHouse, people, type CallHouse } from './call-house.ts'
import { dial, hangUp, hears, leave, moves, states, until } from './client/call-ways.ts'
import { told, type Device } from './client/devices-told.ts'
import { putMixer, tellNothing } from './client/hands-on.ts'
import { doorOf, openCallBrowser, type CallBrowser } from './client/pages.ts'
import { whyNoEngines } from './needs.ts'

const why = whyNoEngines()

/** From now on nothing of this kind is found, as after a plug was pulled; or it is there again. */
const plug = (page: Page, device: Device, isIn: boolean): Promise<void> =>
  page.evaluate(
    ([kind, back]) => {
      const { mediaDevices } = navigator
      Reflect.deleteProperty(mediaDevices, 'getUserMedia')
      if (back) return void mediaDevices.dispatchEvent(new Event('devicechange'))
      const real = mediaDevices.getUserMedia.bind(mediaDevices)
      mediaDevices.getUserMedia = async (wanted) => {
        if (wanted?.[kind]) throw new DOMException('', 'NotFoundError')
        return real(wanted)
      }
    },
    [device === 'camera' ? 'video' : 'audio', isIn] as const,
  )

/** For reading: that it is below two seconds is a row of `npm run bench:calls`, and a law of the rules’ own tests. */
const noticed = (times: readonly number[]): void =>
  console.log('noticed after', times.map(Math.round).join(' and '), 'ms')

describe.skipIf(why !== '')('devices that fall out in a call', () => {
  let house: CallHouse
  let seat: CallBrowser
  let phone: CallBrowser
  beforeAll(async () => {
    house = await openCallHouse()
    const door = doorOf(house)
    ;[seat, phone] = await Promise.all([
      openCallBrowser(door, { hz: 440 }),
      openCallBrowser(door, { hz: 880 }),
    ])
  })
  afterAll(async () => {
    await seat?.close()
    await phone?.close()
    await house?.close()
  })

  async function talk(
    query = '',
    before?: (child: Page) => Promise<unknown>,
  ): Promise<readonly [Page, Page]> {
    const [child, mother] = await Promise.all([
      seat.open(people.child, 'role=kiosk'),
      phone.open(people.mother, `role=parent${query}`),
    ])
    await before?.(child)
    await dial(child, people.mother)
    const shown = query === '' ? 'talking:video' : 'talking:voice'
    await Promise.all([until(child, shown), until(mother, shown)])
    return [child, mother]
  }
  it('says at both ends that a camera was pulled out, and shows it again when it is plugged in', async () => {
    const [child, mother] = await talk()
    for (const [own, other, browser] of [
      [child, mother, seat],
      [mother, child, phone],
    ] as const) {
      await plug(own, 'camera', false)
      process.kill(browser.device('camera'), 'SIGKILL')
      noticed(await told(own, other, 'camera', 'out'))
      // No frozen picture, and the voice is there.
      await until(other, 'talking:voice')
      await hears(other, own === child ? 440 : 880)
      await plug(own, 'camera', true)
      await told(own, other, 'camera', 'here')
      await moves(other)
      await expect.poll(() => states(other).then((all) => all.at(-1))).toBe('talking:video')
    }
    await hangUp(child)
    await leave(child, mother)
  })

  it('says at both ends that a microphone was pulled out, keeps the call, and is heard again', async () => {
    const [child, mother] = await talk('&picture=no')
    await plug(mother, 'microphone', false)
    process.kill(phone.device('microphone'), 'SIGKILL')
    noticed(await told(mother, child, 'microphone', 'out'))
    // For longer than it takes to believe that a link is cut: silence goes on being sent.
    await wait(6000)
    expect(await states(child)).not.toContain('recovering:voice')
    await plug(mother, 'microphone', true)
    await told(mother, child, 'microphone', 'here')
    await hears(child, 880)
    await hangUp(child)
    await leave(child, mother)
  })

  it('notices a camera and a microphone that hang although their tracks live', async () => {
    const [child, mother] = await talk()
    for (const device of ['camera', 'microphone'] as const) {
      const holder = seat.device(device)
      process.kill(holder, 'SIGSTOP')
      try {
        noticed(await told(child, mother, device, 'out'))
      } finally {
        process.kill(holder, 'SIGCONT')
      }
      await told(child, mother, device, 'here')
    }
    await moves(mother)
    await hears(mother, 440)
    await hangUp(child)
    await leave(child, mother)
  })

  it('hears a telephone call that comes in on the phone, and its end', async () => {
    const [child, mother] = await talk()
    // What Safari on an iPhone does with the tracks meanwhile; no browser here has a telephone.
    const telephone = (rings: boolean): Promise<void> =>
      mother.evaluate((mute) => {
        for (const track of window.client.current.now()?.own.now().stream?.getTracks() ?? []) {
          Object.defineProperty(track, 'muted', { value: mute, configurable: true })
          track.dispatchEvent(new Event(mute ? 'mute' : 'unmute'))
        }
      }, rings)
    await telephone(true)
    noticed(await told(mother, child, 'microphone', 'out'))
    await told(mother, child, 'camera', 'out')
    expect(await mother.evaluate(() => window.client.current.now()?.own.now().microphone)).toBe(
      'microphone-asleep',
    )
    await telephone(false)
    await told(mother, child, 'microphone', 'here')
    await told(mother, child, 'camera', 'here')
    await moves(child)
    await hears(child, 880)
    await hangUp(child)
    await leave(child, mother)
  })

  it('hears that a microphone was turned off in the mixer, of which nothing tells, and that it is on again', async () => {
    const [child, mother] = await talk('', putMixer)
    const mix = (isOn: boolean) =>
      child.evaluate((gain) => void (window.mixer.gain.value = gain), isOn ? 1 : 0)
    await hears(mother, 440)
    await mix(false)
    noticed(await told(child, mother, 'microphone', 'out'))
    expect(await child.evaluate(() => window.client.current.now()?.own.now().microphone)).toBe(
      'microphone-silent',
    )
    await mix(true)
    await told(child, mother, 'microphone', 'here')
    await hears(mother, 440)
    await hangUp(child)
    await leave(child, mother)
  })

  it('finds out by itself where the browser neither counts nor tells, as on an iPhone', async () => {
    const [child, mother] = await talk('', tellNothing)
    const holder = seat.device('camera')
    process.kill(holder, 'SIGSTOP')
    try {
      noticed(await told(child, mother, 'camera', 'out'))
    } finally {
      process.kill(holder, 'SIGCONT')
    }
    await told(child, mother, 'camera', 'here')
    await moves(mother)

    // A telephone call: the tracks are kept quiet, and nobody says so.
    const telephone = (rings: boolean): Promise<void> =>
      child.evaluate((mute) => {
        for (const track of window.client.current.now()?.own.now().stream?.getTracks() ?? [])
          Object.defineProperty(track, 'muted', { value: mute, configurable: true })
      }, rings)
    await telephone(true)
    await told(child, mother, 'microphone', 'out')
    await telephone(false)
    await told(child, mother, 'microphone', 'here')

    await plug(child, 'microphone', false)
    process.kill(seat.device('microphone'), 'SIGKILL')
    noticed(await told(child, mother, 'microphone', 'out'))
    expect(await child.evaluate(() => window.client.current.now()?.own.now().microphone)).toBe(
      'no-microphone',
    )
    await plug(child, 'microphone', true)
    await told(child, mother, 'microphone', 'here')
    await hears(mother, 440)
    await hangUp(child)
    await leave(child, mother)
  })

  it('speaks through the headset that became the default in the middle of a call', async () => {
    const [child, mother] = await talk()
    const track = () =>
      child.evaluate(() => window.client.current.now()?.own.now().stream?.getAudioTracks()[0]?.id ?? null)
    const before = await track()
    // What the browser lists once a headset is in; here is none to plug.
    await child.evaluate(() => {
      const { mediaDevices } = navigator
      const real = mediaDevices.enumerateDevices.bind(mediaDevices)
      mediaDevices.enumerateDevices = async () =>
        (await real()).map((one) =>
          one.kind === 'audioinput' && one.deviceId === 'default'
            ? ({ ...one.toJSON(), groupId: 'headset' } as MediaDeviceInfo)
            : one,
        )
      mediaDevices.dispatchEvent(new Event('devicechange'))
    })
    await expect.poll(track).not.toBe(before)
    await hears(mother, 440)
    await hangUp(child)
    await leave(child, mother)
  })
})
