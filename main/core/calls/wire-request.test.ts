import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer as createPlainServer, type RequestListener } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testGround } from '../db/test-ground.ts'
import { createSeatLine } from './seat-line.ts'
import { newSecretKey } from './signing-keys.ts'
import { askServer } from './wire-request.ts'

let folder = ''
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' })
const trusted = getCACertificates('default')
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tls-'))
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'key.pem']
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  openssl('req', '-x509', ...key, '-out', 'good.pem', ...name, '-days', '1')
  openssl('x509', '-in', 'good.pem', '-signkey', 'key.pem', '-days', '-1', '-out', 'old.pem')
})
afterAll(() => {
  setDefaultCACertificates(trusted)
  rmSync(folder, { recursive: true })
})

/** What a question to a server with that certificate comes to; `believed` is whether its maker is trusted. */
async function askWith(
  certificate: string,
  believed: boolean,
  answer: RequestListener,
  asking: (origin: string) => Promise<unknown>,
) {
  const cert = readFileSync(join(folder, certificate), 'utf8')
  const server = createServer({ cert, key: readFileSync(join(folder, 'key.pem')) }, answer)
  await new Promise<void>((done) => server.listen(0, done))
  setDefaultCACertificates(believed ? [...trusted, cert] : trusted)
  const { port } = server.address() as AddressInfo
  try {
    return await asking(`https://localhost:${port}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
const ask = (certificate: string, believed: boolean, answer: RequestListener, timeoutMs = 4000) =>
  askWith(certificate, believed, answer, (origin) =>
    askServer(origin, { method: 'GET', path: '/api/time', timeoutMs }),
  )
const away = (trouble: string) => ({ ok: false, error: { at: 'away', trouble } })
const answers =
  (status: number, body: string, headers = {}): RequestListener =>
  (_, response) =>
    void response.writeHead(status, headers).end(body)

describe('a question to the call server', () => {
  it('goes through to a certificate that is believed', async () => {
    expect(await ask('good.pem', true, answers(200, '{"now":1}'))).toEqual({ ok: true, value: { now: 1 } })
  })

  it('tells a certificate of nobody from one whose time is over', async () => {
    expect(await ask('good.pem', false, answers(200, '{}'))).toEqual(away('call-server-untrusted'))
    expect(await ask('old.pem', true, answers(200, '{}'))).toEqual(away('call-server-clock'))
  })

  it('does not wait for silence, follow elsewhere, or take another page for the server', async () => {
    expect(await ask('good.pem', true, () => undefined, 100)).toEqual(away('call-server-away'))
    const elsewhere = answers(302, '', { location: 'https://example.invalid/' })
    expect(await ask('good.pem', true, elsewhere)).toEqual(away('call-server-away'))
    expect(await ask('good.pem', true, answers(200, '<html>'))).toEqual(away('call-server-away'))
    expect(await ask('good.pem', true, answers(502, '{"error":"gateway"}'))).toEqual(away('call-server-away'))
  })

  it('hands on the server’s own words', async () => {
    const refusal = answers(429, '{"problem":"too-many"}', { 'retry-after': '7' })
    expect(await ask('good.pem', true, refusal)).toEqual({
      ok: false,
      error: { at: 'refused', problem: 'too-many', waitMs: 7000 },
    })
  })
})

/** What a seat hears of it over that origin. */
const hears = async (origin: string): Promise<number[]> => {
  const heard: number[] = []
  const { clock } = testGround()
  const of = { origin, room: 'r', name: '', seat: 's', seatKey: newSecretKey(), enrolledAt: 1, proxy: null }
  const line = createSeatLine(
    { clock },
    () => of,
    () => {},
    (at) => heard.push(at),
  )
  await line.askPlainly({ method: 'GET', path: '/api/seat' })
  return heard
}

describe('the server’s time', () => {
  const sure = answers(200, '{}', { 'x-sure-time': '1795312800000' })

  it('is a witness over a certificate that is believed, while the server is sure of it', async () => {
    expect(await askWith('good.pem', true, sure, hears)).toEqual([1_795_312_800_000])
    expect(await askWith('good.pem', true, answers(200, '{}'), hears)).toEqual([])
    expect(await askWith('good.pem', true, answers(200, '{}', { 'x-sure-time': 'soon' }), hears)).toEqual([])
  })

  it('is none over a certificate that is not, nor over a line without one', async () => {
    expect(await askWith('good.pem', false, sure, hears)).toEqual([])
    const plain = createPlainServer(sure)
    await new Promise<void>((done) => plain.listen(0, done))
    expect(await hears(`http://localhost:${(plain.address() as AddressInfo).port}`)).toEqual([])
    plain.close()
  })
})
