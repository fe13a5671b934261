import { spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { whyNoNamespaces } from './needs.ts'
import { patience } from '../patience.ts'
import { layNetwork, type Network } from './network.ts'

const reason = whyNoNamespaces()
/** Where not all of them come. */
const some = { ms: 900 }

/** Sends back what it gets, inside a namespace, for as long as the task takes. */
async function echoing(namespace: string, task: () => Promise<void>): Promise<void> {
  const server = `const s = require('node:dgram').createSocket('udp4'); s.on('message', (d, r) => s.send(d, r.port, r.address)); s.bind(7007, () => console.log('up'))`
  const child = spawn('ip', ['netns', 'exec', namespace, process.execPath, '-e', server])
  await new Promise((done) => child.stdout.once('data', done))
  try {
    await task()
  } finally {
    child.kill('SIGKILL')
  }
}

describe.skipIf(reason)(`a bad link${reason && ` (skipped, ${reason})`}`, () => {
  let network: Network
  beforeAll(async () => {
    network = await layNetwork(`t${process.pid % 10_000}`)
  })
  afterAll(async () => network?.remove())

  /**
   * Sends datagrams from the school to the core and back; how many came back, and the shortest way there and back in ms. All of
   * them are waited for, or what comes within `ms` where some are lost.
   */
  function echo(
    count: number,
    { size = 32, address = network.address, ms = patience } = {},
  ): { back: number; fastest: number } {
    const program = `
      const { createSocket } = require('node:dgram')
      const socket = createSocket('udp4'); let back = 0, fastest = Infinity
      const end = () => { console.log(JSON.stringify({ back, fastest })); process.exit() }
      socket.on('message', (data) => { back += 1; fastest = Math.min(fastest, performance.now() - parseFloat(data.toString('utf8', 0, 20))); if (back === ${count}) end() })
      for (let i = 0; i < ${count}; i += 1) { const b = Buffer.alloc(${size}); b.write(String(performance.now()).slice(0, 18)); socket.send(b, 7007, '${address}') }
      setTimeout(end, ${ms})`
    return JSON.parse(network.run(network.school, process.execPath, '-e', program)) as {
      back: number
      fastest: number
    }
  }

  it('passes, delays, loses and cuts', () =>
    echoing(network.core, async () => {
      await network.setSchool({ delay: 0 })
      expect(echo(20).back).toBe(20)
      await network.setSchool({ delay: 100 })
      expect(echo(5).fastest).toBeGreaterThanOrEqual(200)
      await network.setSchool({ delay: 0, loss: 50 })
      const { back } = echo(200, some)
      expect(back).toBeGreaterThan(15)
      expect(back).toBeLessThan(100)
      await network.setSchool({ loss: 0, rate: 80_000 })
      // 400 ms of queue at 10 kB/s are four packets of 1,000 bytes, and one on its way.
      expect(echo(50, { ...some, size: 1000 }).back).toBeLessThan(12)
      const { lost } = await network.setSchool({ rate: 0, cut: true })
      expect(lost).toBeGreaterThan(100)
      expect(echo(5, some).back).toBe(0)
      await network.setSchool({ cut: false })
      expect(echo(5).back).toBe(5)
    }))

  it('leads from the school to the engines, never straight to the parent', () =>
    echoing(network.parent, async () => {
      await network.setSchool({ cut: false })
      expect(echo(5, { ...some, address: '10.77.2.2' }).back).toBe(0)
    }))
})
