import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { redeem, tokenOf } from '../../main/call-server/test-bench.ts'
import { startBaresip } from './baresip.ts'
import { dial, hangUp, isOver, leave, moves, until } from './client/call-ways.ts'
import type { CallBrowser } from './client/pages.ts'
import { whyNoPhone } from './needs.ts'
import { button, family, openWholeHouse, pairAt, title, type WholeHouse } from './whole-house.ts'

const why = whyNoPhone()
const HOUR = 3_600_000
/** What the page gives up after, and what the cost guard waits for: see recovery-rules.ts and guard-rules.ts. */
const [GIVE_UP, PHONE_SILENCE] = [240_000, 40_000]

/** Frames that the parent's page has drawn. */
const picture = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      document.querySelector<HTMLVideoElement>('video.remote')?.getVideoPlaybackQuality().totalVideoFrames ??
      0,
  )
const sees = (page: Page, more = 10): Promise<unknown> =>
  picture(page).then((before) =>
    page.waitForFunction(
      (count) =>
        (document.querySelector<HTMLVideoElement>('video.remote')?.getVideoPlaybackQuality()
          .totalVideoFrames ?? 0) > count,
      before + more,
    ),
  )

describe.skipIf(why)(`a family and its calls${why && ` (skipped, ${why})`}`, () => {
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

  const pairedPhone = async (): Promise<Page> => {
    const phone = await house.phoneAt(await house.invite())
    await pairAt(phone)
    return phone
  }
  /** The child calls, and the mother picks up on this phone. */
  async function talkWith(phone: Page): Promise<Page> {
    const child = await seat.open(family.child, 'role=kiosk')
    await dial(child, family.mother)
    await button(phone, '点一下，见孩子1').click()
    await until(child, 'talking:video')
    await sees(phone)
    return child
  }

  it('lets in one of two phones that open the same link at the same time', async () => {
    const link = await house.invite()
    const phones = await Promise.all([house.phoneAt(link), house.phoneAt(link)])
    await Promise.all(phones.map((phone) => button(phone, '打开我的页面').click()))
    const met = await Promise.all(
      phones.map((phone) =>
        Promise.race([
          title(phone, '孩子1会来找您')
            .waitFor()
            .then(() => 'in'),
          title(phone, '这个链接已经用过了')
            .waitFor()
            .then(() => 'used'),
        ]),
      ),
    )
    expect(met.toSorted()).toEqual(['in', 'used'])
    await leave(...phones)
  })

  it('rings on both phones of the mother, and stops on the other when she picks up', async () => {
    const phones = await Promise.all([pairedPhone(), pairedPhone()])
    const child = await seat.open(family.child, 'role=kiosk')
    await dial(child, family.mother)
    await Promise.all(phones.map((phone) => title(phone, '孩子1来电话了').waitFor()))
    const [first, other] = phones
    await button(first, '点一下，见孩子1').click()
    await title(other, '孩子1来电话了').waitFor({ state: 'hidden' })
    await title(other, '孩子1会来找您').waitFor()
    await Promise.all([until(child, 'talking:video'), sees(first)])
    // The other one may be put away: the call is none of its business.
    await leave(other)
    await sees(first)
    expect(await isOver(child)).toBe(false)
    await hangUp(child)
    await title(first, '下次见').waitFor()
    await leave(child, first)
  })

  it('is not disturbed when the call server is killed in the middle', async () => {
    const phone = await pairedPhone()
    await house.bench.server().stop()
    const file = join(house.folder, 'settings.json')
    writeFileSync(file, JSON.stringify(house.bench.settings))
    const server = await startServer(file)
    // It has the machine's clock, by which the seat has to sign now: nothing from before its start counts.
    house.bench.clock.setWall(Date.now())
    try {
      const child = await talkWith(phone)
      server.kill('SIGKILL')
      await once(server, 'exit')
      // For longer than it takes to notice: the page looks for the server every few seconds.
      await Promise.all([moves(child), sees(phone, 60)])
      expect(await phone.getByText('正在接回来').count()).toBe(0)
      expect(await isOver(child)).toBe(false)
      await hangUp(child)
      await title(phone, '下次见').waitFor()
      await leave(child, phone)
    } finally {
      server.kill('SIGKILL')
      await house.bench.restart()
    }
  })

  it('ends kindly at the parent’s side when the seat is killed in the middle', async () => {
    const phone = await house.phoneAt('about:blank')
    await phone.clock.install()
    await phone.goto(await house.invite())
    await pairAt(phone)
    await talkWith(phone)
    await seat.kill()
    seat = await house.seat()
    await phone.getByText('正在接回来，请别关这一页').waitFor()
    // It may have been the link; so long a seat has to come back.
    await phone.clock.fastForward(GIVE_UP / 2)
    await phone.getByText('可以换个信号好的地方，会自动接上').waitFor()
    await phone.clock.fastForward(GIVE_UP / 2)
    await title(phone, '网络断了').waitFor()
    await phone.getByText('不是您的错').waitFor()
    // The mother is there for the next call, from the seat that has come back.
    await button(phone, '好').click()
    await leave(await talkWith(phone), phone)
  })

  it('costs nothing any more soon after the seat is killed in a phone call', async () => {
    const telephone = await startBaresip(house.trunkPort, { number: family.number, hz: 880 })
    const { bench, room } = house
    const child = await seat.open(family.child, 'role=kiosk')
    await dial(child, family.number)
    await until(child, 'talking:voice')
    const call = await child.evaluate(() => window.client.current.now()?.callId())
    const beat = () => room.ask('POST', '/api/seat/beats', { calls: [call] })
    // A seat that beats is let talk, however long.
    for (let round = 0; round < 3; round += 1) {
      expect((await beat()).json).toMatchObject({ calls: [{ call, known: true }] })
      bench.clock.pass(PHONE_SILENCE - 5000)
      await bench.server().look()
    }
    expect(telephone.ended()).toBe(0)
    await seat.kill()
    seat = await house.seat()
    bench.clock.pass(PHONE_SILENCE)
    await bench.server().look()
    await telephone.untilEnded(0)
    await telephone.stop()
  })

  it('lets in nobody with a link of the day before yesterday', async () => {
    const link = await house.invite()
    house.bench.clock.pass(49 * HOUR)
    const stranger = await house.phoneAt(link)
    await title(stranger, '这个链接过期了').waitFor()
    // Nor with a page of one's own making.
    expect((await redeem(house.bench, tokenOf(link))).status).toBe(410)
    await leave(stranger)
  })
})

async function startServer(settings: string): Promise<ChildProcess> {
  const program = ['--import', './main/core/db/raw-sql.register.ts', 'main/call-server/index.ts']
  const child = spawn(process.execPath, [...program, '--settings', settings], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await once(child.stderr, 'data')
  return child
}
