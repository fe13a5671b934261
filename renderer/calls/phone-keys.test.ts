import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { pressKeys } from './phone-keys.ts'

type Session = Parameters<typeof pressKeys>[0]

/** An end of a call as the browser and JsSIP show it: what each sender says of keys within the voice; null: it has no such thing. */
function sessionWith(senders: readonly (boolean | null)[], established = true) {
  const pressed: (readonly [string, string | undefined])[] = []
  const session = {
    isEstablished: () => established,
    connection: {
      getSenders: () => senders.map((can) => ({ dtmf: can === null ? null : { canInsertDTMF: can } })),
    },
    sendDTMF: (keys: string, options?: { transportType?: string }) =>
      void pressed.push([keys, options?.transportType]),
  } as unknown as Session
  return { session, pressed }
}

const keys = fc.stringMatching(/^[0-9*#]{1,20}$/)
const senders = fc.array(fc.constantFrom(true, false, null), { maxLength: 3 })

it('presses keys within the voice where the other end agreed to that, and else by a request', () => {
  fc.assert(
    fc.property(keys, senders, (wanted, can) => {
      const { session, pressed } = sessionWith(can)
      pressKeys(session, wanted)
      expect(pressed).toEqual([[wanted, can.includes(true) ? 'RFC2833' : 'INFO']])
    }),
  )
})

it('presses nothing that a telephone has no key for, and not more than fit a number', () => {
  const others = fc
    .oneof(
      fc.string(),
      fc.stringMatching(/^[0-9*#]{21,30}$/),
      fc.constantFrom('', '1a', 'A', '1\n', ' 1', '１'),
    )
    .filter((text) => !/^[0-9*#]{1,20}$/.test(text))
  fc.assert(
    fc.property(others, senders, (wanted, can) => {
      const { session, pressed } = sessionWith(can)
      pressKeys(session, wanted)
      expect(pressed).toEqual([])
    }),
  )
})

it('presses nothing before the other end has picked up', () => {
  const { session, pressed } = sessionWith([true], false)
  pressKeys(session, '5')
  expect(pressed).toEqual([])
})
