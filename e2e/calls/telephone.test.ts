import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCallHouse, people, type CallHouse } from './call-house.ts'
import { whyNoEngines } from './needs.ts'
import { browserSound, writeSip } from './sip-message.ts'
import type { SipUser } from './sip-user.ts'
import { startTelephone, type Behaviour } from './telephone.ts'

const reason = whyNoEngines()
const { child, number } = people

describe.skipIf(reason)(`a telephone that is not picked up${reason && ` (skipped, ${reason})`}`, () => {
  let house: CallHouse
  let kid: SipUser
  beforeAll(async () => {
    house = await openCallHouse()
    kid = await house.enter(child)
  })
  afterAll(async () => house?.close())

  async function ringing<T>(behaviour: Behaviour, task: () => Promise<T>): Promise<T> {
    const telephone = await startTelephone(house.trunkPort, behaviour)
    try {
      return await task()
    } finally {
      await telephone.stop()
    }
  }

  it.each([
    [486, 'Busy Here', 486],
    [600, 'Busy Everywhere', 486],
    [404, 'Not Found', 404],
    [484, 'Address Incomplete', 404],
    [480, 'Temporarily Unavailable', 480],
    [503, 'Service Unavailable', 503],
    [500, 'Server Error', 503],
    [403, 'Forbidden', 503],
  ])('says after %i %s of the trunk: %i', async (code, words, told) => {
    const answer = await ringing({ code, reason: words }, () =>
      kid.request({ to: number, body: browserSound }),
    )
    expect(answer.code).toBe(told)
    expect(house.allow.missed.at(-1)).toBe(`${child}>${number} ${code}`)
  })

  it('says so when nobody listens at all', async () => {
    expect((await kid.request({ to: number, body: browserSound })).code).toBe(503)
  })

  it('stops ringing when the child thinks again', async () => {
    const answer = await ringing('rings', () =>
      kid.request({ to: number, body: browserSound, onRinging: cancel }),
    )
    expect(answer.code).toBe(487)
    expect(house.allow.missed.at(-1)).toBe(`${child}>${number} cancelled`)
  })

  function cancel(head: readonly string[]): void {
    kid.write(
      writeSip([
        head[0]!.replace('INVITE', 'CANCEL'),
        ...head.slice(1, 6),
        head[6]!.replace('INVITE', 'CANCEL'),
      ]),
    )
  }
})
