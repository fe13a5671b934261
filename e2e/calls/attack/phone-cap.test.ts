import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCallHouse, people, type CallHouse } from '../call-house.ts'
import { whyNoEngines } from '../needs.ts'
import { browserSound } from '../sip-message.ts'
import { callerLeg, within, type SipUser } from '../sip-user.ts'
import { startTrunk, type Trunk } from '../trunk.ts'

const reason = whyNoEngines()
/** In place of the 30 minutes of a real one. */
const CAP_SECONDS = 5

describe.skipIf(reason)(`the longest phone call${reason && ` (skipped, ${reason})`}`, () => {
  let house: CallHouse
  let kid: SipUser
  let trunk: Trunk
  beforeAll(async () => {
    house = await openCallHouse({ longestPhoneCallMinutes: CAP_SECONDS / 60 })
    kid = await house.enter(people.child)
    trunk = await startTrunk(house.trunkPort)
  })
  afterAll(async () => {
    await trunk?.close()
    await house?.close()
  })

  it('ends at both ends by itself, and a renegotiation buys no more of it', async () => {
    const answer = await kid.request({ to: people.number, body: browserSound })
    const leg = callerLeg(answer)
    void kid.request(within(leg, 'ACK', Number.parseInt(answer.one('cseq'), 10)))
    const began = performance.now()
    // Nobody is left who could count minutes.
    await house.allow.stop()
    const ends = Promise.all([kid.next('BYE'), trunk.next('BYE')])
    await new Promise((done) => setTimeout(done, (CAP_SECONDS - 1) * 1000))
    const again = kid.request({ ...within(leg, 'INVITE', 50, kid.gruu()), body: browserSound })
    expect((await again).code).toBe(200)
    void kid.request(within(leg, 'ACK', 50))
    for (const bye of await ends) expect(bye.one('call-id')).toBe(leg.call)
    // Had it begun anew, it would be nearly twice as long.
    expect(performance.now() - began).toBeLessThan((2 * CAP_SECONDS - 1.5) * 1000)
    await house.allow.start()
  })
})
