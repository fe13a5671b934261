import { describe, expect, it } from 'vitest'
import { setTimeout as wait } from 'node:timers/promises'
import {
  during,
  figures,
  hangUp,
  isOver,
  moves,
  states,
  summary,
  until,
  untilBack,
  untilLineIsBack,
} from '../client/call-ways.ts'
import { whyNotApart } from '../needs.ts'
import { signalAll } from '../signals.ts'
import { useFarCall } from './far-call.ts'
import { FULL_WIDTH, INTELLIGIBLE } from './gates.ts'

const why = whyNotApart()

describe.skipIf(why)(`a call between a school and a parent far away${why && ` (skipped, ${why})`}`, () => {
  const call = useFarCall()
  const link = (): ReturnType<typeof call.house>['network'] => call.house().network

  it('carries picture and sound both ways, and outlives a cut and a new address of the school', async () => {
    const [child, mother] = await call.talk()
    await Promise.all([moves(child), moves(mother)])
    await call.bothHear()
    expect((await figures(child)).route).toBe('relay/udp')

    await link().setSchool({ cut: true })
    await Promise.all([until(child, 'recovering:video'), until(mother, 'recovering:video')])
    await wait(2500)
    await link().setSchool({ cut: false })
    console.log(`picture back after a cut of 5 s: ${String(await untilBack([child, mother]))} ms`)

    link().moveSchool()
    // The old way is dead at once, so that what moves after a moment has come by the new one.
    await wait(1500)
    console.log(`picture back after a new address: ${String(await untilBack([child, mother]))} ms (+ 1500)`)
    await call.bothHear()
    expect(await isOver(child, mother)).toBe(false)
    await hangUp(mother)
    await until(child, 'over:hung-up:them')
    expect((await summary(child))?.restarts).toBeGreaterThan(0)
  })

  it.each([
    ['tcp', 'relay/tcp'],
    ['443', 'relay/tls'],
  ] as const)('goes on where a firewall lets through only %s', async (open, route) => {
    await link().setSchool({ open })
    const [child, mother] = await call.talk()
    await Promise.all([moves(child), moves(mother)])
    await call.bothHear()
    expect((await figures(child)).route).toBe(route)
    await hangUp(child)
    await until(mother, 'over:hung-up:them')
    expect((await summary(child))?.route).toBe(route)
  })

  it('is not disturbed by a restart of the proxy, and comes back after the relay was killed', async () => {
    const [child, mother] = await call.talk()
    await Promise.all([moves(child), moves(mother)])
    const before = await call.house().pids()
    signalAll(before['kamailio'], 'SIGTERM')
    await Promise.all([child, mother].map(untilLineIsBack))
    await Promise.all([moves(child), moves(mother)])
    for (const page of [child, mother]) expect(await states(page)).not.toContain('recovering:video')

    signalAll(before['relay'], 'SIGKILL')
    await Promise.all([until(child, 'recovering:video'), until(mother, 'recovering:video')])
    console.log(`picture back after the relay was killed: ${String(await untilBack([child, mother]))} ms`)
    // Both have told each other their new ways, the answering end too: being found is left to no luck.
    for (const page of [child, mother]) expect((await figures(page)).theirRelays).toBeGreaterThan(0)
    const after = await call.house().pids()
    for (const engine of ['kamailio', 'relay']) expect(after[engine]).not.toBe(before[engine])
    await call.bothHear()
    await hangUp(child)
    await Promise.all([until(child, 'over:hung-up:us'), until(mother, 'over:hung-up:them')])
  })

  it('is made and understood at 5 % loss and 300 ms there and back', async () => {
    await link().setSchool({ delay: 150, loss: 5 })
    const [child, mother] = await call.talk()
    await Promise.all([moves(child), moves(mother)])
    const [atChild, atMother] = await Promise.all([during(child, 6), during(mother, 6)])
    console.log('5 % loss, 300 ms:', atChild, atMother)
    for (const { concealedShare, framesPerSecond } of [atChild, atMother]) {
      expect(concealedShare).toBeLessThan(INTELLIGIBLE)
      expect(framesPerSecond).toBeGreaterThan(1)
    }
    await call.bothHear()
    expect(await isOver(child, mother)).toBe(false)
  })

  it('keeps its sound on 150 kbit/s, where the picture gives way', async () => {
    const [child, mother] = await call.talk()
    await Promise.all([moves(child), moves(mother)])
    await link().setSchool({ delay: 40, rate: 150_000 })
    // The first seconds belong to the congestion control, which finds out.
    await wait(5000)
    const [atChild, atMother] = await Promise.all([during(child, 6), during(mother, 6)])
    console.log('150 kbit/s:', atChild, atMother)
    for (const { concealedShare, framesPerSecond, width } of [atChild, atMother]) {
      expect(concealedShare).toBeLessThan(INTELLIGIBLE)
      expect(width < FULL_WIDTH || framesPerSecond < 1).toBe(true)
    }
    await call.bothHear()
    expect(await isOver(child, mother)).toBe(false)
  })
})
