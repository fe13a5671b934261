import { afterAll, beforeAll, expect } from 'vitest'
import { openCallHouse, people, type CallHouse } from '../call-house.ts'
import { browserSound, tagOf, type SipMessage } from '../sip-message.ts'
import {
  calledLeg,
  callerLeg,
  credentialsOf,
  openSipUser,
  some,
  within,
  type Leg,
  type SipUser,
} from '../sip-user.ts'

/** A house with a child, its mother, and a stranger who belongs to another family. */
export interface Strangers {
  house: CallHouse
  kid: SipUser
  mum: SipUser
  stranger: SipUser
  /** A call that was answered: both legs and what the mother received. */
  talk(): Promise<{ caller: Leg; called: Leg; invite: SipMessage }>
  /** The child rings the mother; `wish` is the attack. */
  ring(wish: Parameters<SipUser['request']>[0]): Promise<SipMessage>
}

/** One house for all tests of a file. */
export function useStrangers(): Strangers {
  const at = {
    async talk() {
      const answer = at.kid.request({ to: people.mother, body: browserSound })
      const invite = await at.mum.next('INVITE')
      at.mum.reply(invite, 200, 'OK', browserSound)
      const answered = await answer
      expect(answered.start).toBe('SIP/2.0 200 OK')
      const caller = callerLeg(answered)
      void at.kid.request(within(caller, 'ACK', Number.parseInt(answered.one('cseq'), 10)))
      await at.mum.next('ACK')
      return { caller, called: calledLeg(invite, tagOf(answered.one('to'))), invite }
    },
    ring: (wish) => at.kid.request({ to: people.mother, body: browserSound, ...wish }),
  } as Strangers
  beforeAll(async () => {
    at.house = await openCallHouse()
    at.kid = await at.house.enter(people.child)
    at.mum = await at.house.enter(people.mother)
    at.stranger = await at.house.enter(people.other)
  })
  afterAll(async () => at.house?.close())
  return at
}

/** The same device on a new socket: its instance, and so its address, stays. */
export async function reconnected({ door, secret }: CallHouse, user: SipUser): Promise<SipUser> {
  const address = user.gruu()
  const instance = /gr=(urn:uuid:[^;>]+)/.exec(address)?.[1] ?? ''
  user.close()
  const again = await openSipUser(door, user.user, credentialsOf(secret, user.user))
  const contact = `<sip:${some()}@${some()}.invalid;transport=ws>;reg-id=1;+sip.instance="<${instance}>";expires=120`
  const answer = await again.register({ headers: [`Contact: ${contact}`, 'Supported: gruu,outbound'] })
  expect(answer.code).toBe(200)
  expect(again.gruu()).toBe(address)
  return again
}
