import { assert, constantFrom, property, uniqueArray } from 'fast-check'
import { expect, it } from 'vitest'
import { asksAtDoor, listenerOf } from './feeling-rules.ts'

const adult = (id: string) => ({ id, name: id, role: 'teacher' as const })

it('nobody hears but the one adult who was chosen and is still there; one who left passes to nobody', () => {
  const ids = uniqueArray(constantFrom('li', 'wang', 'zhou', 'chen'))
  const choice = constantFrom(undefined, null, 'li', 'wang', 'zhou')
  assert(
    property(ids, choice, (offered, chosen) => {
      const listener = listenerOf(chosen, offered.map(adult))
      if (chosen === null) expect(listener).toEqual({ kind: 'nobody' })
      else if (chosen === undefined || !offered.includes(chosen))
        expect(listener).toEqual({ kind: 'not-yet' })
      else expect(listener).toEqual({ kind: 'adult', adult: adult(chosen) })
    }),
    { numRuns: 200 },
  )
})

it('the door asks nobody whom nobody would answer', () => {
  const adults = [adult('li')]
  expect(asksAtDoor({ listener: { kind: 'not-yet' }, adults })).toBe(true)
  expect(asksAtDoor({ listener: { kind: 'adult', adult: adult('li') }, adults })).toBe(true)
  expect(asksAtDoor({ listener: { kind: 'nobody' }, adults })).toBe(false)
  expect(asksAtDoor({ listener: { kind: 'not-yet' }, adults: [] })).toBe(false)
})
