import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aChild, aContact, contactNamed, startBench, type Bench, type RoomBench } from './test-bench.ts'

const number = '+8613800138000'
const minute = 60_000

/** Kamailio as far as the guard asks it: a list of dialogs, and what it was told to end. */
interface Proxy {
  dialogs: object[]
  readonly ended: unknown[]
  isDown: boolean
  readonly server: Server
}

const proxy: Proxy = {
  dialogs: [],
  ended: [],
  isDown: false,
  server: createServer((request, response) => {
    let text = ''
    request.on('data', (part: Buffer) => {
      text += part.toString()
    })
    request.on('end', () => {
      if (proxy.isDown) return void response.writeHead(503).end('down')
      const { id, method, params } = JSON.parse(text) as { id: number; method: string; params: unknown }
      if (method === 'dlg.terminate_dlg') proxy.ended.push(params)
      const result = method === 'dlg.list' ? proxy.dialogs : 'ok'
      response.end(JSON.stringify({ jsonrpc: '2.0', id, result }))
    })
  }),
}

const dialog = (call: string, k: 'p' | 'w', state = 4): object => ({
  'call-id': call,
  state,
  caller: { tag: `${call}-from` },
  callee: { tag: `${call}-to` },
  variables: [{ k }],
})

let bench: Bench
let room: RoomBench
let n = 0
const child = (): string => aChild(n).user

beforeAll(async () => {
  await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve))
  const { port } = proxy.server.address() as AddressInfo
  bench = await startBench({
    sip: { proxy: 'ws://127.0.0.1:9', rpc: `http://127.0.0.1:${port}/RPC` },
    limits: { phoneCallMinutes: 2, phoneChildDayMinutes: 3, phoneChildDayCalls: 8 },
  })
})
afterAll(async () => {
  await bench.end()
  proxy.server.close()
})
beforeEach(async () => {
  n += 1
  proxy.dialogs = []
  proxy.ended.length = 0
  proxy.isDown = false
  room = await bench.room()
  await room.publish({ children: [aChild(n)], contacts: [aContact(n, n, { phones: [number] })] })
})

const allow = async (from: string, to: string, call: string): Promise<number> => {
  const query = new URLSearchParams({ from, to, call })
  return (await bench.engine(`/engine/allow?${query.toString()}`)).status
}
const look = (): Promise<void> => bench.server().look()
const beat = (call: string): ReturnType<RoomBench['ask']> =>
  room.ask('POST', '/api/seat/beats', { calls: [call] })

/** A phone call that the proxy has, answered, and that the guard has seen. */
const talking = async (call: string): Promise<void> => {
  expect(await allow(child(), number, call)).toBe(200)
  proxy.dialogs = [dialog(call, 'p')]
  await look()
}

