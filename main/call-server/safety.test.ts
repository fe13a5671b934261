import { connect } from 'node:net'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCommand } from './command.ts'
import { addressOf, createRates } from './rates.ts'
import { parseSettings } from './settings.ts'
import { openCallDatabase } from './store/open.ts'
import { aChild, aContact, contactNamed, pair, startBench, type Bench } from './test-bench.ts'

const page = mkdtempSync(join(tmpdir(), 'page-'))
mkdirSync(join(page, 'assets'))
writeFileSync(join(page, 'index.html'), '<!doctype html><title>Happy Home</title>')
writeFileSync(join(page, 'assets', 'page-abc.js'), 'export {}')
writeFileSync(join(page, '.secret'), 'no')

let bench: Bench
beforeAll(async () => {
  bench = await startBench({
    page,
    limits: { rates: { requestsPerAddress: { times: 200, withinMs: 60_000 } } },
  })
})
afterAll(async () => {
  await bench.end()
  rmSync(page, { recursive: true })
})

describe('every answer', () => {
  it('of the page is its own file under a policy without any other place', async () => {
    const index = await bench.ask('GET', '/')
    expect([index.status, index.headers.get('cache-control')]).toEqual([200, 'no-cache'])
    expect(index.bytes.toString()).toContain('Happy Home')
    const policy = String(index.headers.get('content-security-policy'))
    expect(policy).toContain(`default-src 'none'`)
    expect(policy).not.toMatch(/https?:|unsafe|\*/)
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:9;`)
    expect(index.headers.get('referrer-policy')).toBe('no-referrer')
    expect(index.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await bench.ask('GET', '/assets/page-abc.js')).headers.get('cache-control')).toContain(
      'immutable',
    )
    for (const path of ['/.secret', '/../package.json', '/%2e%2e/%2e%2e/etc/passwd', '/assets/', '/nothing'])
      expect([path, (await bench.ask('GET', path)).status]).toEqual([path, expect.toSatisfy((n) => n >= 400)])
  })

  it('of the API is kept nowhere, and asked only by our own page', async () => {
    expect((await bench.ask('GET', '/api/health')).headers.get('cache-control')).toBe('no-store')
    expect((await bench.ask('GET', '/api/health')).json).toEqual({ well: true })
    for (const origin of ['https://evil.example', 'null', 'http://localhost:2'])
      expect((await bench.ask('GET', '/api/time', undefined, { origin })).status).toBe(403)
    expect((await bench.ask('GET', '/api/time', undefined, { origin: 'http://localhost:1' })).status).toBe(
      200,
    )
    expect((await bench.ask('GET', '/api/nothing')).json).toEqual({ problem: 'unknown' })
  })

  it('to a body that is too large, no JSON or of another shape is a refusal', async () => {
    const post = (body: Buffer): Promise<number> =>
      bench.ask('POST', '/api/invitations/redeem', body).then(({ status }) => status)
    expect(await post(Buffer.alloc(70_000, 'x'))).toBe(413)
    for (const text of ['', '{', '[]', 'null', '{"token":1}', '"x"'])
      expect(await post(Buffer.from(text))).toBe(400)
    // A stranger's megabytes are refused before they are read.
    const stranger = await bench.ask('PUT', '/api/seat/publication', Buffer.alloc(5_000_000))
    expect(stranger.status).toBe(401)
  })

  it('counts an address: more than its share is refused with the time to wait', async () => {
    bench.clock.pass(60_000)
    const statuses: number[] = []
    for (let n = 0; n < 201; n += 1) statuses.push((await bench.ask('GET', '/api/time')).status)
    expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([200, 429])
    bench.clock.pass(60_000)
  })
})

it('writes no token, code or name into its log, and keeps secrets to itself', async () => {
  const room = await bench.room()
  await room.publish({ children: [aChild(1)], contacts: [aContact(1, 1)] })
  await pair(bench, room, contactNamed(1))
  await bench.restart()
  expect(bench.log.join('\n')).not.toMatch(/[\w-]{43}|孩子|妈妈|[A-Z2-9]{4}-[A-Z2-9]{4}/)
  for (const file of Object.values(bench.settings.secrets)) {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8').trim()).toHaveLength(43)
  }
})

it('stops while a page listens and a connection idles', async () => {
  const own = await startBench()
  const room = await own.room()
  await room.publish({ children: [aChild(1)], contacts: [aContact(1, 1)] })
  const device = await pair(own, room, contactNamed(1))
  const stream = await device.listen()
  const idle = connect(own.server().publicPort, '127.0.0.1')
  await own.end()
  expect(await stream.told).toContain(': here')
  idle.destroy()
  expect(existsSync(own.folder)).toBe(false)
})

describe('settings', () => {
  const good = {
    state: 's',
    public: {
      url: 'https://calls.example/',
      host: '0.0.0.0',
      port: 443,
      tls: { certificate: 'c', key: 'k' },
    },
    engine: { port: 7300 },
    sip: { proxy: 'wss://calls.example:7443', rpc: 'http://127.0.0.1:5066/RPC' },
    relay: { urls: ['turns:calls.example:443?transport=tcp'] },
    secrets: { credentials: 'a', messages: 'b' },
    page: null,
  }
  const problem = (wish: object): string => {
    const parsed = parseSettings({ ...good, ...wish }, '/etc/hh')
    return parsed.ok ? '' : parsed.error
  }
  it('are taken with paths beside the file, and refused where they would open a door', () => {
    const parsed = parseSettings(good, '/etc/hh')
    expect(parsed).toMatchObject({ value: { state: '/etc/hh/s', public: { url: 'https://calls.example' } } })
    expect(problem({ public: { ...good.public, tls: null } })).toContain('without TLS')
    expect(problem({ public: { ...good.public, behindProxy: true } })).toContain('behindProxy')
    expect(problem({ engine: { host: '0.0.0.0', port: 7300 } })).toContain('loopback')
    expect(problem({ sip: { ...good.sip, rpc: 'http://10.0.0.1/RPC' } })).toContain('loopback')
    expect(problem({ limits: { credentialMinutes: 60 } })).toContain('credentialMinutes')
    expect(problem({ limit: {} })).toContain('limit')
  })
})

it('opens only a database of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'db-'))
  const file = join(folder, 'calls.sqlite')
  const foreign = new BetterSqlite3(file)
  foreign.exec('CREATE TABLE theirs (x)')
  foreign.close()
  const before = readFileSync(file)
  expect(openCallDatabase(file)).toMatchObject({
    ok: false,
    error: expect.stringContaining('another program'),
  })
  expect(readFileSync(file).equals(before)).toBe(true)
  rmSync(folder, { recursive: true })
})

it('reads the command line, one thing at a time', () => {
  expect(readCommand([])).toMatchObject({ value: { command: { does: 'serve' } } })
  expect(readCommand(['--add-room', '乐乐小学', '--settings', 'x.json'])).toMatchObject({
    value: { command: { does: 'add-room', of: '乐乐小学' }, settings: 'x.json' },
  })
  for (const args of [['--add-room'], ['--add-room', ' '], ['--list', '--local'], ['--what']])
    expect(readCommand(args).ok).toBe(false)
})

describe('rates', () => {
  it('are counted for each, in windows, with bounded memory', () => {
    let now = 0
    const rates = createRates({ monotonic: () => now }, 3)
    const limit = { times: 2, withinMs: 1000 }
    const take = (who: string): number => rates.take('x', who, limit)
    expect([take('a'), take('a'), take('a'), take('b')]).toEqual([0, 0, 1000, 0])
    now = 999
    expect(take('a')).toBe(1)
    now = 1000
    expect([take('a'), take('c'), take('d'), take('e')]).toEqual([0, 0, 0, 0])
    // `a` was the oldest of four and is forgotten.
    expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 1000])
  })

  it('take an IPv6 customer for one', () => {
    expect(addressOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2')
    expect(addressOf('2001:db8::6')).toBe('2001:db8:0:0')
    expect(addressOf('::1')).toBe('0:0:0:0')
    expect(addressOf('::ffff:10.0.0.1')).toBe('::ffff:10.0.0.1')
    expect(addressOf('10.0.0.1')).toBe('10.0.0.1')
  })
})
