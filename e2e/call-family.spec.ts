import { moves, sounds, tones } from './call-ground.ts'
import { whyNoEngines } from './calls/needs.ts'
import { fitsAChild } from './fits-a-child.ts'
import { expect } from './fixture.ts'
import { begin, must } from './open-room.ts'
import { callDoor, logOf, test, together, waiting } from './talk-ground.ts'

test.describe('a child calls the family', () => {
  test.skip(whyNoEngines() !== '', whyNoEngines())

  test('sees and hears its mother, is seen and heard, and says goodbye', async ({ talk }) => {
    const { pupil, staff, mother } = talk
    await together(talk)

    await test.step('three seconds to think again', async () => {
      await fitsAChild(pupil, 'the family')
      await waiting(pupil).click()
      await pupil.getByRole('button', { name: '不打了' }).click()
      await expect(waiting(pupil)).toBeVisible()
    })

    await test.step('rings, and is answered', async () => {
      await waiting(pupil).click()
      await expect(pupil.getByRole('heading', { name: '正在打给妈妈' })).toBeVisible()
      await expect(mother.getByRole('heading', { name: '小雨来电话了' })).toBeVisible()
      await mother.getByRole('button', { name: '点一下，见小雨' }).click()
      await expect(pupil.getByRole('button', { name: '再见' })).toBeVisible()
    })

    await test.step('pictures move and both voices sound', async () => {
      await Promise.all([moves(pupil, 'video.film'), moves(mother, 'video.remote')])
      await Promise.all([
        sounds(pupil, 'video.film', tones.mother),
        sounds(mother, 'video.remote', tones.child),
      ])
      await expect(pupil.locator('.self video')).toBeVisible()
      await expect(pupil.locator('.talk-card p')).not.toBeEmpty()
      await pupil.screenshot({ path: test.info().outputPath('talking.png') })
    })

    await test.step('goodbye leads back to the family, and stands in the log', async () => {
      await pupil.getByRole('button', { name: '再见' }).click()
      await expect(mother.getByRole('heading', { name: '下次见' })).toBeVisible()
      await expect(waiting(pupil)).toBeVisible()
      expect(await logOf(staff)).toEqual([{ called: '妈妈', end: 'hung-up', way: 'video' }])
      const { rows } = await must(staff, 'calls.log', { page: 0 })
      expect(rows[0]!.lengthMs).toBeGreaterThan(0)
      expect(rows[0]!.quality?.firstFrameMs).toBeGreaterThan(0)
    })
  })

  test('taps twice and makes one call, which its mother ends; then she cannot come', async ({ talk }) => {
    const { pupil, staff, mother } = talk
    await together(talk)

    await test.step('two taps are one call', async () => {
      await waiting(pupil).dblclick()
      await mother.getByRole('button', { name: '点一下，见小雨' }).click()
      await Promise.all([moves(pupil, 'video.film'), moves(mother, 'video.remote')])
      expect(await logOf(staff)).toEqual([])
    })

    await test.step('she hangs up', async () => {
      await mother.getByRole('button', { name: '再见' }).click()
      await expect(waiting(pupil)).toBeVisible()
      expect(await logOf(staff)).toEqual([{ called: '妈妈', end: 'hung-up', way: 'video' }])
      await mother.getByRole('button', { name: '好', exact: true }).click()
    })

    await test.step('she declines, and the child is comforted', async () => {
      await waiting(pupil).click()
      await expect(mother.getByRole('heading', { name: '小雨来电话了' })).toBeVisible()
      await mother.getByRole('button', { name: /现在不行/ }).click()
      await expect(pupil.getByRole('heading', { name: '妈妈这会儿没接到' })).toBeVisible()
      expect((await logOf(staff))[0]).toEqual({ called: '妈妈', end: 'declined', way: 'video' })
    })
  })

  test('reaches its mother, whose page stayed open, after the server was started anew', async ({
    talk,
    ground,
  }) => {
    const { pupil, mother } = talk
    await together(talk)
    await ground.stop()
    await expect(waiting(pupil)).toBeHidden()
    await ground.start()
    await waiting(pupil).click()
    await mother.getByRole('button', { name: '点一下，见小雨' }).click()
    await Promise.all([moves(pupil, 'video.film'), moves(mother, 'video.remote')])
  })

  test('is told that its mother waits only once her phone can ring', async ({ talk }) => {
    const { pupil, kin, mother } = talk
    const slow = Promise.withResolvers<void>()
    await mother.route('**/assets/client-*.js', async (route) => {
      await slow.promise
      await route.continue()
    })
    const listens = mother.waitForResponse('**/api/parent/events')
    await mother.goto(kin.link)
    await mother.getByRole('button', { name: '打开我的页面' }).click()
    await listens
    await begin(pupil, { childId: kin.childId })
    const { contactId } = kin
    expect(await must(pupil, 'calls.waiting', { contactId })).toEqual({ presence: 'away' })
    slow.resolve()
    await callDoor(pupil).click()
    await expect(waiting(pupil)).toBeVisible()
  })
})
