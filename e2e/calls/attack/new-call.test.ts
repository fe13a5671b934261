import { describe, expect, it } from 'vitest'
import { domain, people } from '../call-house.ts'
import { whyNoEngines } from '../needs.ts'
import { browserSound } from '../sip-message.ts'
import { useStrangers } from './strangers.ts'

const reason = whyNoEngines()
const { child, mother, other, otherMother, otherNumber } = people

describe.skipIf(reason)(`strangers who make a call${reason && ` (skipped, ${reason})`}`, () => {
  const at = useStrangers()

  it('goes to nobody outside the list, and asks for each one', async () => {
    expect((await at.ring({ to: otherMother })).code).toBe(403)
    expect(at.house.allow.asked).toContain(`${child}>${otherMother}`)
    expect((await at.ring({ to: otherNumber })).code).toBe(403)
  })

  it('is refused while the call server is down, slow death included', async () => {
    await at.house.allow.stop()
    expect((await at.ring({})).code).toBe(403)
    await at.house.allow.start()
  })

  it('takes no route of its own', async () => {
    const headers = [`Contact: <${at.kid.gruu()}>`, 'Route: <sip:127.0.0.1:5090;lr>']
    expect((await at.ring({ headers })).code).toBe(403)
  })

  it('takes no From of another', async () => {
    expect((await at.ring({ from: other })).code).toBe(403)
  })

  it('takes no address of another', async () => {
    for (const contact of [
      at.mum.gruu(),
      `sip:${child}@203.0.113.9;gr=x`,
      `sip:${child}@${domain}`,
      `sip:x@y.invalid`,
    ])
      expect((await at.ring({ headers: [`Contact: <${contact}>`] })).code, contact).toBe(403)
    const two = [`Contact: <${at.kid.gruu()}>`, `Contact: <${at.mum.gruu()}>`]
    expect((await at.ring({ headers: two })).code).toBe(403)
  })

  it('goes to no other domain', async () => {
    expect((await at.ring({ uri: `sip:${mother}@203.0.113.9` })).code).toBe(403)
  })

  it('takes over no other call', async () => {
    const headers = [`Contact: <${at.kid.gruu()}>`, 'Replaces: x;to-tag=1;from-tag=2']
    const answer = at.ring({ headers })
    const invite = await at.mum.next('INVITE')
    expect(invite.all('replaces')).toEqual([])
    at.mum.reply(invite, 486, 'Busy Here')
    expect((await answer).code).toBe(486)
  })

  it('says that a browser is away, and tells the call server', async () => {
    at.house.allow.allowed.add(`${other}>${otherMother}`)
    const answer = await at.stranger.request({ to: otherMother, body: browserSound })
    expect(answer.code).toBe(480)
    expect(at.house.allow.missed).toContain(`${other}>${otherMother} offline`)
  })
})
