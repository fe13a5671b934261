import { QueryObserver, type QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { otherSide } from './other-side.fixture.ts'
import { createClient, forget, questionOf, roomLook } from './query.tsx'

let main: ReturnType<typeof otherSide>
let client: QueryClient
const pages: (() => void)[] = []

beforeEach(() => {
  vi.useFakeTimers()
  main = otherSide()
  vi.stubGlobal('window', { house: main.bridge })
  client = createClient()
})
afterEach(() => {
  for (const leave of pages.splice(0)) leave()
  client.clear()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** A page that shows an answer; tells what it shows now. */
function showing(method: 'room.look' | 'children.list') {
  const page = new QueryObserver(client, questionOf(method, undefined))
  pages.push(page.subscribe(() => undefined))
  return { shown: () => page.getCurrentResult().data as unknown }
}

const aMoment = () => vi.advanceTimersByTimeAsync(10)

it('hears how the room looks from before it is asked: an older answer that comes later is not believed', async () => {
  main.hold()
  const look = roomLook(client)
  main.say('room.changed', { language: 'en' })
  main.letGo()
  expect(await look).toEqual({ language: 'en' })
  await aMoment()
  expect(showing('room.look').shown()).toEqual({ language: 'en' })
  expect(main.times('room.look')).toBe(1)
})

it('hears how the room looks while no page asks, as long as the window lives', async () => {
  expect(await roomLook(client)).toBe(1)
  main.say('room.changed', { language: 'en' })
  await aMoment()
  const page = showing('room.look')
  await aMoment()
  expect(page.shown()).toEqual({ language: 'en' })
  expect(main.times('room.look')).toBe(1)
})

it('asks anew where something changed while the first answer was under way', async () => {
  main.hold()
  const page = showing('children.list')
  forget(client, 'children.list')
  main.letGo()
  await aMoment()
  expect(page.shown()).toBe(2)
})
