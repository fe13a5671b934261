import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type SecureVersion } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkEngines } from '../../main/call-server/engines/generate.ts'
import { freePortRow, freePorts } from '../../main/call-server/engines/ports.ts'
import { makeSecret } from '../../main/call-server/engines/secret.ts'
import { startEngines, type Engines } from '../../main/call-server/engines/start.ts'
import { patience } from '../patience.ts'
import { startAllowService, type AllowService } from './allow-service.ts'
import { domain, people } from './call-house.ts'
import { whyNoEngines } from './needs.ts'
import { openRawSocket } from './raw-socket.ts'
import { credentialsOf, openSipUser } from './sip-user.ts'

const reason = whyNoEngines()
const page = 'https://calls.school.example'
/** Where no answer is the answer. */
const SILENCE_MS = 2000
/** The relay binds the way, or does not. */
const DECIDED = /Forbidden IP|success: 0x/

/** Whether a TLS connection of one of these versions comes about. coturn says nothing to what it does not take. */
function speak(
  port: number,
  minVersion: SecureVersion,
  maxVersion: SecureVersion,
  waitMs = patience,
): Promise<boolean> {
  const options = { minVersion, maxVersion, ciphers: 'ALL:@SECLEVEL=0', rejectUnauthorized: false }
  return new Promise((done) => {
    const socket = connect({ host: '127.0.0.1', port, ...options })
    const end = (spoke: boolean): void => {
      done(spoke)
      socket.destroy()
    }
    socket.once('secureConnect', () => end(true))
    socket.once('error', () => end(false))
    socket.setTimeout(waitMs, () => end(false))
  })
}

describe.skipIf(reason)(`engines as they stand outside${reason && ` (skipped, ${reason})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'happy-home-outside-'))
  const secretFile = join(folder, 'secret')
  const tls = { certificate: join(folder, 'certificate.pem'), key: join(folder, 'key.pem') }
  let allow: AllowService
  let engines: Engines
  let tlsPort = 0
  let relayPort = 0

  beforeAll(async () => {
    makeSecret(secretFile)
    const self = ['-nodes', '-days', '2', '-subj', '/CN=calls.school.example']
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']
    const files = ['-keyout', tls.key, '-out', tls.certificate]
    execFileSync('openssl', ['req', '-x509', ...curve, ...self, ...files], { stdio: 'ignore' })
    allow = await startAllowService()
    const [web, selfPort, rpcPort, relay, secure, control] = await freePorts(6)
    tlsPort = secure!
    relayPort = relay!
    const settings = checkEngines({
      domain,
      secretFile,
      tls,
      callServer: allow.url,
      address: '127.0.0.1',
      proxy: { port: web, selfPort, rpcPort },
      relay: { port: relay, tlsPort, ports: await freePortRow(40) },
      media: { controlPort: control, ports: await freePortRow(40) },
      origins: [page],
    })
    if (!settings.ok) throw new Error(settings.error)
    const started = await startEngines(settings.value, folder, () => {})
    if (!started.ok) throw new Error(started.error)
    engines = started.value
  })
  afterAll(async () => {
    await engines?.stop()
    await allow?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const credentials = () => credentialsOf(readFileSync(secretFile, 'utf8').trim(), people.child)

  it('take browsers by TLS only', async () => {
    const door = { url: engines.proxyUrl, origin: page, domain }
    expect(engines.proxyUrl).toMatch(/^wss:/)
    const kid = await openSipUser(door, people.child, credentials())
    expect((await kid.register()).code).toBe(200)
    kid.close()
    expect(await openRawSocket(engines.proxyUrl, 'https://evil.example')).toBe(403)
    const plain = openRawSocket(engines.proxyUrl.replace('wss:', 'ws:'), page).catch(() => 0)
    expect(await plain).toBe(0)
  })

  it('speak no TLS older than 1.2', async () => {
    for (const port of [Number(new URL(engines.proxyUrl).port), tlsPort]) {
      expect(await speak(port, 'TLSv1.2', 'TLSv1.3')).toBe(true)
      expect(await speak(port, 'TLSv1', 'TLSv1.1', SILENCE_MS)).toBe(false)
      for (let again = 0; again < 4; again += 1) expect(await speak(port, 'TLSv1.2', 'TLSv1.3')).toBe(true)
    }
  })

  /** What coturn's own client says when it asks the relay for a way to `peer`, until it has said what comes of it. */
  async function relayTo(peer: string, { username, password } = credentials()): Promise<string> {
    const way = ['-p', String(relayPort), '-c', '-n', '1', '-m', '1', '-v']
    const who = ['-u', username, '-w', password, '-e', peer, '-r', '9']
    const client = spawn('turnutils_uclient', [...way, ...who, '127.0.0.1'])
    let said = ''
    try {
      return await new Promise((done, fail) => {
        setTimeout(() => fail(new Error(`no end of it: ${said}`)), patience).unref()
        const hear = (piece: Buffer): void => {
          said += piece.toString()
          if (DECIDED.test(said)) done(said)
        }
        client.stdout.on('data', hear)
        client.stderr.on('data', hear)
        client.once('close', () => done(said))
      })
    } finally {
      client.kill('SIGKILL')
    }
  }

  it.each([
    '10.0.0.1',
    '192.168.1.1',
    '172.31.0.9',
    '100.64.0.1',
    '169.254.169.254',
    '127.0.0.2',
    '224.0.0.1',
  ])('relay nothing to %s', async (peer) => {
    const said = await relayTo(peer)
    expect(said).toMatch(/Received relay addr/)
    expect(said).toContain('Forbidden IP')
  })

  it('relay to the open network, for those who may', async () => {
    const said = await relayTo('203.0.113.9')
    expect(said).toMatch(/Received relay addr/)
    expect(said).not.toContain('Forbidden IP')
    const stranger = await relayTo('203.0.113.9', credentialsOf('0'.repeat(43), people.child))
    expect(stranger).not.toMatch(/Received relay addr/)
  })
})
