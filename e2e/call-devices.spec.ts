import type { Page } from '@playwright/test'
import { moves, sounds, tones } from './call-ground.ts'
import { whyNoEngines } from './calls/needs.ts'
import { expect } from './fixture.ts'
import { logOf, test, together, waiting } from './talk-ground.ts'

type Refusal = 'NotFoundError' | 'NotAllowedError' | 'NotReadableError'

/** Lets the browser refuse a device of a page from now on, in the words that it has for it; null gives it back. */
const refuseDevice = (page: Page, what: 'video' | 'audio', refusal: Refusal | null): Promise<void> =>
  page.evaluate(
    ([kind, name]) => {
      const { mediaDevices } = navigator
      Reflect.deleteProperty(mediaDevices, 'getUserMedia')
      if (name === null) return
      const real = mediaDevices.getUserMedia.bind(mediaDevices)
      mediaDevices.getUserMedia = async (wanted) => {
        if (wanted?.[kind]) throw new DOMException('', name)
        return real(wanted)
      }
    },
    [what, refusal] as const,
  )

const picture = (page: Page, name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`) })
/** What is in the technical log of the seat. */
const troubles = (log: readonly string[]) =>
  [...log.join('').matchAll(/"what":"([a-z-]+)"/g)].map(([, what]) => what)

test.describe('a child whose devices fail', () => {
  test.skip(whyNoEngines() !== '', whyNoEngines())

  test('talks without a camera, sees its mother, and is seen once the camera is there again', async ({
    talk,
    mainLog,
  }) => {
    const { pupil, mother, staff } = talk
    await together(talk)
    for (const [refusal, words, trouble] of [
      ['NotFoundError', '没有画面', 'camera-missing'],
      ['NotAllowedError', '没有画面', 'camera-refused'],
      ['NotReadableError', '摄像头在忙', 'camera-busy'],
    ] as const)
      await test.step(`the camera: ${trouble}`, async () => {
        await refuseDevice(pupil, 'video', refusal)
        await waiting(pupil).click()
        await mother.getByRole('button', { name: '点一下，见小雨' }).click()
        await moves(pupil, 'video.film')
        await Promise.all([
          sounds(pupil, 'video.film', tones.mother),
          sounds(mother, 'video.remote', tones.child),
        ])
        // The child's animal stands where its picture would.
        await expect(pupil.locator('.self video')).toBeHidden()
        await expect(pupil.locator('.self')).toBeVisible()
        await expect(pupil.getByText(words, { exact: true })).toBeVisible()
        await expect(mother.getByText('小雨那边没有开画面，声音还在')).toBeVisible()
        await picture(mother, `mother-${trouble}`)
        await picture(pupil, trouble)
        expect(troubles(mainLog)).toContain(trouble)
        if (refusal !== 'NotReadableError') {
          await pupil.getByRole('button', { name: '再见' }).click()
          await mother.getByRole('button', { name: '好', exact: true }).click()
        }
      })

    await test.step('a tap tries the camera again, and without one it comes back by itself, in the same call', async () => {
      await pupil.getByRole('button', { name: '摄像头正在忙别的，按一下再试' }).click()
      await expect(pupil.locator('.self video')).toBeHidden()
      await refuseDevice(pupil, 'video', null)
      await expect(pupil.locator('.self video')).toBeVisible()
      await moves(mother, 'video.remote')
      await pupil.getByRole('button', { name: '再见' }).click()
    })
    const ends = (await logOf(staff)).map(({ end }) => end)
    expect(ends).toEqual(['hung-up', 'hung-up', 'hung-up'])
  })

  test('is comforted without a microphone, can ask a teacher, and calls when it works; a mother’s camera may come late', async ({
    talk,
  }) => {
    const { pupil, mother, staff } = talk
    await together(talk)
    for (const [refusal, end] of [
      ['NotFoundError', 'no-microphone'],
      ['NotAllowedError', 'microphone-refused'],
      ['NotReadableError', 'microphone-busy'],
    ] as const)
      await test.step(`the microphone: ${end}`, async () => {
        await refuseDevice(pupil, 'audio', refusal)
        await waiting(pupil).click()
        await expect(pupil.getByRole('heading', { name: '麦克风没有准备好' })).toBeVisible()
        await expect(pupil.getByText('请老师来看一看，马上就好。')).toBeVisible()
        await picture(pupil, end)
        expect((await logOf(staff))[0]).toEqual({ called: '妈妈', end, way: 'video' })
        if (refusal === 'NotFoundError') {
          await pupil
            .locator('.ways')
            .getByRole('button', { name: /叫老师/ })
            .click()
          await expect(pupil.getByText('把小手举高，老师就来')).toBeVisible()
          await pupil.getByRole('button', { name: '老师来啦' }).click()
        }
        await pupil.locator('.ways .way').last().click()
      })
    await refuseDevice(pupil, 'audio', null)
    await refuseDevice(mother, 'video', 'NotFoundError')
    await waiting(pupil).click()
    await mother.getByRole('button', { name: '点一下，见小雨' }).click()
    await moves(mother, 'video.remote')
    await sounds(mother, 'video.remote', tones.child)

    await test.step('a mother whose camera is found in the call is seen', async () => {
      await expect(pupil.getByText('妈妈没有打开摄像头')).toBeVisible()
      await refuseDevice(mother, 'video', null)
      await moves(pupil, 'video.film')
    })
  })
})
