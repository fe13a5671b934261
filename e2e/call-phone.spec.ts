import type { Page } from '@playwright/test'
import { freePort } from '../main/call-server/engines/ports.ts'
import { familyOf, layCallGround, moves, sounds, tones, type CallGround, type Kin } from './call-ground.ts'
import { startBaresip } from './calls/baresip.ts'
import { whyNoPhone } from './calls/needs.ts'
import { hearsTone } from './calls/pitch.ts'
import { startTelephone, type Behaviour } from './calls/telephone.ts'
import { expect, test as base } from './fixture.ts'
import { must, openRoom, signIn } from './open-room.ts'

const number = '+8613800001111'
const patient = { timeout: 30_000 }

interface Room {
  readonly pupil: Page
  readonly staff: Page
  readonly kin: Kin
}

/** A room whose calls to telephones go to a port of this machine; the mother may be called by picture and by telephone. */
const test = base.extend<{ trunk: number; ground: CallGround; room: Room }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from the pattern
  trunk: async ({}, use) => use(await freePort()),
  ground: async ({ trunk }, use) => {
    const ground = await layCallGround(trunk)
    await use(ground)
    return ground.close()
  },
  room: async ({ ground, launch }, use) => {
    const app = await launch([...ground.kioskDevices])
    const pupil = await openRoom(app)
    const staff = await signIn(app, pupil)
    await must(staff, 'calls.enrol', { line: ground.line })
    const kin = await familyOf(staff, { purposes: ['video', 'phone'], phones: ['138 0000 1111'] })
    await must(pupil, 'sessions.begin', { childId: kin.childId })
    await pupil.getByRole('button', { name: '打电话', exact: true }).click()
    await use({ pupil, staff, kin })
  },
})

const byPhone = (pupil: Page) => pupil.getByRole('button', { name: '妈妈，打手机', exact: true })
const hearsMother = (pupil: Page) => pupil.getByRole('heading', { name: '听得见妈妈' })
const goodbye = (pupil: Page) => pupil.getByRole('button', { name: '再见', exact: true })

async function motherWaits(mother: Page, { link }: Kin): Promise<void> {
  await mother.goto(link)
  await mother.getByRole('button', { name: '打开我的页面' }).click()
  await expect(mother.getByRole('heading', { name: '小雨会来找您' })).toBeVisible()
}

const logOf = async (staff: Page) =>
  (await must(staff, 'calls.log', { page: 0 })).rows.map(({ end, way }) => `${way} ${end}`)

