import { QueryObserver, type QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { otherSide } from '../api/other-side.fixture.ts'
import { createClient, questionOf } from '../api/query.tsx'
import { askForFaces } from './faces-ahead.ts'

type Method = 'children.faces' | 'sessions.waiting' | 'calls.lamps'

let main: ReturnType<typeof otherSide>
let client: QueryClient
const pages: (() => void)[] = []

/** A page that shows the answer comes; what it shows at once, and a moment later. */
async function showing(method: Method, fresh = false): Promise<readonly unknown[]> {
  const page = new QueryObserver(client, questionOf(method, undefined, { fresh }))
  pages.push(page.subscribe(() => undefined))
  const first = page.getCurrentResult().data
  await vi.advanceTimersByTimeAsync(10)
  return [first, page.getCurrentResult().data]
}

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

it('spares the page its question', async () => {
  await askForFaces(client)
  expect(await showing('children.faces')).toEqual([1, 1])
  expect(main.times('children.faces')).toBe(1)
})

it('is taken up by a page that comes before the answer', async () => {
  main.hold()
  const asked = askForFaces(client)
  expect(await showing('children.faces')).toEqual([undefined, undefined])
  main.letGo()
  await asked
  expect(await showing('children.faces')).toEqual([1, 1])
  expect(main.times('children.faces')).toBe(1)
})

it('shows a page that wants it fresh what there is, and asks again', async () => {
  await askForFaces(client)
  for (const method of ['sessions.waiting', 'calls.lamps'] as const)
    expect(await showing(method, true)).toEqual([1, 2])
})

it('is dropped where no page comes for it', async () => {
  await askForFaces(client)
  await vi.advanceTimersByTimeAsync(2000)
  expect(await showing('children.faces')).toEqual([undefined, 2])
})

it.each(['children.changed', 'messages.changed'] as const)(
  'is asked anew by the page after %s',
  async (event) => {
    await askForFaces(client)
    main.say(event)
    await vi.advanceTimersByTimeAsync(10)
    expect(main.times('children.faces')).toBe(1)
    const [, then] = await showing('children.faces')
    expect(then).toBe(2)
  },
)

it('knows who rang while the page came', async () => {
  await askForFaces(client)
  main.hold()
  const page = new QueryObserver(client, questionOf('calls.lamps', undefined, { fresh: true }))
  pages.push(page.subscribe(() => undefined))
  main.say('calls.rang')
  main.letGo()
  await vi.advanceTimersByTimeAsync(10)
  expect(page.getCurrentResult().data).toBe(3)
})

it('is not believed where something changed before it came', async () => {
  main.hold()
  const asked = askForFaces(client)
  main.say('children.changed')
  main.letGo()
  // The page is drawn all the same.
  await asked
  const [, then] = await showing('children.faces')
  expect(then).toBe(2)
})

it('is asked anew at once, and once, where a page shows it', async () => {
  await askForFaces(client)
  const page = new QueryObserver(client, questionOf('children.faces', undefined))
  pages.push(page.subscribe(() => undefined))
  main.say('children.changed')
  await vi.advanceTimersByTimeAsync(10)
  expect(page.getCurrentResult().data).toBe(2)
  expect(main.times('children.faces')).toBe(2)
})
