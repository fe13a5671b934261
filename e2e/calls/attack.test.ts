import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domain, openCallHouse, origin, people, type CallHouse } from './call-house.ts'
import { whyNoEngines } from './needs.ts'
import { openRawSocket } from './raw-socket.ts'
import { branchOf, browserSound, tagOf, uriOf, writeSip, type SipMessage } from './sip-message.ts'
import {
  callerLeg,
  calledLeg,
  credentialsOf,
  md5,
  openSipUser,
  some,
  within,
  type Leg,
  type SipUser,
} from './sip-user.ts'
import { phoneSound, startTrunk, type Trunk } from './trunk.ts'

const reason = whyNoEngines()
const { child, mother, other, otherMother, number, otherNumber } = people

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

/** Tries until the proxy has come back. */
async function whenBack<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt()
    } catch {
      await new Promise((done) => setTimeout(done, 100))
    }
  }
}

describe.skipIf(reason)(`strangers at the proxy${reason && ` (skipped, ${reason})`}`, () => {
  let house: CallHouse
  let kid: SipUser
  let mum: SipUser
  let stranger: SipUser

  beforeAll(async () => {
    house = await openCallHouse()
    kid = await house.enter(child)
    mum = await house.enter(mother)
    stranger = await house.enter(other)
  }, 60_000)
  afterAll(async () => house?.close())

  /** A video call that was answered: both legs and what the mother received. */
  async function talk(): Promise<{ caller: Leg; called: Leg; invite: SipMessage }> {
    const answer = kid.request({ to: mother, body: browserSound })
    const invite = await mum.next('INVITE')
    mum.reply(invite, 200, 'OK', browserSound)
    const answered = await answer
    expect(answered.start).toBe('SIP/2.0 200 OK')
    const caller = callerLeg(answered)
    const ack = within(caller, 'ACK', Number.parseInt(answered.one('cseq'), 10))
    void kid.request(ack)
    await mum.next('ACK')
    return { caller, called: calledLeg(invite, tagOf(answered.one('to'))), invite }
  }

  const ring = (wish: Parameters<SipUser['request']>[0]): Promise<SipMessage> =>
    kid.request({ to: mother, body: browserSound, ...wish })

  const ask = (method: string, headers: Record<string, string> = {}): Promise<number> =>
    fetch(house.engines.rpcUrl, {
      method: 'POST',
      headers,
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method }),
    }).then(({ status }) => status)

  it('lets the rightful call, renegotiate, reconnect and hang up', async () => {
    const { caller, called } = await talk()
    const renegotiated = kid.request({ ...within(caller, 'INVITE', 11, kid.gruu()), body: browserSound })
    const offer = await mum.next('INVITE')
    mum.reply(offer, 200, 'OK', browserSound)
    expect((await renegotiated).code).toBe(200)
    void kid.request(within(caller, 'ACK', 11))
    await mum.next('ACK')

    const old = kid
    kid = await reconnected(old)
    const fromMum = mum.request(within(called, 'BYE', 21))
    const bye = await kid.next('BYE')
    kid.reply(bye, 200, 'OK')
    expect((await fromMum).code).toBe(200)
  })

  /** The same device on a new socket: its instance, and so its address, stays. */
  async function reconnected(user: SipUser): Promise<SipUser> {
    const address = user.gruu()
    const instance = /gr=(urn:uuid:[^;>]+)/.exec(address)?.[1] ?? ''
    user.close()
    const again = await openSipUser(house.door, user.user, credentialsOf(house.secret, user.user))
    const contact = `<sip:${some()}@${some()}.invalid;transport=ws>;reg-id=1;+sip.instance="<${instance}>";expires=120`
    const answer = await again.register({ headers: [`Contact: ${contact}`, 'Supported: gruu,outbound'] })
    expect(answer.code).toBe(200)
    expect(again.gruu()).toBe(address)
    return again
  }

  describe('within a call of others', () => {
    let caller: Leg
    let invite: SipMessage
    beforeAll(async () => {
      const call = await talk()
      caller = call.caller
      invite = call.invite
    })

    const forged = ['INVITE', 'BYE', 'INFO', 'UPDATE', 'OPTIONS'] as const
    it.each(forged)('refuses %s with stolen tags, Call-ID and signed route', async (method) => {
      const body = method === 'INVITE' ? browserSound : ''
      const wish = { ...within(caller, method, 50, stranger.gruu()), body }
      expect((await stranger.request(wish)).code).toBe(403)
      expect((await stranger.request({ ...wish, from: child })).code).toBe(403)
    })

    it.each(forged)('refuses %s without a route', async (method) => {
      const headers = [`Contact: <${stranger.gruu()}>`]
      expect((await stranger.request({ ...within(caller, method, 51), headers })).code).toBe(403)
    })

    it('challenges one who never proved to be anybody, even with all stolen', async () => {
      const nobody = await openSipUser(house.door, child, credentialsOf('not the secret'.repeat(3), child))
      expect((await nobody.request(within(caller, 'BYE', 52))).code).toBe(401)
      nobody.close()
    })

    it('refuses a signed route of another call, and a changed one', async () => {
      const own = within(caller, 'INFO', 53)
      expect((await kid.request({ ...own, call: some() })).code).toBe(403)
      const changed = caller.routes.map((route) => `Route: ${route.replace(mother, otherMother)}`)
      expect((await kid.request({ ...own, sequence: 54, headers: changed })).code).toBe(403)
    })

    it('lets a party send nothing past the other one', async () => {
      const own = within(caller, 'INFO', 55)
      const past = [
        stranger.gruu(),
        'sip:+8613800002222@127.0.0.1:5090',
        `sip:${mother}@203.0.113.9;gr=x`,
        kid.gruu(),
      ]
      for (const uri of past) expect((await kid.request({ ...own, uri })).code, uri).toBe(403)
      const routes = caller.routes.map((route) => `Route: ${route}, <sip:127.0.0.1:9;lr>`)
      expect((await kid.request({ ...own, headers: routes })).code).toBe(403)
      const second = [...caller.routes, '<sip:127.0.0.1:9;lr>'].map((route) => `Route: ${route}`)
      expect((await kid.request({ ...own, sequence: 56, headers: second })).code).toBe(403)
    })

    it('knows no REFER, MESSAGE or SUBSCRIBE', async () => {
      for (const method of ['REFER', 'MESSAGE', 'SUBSCRIBE', 'NOTIFY', 'PUBLISH', 'PRACK'])
        expect((await kid.request(within(caller, method, 60))).code, method).toBe(405)
    })

    it('left the call alone: nothing reached the mother, and it ends as it should', async () => {
      expect(mum.untaken.map(({ start }) => start)).toEqual([])
      const called = calledLeg(invite, caller.toTag)
      const ended = mum.request(within(called, 'BYE', 70))
      kid.reply(await kid.next('BYE'), 200, 'OK')
      expect((await ended).code).toBe(200)
      expect((await kid.request(within(caller, 'INFO', 71))).code).toBe(481)
    })
  })

  it('lets only the caller take a call back', async () => {
    const branch = `z9hG4bK${some()}`
    const fromTag = some()
    const call = some()
    // The one that rings has a branch that only caller and called know; the first was challenged.
    const answer = kid.request({ to: mother, call, fromTag, branch, body: browserSound })
    const invite = await mum.next('INVITE')
    // A proxy waits for a sign of life before it takes a call back.
    mum.reply(invite, 180, 'Ringing')
    const ringing = branchOf(invite.all('via').at(-1) ?? '')
    const cancel = (from: string, via: string): string =>
      writeSip([
        `CANCEL sip:${mother}@${domain} SIP/2.0`,
        `Via: ${via}`,
        'Max-Forwards: 30',
        `From: <sip:${from}@${domain}>;tag=${fromTag}`,
        `To: <sip:${mother}@${domain}>`,
        `Call-ID: ${call}`,
        'CSeq: 2 CANCEL',
      ])
    const via = `SIP/2.0/WS ${child}.invalid;branch=${ringing}`
    stranger.write(cancel(child, via))
    stranger.write(cancel(other, via))
    mum.write(cancel(child, via))
    // Requests of one connection are handled by one worker in order, so after these the cancels are over.
    await Promise.all([stranger, mum].map((one) => one.request({ method: 'OPTIONS', to: mother })))
    expect(mum.untaken.filter(({ method }) => method === 'CANCEL')).toEqual([])
    kid.write(cancel(child, via))
    const arrived = await mum.next('CANCEL')
    mum.reply(arrived, 200, 'OK')
    mum.reply(invite, 487, 'Request Terminated')
    expect((await answer).code).toBe(487)
    expect(house.allow.missed).toContain(`${child}>${mother} cancelled`)
  })

  describe('a new call', () => {
    it('goes to nobody outside the list, and asks for each one', async () => {
      expect((await ring({ to: otherMother })).code).toBe(403)
      expect(house.allow.asked).toContain(`${child}>${otherMother}`)
      expect((await ring({ to: otherNumber })).code).toBe(403)
    })

    it('is refused while the call server is down, slow death included', async () => {
      await house.allow.stop()
      expect((await ring({})).code).toBe(403)
      await house.allow.start()
    })

    it('takes no route of its own', async () => {
      const headers = [`Contact: <${kid.gruu()}>`, 'Route: <sip:127.0.0.1:5090;lr>']
      expect((await ring({ headers })).code).toBe(403)
    })

    it('takes no From of another', async () => {
      expect((await ring({ from: other })).code).toBe(403)
    })

    it('takes no address of another', async () => {
      for (const contact of [
        mum.gruu(),
        `sip:${child}@203.0.113.9;gr=x`,
        `sip:${child}@${domain}`,
        `sip:x@y.invalid`,
      ])
        expect((await ring({ headers: [`Contact: <${contact}>`] })).code, contact).toBe(403)
      const two = [`Contact: <${kid.gruu()}>`, `Contact: <${mum.gruu()}>`]
      expect((await ring({ headers: two })).code).toBe(403)
    })

    it('goes to no other domain', async () => {
      expect((await ring({ uri: `sip:${mother}@203.0.113.9` })).code).toBe(403)
    })

    it('takes over no other call', async () => {
      const headers = [`Contact: <${kid.gruu()}>`, 'Replaces: x;to-tag=1;from-tag=2']
      const answer = ring({ headers })
      const invite = await mum.next('INVITE')
      expect(invite.all('replaces')).toEqual([])
      mum.reply(invite, 486, 'Busy Here')
      expect((await answer).code).toBe(486)
    })

    it('says that a browser is away, and tells the call server', async () => {
      house.allow.allowed.add(`${other}>${otherMother}`)
      const answer = await stranger.request({ to: otherMother, body: browserSound })
      expect(answer.code).toBe(480)
      expect(house.allow.missed).toContain(`${other}>${otherMother} offline`)
    })
  })

  describe('a registration', () => {
    it('of another is refused', async () => {
      expect((await stranger.register({ to: child })).code).toBe(403)
      expect((await stranger.register({ to: child, from: child })).code).toBe(403)
    })

    it('with two addresses, or one that is no browser, is refused', async () => {
      const ok = '<sip:a@b.invalid;transport=ws>;expires=120'
      for (const contacts of [
        [ok, '<sip:a@c.invalid;transport=ws>'],
        [`${ok}, <sip:a@c.invalid;transport=ws>`],
        [`<sip:+8613800002222@127.0.0.1:${house.trunkPort}>;expires=120`],
        ['<sip:a@203.0.113.9;transport=ws>;expires=120'],
        ['*'],
      ]) {
        const headers = contacts.map((contact) => `Contact: ${contact}`)
        expect((await stranger.register({ headers })).code, contacts.join()).toBe(403)
      }
    })

    it.each([
      ['expired', () => credentialsOf(house.secret, child, -5)],
      ['forged', () => credentialsOf('0'.repeat(43), child)],
      ['prolonged', () => ({ ...credentialsOf(house.secret, child), username: `9999999999:${child}` })],
    ])('with %s credentials is challenged again, for good', async (_, credentials) => {
      const liar = await openSipUser(house.door, child, credentials())
      expect((await liar.register()).code).toBe(401)
      liar.close()
    })

    it('with borrowed credentials is refused', async () => {
      const borrower = await openSipUser(house.door, child, credentialsOf(house.secret, other))
      expect((await borrower.register()).code).toBe(403)
      borrower.close()
    })

    it('of a second user on the same connection is refused', async () => {
      const two = await openSipUser(house.door, otherMother, credentialsOf(house.secret, otherMother))
      expect((await two.register()).code).toBe(200)
      const reply = await two.request({ method: 'REGISTER', uri: `sip:${domain}`, answer: false })
      const { username, password } = credentialsOf(house.secret, child)
      expect((await registerAs(two, reply, child, { username, password })).code).toBe(403)
      two.close()
    })
  })

  describe('the socket', () => {
    it('opens for our pages only', async () => {
      for (const foreign of ['https://evil.example', `${origin}.evil.example`, 'null', '', undefined])
        expect(await openRawSocket(house.door.url, foreign), String(foreign)).toBe(403)
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
        const socket = await openRawSocket(house.door.url, origin)
        if (typeof socket === 'number') throw new Error(`HTTP ${socket}`)
        socket.send(text)
        socket.close()
      }
      const large = await stranger.request({ to: otherMother, body: 'v=0\r\n'.repeat(11_000) })
      expect([413, 513, 0]).toContain(large.code)
      stranger.close()
      stranger = await house.enter(other)
      expect((await kid.request({ method: 'OPTIONS' })).code).toBe(200)
    })

    it('is closed on a flood', async () => {
      const flooder = await house.enter(otherMother)
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
      expect((await kid.request({ method: 'OPTIONS' })).code).toBe(200)
    })
  })

  describe('JSON-RPC', () => {
    it('answers what the call server asks, and nothing to a page', async () => {
      expect(await ask('dlg.list')).toBe(200)
      expect(await ask('core.kill')).toBe(403)
      expect(await ask('dlg.list', { origin })).toBe(404)
      const address = new URL(house.engines.rpcUrl)
      address.port = new URL(house.engines.proxyUrl).port
      expect((await fetch(address, { method: 'POST', body: '{}' })).status).toBe(404)
    })
  })

  describe('a phone call', () => {
    let trunk: Trunk
    beforeAll(async () => {
      trunk = await startTrunk(house.trunkPort)
    })
    afterAll(async () => trunk?.close())

    async function phone(): Promise<{ leg: Leg; invite: SipMessage }> {
      const headers = [
        `Contact: <${kid.gruu()}>`,
        'P-Asserted-Identity: <sip:+8612345678@x>',
        'X-Child: Xiaoming',
      ]
      const answer = await kid.request({ to: number, headers, body: browserSound })
      expect(answer.start).toBe('SIP/2.0 200 OK')
      const invite = await trunk.next('INVITE')
      const leg = callerLeg(answer)
      void kid.request(within(leg, 'ACK', Number.parseInt(answer.one('cseq'), 10)))
      await trunk.next('ACK')
      return { leg, invite }
    }

    it('tells the telephone company the number of the school, and nothing of the child', async () => {
      const { leg, invite } = await phone()
      expect(invite.target).toBe(`sip:${number}@127.0.0.1:${house.trunkPort}`)
      expect(uriOf(invite.one('from'))).toBe('sip:+861000000000@127.0.0.1')
      expect(invite.all('p-asserted-identity')).toEqual(['<sip:+861000000000@127.0.0.1>'])
      expect(invite.all('x-child')).toEqual([])
      expect(invite.body).toMatch(/m=audio \d+ RTP\/AVP [\d ]*8/)
      expect(invite.body).not.toMatch(/ice-ufrag|fingerprint|opus/)
      expect((await kid.request(within(leg, 'BYE', 90))).code).toBe(200)
      await trunk.next('BYE')
    })

    it('stays with the number that was allowed, whatever the child’s page asks', async () => {
      const { leg } = await phone()
      const elsewhere = { ...within(leg, 'INVITE', 91, kid.gruu()), body: browserSound }
      for (const uri of [
        `sip:${otherNumber}@127.0.0.1:${house.trunkPort}`,
        'sip:+8613800002222@203.0.113.9',
      ]) {
        const answer = await kid.request({ ...elsewhere, uri, sequence: elsewhere.sequence! + uri.length })
        expect(answer.code).toBe(200)
        expect((await trunk.next('INVITE')).target).toBe(`sip:answer@127.0.0.1:${house.trunkPort}`)
      }
      expect(
        trunk.got.filter(({ text }) => text.includes(otherNumber) || text.includes('203.0.113.9')),
      ).toEqual([])
      expect((await stranger.request(within(leg, 'BYE', 300))).code).toBe(403)
      expect((await kid.request(within(leg, 'BYE', 301))).code).toBe(200)
      await trunk.next('BYE')
    })

    it('is ended on both sides by the call server', async () => {
      const { leg } = await phone()
      const dialogs = (await house.rpc('dlg.list')) as { 'call-id': string; variables: { k?: string }[] }[]
      const own = dialogs.find((one) => one['call-id'] === leg.call)
      expect(own?.variables.some(({ k }) => k === 'p')).toBe(true)
      const ended = [trunk.next('BYE'), kid.next('BYE')]
      await house.rpc('dlg.terminate_dlg', [leg.call, leg.fromTag, leg.toTag])
      const [atPhone, atKid] = await Promise.all(ended)
      expect(atPhone?.one('call-id')).toBe(leg.call)
      expect(atKid?.one('call-id')).toBe(leg.call)
      kid.reply(atKid!, 200, 'OK')
    })

    it('from an approved number rings the child, from another nobody', async () => {
      const trunkSide = (from: string, call: string): string =>
        writeSip(
          [
            'INVITE sip:+861000000000@127.0.0.1 SIP/2.0',
            `Via: SIP/2.0/UDP 127.0.0.1:${trunk.port};branch=z9hG4bK${some()}`,
            'Max-Forwards: 30',
            `From: <sip:${from}@127.0.0.1>;tag=${some()}`,
            'To: <sip:+861000000000@127.0.0.1>',
            `Call-ID: ${call}`,
            'CSeq: 1 INVITE',
            `Contact: <sip:answer@127.0.0.1:${trunk.port}>`,
          ],
          phoneSound(trunk.port + 1),
        )
      house.allow.incoming.set('013800001111', child)
      house.allow.allowed.add(`013800001111>${child}`)
      trunk.write(trunkSide('013800002222', 'strange'), house.trunkSide)
      expect((await trunk.answer('strange')).code).toBe(403)
      trunk.write(trunkSide('013800001111', 'known'), house.trunkSide)
      const invite = await kid.next('INVITE')
      expect(invite.body).toMatch(/m=audio \d+ UDP\/TLS\/RTP\/SAVPF/)
      expect(invite.body).toMatch(/opus/)
      kid.reply(invite, 486, 'Busy Here')
      expect((await trunk.answer('known')).code).toBe(486)
      expect(house.allow.missed).toContain(`013800001111>${child} 486`)
    })

    it('goes on over a restart of the proxy', async () => {
      const { leg } = await phone()
      const before = house.engines.pids()['kamailio']
      const closed = kid.socket.closed
      process.kill(before!, 'SIGKILL')
      await closed
      kid = await whenBack(() => reconnected(kid))
      mum = await house.enter(mother)
      stranger = await house.enter(other)
      expect(house.engines.pids()['kamailio']).not.toBe(before)
      expect((await kid.request(within(leg, 'BYE', 95))).code).toBe(200)
      expect((await trunk.next('BYE')).one('call-id')).toBe(leg.call)
    })
  })
})