describe('Kamailio asks', () => {
  it('and only relatives with consent may call, both ways', async () => {
    const mother = contactNamed(n)
    expect(await bench.engine(`/engine/allow?from=${child()}&to=${mother}&call=a${n}`)).toEqual({
      status: 200,
      text: 'video',
    })
    expect(await allow(mother, child(), `b${n}`)).toBe(200)
    expect(await allow(child(), number, `c${n}`)).toBe(200)
    expect(await allow('13800138000', child(), `d${n}`)).toBe(200)
    expect(await bench.engine(`/engine/allow?from=+8613800138000&to=${child()}&call=d2${n}`)).toMatchObject({
      text: 'no',
    })
    expect(await allow(child(), '+8613800138001', `e${n}`)).toBe(403)
    expect(await allow(mother, number, `f${n}`)).toBe(403)
    expect(await allow(number, mother, `g${n}`)).toBe(403)
    expect(await allow('13800138001', child(), `h${n}`)).toBe(403)
    expect(await allow(child(), aChild(n + 1).user, `i${n}`)).toBe(403)
  })

  it('and gets no for everything it does not ask rightly', async () => {
    const bad = [
      '',
      '?from=a',
      '?from=a&to=b',
      `?from=${child()}&to=${contactNamed(n)}`,
      '?from[]=a&to=b&call=c',
    ]
    for (const query of bad) expect((await bench.engine(`/engine/allow${query}`)).status).toBe(403)
    const twice = `/engine/allow?from=${child()}&from=x&to=${contactNamed(n)}&call=z${n}`
    expect((await bench.engine(twice)).status).toBe(403)
    expect(
      (await bench.ask('GET', `/engine/allow?from=${child()}&to=${contactNamed(n)}&call=y`)).status,
    ).toBe(404)
  })

  it('again about the same call gets the same answer; another call under its id gets no', async () => {
    expect(await allow(child(), contactNamed(n), `again${n}`)).toBe(200)
    expect(await allow(child(), contactNamed(n), `again${n}`)).toBe(200)
    expect(await allow(contactNamed(n), child(), `again${n}`)).toBe(403)
    expect(await allow(child(), number, `again${n}`)).toBe(403)
  })

  it('which child an incoming number rings: the sibling who last sat down', async () => {
    const own = `+86139${String(n).padStart(8, '0')}`
    const siblings = [aChild(n), aChild(1000 + n)]
    const contacts = [aContact(n, n, { phones: [own] }), aContact(1000 + n, 1000 + n, { phones: [own] })]
    await room.publish({ children: siblings, contacts })
    bench.clock.pass(1000)
    await room.ask('POST', '/api/seat/credentials', { child: siblings[1]!.user })
    expect((await bench.engine(`/engine/incoming?from=${own.slice(3)}`)).text).toBe(siblings[1]!.user)
    bench.clock.pass(1000)
    await room.ask('POST', '/api/seat/credentials', { child: siblings[0]!.user })
    expect((await bench.engine(`/engine/incoming?from=${own.slice(3)}`)).text).toBe(siblings[0]!.user)
    expect((await bench.engine('/engine/incoming?from=13900000999')).status).toBe(403)
  })

  it('tells its time as that of a witness only while it is sure of it', async () => {
    const told = async () => Number((await bench.ask('GET', '/api/time')).headers.get('x-sure-time'))
    expect(await told()).toBe(bench.clock.wall())
    bench.clock.setRight(false)
    await bench.restart()
    expect(await told()).toBe(0)
    bench.clock.setRight(true)
    expect(await told()).toBe(bench.clock.wall())
  })

  it('and a missed call is listed to its room, a stranger’s is not', async () => {
    const tell = (from: string, to: string, why: string): Promise<unknown> =>
      bench.engine(`/engine/missed?${new URLSearchParams({ from, to, why }).toString()}`)
    await tell(child(), contactNamed(n), 'offline')
    await tell(number, child(), '480')
    await tell('13800138001', child(), '480')
    const { json } = await room.ask('GET', '/api/seat/missed')
    expect(json.missed).toMatchObject([
      { from: child(), to: contactNamed(n), child: child(), contact: contactNamed(n), why: 'offline' },
      { from: contactNamed(n), to: child(), why: '480' },
    ])
    const later = await room.ask('GET', `/api/seat/missed?after=${String(json.missed[0].id)}`)
    expect(later.json.missed).toHaveLength(1)
    const other = await bench.room()
    expect((await other.ask('GET', '/api/seat/missed')).json.missed).toEqual([])
  })
})

