import { describe, expect, it } from 'vitest'
import { askRpc } from '../../../main/call-server/rpc.ts'
import { domain, origin, people } from '../call-house.ts'
import { whyNoEngines } from '../needs.ts'
import { openRawSocket } from '../raw-socket.ts'
import { writeSip, type SipMessage } from '../sip-message.ts'
import { credentialsOf, md5, openSipUser, type SipUser } from '../sip-user.ts'
import { useStrangers } from './strangers.ts'

const reason = whyNoEngines()
const { child, other, otherMother } = people

/** Registers on a socket that belongs to somebody else already. */
function registerAs(
  owner: SipUser,
  challenge: SipMessage,
  user: string,
  { username, password }: { username: string; password: string },
): Promise<SipMessage> {
  const nonce = /nonce="([^"]+)"/.exec(challenge.text)?.[1] ?? ''
  const uri = `sip:${domain}`
  const secret = md5(`${username}:${domain}:${password}`)
  const response = md5(`${secret}:${nonce}:00000001:abc:auth:${md5(`REGISTER:${uri}`)}`)
  const proof = `Authorization: Digest username="${username}", realm="${domain}", nonce="${nonce}", uri="${uri}", response="${response}", qop=auth, nc=00000001, cnonce="abc", algorithm=MD5`
  const contact = 'Contact: <sip:a@b.invalid;transport=ws>;expires=120'
  return owner.request({
    method: 'REGISTER',
    uri,
    from: user,
    to: user,
    headers: [contact, proof],
    answer: false,
  })
}

describe.skipIf(reason)(`strangers at the door of the proxy${reason && ` (skipped, ${reason})`}`, () => {
  const at = useStrangers()

  const ask = async (method: string, headers: Record<string, string> = {}): Promise<number> =>
    (await askRpc(at.house.engines.rpcUrl, { method, headers })).status

  describe('a registration', () => {
    it('of another is refused', async () => {
      expect((await at.stranger.register({ to: child })).code).toBe(403)
      expect((await at.stranger.register({ to: child, from: child })).code).toBe(403)
    })

    it('with two addresses, or one that is no browser, is refused', async () => {
      const ok = '<sip:a@b.invalid;transport=ws>;expires=120'
      for (const contacts of [
        [ok, '<sip:a@c.invalid;transport=ws>'],
        [`${ok}, <sip:a@c.invalid;transport=ws>`],
        [`<sip:+8613800002222@127.0.0.1:${at.house.trunkPort}>;expires=120`],
        ['<sip:a@203.0.113.9;transport=ws>;expires=120'],
        ['*'],
      ]) {
        const headers = contacts.map((contact) => `Contact: ${contact}`)
        expect((await at.stranger.register({ headers })).code, contacts.join()).toBe(403)
      }
    })

    it.each([
      ['expired', () => credentialsOf(at.house.secret, child, -5)],
      ['forged', () => credentialsOf('0'.repeat(43), child)],
      ['prolonged', () => ({ ...credentialsOf(at.house.secret, child), username: `9999999999:${child}` })],
    ])('with %s credentials is challenged again, for good', async (_, credentials) => {
      const liar = await openSipUser(at.house.door, child, credentials())
      expect((await liar.register()).code).toBe(401)
      liar.close()
    })

    it('with borrowed credentials is refused', async () => {
      const borrower = await openSipUser(at.house.door, child, credentialsOf(at.house.secret, other))
      expect((await borrower.register()).code).toBe(403)
      borrower.close()
    })

    it('of a second user on the same connection is refused', async () => {
      const two = await openSipUser(at.house.door, otherMother, credentialsOf(at.house.secret, otherMother))
      expect((await two.register()).code).toBe(200)
      const reply = await two.request({ method: 'REGISTER', uri: `sip:${domain}`, answer: false })
      const { username, password } = credentialsOf(at.house.secret, child)
      expect((await registerAs(two, reply, child, { username, password })).code).toBe(403)
      two.close()
    })
  })

  describe('the socket', () => {
    it('opens for our pages only', async () => {
      for (const foreign of ['https://evil.example', `${origin}.evil.example`, 'null', '', undefined])
        expect(await openRawSocket(at.house.door.url, foreign), String(foreign)).toBe(403)
    })

    it('survives what is no SIP, and what is too much of it', async () => {
      const rubbish = [
        '',
        '\r\n\r\n',
        'GET / HTTP/1.1\r\n\r\n',
        'INVITE',
        'INVITE sip:x SIP/2.0\r\n\r\n',
        '\0'.repeat(2000),
      ]
      for (const text of [...rubbish, 'A'.repeat(60_000), 'A'.repeat(300_000)]) {
        const socket = await openRawSocket(at.house.door.url, origin)
        if (typeof socket === 'number') throw new Error(`HTTP ${socket}`)
        socket.send(text)
        socket.close()
      }
      const large = await at.stranger.request({ to: otherMother, body: 'v=0\r\n'.repeat(11_000) })
      expect([413, 513, 0]).toContain(large.code)
      at.stranger.close()
      at.stranger = await at.house.enter(other)
      expect((await at.kid.request({ method: 'OPTIONS' })).code).toBe(200)
    })

    it('is closed on a flood', async () => {
      const flooder = await at.house.enter(otherMother)
      const options = writeSip([
        `OPTIONS sip:${domain} SIP/2.0`,
        'Via: SIP/2.0/WS x.invalid;branch=z9hG4bKflood',
        'Max-Forwards: 5',
        `From: <sip:${otherMother}@${domain}>;tag=1`,
        `To: <sip:${domain}>`,
        'Call-ID: flood',
        'CSeq: 1 OPTIONS',
      ])
      for (let count = 0; count < 600; count += 1) flooder.write(options)
      await flooder.socket.closed
      expect((await at.kid.request({ method: 'OPTIONS' })).code).toBe(200)
    })
  })

  describe('JSON-RPC', () => {
    it('answers what the call server asks, and nothing to a page', async () => {
      expect(await ask('dlg.list')).toBe(200)
      expect(await ask('core.kill')).toBe(403)
      expect(await ask('dlg.list', { origin })).toBe(404)
      const address = new URL(at.house.engines.rpcUrl)
      address.port = new URL(at.house.engines.proxyUrl).port
      expect((await askRpc(address, { method: 'dlg.list' })).status).toBe(404)
    })
  })
})
