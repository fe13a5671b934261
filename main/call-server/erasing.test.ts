import { afterAll, beforeAll, expect, it } from 'vitest'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import {
  aChild,
  aContact,
  childNamed,
  contactNamed,
  pair,
  startBench,
  type Bench,
  type RoomBench,
} from './test-bench.ts'

let bench: Bench
let room: RoomBench
beforeAll(async () => {
  bench = await startBench()
  room = await bench.room()
})
afterAll(() => bench.end())

const phone = '+8613900112233'
const bytesOf = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => existsSync(path) && statSync(path).isFile())
      .map((path) => readFileSync(path)),
  )

const erase = (of: RoomBench, child = childNamed(1), contacts = [contactNamed(1)]) =>
  of.ask('POST', '/api/seat/erased', { child, contacts })

it('forgets a child with the family, says the same again, and nothing of another room', async () => {
  const people = {
    children: [aChild(1), aChild(2)],
    contacts: [aContact(1, 1, { phones: [phone], called: '奶奶阿英' }), aContact(2, 2)],
  }
  await room.publish(people)
  await pair(bench, room, contactNamed(1))
  const devices = async () => (await room.ask('GET', '/api/seat/devices')).json.devices as readonly unknown[]
  expect(await devices()).toHaveLength(1)
  const stranger = await bench.room()
  expect((await erase(stranger)).json.problem).toBe('not-yours')
  expect(await devices()).toHaveLength(1)

  expect((await erase(room)).status).toBe(200)
  expect(await devices()).toHaveLength(0)
  const left = bytesOf(bench.folder)
  for (const text of [phone, '奶奶阿英', contactNamed(1), childNamed(1)])
    expect([text, left.includes(text)]).toEqual([text, false])
  expect(left.includes(contactNamed(2))).toBe(true)
  expect((await erase(room)).status).toBe(200)
})