describe('the cost guard', () => {
  it('ends a phone call whose seat is silent for 40 s, and none whose seat beats', async () => {
    const call = `silent${n}`
    await talking(call)
    bench.clock.pass(30_000)
    expect((await beat(call)).json).toEqual({
      calls: [{ call, known: true, leftMs: 2 * minute, cap: 'call' }],
    })
    await look()
    expect((await beat(call)).json.calls[0].leftMs).toBe(90_000)
    bench.clock.pass(40_000)
    await look()
    expect(proxy.ended).toEqual([])
    bench.clock.pass(1)
    await look()
    expect(proxy.ended).toEqual([[call, `${call}-from`, `${call}-to`]])
  })

  it('takes no beat from another room', async () => {
    const call = `foreign${n}`
    await talking(call)
    const other = await bench.room()
    bench.clock.pass(40_001)
    const { json } = await other.ask('POST', '/api/seat/beats', { calls: [call] })
    expect(json.calls).toEqual([{ call, known: false, leftMs: null, cap: null }])
    await look()
    expect(proxy.ended).toHaveLength(1)
  })

  it('ends a call at the cap of a call, and lets none begin at the cap of the day', async () => {
    const call = `cap${n}`
    await talking(call)
    for (let step = 0; step < 4; step += 1) {
      expect(proxy.ended).toEqual([])
      bench.clock.pass(30_000)
      await beat(call)
      await look()
    }
    expect(proxy.ended).toHaveLength(1)
    proxy.dialogs = []
    await look()
    const second = `cap2${n}`
    await talking(second)
    for (const ms of [15_000, 20_000]) {
      bench.clock.pass(ms)
      await look()
    }
    proxy.dialogs = []
    await look()
    bench.clock.pass(61_000)
    const query = new URLSearchParams({ child: child(), number })
    const left = await room.ask('GET', `/api/seat/phone-left?${query.toString()}`)
    expect(left.json).toEqual({ leftMs: 25_000, cap: 'child' })
    const third = `cap3${n}`
    await talking(third)
    bench.clock.pass(25_000)
    await look()
    expect(proxy.ended).toHaveLength(2)
    proxy.dialogs = []
    await look()
    expect(await allow(child(), number, `cap4${n}`)).toBe(403)
    const spent = await room.ask('GET', `/api/seat/phone-left?${query.toString()}`)
    expect(spent.json).toEqual({ leftMs: 0, cap: 'child' })
    expect(await allow(child(), contactNamed(n), `cap5${n}`)).toBe(200)
    bench.clock.pass(86_400_000)
    expect(await allow(child(), number, `cap6${n}`)).toBe(200)
  })

  it('counts no talk of a time in which the server stood still', async () => {
    await talking(`still${n}`)
    for (const ms of [20_000, 20_000, 10 * minute, 20_000, 10_000]) {
      bench.clock.pass(ms)
      await beat(`still${n}`)
      await look()
    }
    const query = new URLSearchParams({ child: child(), number })
    const left = await room.ask('GET', `/api/seat/phone-left?${query.toString()}`)
    expect(left.json).toMatchObject({ leftMs: 110_000 })
    proxy.dialogs = []
    await look()
  })

  it('lets a child have two phone calls at once, counted until they are over', async () => {
    expect(await allow(child(), number, `one${n}`)).toBe(200)
    expect(await allow(child(), number, `two${n}`)).toBe(200)
    expect(await allow(child(), number, `three${n}`)).toBe(403)
    const missed = new URLSearchParams({ from: child(), to: number, why: '486', call: `one${n}` })
    await bench.engine(`/engine/missed?${missed.toString()}`)
    expect(await allow(child(), number, `three${n}`)).toBe(200)
  })

  it('ends nothing after a restart before the seat had its time, nor when the wall jumps', async () => {
    const call = `restart${n}`
    await talking(call)
    bench.clock.pass(39_000)
    await bench.restart()
    await look()
    bench.clock.pass(39_000)
    bench.clock.setWall(bench.clock.wall() + 3 * 3_600_000)
    await look()
    expect(proxy.ended).toEqual([])
    await beat(call)
    bench.clock.pass(20_000)
    await look()
    expect(proxy.ended).toEqual([])
    bench.clock.setWall(bench.clock.wall() - 3 * 3_600_000)
  })

  it('does nothing while the proxy is down', async () => {
    const call = `down${n}`
    await talking(call)
    proxy.isDown = true
    bench.clock.pass(100_000)
    await look()
    expect(proxy.ended).toEqual([])
  })

  it('clears the dialog of closed browsers after 300 s, and never one that still rings', async () => {
    const call = `video${n}`
    await allow(child(), contactNamed(n), call)
    proxy.dialogs = [dialog(call, 'w'), dialog('ringing', 'w', 2)]
    await look()
    bench.clock.pass(300_000)
    await look()
    expect(proxy.ended).toEqual([])
    bench.clock.pass(1)
    await look()
    expect(proxy.ended).toEqual([[call, `${call}-from`, `${call}-to`]])
  })

  it('reads a single dialog without its list, and none', async () => {
    const call = `single${n}`
    await allow(child(), number, call)
    proxy.dialogs = dialog(call, 'p') as never
    await look()
    bench.clock.pass(40_001)
    await look()
    expect(proxy.ended).toHaveLength(1)
    proxy.dialogs = {} as never
    await look()
    expect(proxy.ended).toHaveLength(1)
  })
})
