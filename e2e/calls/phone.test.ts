import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { patience } from '../patience.ts'
import { startBaresip, type Baresip } from './baresip.ts'
import { openCallHouse, people, type CallHouse } from './call-house.ts'
import { dial, hangUp, hears, leave, states, summary, until } from './client/call-ways.ts'
import { doorOf, openCallBrowser, type CallBrowser } from './client/pages.ts'
import { whyNoPhone } from './needs.ts'
import { hearsTone } from './pitch.ts'
import { signalAll } from './signals.ts'
import { startTelephone, type Behaviour } from './telephone.ts'
import { startTrunk } from './trunk.ts'

const why = whyNoPhone()
const [CHILD_HZ, PHONE_HZ] = [440, 880]

describe.skipIf(why)(`a child calls a telephone${why && ` (skipped, ${why})`}`, () => {
  let house: CallHouse
  let browser: CallBrowser
  let child: Page
  beforeAll(async () => {
    house = await openCallHouse()
    browser = await openCallBrowser(doorOf(house), { hz: CHILD_HZ })
  })
  afterAll(async () => {
    await browser?.close()
    await house?.close()
  })
  beforeEach(async () => {
    child = await browser.open(people.child, 'role=kiosk')
  })
  afterEach(async () => leave(child))

  describe('that picks up', () => {
    let phone: Baresip
    beforeAll(async () => {
      phone = await startBaresip(house.trunkPort, { number: people.number, hz: PHONE_HZ })
    })
    afterAll(async () => phone?.stop())

    it('and both hear each other', async () => {
      await dial(child, people.number)
      await until(child, 'talking:voice')
      await hears(child, PHONE_HZ)
      await phone.untilHeard((sound) => hearsTone(sound, CHILD_HZ))
      // What was heard was sent by the other: each has a tone of its own.
      expect(hearsTone(phone.heard(), PHONE_HZ)).toBe(false)
      const before = phone.ended()
      await hangUp(child)
      await phone.untilEnded(before)
      expect(await summary(child)).toMatchObject({ kind: 'phone', reason: 'hung-up', by: 'us', restarts: 0 })
    })

    it('and hears the keys that staff press', async () => {
      await dial(child, people.number)
      await until(child, 'talking:voice')
      await phone.untilHeard((sound) => hearsTone(sound, CHILD_HZ))
      await child.evaluate(() => window.client.current.now()?.sendKeys('15*#'))
      await expect.poll(() => phone.keys()).toEqual({ withVoice: '15*#', byRequest: '' })
      const before = phone.ended()
      await hangUp(child)
      await phone.untilEnded(before)
    })

    it('and both hear each other again after rtpengine was killed in mid-call', async () => {
      await dial(child, people.number)
      await until(child, 'talking:voice')
      await phone.untilHeard((sound) => hearsTone(sound, CHILD_HZ))
      signalAll(house.engines.pids()['media'], 'SIGKILL')
      await until(child, 'recovering:voice')
      const before = phone.heard().samples.length
      await child.waitForFunction(
        () => window.client.current.now()?.state.now().at === 'talking',
        undefined,
        { timeout: patience },
      )
      await hears(child, PHONE_HZ)
      await phone.untilHeard(
        (sound) => sound.samples.length > before + sound.rate && hearsTone(sound, CHILD_HZ),
      )
      expect((await states(child)).filter((state) => state.startsWith('over'))).toEqual([])
      const ended = phone.ended()
      await hangUp(child)
      await phone.untilEnded(ended)
      expect((await summary(child))?.quality.cuts).toBe(1)
    })
  })

  it.each([
    ['takes no keys within the voice, and hears them by request', false, ['1', '#']],
    ['takes them within the voice, and gets no request', true, []],
  ])('whose company %s', async (_, keys, requested) => {
    const company = await startTrunk(house.trunkPort, { keys, talks: true })
    try {
      await dial(child, people.number)
      await until(child, 'talking:voice')
      await child.evaluate(() => window.client.current.now()?.sendKeys('1#'))
      const signals = () =>
        company.got.filter(({ method }) => method === 'INFO').map(({ body }) => /Signal=(.)/.exec(body)?.[1])
      await expect.poll(signals).toEqual(requested)
      // As long as two requests would take, where none is meant to come.
      await wait(1000)
      await hangUp(child)
      await company.next('BYE')
      expect(signals()).toEqual(requested)
    } finally {
      await company.close()
    }
  })

  describe('that cannot be had, and is told', () => {
    const cases: readonly (readonly [string, Behaviour, string])[] = [
      ['is busy (486)', { code: 486, reason: 'Busy Here' }, 'over:busy:them'],
      ['has another number (404)', { code: 404, reason: 'Not Found' }, 'over:unknown-number:them'],
      [
        'is not reached by the company (503)',
        { code: 503, reason: 'Service Unavailable' },
        'over:failed:link',
      ],
      ['has a company that is silent', 'silent', 'over:failed:link'],
    ]
    it.each(cases)('it %s', async (_, behaviour, told) => {
      const company = await startTelephone(house.trunkPort, behaviour)
      try {
        await dial(child, people.number)
        await until(child, told)
        expect(await summary(child)).toMatchObject({ kind: 'phone', lengthMs: 0 })
      } finally {
        await company.stop()
      }
    })
  })
})
