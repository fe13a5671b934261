import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCallHouse, people, type CallHouse } from './call-house.ts'
import {
  dial,
  hangUp,
  hears,
  isOver,
  leave,
  moves,
  states,
  summary,
  until,
  untilLineIsBack,
} from './client/call-ways.ts'
import { doorOf, openCallBrowser, type CallBrowser } from './client/pages.ts'
import { whyNoEngines } from './needs.ts'
import { signalAll } from './signals.ts'
import { inviteOf, startTrunk } from './trunk.ts'

const why = whyNoEngines()

describe.skipIf(why !== '')('the call client, with the real proxy', () => {
  let house: CallHouse
  let pages: CallBrowser

  const both = (query = ''): Promise<[Page, Page]> =>
    Promise.all([
      pages.open(people.child, `role=kiosk${query}`),
      pages.open(people.mother, `role=parent${query}`),
    ])

  beforeAll(async () => {
    house = await openCallHouse()
    pages = await openCallBrowser(doorOf(house), { hz: 440 })
  })
  afterAll(async () => {
    await pages.close()
    await house.close()
  })

  it('carries picture and sound both ways, and says how it was', async () => {
    const [child, mother] = await both()
    // A child that taps twice makes one call.
    await Promise.all([dial(child, people.mother), dial(child, people.mother)])
    await Promise.all([until(child, 'talking:video'), until(mother, 'talking:video')])
    for (const page of [child, mother]) {
      await hears(page, 440)
      await moves(page)
    }
    expect(house.allow.asked.filter((pair) => pair === `${people.child}>${people.mother}`)).toHaveLength(1)
    await hangUp(child)
    await Promise.all([until(child, 'over:hung-up:us'), until(mother, 'over:hung-up:them')])
    const told = await summary(child)
    expect(told).toMatchObject({ direction: 'out', kind: 'web', restarts: 0, reason: 'hung-up', by: 'us' })
    expect(told?.callId).not.toBe('')
    expect(told?.firstFrameMs).toBeGreaterThan(0)
    await leave(child, mother)
  })

  it('shows voice to a child whose mother saves her data, and sends her no picture', async () => {
    const [child, mother] = await Promise.all([
      pages.open(people.child, 'role=kiosk'),
      pages.open(people.mother, 'role=parent&picture=no'),
    ])
    await dial(child, people.mother)
    await Promise.all([until(child, 'talking:voice'), until(mother, 'talking:voice')])
    await child.waitForFunction(() => window.client.current.now()?.own.now().isSeen === false)
    await hears(child, 440)
    // The place for a picture is there: turning the camera on needs no new offer.
    await mother.evaluate(() => {
      window.client.current.now()?.setWantsPicture(true)
      window.client.current.now()?.setSeen(true)
    })
    await Promise.all([until(child, 'talking:video'), until(mother, 'talking:video')])
    expect((await summary(child)) ?? null).toBeNull()
    await hangUp(mother)
    await until(child, 'over:hung-up:them')
    expect((await summary(child))?.restarts).toBe(0)
    await leave(child, mother)
  })

  it('is busy for whoever calls meanwhile', async () => {
    const trunk = await startTrunk(house.trunkPort)
    house.allow.incoming.set('013800001111', people.child)
    house.allow.allowed.add(`013800001111>${people.child}`)
    const [child, mother] = await both()
    await dial(child, people.mother)
    await Promise.all([until(child, 'talking:video'), until(mother, 'talking:video')])
    trunk.write(inviteOf(trunk, '013800001111', 'meanwhile'), house.trunkSide)
    expect((await trunk.answer('meanwhile')).code).toBe(486)
    await Promise.all([moves(child), moves(mother)])
    expect(await isOver(child, mother)).toBe(false)
    await hangUp(child)
    await until(mother, 'over:hung-up:them')
    await leave(child, mother)
    await trunk.close()
  })

  it('goes on while the proxy is killed, and is ended by its people afterwards', async () => {
    const [child, mother] = await both()
    await dial(child, people.mother)
    await Promise.all([until(child, 'talking:video'), until(mother, 'talking:video')])
    signalAll(house.engines.pids()['kamailio'], 'SIGKILL')
    await Promise.all([moves(child), moves(mother)])
    for (const page of [child, mother]) {
      await untilLineIsBack(page)
      expect(await states(page)).not.toContain('recovering:video')
    }
    await hangUp(child)
    await Promise.all([until(child, 'over:hung-up:us'), until(mother, 'over:hung-up:them')])
    await leave(child, mother)
  })
})
