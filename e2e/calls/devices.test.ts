import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCallHouse, people, type CallHouse } from './call-house.ts'
import { dial, hangUp, hears, leave, log, moves, states, until } from './client/call-ways.ts'
import { doorOf, openCallBrowser, type CallBrowser } from './client/pages.ts'
import { whyNoEngines } from './needs.ts'

const why = whyNoEngines()

/** What both ends may take to say that a device is out, ms. */
const NOTICED_MS = 2000
/** An old PC under the load of all tests; what is measured on a free one is far less. */
const SLACK_MS = 1500

type Device = 'camera' | 'microphone'

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

/** Waits until this end says something of its own device, and the other end of theirs; ms that each took. */
async function told(own: Page, other: Page, device: Device, is: 'here' | 'out'): Promise<number[]> {
  const since = performance.now()
  const after = async (page: Page, said: Promise<unknown>): Promise<number> => {
    await said.catch(async (error: unknown) => {
      throw new Error(`${device} not ${is}: ${JSON.stringify(await log(page))}`, { cause: error })
    })
    return performance.now() - since
  }
  const options = { timeout: 20_000, polling: 20 }
  return Promise.all([
    after(
      own,
      own.waitForFunction(
        ([kind, out]) => (window.client.current.now()?.own.now()[kind] !== null) === out,
        [device, is === 'out'] as const,
        options,
      ),
    ),
    after(
      other,
      other.waitForFunction(
        ([kind, word]) => window.client.current.now()?.theirDevices.now()[kind] === word,
        [device, is] as const,
        options,
      ),
    ),
  ])
}

const noticed = (times: readonly number[]): void => {
  console.log('noticed after', times.map(Math.round).join(' and '), 'ms')
  expect(Math.max(...times)).toBeLessThan(NOTICED_MS + SLACK_MS)
}

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
  }, 120_000)
  afterAll(async () => {
    await seat?.close()
    await phone?.close()
    await house?.close()
  })

  async function talk(query = ''): Promise<readonly [Page, Page]> {
    const [child, mother] = await Promise.all([
      seat.open(people.child, 'role=kiosk'),
      phone.open(people.mother, `role=parent${query}`),
    ])
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
  }, 120_000)

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
  }, 120_000)

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
  }, 120_000)

  it('hears a telephone call that comes in on the phone, and its end', async () => {
    const [child, mother] = await talk()
    // What Safari on an iPhone does with the tracks meanwhile; no browser here has a telephone.
    const telephone = (rings: boolean): Promise<void> =>
      mother.evaluate((mute) => {
        for (const track of window.client.current.now()?.own.now().stream?.getTracks() ?? [])
          track.dispatchEvent(new Event(mute ? 'mute' : 'unmute'))
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
  }, 120_000)

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
  }, 120_000)
})
