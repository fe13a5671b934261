import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from '../call-house.ts'
import { whyNoEngines } from '../needs.ts'
import { browserSound, uriOf, writeSip, type SipMessage } from '../sip-message.ts'
import { callerLeg, some, within, type Leg } from '../sip-user.ts'
import { phoneSound, startTrunk, type Trunk } from '../trunk.ts'
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
      at.house.allow.incoming.set('013800001111', child)
      at.house.allow.allowed.add(`013800001111>${child}`)
      trunk.write(trunkSide('013800002222', 'strange'), at.house.trunkSide)
      expect((await trunk.answer('strange')).code).toBe(403)
      trunk.write(trunkSide('013800001111', 'known'), at.house.trunkSide)
      const invite = await at.kid.next('INVITE')
      expect(invite.body).toMatch(/m=audio \d+ UDP\/TLS\/RTP\/SAVPF/)
      expect(invite.body).toMatch(/opus/)
      at.kid.reply(invite, 486, 'Busy Here')
      expect((await trunk.answer('known')).code).toBe(486)
      expect(at.house.allow.missed).toContain(`013800001111>${child} 486`)
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