test.describe('a child calls a telephone', () => {
  test.skip(whyNoPhone() !== '', whyNoPhone())
  test.setTimeout(150_000)

  test('talks, staff press keys, and the picture is offered once her page is open', async ({
    room,
    trunk,
    ground,
  }) => {
    const { pupil, staff, kin } = room
    const phone = await startBaresip(trunk, { number, hz: tones.mother })
    try {
      await test.step('both hear each other, under a sun of its own', async () => {
        await byPhone(pupil).click(patient)
        await expect(hearsMother(pupil)).toBeVisible(patient)
        await sounds(pupil, 'video.film', tones.mother)
        await phone.untilHeard((sound) => hearsTone(sound, tones.child))
        await expect(pupil.getByRole('img', { name: '打电话的时间：太阳下山以前' })).toBeVisible()
        await pupil.screenshot({ path: test.info().outputPath('phone.png') })
      })

      await test.step('the keys are with staff', async () => {
        await expect(pupil.getByRole('button', { name: /按键/ })).toHaveCount(0)
        await staff.getByRole('button', { name: '电话按键' }).click(patient)
        await staff.getByRole('group', { name: '电话按键' }).getByRole('button', { name: '5' }).click()
        await expect(staff.locator('.phone-pressed')).toHaveText('5')
        await staff.screenshot({ path: test.info().outputPath('keys.png') })
        await staff.keyboard.press('Escape')
      })

      await test.step('her page opens: one tap, and they see each other', async () => {
        const mother = await ground.phone()
        await motherWaits(mother, kin)
        const before = phone.ended()
        await pupil.getByRole('button', { name: '又能看见妈妈了' }).click(patient)
        await phone.untilEnded(before)
        await mother.getByRole('button', { name: '点一下，见小雨' }).click(patient)
        await Promise.all([moves(pupil, 'video.film'), moves(mother, 'video.remote')])
        await goodbye(pupil).click()
        await expect(pupil.getByRole('button', { name: '妈妈，正在等你', exact: true })).toBeVisible(patient)
        expect(await logOf(staff)).toEqual(['video hung-up', 'phone hung-up'])
      })
    } finally {
      await phone.stop()
    }
  })

  test('goes on by telephone when the picture dies for good', async ({ room, trunk, ground }) => {
    const { pupil, staff, kin } = room
    const phone = await startBaresip(trunk, { number, hz: tones.mother })
    try {
      const mother = await ground.phone()
      await motherWaits(mother, kin)
      await pupil.getByRole('button', { name: '妈妈，正在等你', exact: true }).click(patient)
      await mother.getByRole('button', { name: '点一下，见小雨' }).click(patient)
      await moves(pupil, 'video.film')
      // Her browser is gone from one moment to the next: no goodbye comes.
      await mother.goto('chrome://crash').catch(() => undefined)
      await expect(pupil.getByRole('heading', { name: '线断了一下，燕子去接了' })).toBeVisible(patient)
      await pupil.getByRole('button', { name: '打妈妈的手机' }).click(patient)
      await expect(hearsMother(pupil)).toBeVisible(patient)
      await sounds(pupil, 'video.film', tones.mother)
      await phone.untilHeard((sound) => hearsTone(sound, tones.child))
      await goodbye(pupil).click()
      await expect(pupil.locator('.kins')).toBeVisible(patient)
      expect(await logOf(staff)).toEqual(['phone hung-up', 'video link-lost'])
    } finally {
      await phone.stop()
    }
  })

  test('after a minute of talk is asked how it feels; the goodbye is not held up', async ({
    room,
    trunk,
  }) => {
    const { pupil, staff } = room
    const phone = await startBaresip(trunk, { number, hz: tones.mother })
    try {
      await byPhone(pupil).click(patient)
      await expect(hearsMother(pupil)).toBeVisible(patient)
      const since = performance.now()
      await must(staff, 'sessions.pause', { paused: true })
      await must(staff, 'sessions.endKindly')
      await expect(pupil.getByText('时间到了，慢慢说再见')).toBeVisible()
      await expect
        .poll(() => performance.now() - since, { timeout: 70_000, intervals: [1000] })
        .toBeGreaterThan(61_000)
      // Neither the pause nor the end of the time has cut it off.
      await sounds(pupil, 'video.film', tones.mother)
      await goodbye(pupil).click()
      await expect(pupil.getByRole('heading', { name: '打完电话，心里怎么样？' })).toBeVisible(patient)
      await pupil.getByRole('button', { name: '不想说' }).click()
      await expect(pupil.locator('.bye-card')).toBeVisible(patient)
      expect(await logOf(staff)).toEqual(['phone hung-up'])
    } finally {
      await phone.stop()
    }
  })

  test('is told in its own words why nobody can be had', async ({ room, trunk }) => {
    const { pupil, staff } = room
    const cases: readonly (readonly [Behaviour, title: string, end: string])[] = [
      [{ code: 486, reason: 'Busy Here' }, '妈妈正在打电话', 'busy'],
      [{ code: 603, reason: 'Decline' }, '妈妈这会儿没接到', 'declined'],
      [{ code: 404, reason: 'Not Found' }, '妈妈的号码打不通', 'unknown-number'],
      [{ code: 503, reason: 'Service Unavailable' }, '手机这会儿打不通', 'failed'],
      [{ code: 480, reason: 'Temporarily Unavailable' }, '妈妈这会儿没接到', 'offline'],
      // Nothing at all comes back from the company: the trunk is dead.
      ['silent', '手机这会儿打不通', 'failed'],
    ]
    for (const [behaviour, title, end] of cases) {
      const company = await startTelephone(trunk, behaviour)
      try {
        await byPhone(pupil).click(patient)
        await expect(pupil.getByRole('heading', { name: title })).toBeVisible(patient)
        expect((await logOf(staff))[0]).toBe(`phone ${end}`)
        await pupil.screenshot({ path: test.info().outputPath(`${end}.png`) })
        await pupil.getByRole('button', { name: '回去看看家人' }).click()
      } finally {
        await company.stop()
      }
    }
  })
})
