import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dial, until } from './client/call-ways.ts'
import { putMixer, tellNothing } from './client/hands-on.ts'
import type { CallBrowser } from './client/pages.ts'
import { whyNoEngines } from './needs.ts'
import { button, family, openWholeHouse, pairAt, title, type WholeHouse } from './whole-house.ts'

const why = whyNoEngines()

describe.skipIf(why !== '')('a parent with a link', () => {
  let house: WholeHouse
  let seat: CallBrowser
  beforeAll(async () => {
    house = await openWholeHouse()
    seat = await house.seat()
  })
  afterAll(async () => {
    await seat?.close()
    await house?.close()
  })

  it('opens it once, is there from then on, sees the child, leaves words', async () => {
    const link = await house.invite()
    const mother = await house.phoneAt(link)
    // A look spends nothing: only the tap does.
    await title(mother, '有人想见您').waitFor()
    await pairAt(mother)
    expect(mother.url()).toBe(`${house.url}/`)

    const stranger = await house.phoneAt(link)
    await title(stranger, '这个链接已经用过了').waitFor()

    await mother.reload()
    await title(mother, '孩子1会来找您').waitFor()
    await mother.getByText('网络不错').waitFor()

    const child = await seat.open(family.child, 'role=kiosk')
    await dial(child, family.mother)
    await title(mother, '孩子1来电话了').waitFor()
    await button(mother, '点一下，见孩子1').click()
    await until(child, 'talking:video')
    await mother.waitForFunction(
      () =>
        (document.querySelector<HTMLVideoElement>('video.remote')?.getVideoPlaybackQuality()
          .totalVideoFrames ?? 0) > 10,
    )
    await mother.screenshot({ path: join(process.env['PARENT_SHOTS'] ?? house.folder, 'call.png') })
    await button(mother, '再见').click()
    await title(mother, '下次见').waitFor()
    await until(child, 'over:hung-up:them')

    await button(mother, '再给孩子1留句话').click()
    await button(mother, '录一段话').click()
    await mother.getByText('正在录，1 秒').waitFor()
    await button(mother, '说好了').click()
    await button(mother, '发给孩子1').click()
    await title(mother, '留好了').waitFor()
    const left = (await house.room.ask('GET', '/api/seat/messages')).json as { messages: { kind: string }[] }
    expect(left.messages.map(({ kind }) => kind)).toEqual(['voice'])

    const devices = (await house.room.ask('GET', '/api/seat/devices')).json as { devices: { id: string }[] }
    await house.room.ask('DELETE', `/api/seat/devices/${devices.devices[0]!.id}`)
    await title(mother, '这一页停用了').waitFor()
  })

  it('is a page that takes sound, picture and microphone up again after a telephone call', async () => {
    const mother = await house.phoneAt(await house.invite())
    await collectSounds(mother)
    await pairAt(mother)

    await button(mother, '试一试').click()
    await mother.getByText('声音好了').waitFor()
    // What an iPhone does with every sound of a page meanwhile; no browser here has a telephone.
    await mother.evaluate(() => Promise.all(window.sounds.map((sound) => sound.suspend())))
    await mother.getByText('声音停了一下，点“试一试”').waitFor()
    await mother.locator('h1').first().click()
    await mother.getByText('声音好了').waitFor()
    // One that the phone took for good is made anew.
    await mother.evaluate(() => Promise.all(window.sounds.map((sound) => sound.close())))
    await mother.getByText('声音停了一下，点“试一试”').waitFor()
    await button(mother, '试一试').click()
    await mother.getByText('声音好了').waitFor()

    const child = await seat.open(family.child, 'role=kiosk')
    await dial(child, family.mother)
    await button(mother, '点一下，见孩子1').click()
    await until(child, 'talking:video')
    const film = mother.locator('video.remote')
    const plays = () => film.evaluate((video: HTMLVideoElement) => !video.paused)
    await expect.poll(plays).toBe(true)
    await film.evaluate((video: HTMLVideoElement) => video.pause())
    await expect.poll(plays).toBe(true)
    // A phone that wants a tap for it gets one.
    await film.evaluate((video: HTMLVideoElement) => {
      video.play = () => Promise.reject(new DOMException('', 'NotAllowedError'))
      video.pause()
    })
    await button(mother, '点一下，听到孩子1').waitFor()
    await film.evaluate((video) => Reflect.deleteProperty(video, 'play'))
    await button(mother, '点一下，听到孩子1').click()
    await expect.poll(plays).toBe(true)
    await button(mother, '再见').click()
    await until(child, 'over:hung-up:them')

    await button(mother, '再给孩子1留句话').click()
    await button(mother, '录一段视频').click()
    await mother.getByText('正在录，1 秒').waitFor()
    const camera = (event: 'mute' | 'unmute' | 'ended') =>
      mother.locator('video.mirror').evaluate((mirror: HTMLVideoElement, is) => {
        const [track] = (mirror.srcObject as MediaStream).getVideoTracks()
        if (is === 'ended') track!.stop()
        else Object.defineProperty(track!, 'muted', { value: is === 'mute', configurable: true })
        track!.dispatchEvent(new Event(is))
      }, event)
    await camera('mute')
    await mother.getByText('手机把摄像头停了').waitFor()
    await mother.getByText('正在录，3 秒').waitFor()
    await camera('unmute')
    await mother.getByText('手机把摄像头停了').waitFor({ state: 'hidden' })
    await camera('ended')
    await mother.getByText('摄像头断开了，录到这里为止').waitFor()
    await mother.waitForFunction(
      () => (document.querySelector<HTMLVideoElement>('video.film')?.videoWidth ?? 0) > 0,
    )
    await button(mother, '发给孩子1').click()
    await title(mother, '留好了').waitFor()
  })

  it('is told that nothing comes of its microphone, by a browser that itself tells nothing', async () => {
    const mother = await house.phoneAt(await house.invite())
    await pairAt(mother)
    await tellNothing(mother)
    const mix = await putMixer(mother)
    const child = await seat.open(family.child, 'role=kiosk')
    await dial(child, family.mother)
    await button(mother, '点一下，见孩子1').click()
    await until(child, 'talking:video')
    const theirs = (word: 'here' | 'out') =>
      child.waitForFunction((is) => window.client.current.now()?.theirDevices.now().microphone === is, word)
    await mix(false)
    await mother.getByText('麦克风一点声音也没有，孩子1听不到您').waitFor()
    await theirs('out')
    await mix(true)
    await theirs('here')
    await mother.getByText('麦克风一点声音也没有').waitFor({ state: 'hidden' })
    await button(mother, '再见').click()
    await until(child, 'over:hung-up:them')

    await button(mother, '再给孩子1留句话').click()
    await button(mother, '录一段话').click()
    await mother.getByText('正在录，1 秒').waitFor()
    await mix(false)
    await mother.getByText('麦克风一点声音也没有').waitFor()
    // It goes on: a microphone with a noise gate is not cut off.
    await mother.getByText('正在录，5 秒').waitFor()
    await mix(true)
    await mother.getByText('麦克风一点声音也没有').waitFor({ state: 'hidden' })
    await button(mother, '说好了').click()
    await button(mother, '发给孩子1').waitFor()
  })
})

declare global {
  interface Window {
    /** Every sound that the page has made so far. */
    sounds: AudioContext[]
  }
}

/** From now on the page's sounds are in the hand of the test. */
const collectSounds = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.sounds = []
    window.AudioContext = class extends AudioContext {
      constructor() {
        super()
        window.sounds.push(this)
      }
    }
  })
