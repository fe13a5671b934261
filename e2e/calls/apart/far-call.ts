import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { people } from '../call-house.ts'
import { dial, hears, leave, until } from '../client/call-ways.ts'
import { openHouseApart, tones, type HouseApart } from './house.ts'

/** One house for all tests of a file, and for each test a call of its own in it. */
export interface FarCall {
  house(): HouseApart
  /** Calls, and waits until both see each other. */
  talk(): Promise<readonly [child: Page, mother: Page]>
  /** That each end hears the tone of the other. */
  bothHear(): Promise<void>
}

let houses = 0

export function useFarCall(): FarCall {
  let house: HouseApart | undefined
  let pages: readonly Page[] = []
  const there = (): HouseApart => {
    if (!house) throw new Error('The house is not open')
    return house
  }
  beforeAll(async () => {
    houses += 1
    house = await openHouseApart(`${process.pid}${String.fromCodePoint(96 + houses)}`)
  })
  afterAll(async () => house?.close())
  afterEach(async () => {
    await Promise.all([there().network.setSchool(there().usualLink), leave(...pages)])
    pages = []
  })
  return {
    house: there,
    async talk() {
      const [child, mother] = await there().both()
      pages = [child, mother]
      await dial(child, people.mother)
      await Promise.all(pages.map((page) => until(page, 'talking:video')))
      return [child, mother]
    },
    async bothHear() {
      const [child, mother] = pages
      if (child && mother) await Promise.all([hears(child, tones.parent), hears(mother, tones.school)])
    },
  }
}
