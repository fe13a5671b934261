import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GIVE_UP_MS, recoveryStep, type LinkFacts } from './recovery-rules.ts'

/** A link that was cut 5 s ago and whose socket is good again. */
const cut: LinkFacts = {
  role: 'kiosk',
  now: 100_000,
  mediaAt: 95_000,
  heardAt: 99_900,
  connected: true,
  registered: true,
  probing: false,
  canOffer: true,
  pendingSince: null,
  triedAt: null,
  asked: false,
}
const step = (change: Partial<LinkFacts>) => recoveryStep({ ...cut, ...change })

describe('bringing a link back', () => {
  it('leaves a good link alone', () => expect(step({ mediaAt: 99_000 })).toBe('nothing'))
  it('restarts at the kiosk, asks at the parent’s', () => {
    expect(step({})).toBe('restart')
    expect(step({ role: 'parent' })).toBe('ask')
  })
  it('probes a socket that was not heard lately before it trusts it', () => {
    expect(step({ heardAt: 95_000 })).toBe('probe')
    expect(step({ heardAt: 95_000, probing: true })).toBe('nothing')
  })
  it('waits for the registration, because the other end could not answer to an unknown contact', () =>
    expect(step({ registered: false })).toBe('nothing'))
  it('makes one restart at a time, and forgets one that was never answered', () => {
    expect(step({ pendingSince: 95_500, triedAt: 95_500 })).toBe('nothing')
    expect(step({ pendingSince: 87_000, triedAt: 87_000 })).toBe('restart')
    expect(step({ triedAt: 97_000 })).toBe('nothing')
  })
  it('restarts on the parent’s word, although its own media flow', () =>
    expect(step({ mediaAt: 99_900, asked: true })).toBe('restart'))
  it('gives up after four minutes', () => expect(step({ mediaAt: 100_000 - GIVE_UP_MS })).toBe('give-up'))

  it('never restarts from the parent’s page, and never without a line', () => {
    const time = fc.integer({ min: 0, max: 100_000 })
    const facts: fc.Arbitrary<LinkFacts> = fc.record({
      role: fc.constantFrom('kiosk', 'parent'),
      now: fc.constant(100_000),
      mediaAt: time,
      heardAt: time,
      connected: fc.boolean(),
      registered: fc.boolean(),
      probing: fc.boolean(),
      canOffer: fc.boolean(),
      pendingSince: fc.option(time),
      triedAt: fc.option(time),
      asked: fc.boolean(),
    })
    fc.assert(
      fc.property(facts, (some) => {
        const next = recoveryStep(some)
        if (some.role === 'parent') expect(next).not.toBe('restart')
        if (!some.connected || !some.registered) expect(['nothing', 'probe']).toContain(next)
        if (!some.connected) expect(next).toBe('nothing')
      }),
    )
  })
})
