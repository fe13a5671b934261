import type { ElectronApplication, Page } from '@playwright/test'
import { freePort } from '../main/call-server/engines/ports.ts'
import { layCallGround, moves, sounds, tones, type CallGround } from './call-ground.ts'
import { familyOf, type Kin } from './family.ts'
import { startBaresip } from './calls/baresip.ts'
import { whyNoPhone } from './calls/needs.ts'
import { hearsTone } from './calls/pitch.ts'
import { writeSip } from './calls/sip-message.ts'
import { some } from './calls/sip-user.ts'
import { startTelephone, type Behaviour } from './calls/telephone.ts'
import { phoneSound, startTrunk } from './calls/trunk.ts'
import { expect, test as base } from './fixture.ts'
import { begin, must, openRoom, signIn } from './open-room.ts'
import { skipTime } from './staff-ways.ts'

const number = '+8613800001111'

interface Room {
  readonly app: ElectronApplication
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
    await begin(pupil, { childId: kin.childId })
    await pupil.getByRole('button', { name: '打电话', exact: true }).click()
    await use({ app, pupil, staff, kin })
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

  test('talks, staff press keys, and the picture is offered once her page is open', async ({
    room,
    trunk,
    ground,
  }) => {
    const { pupil, staff, kin } = room
    const phone = await startBaresip(trunk, { number, hz: tones.mother })
    try {
      await test.step('both hear each other, under a sun of its own', async () => {
        await byPhone(pupil).click()
        await expect(hearsMother(pupil)).toBeVisible()
        await sounds(pupil, 'video.film', tones.mother)
        await phone.untilHeard((sound) => hearsTone(sound, tones.child))
        await expect(pupil.getByRole('img', { name: '打电话的时间：太阳下山以前' })).toBeVisible()
        await pupil.screenshot({ path: test.info().outputPath('phone.png') })
      })

      await test.step('the keys are with staff', async () => {
        await expect(pupil.getByRole('button', { name: /按键/ })).toHaveCount(0)
        await staff.getByRole('button', { name: '电话按键' }).click()
        await staff.getByRole('group', { name: '电话按键' }).getByRole('button', { name: '5' }).click()
        await expect(staff.locator('.phone-pressed')).toHaveText('5')
        await expect.poll(() => phone.keys().withVoice).toBe('5')
        await staff.screenshot({ path: test.info().outputPath('keys.png') })
        await staff.keyboard.press('Escape')
      })

      await test.step('her page opens: one tap, and they see each other', async () => {
        const mother = await ground.phone()
        await motherWaits(mother, kin)
        const before = phone.ended()
        await pupil.getByRole('button', { name: '又能看见妈妈了' }).click()
        await phone.untilEnded(before)
        await mother.getByRole('button', { name: '点一下，见小雨' }).click()
        await Promise.all([moves(pupil, 'video.film'), moves(mother, 'video.remote')])
        await goodbye(pupil).click()
        await expect(pupil.getByRole('button', { name: '妈妈，正在等你', exact: true })).toBeVisible()
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
      await pupil.getByRole('button', { name: '妈妈，正在等你', exact: true }).click()
      await mother.getByRole('button', { name: '点一下，见小雨' }).click()
      await moves(pupil, 'video.film')
      // Her browser is gone from one moment to the next: no goodbye comes.
      await mother.goto('chrome://crash').catch(() => undefined)
      await expect(pupil.getByRole('heading', { name: '线断了一下，燕子去接了' })).toBeVisible()
      await pupil.getByRole('button', { name: '打妈妈的手机' }).click()
      await expect(hearsMother(pupil)).toBeVisible()
      await sounds(pupil, 'video.film', tones.mother)
      await phone.untilHeard((sound) => hearsTone(sound, tones.child))
      await goodbye(pupil).click()
      await expect(pupil.locator('.kins')).toBeVisible()
      expect(await logOf(staff)).toEqual(['phone hung-up', 'video link-lost'])
    } finally {
      await phone.stop()
    }
  })

  test('after a minute of talk is asked how it feels; the goodbye is not held up', async ({
    room,
    trunk,
  }) => {
    const { app, pupil, staff } = room
    // So soon after the door has asked, a call would not ask again; nor may the console lock itself meanwhile.
    const settings = await must(staff, 'room.settings')
    await must(staff, 'room.changeSettings', { ...settings, idleMinutes: 60 })
    await skipTime(app, 11)
    const phone = await startBaresip(trunk, { number, hz: tones.mother })
    try {
      await byPhone(pupil).click()
      await expect(hearsMother(pupil)).toBeVisible()
      await must(staff, 'sessions.pause', { paused: true })
      await must(staff, 'sessions.endKindly')
      await expect(pupil.getByText('时间到了，慢慢说再见')).toBeVisible()
      // Neither the pause nor the end of the time has cut it off.
      await sounds(pupil, 'video.film', tones.mother)
      // A minute passes in no time; before anybody can take it for a silence, the child says goodbye.
      await goodbye(pupil).evaluate((button: HTMLElement) => {
        const now = performance.now.bind(performance)
        performance.now = () => now() + 60_000
        button.click()
      })
      await expect(pupil.getByRole('heading', { name: '打完电话，心里怎么样？' })).toBeVisible()
      await pupil.getByRole('button', { name: '不想说' }).click()
      await expect(pupil.locator('.bye-card')).toBeVisible()
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
        await byPhone(pupil).click()
        await expect(pupil.getByRole('heading', { name: title })).toBeVisible()
        expect((await logOf(staff))[0]).toBe(`phone ${end}`)
        await pupil.screenshot({ path: test.info().outputPath(`${end}.png`) })
        // Walking away from the comfort leaves it behind: nobody meets it again.
        if (end === 'busy') {
          await pupil.getByRole('button', { name: '回到四扇门' }).click()
          await pupil.getByRole('button', { name: '打电话', exact: true }).click()
        } else await pupil.getByRole('button', { name: '回去看看家人' }).click()
      } finally {
        await company.stop()
      }
    }
  })

  test('that calls in rings wherever the child is; with nobody there it lights the tile, and opens nothing', async ({
    room,
    trunk,
    ground,
  }) => {
    const { pupil, staff, kin } = room
    await expect(byPhone(pupil)).toBeVisible()
    const company = await startTrunk(trunk)
    const invite = (from: string, call: string) =>
      company.write(invitation(trunk, from, call), ground.trunkSide())
    try {
      await test.step('on a page of the diary the child picks up, and hears the one who called', async () => {
        await must(pupil, 'sessions.move', {
          name: 'diary-page',
          page: (await must(pupil, 'diary.begin')).id,
        })
        await expect(pupil.locator('.editor')).toBeVisible()
        invite('013800002222', 'a-stranger')
        expect((await company.answer('a-stranger')).code).toBe(403)
        invite('013800001111', 'first')
        await expect(pupil.getByRole('heading', { name: '妈妈打来电话' })).toBeVisible()
        await pupil.screenshot({ path: test.info().outputPath('coming.png') })
        await pupil.getByRole('button', { name: '接电话' }).click()
        expect((await company.answer('first')).code).toBe(200)
        await expect(goodbye(pupil)).toBeVisible()
        await goodbye(pupil).click()
        await expect(byPhone(pupil)).toBeVisible()
      })

      await test.step('with another child here, or nobody, the lamp of the one who was called is lit', async () => {
        await must(pupil, 'sessions.end')
        await expect(pupil.locator('.tile')).toHaveCount(1)
        invite('013800001111', 'second')
        expect((await company.answer('second')).code).toBeGreaterThanOrEqual(400)
        await expect(pupil.getByRole('button', { name: '林小雨，有人打来过电话' })).toBeVisible()
        await pupil.screenshot({ path: test.info().outputPath('lamp.png') })
        expect(await must(pupil, 'sessions.now')).toBeNull()
        const { rows } = await must(staff, 'calls.log', { page: 0 })
        expect(rows.map(({ direction, lengthMs }) => [direction, lengthMs > 0])).toEqual([
          ['in', false],
          ['in', true],
        ])
        await begin(pupil, { childId: kin.childId })
        await pupil.getByRole('button', { name: '打电话', exact: true }).click()
        await expect(pupil.getByText('妈妈打来过电话')).toBeVisible()
      })
    } finally {
      await company.close()
    }
  })
})

/** What a telephone company sends when somebody calls the room's number. */
const invitation = (trunk: number, from: string, call: string): string =>
  writeSip(
    [
      'INVITE sip:+861000000000@127.0.0.1 SIP/2.0',
      `Via: SIP/2.0/UDP 127.0.0.1:${trunk};branch=z9hG4bK${some()}`,
      'Max-Forwards: 30',
      `From: <sip:${from}@127.0.0.1>;tag=${some()}`,
      'To: <sip:+861000000000@127.0.0.1>',
      `Call-ID: ${call}`,
      'CSeq: 1 INVITE',
      `Contact: <sip:answer@127.0.0.1:${trunk}>`,
    ],
    phoneSound(trunk + 1),
  )
