import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { keptPorts } from './kept-ports.ts'

const folder = mkdtempSync(join(tmpdir(), 'kept-ports-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('gives the same ports at the next start, and another only for one that is taken, by TCP or by UDP', async () => {
  const file = join(folder, 'ports.json')
  const names = ['web', 'rpc', 'relay'] as const
  const first = await keptPorts(file, names)
  expect(new Set(Object.values(first)).size).toBe(3)
  expect(await keptPorts(file, names)).toEqual(first)

  const server = createServer()
  await new Promise<void>((done) => server.listen(first.web, '127.0.0.1', done))
  const socket = createSocket('udp4')
  await new Promise<void>((done) => socket.bind(first.relay, '127.0.0.1', done))
  const second = await keptPorts(file, names)
  expect(second.rpc).toBe(first.rpc)
  expect(second.web).not.toBe(first.web)
  expect(second.relay).not.toBe(first.relay)
  await new Promise((done) => server.close(done))
  await new Promise<void>((done) => socket.close(done))
  expect(await keptPorts(file, names)).toEqual(second)
})

it('finds new ones where nothing readable, or the same one twice, was kept', async () => {
  const file = join(folder, 'spoilt.json')
  for (const text of ['{"web":', '{"web":70000}', '{"web":"8480"}']) {
    writeFileSync(file, text)
    expect((await keptPorts(file, ['web'])).web).toBeGreaterThan(1023)
  }
  const { web } = await keptPorts(file, ['web'])
  writeFileSync(file, JSON.stringify({ web, rpc: web }))
  const both = await keptPorts(file, ['web', 'rpc'])
  expect([both.web, both.rpc === web]).toEqual([web, false])
})
