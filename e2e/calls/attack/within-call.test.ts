import { beforeAll, describe, expect, it } from 'vitest'
import { domain, people } from '../call-house.ts'
import { whyNoEngines } from '../needs.ts'
import { branchOf, browserSound, writeSip, type SipMessage } from '../sip-message.ts'
import { calledLeg, credentialsOf, openSipUser, some, within, type Leg } from '../sip-user.ts'
import { reconnected, useStrangers } from './strangers.ts'

const reason = whyNoEngines()
const { child, mother, other, otherMother } = people

describe.skipIf(reason)(`strangers within a call of others${reason && ` (skipped, ${reason})`}`, () => {
  const at = useStrangers()

  it('lets the rightful call, renegotiate, reconnect and hang up', async () => {
    const { caller, called } = await at.talk()
    const renegotiated = at.kid.request({
      ...within(caller, 'INVITE', 11, at.kid.gruu()),
      body: browserSound,
    })
    const offer = await at.mum.next('INVITE')
    at.mum.reply(offer, 200, 'OK', browserSound)
    expect((await renegotiated).code).toBe(200)
    void at.kid.request(within(caller, 'ACK', 11))
    await at.mum.next('ACK')

    const old = at.kid
    at.kid = await reconnected(at.house, old)
    const fromMum = at.mum.request(within(called, 'BYE', 21))
    const bye = await at.kid.next('BYE')
    at.kid.reply(bye, 200, 'OK')
    expect((await fromMum).code).toBe(200)
  })

  describe('within a call of others', () => {
    let caller: Leg
    let invite: SipMessage
    beforeAll(async () => {
      const call = await at.talk()
      caller = call.caller
      invite = call.invite
    })

    const forged = ['INVITE', 'BYE', 'INFO', 'UPDATE', 'OPTIONS'] as const
    it.each(forged)('refuses %s with stolen tags, Call-ID and signed route', async (method) => {
      const body = method === 'INVITE' ? browserSound : ''
      const wish = { ...within(caller, method, 50, at.stranger.gruu()), body }
      expect((await at.stranger.request(wish)).code).toBe(403)
      expect((await at.stranger.request({ ...wish, from: child })).code).toBe(403)
    })

    it.each(forged)('refuses %s without a route', async (method) => {
      const headers = [`Contact: <${at.stranger.gruu()}>`]
      expect((await at.stranger.request({ ...within(caller, method, 51), headers })).code).toBe(403)
    })

    it('challenges one who never proved to be anybody, even with all stolen', async () => {
      const nobody = await openSipUser(at.house.door, child, credentialsOf('not the secret'.repeat(3), child))
      expect((await nobody.request(within(caller, 'BYE', 52))).code).toBe(401)
      nobody.close()
    })

    it('refuses a signed route of another call, and a changed one', async () => {
      const own = within(caller, 'INFO', 53)
      expect((await at.kid.request({ ...own, call: some() })).code).toBe(403)
      const changed = caller.routes.map((route) => `Route: ${route.replace(mother, otherMother)}`)
      expect((await at.kid.request({ ...own, sequence: 54, headers: changed })).code).toBe(403)
    })

    it('lets a party send nothing past the other one', async () => {
      const own = within(caller, 'INFO', 55)
      const past = [
        at.stranger.gruu(),
        'sip:+8613800002222@127.0.0.1:5090',
        `sip:${mother}@203.0.113.9;gr=x`,
        at.kid.gruu(),
      ]
      for (const uri of past) expect((await at.kid.request({ ...own, uri })).code, uri).toBe(403)
      const routes = caller.routes.map((route) => `Route: ${route}, <sip:127.0.0.1:9;lr>`)
      expect((await at.kid.request({ ...own, headers: routes })).code).toBe(403)
      const second = [...caller.routes, '<sip:127.0.0.1:9;lr>'].map((route) => `Route: ${route}`)
      expect((await at.kid.request({ ...own, sequence: 56, headers: second })).code).toBe(403)
    })

    it('knows no REFER, MESSAGE or SUBSCRIBE', async () => {
      for (const method of ['REFER', 'MESSAGE', 'SUBSCRIBE', 'NOTIFY', 'PUBLISH', 'PRACK'])
        expect((await at.kid.request(within(caller, method, 60))).code, method).toBe(405)
    })

    it('left the call alone: nothing reached the mother, and it ends as it should', async () => {
      expect(at.mum.untaken.map(({ start }) => start)).toEqual([])
      const called = calledLeg(invite, caller.toTag)
      const ended = at.mum.request(within(called, 'BYE', 70))
      at.kid.reply(await at.kid.next('BYE'), 200, 'OK')
      expect((await ended).code).toBe(200)
      expect((await at.kid.request(within(caller, 'INFO', 71))).code).toBe(481)
    })
  })

  it('lets only the caller take a call back', async () => {
    const branch = `z9hG4bK${some()}`
    const fromTag = some()
    const call = some()
    // The one that rings has a branch that only caller and called know; the first was challenged.
    const answer = at.kid.request({ to: mother, call, fromTag, branch, body: browserSound })
    const invite = await at.mum.next('INVITE')
    // A proxy waits for a sign of life before it takes a call back.
    at.mum.reply(invite, 180, 'Ringing')
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
    at.stranger.write(cancel(child, via))
    at.stranger.write(cancel(other, via))
    at.mum.write(cancel(child, via))
    // Requests of one connection are handled by one worker in order, so after these the cancels are over.
    await Promise.all([at.stranger, at.mum].map((one) => one.request({ method: 'OPTIONS', to: mother })))
    expect(at.mum.untaken.filter(({ method }) => method === 'CANCEL')).toEqual([])
    at.kid.write(cancel(child, via))
    const arrived = await at.mum.next('CANCEL')
    at.mum.reply(arrived, 200, 'OK')
    at.mum.reply(invite, 487, 'Request Terminated')
    expect((await answer).code).toBe(487)
    expect(at.house.allow.missed).toContain(`${child}>${mother} cancelled`)
  })
})
