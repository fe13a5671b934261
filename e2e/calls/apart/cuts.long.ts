import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { hangUp, isOver, moves, summary, until, untilBack } from '../client/call-ways.ts'
import { whyNotApart } from '../needs.ts'
import { useFarCall } from './far-call.ts'

const why = whyNotApart()

describe.skipIf(why)(`a long cut of the school’s link${why && ` (skipped, ${why})`}`, () => {
  const call = useFarCall()

  it.each([30, 120])(
    'of %i s heals by itself',
    async (seconds) => {
      const { network } = call.house()
      const [child, mother] = await call.talk()
      await Promise.all([moves(child), moves(mother)])
      await network.setSchool({ cut: true })
      await Promise.all([until(child, 'recovering:video'), until(mother, 'recovering:video')])
      await wait(seconds * 1000)
      expect(await isOver(child, mother)).toBe(false)
      await network.setSchool({ cut: false })
      console.log(`picture back after a cut of ${seconds} s: ${String(await untilBack([child, mother]))} ms`)
      await call.bothHear()
      await hangUp(mother)
      await until(child, 'over:hung-up:them')
      const told = await summary(child)
      expect(told?.quality.cuts).toBe(1)
      expect(told?.quality.longestCutMs).toBeGreaterThan(seconds * 1000)
    },
    300_000,
  )

  it('of all but TLS in mid-call leads over TLS', async () => {
    const { network } = call.house()
    const [child, mother] = await call.talk()
    await Promise.all([moves(child), moves(mother)])
    await network.setSchool({ open: '443' })
    await Promise.all([until(child, 'recovering:video'), until(mother, 'recovering:video')])
    console.log(`picture back over TLS: ${String(await untilBack([child, mother]))} ms`)
    await call.bothHear()
    await hangUp(child)
    await until(mother, 'over:hung-up:them')
    expect((await summary(child))?.route).toBe('relay/tls')
  })

  it('of the address, and back to the one before, in one call', async () => {
    const { network } = call.house()
    const [child, mother] = await call.talk()
    for (const way of ['another', 'the first again']) {
      await Promise.all([moves(child), moves(mother)])
      network.moveSchool()
      await wait(1500)
      console.log(`picture back at ${way}: ${String(await untilBack([child, mother]))} ms (+ 1500)`)
      await call.bothHear()
    }
    expect(await isOver(child, mother)).toBe(false)
    await hangUp(child)
    await until(mother, 'over:hung-up:them')
  })
})
