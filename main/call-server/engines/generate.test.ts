import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkEngines, fill, writeEngineFiles } from './generate.ts'
import { kamailioDefines } from './kamailio-settings.ts'
import { relayValues } from './relay-settings.ts'
import { derivedSecret, makeSecret, readSecret } from './secret.ts'

const secret = 'abcdefghijklmnopqrstuvwxyz0123456789'
const paths = { modules: '/m/', dialogs: '/d/calls.sqlite', control: '/c/control' }

const outside = {
  domain: 'calls.school.example',
  secretFile: '/etc/happy-home/secret',
  callServer: 'http://127.0.0.1:7380',
  address: '10.0.0.5',
  publicAddress: '203.0.113.7',
  proxy: { port: 7443 },
  tls: { certificate: '/etc/tls/chain.pem', key: '/etc/tls/key.pem' },
  relay: {},
  media: {},
  trunk: { addresses: ['198.51.100.20'], callerId: '+861012345678' },
  origins: ['https://calls.school.example', 'app://pupil'],
}

const checked = (change: object = {}) => {
  const result = checkEngines({ ...outside, ...change })
  if (!result.ok) throw new Error(result.error)
  return result.value
}

describe('settings of the engines', () => {
  it.each([
    ['a line end in the domain', { domain: 'x.example"\n#!define SECRET "' }],
    ['a quote in a path', { secretFile: '/etc/a"b' }],
    ['a call server elsewhere', { callServer: 'http://192.0.2.1:80' }],
    ['a port that browsers refuse', { proxy: { port: 5060 } }],
    ['no TLS outside', { tls: null }],
    ['a page that anybody can change on the way', { origins: ['http://calls.school.example'] }],
    ['local engines on a public address', { local: true }],
    ['a trunk by name', { trunk: { addresses: ['sip.example'], callerId: '+861012345678' } }],
    ['an unknown word', { relais: {} }],
  ])('are refused with %s', (_, change) => {
    expect(checkEngines({ ...outside, ...change }).ok).toBe(false)
  })

  it('become definitions in which every origin and trunk is taken by the letter', () => {
    const text = kamailioDefines(checked(), secret, paths)
    expect(text).toContain(String.raw`#!define ORIGINS "^(https://calls\.school\.example|app://pupil)$"`)
    expect(text).toContain(String.raw`#!define TRUNK_PEERS "^(198\.51\.100\.20):[0-9]+$"`)
    expect(text).toContain('#!define LISTEN_WEB tls:10.0.0.5:7443 advertise 203.0.113.7:7443')
    expect(text).toContain('#!define LISTEN_RPC tcp:127.0.0.1:5066')
    expect(text).toContain('#!define DIALOG_STORE "sqlite:////d/calls.sqlite"')
    expect(text).toContain('#!define WITH_TLS\n')
  })

  it('sign routes with another secret than the relay knows', () => {
    const text = kamailioDefines(checked(), secret, paths)
    expect(/ROUTE_SECRET "(\w+)"/.exec(text)?.[1]).toBe(derivedSecret(secret, 'signed routes'))
    expect(Object.values(relayValues(checked(), secret, '/x')).join()).not.toContain(
      derivedSecret(secret, 'signed routes'),
    )
  })

  it('keep the relay out of inner networks, save the own address', () => {
    const { peers = '' } = relayValues(checked(), secret, '/x')
    for (const range of [
      '10.0.0.0-',
      '127.0.0.0-',
      '172.16.0.0-',
      '192.168.0.0-',
      '169.254.0.0-',
      'fc00::-',
      '::1',
    ])
      expect(peers).toContain(`denied-peer-ip=${range}`)
    expect(peers).toContain('allowed-peer-ip=10.0.0.5')
    expect(peers).not.toContain('allow-loopback-peers')
  })

  it('give the relay an address of its own, so that both may have 443', () => {
    const apart = checked({ relay: { address: '10.0.0.6', publicAddress: '203.0.113.8' } })
    const values = relayValues(apart, secret, '/x')
    expect(values).toMatchObject({ address: '10.0.0.6', external: 'external-ip=203.0.113.8/10.0.0.6' })
    // The relay itself, and rtpengine beside the proxy.
    expect(values['peers']?.match(/^allowed-peer-ip=.*$/gm)).toEqual([
      'allowed-peer-ip=10.0.0.5',
      'allowed-peer-ip=10.0.0.6',
    ])
    expect(relayValues(checked(), secret, '/x')).toMatchObject({
      address: '10.0.0.5',
      external: 'external-ip=203.0.113.7/10.0.0.5',
    })
  })

  it('ask for each value of a template', () => {
    expect(fill('a={{one}}', { one: '1' })).toBe('a=1')
    expect(() => fill('a={{two}}', { one: '1' })).toThrow('two')
  })
})

describe('the secret', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'happy-home-secret-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is made once, for its owner only', () => {
    const file = join(folder, 'secret')
    makeSecret(file)
    const first = readSecret(file)
    makeSecret(file)
    expect(readSecret(file)).toEqual(first)
    expect(first.ok && first.value.length).toBe(43)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('is refused where others can read it, or where it is short', () => {
    const file = join(folder, 'secret')
    makeSecret(file)
    chmodSync(file, 0o644)
    expect(readSecret(file).ok).toBe(false)
    writeFileSync(file, 'short')
    chmodSync(file, 0o600)
    expect(readSecret(file).ok).toBe(false)
  })

  it.skipIf(!existsSync('/usr/share/kamailio/db_sqlite'))('stands only in files of their owner', () => {
    const secretFile = join(folder, 'secret')
    makeSecret(secretFile)
    const written = writeEngineFiles(checked({ secretFile }), folder)
    if (!written.ok) throw new Error(written.error)
    const holders = [join(folder, 'kamailio/settings.cfg'), written.value.relay]
    for (const file of holders) expect(statSync(file).mode & 0o777, file).toBe(0o600)
    expect(readFileSync(written.value.media, 'utf8')).not.toContain('{{')
    expect(readFileSync(written.value.relay, 'utf8')).not.toContain('{{')
  })
})
