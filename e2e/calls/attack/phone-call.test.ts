import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domain, people } from '../call-house.ts'
import { whyNoEngines } from '../needs.ts'
import { branchOf, browserSound, uriOf, writeSip, type SipMessage } from '../sip-message.ts'
import { callerLeg, some, within, type Leg } from '../sip-user.ts'
import { inviteOf, startTrunk, type Trunk } from '../trunk.ts'
import { reconnected, useStrangers } from './strangers.ts'

const reason = whyNoEngines()
const { child, mother, other, number, otherNumber } = people

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

describe.skipIf(reason)(
  `a phone call, and who would turn it elsewhere${reason && ` (skipped, ${reason})`}`,
  () => {
    const at = useStrangers()

    let trunk: Trunk
    beforeAll(async () => {
      trunk = await startTrunk(at.house.trunkPort)
    })
    afterAll(async () => trunk?.close())

    async function phone(): Promise<{ leg: Leg; invite: SipMessage }> {
      const headers = [
        `Contact: <${at.kid.gruu()}>`,
        'P-Asserted-Identity: <sip:+8612345678@x>',
        'X-Child: Xiaoming',
      ]
      const answer = await at.kid.request({ to: number, headers, body: browserSound })
      expect(answer.start).toBe('SIP/2.0 200 OK')
      const invite = await trunk.next('INVITE')
      const leg = callerLeg(answer)
      void at.kid.request(within(leg, 'ACK', Number.parseInt(answer.one('cseq'), 10)))
      await trunk.next('ACK')
      return { leg, invite }
    }

    it('tells the telephone company the number of the school, and nothing of the child', async () => {
      const { leg, invite } = await phone()
      expect(invite.target).toBe(`sip:${number}@127.0.0.1:${at.house.trunkPort}`)
      expect(uriOf(invite.one('from'))).toBe('sip:+861000000000@127.0.0.1')
      expect(invite.all('p-asserted-identity')).toEqual(['<sip:+861000000000@127.0.0.1>'])
      expect(invite.all('x-child')).toEqual([])
      expect(invite.body).toMatch(/m=audio \d+ RTP\/AVP [\d ]*8/)
      expect(invite.body).not.toMatch(/ice-ufrag|fingerprint|opus/)
      expect((await at.kid.request(within(leg, 'BYE', 90))).code).toBe(200)
      await trunk.next('BYE')
    })

    it('stays with the number that was allowed, whatever the child’s page asks', async () => {
      const { leg } = await phone()
      const elsewhere = { ...within(leg, 'INVITE', 91, at.kid.gruu()), body: browserSound }
      for (const uri of [
        `sip:${otherNumber}@127.0.0.1:${at.house.trunkPort}`,
        'sip:+8613800002222@203.0.113.9',
      ]) {
        const answer = await at.kid.request({ ...elsewhere, uri, sequence: elsewhere.sequence! + uri.length })
        expect(answer.code).toBe(200)
        expect((await trunk.next('INVITE')).target).toBe(`sip:answer@127.0.0.1:${at.house.trunkPort}`)
      }
      expect(
        trunk.got.filter(({ text }) => text.includes(otherNumber) || text.includes('203.0.113.9')),
      ).toEqual([])
      expect((await at.stranger.request(within(leg, 'BYE', 300))).code).toBe(403)
      expect((await at.kid.request(within(leg, 'BYE', 301))).code).toBe(200)
      await trunk.next('BYE')
    })

    it('is ended on both sides by the call server', async () => {
      const { leg } = await phone()
      const dialogs = (await at.house.rpc('dlg.list')) as { 'call-id': string; variables: { k?: string }[] }[]
      const own = dialogs.find((one) => one['call-id'] === leg.call)
      expect(own?.variables.some(({ k }) => k === 'p')).toBe(true)
      const ended = [trunk.next('BYE'), at.kid.next('BYE')]
      await at.house.rpc('dlg.terminate_dlg', [leg.call, leg.fromTag, leg.toTag])
      const [atPhone, atKid] = await Promise.all(ended)
      expect(atPhone?.one('call-id')).toBe(leg.call)
      expect(atKid?.one('call-id')).toBe(leg.call)
      at.kid.reply(atKid!, 200, 'OK')
    })

    it('from an approved number rings the child, from another nobody', async () => {
      at.house.allow.incoming.set('013800001111', child)
      at.house.allow.allowed.add(`013800001111>${child}`)
      trunk.write(inviteOf(trunk, '013800002222', 'strange'), at.house.trunkSide)
      expect((await trunk.answer('strange')).code).toBe(403)
      trunk.write(inviteOf(trunk, '013800001111', 'known'), at.house.trunkSide)
      const invite = await at.kid.next('INVITE')
      expect(invite.body).toMatch(/m=audio \d+ UDP\/TLS\/RTP\/SAVPF/)
      expect(invite.body).toMatch(/opus/)
      at.kid.reply(invite, 486, 'Busy Here')
      expect((await trunk.answer('known')).code).toBe(486)
      expect(at.house.allow.missed).toContain(`013800001111>${child} 486`)
    })

    it('sends its sound, and the other’s answer, nowhere else', async () => {
      const { leg } = await phone()
      // A page that a pupil has edited names another machine, for its sound and for itself.
      const body = browserSound.replaceAll('127.0.0.1', '203.0.113.9')
      const elsewhere = within(leg, 'INVITE', 96, 'sip:x@203.0.113.9;gr=y')
      expect((await at.kid.request({ ...elsewhere, body })).code).toBe(403)
      const own = within(leg, 'INVITE', 97, at.kid.gruu())
      expect((await at.kid.request({ ...own, body })).code).toBe(200)
      expect((await trunk.next('INVITE')).body).toContain('c=IN IP4 127.0.0.1')
      void at.kid.request(within(leg, 'ACK', 97))
      expect(trunk.got.filter(({ text }) => text.includes('203.0.113.9'))).toEqual([])
      // The telephone can still hang up: its BYE finds the child.
      const ended = at.house.rpc('dlg.terminate_dlg', [leg.call, leg.fromTag, leg.toTag])
      at.kid.reply(await at.kid.next('BYE'), 200, 'OK')
      await ended
      expect((await trunk.next('BYE')).one('call-id')).toBe(leg.call)
    })

    it('is taken back by the child alone while it rings', async () => {
      trunk.picksUp = false
      const call = some()
      const fromTag = some()
      const answer = at.kid.request({ to: number, call, fromTag, body: browserSound })
      const invite = await trunk.next('INVITE')
      const branch = branchOf(invite.all('via').at(-1) ?? '')
      const cancel = (from: string, via: string): string =>
        writeSip([
          `CANCEL sip:${number}@${domain} SIP/2.0`,
          `Via: ${via};branch=${branch}`,
          'Max-Forwards: 30',
          `From: <sip:${from}@${domain}>;tag=${fromTag}`,
          `To: <sip:${number}@${domain}>`,
          `Call-ID: ${call}`,
          'CSeq: 2 CANCEL',
        ])
      at.stranger.write(cancel(child, `SIP/2.0/WS ${child}.invalid`))
      at.mum.write(cancel(child, `SIP/2.0/WS ${child}.invalid`))
      // The telephone company has seen the branch, and may turn a call down but not take it back for the child.
      trunk.write(cancel(child, `SIP/2.0/UDP 127.0.0.1:${trunk.port}`), at.house.trunkSide)
      await Promise.all([at.stranger, at.mum].map((one) => one.request({ method: 'OPTIONS', to: mother })))
      expect((await trunk.answer(call)).code).toBe(481)
      expect(trunk.got.filter(({ method }) => method === 'CANCEL')).toEqual([])
      at.kid.write(cancel(child, `SIP/2.0/WS ${child}.invalid`))
      await trunk.next('CANCEL')
      expect((await answer).code).toBe(487)
      trunk.picksUp = true
    })

    it('goes on over a restart of the proxy', async () => {
      const { leg } = await phone()
      const before = at.house.engines.pids()['kamailio']
      const closed = at.kid.socket.closed
      process.kill(before!, 'SIGKILL')
      await closed
      at.kid = await whenBack(() => reconnected(at.house, at.kid))
      at.mum = await at.house.enter(mother)
      at.stranger = await at.house.enter(other)
      expect(at.house.engines.pids()['kamailio']).not.toBe(before)
      expect((await at.kid.request(within(leg, 'BYE', 95))).code).toBe(200)
      expect((await trunk.next('BYE')).one('call-id')).toBe(leg.call)
    })
  },
)
