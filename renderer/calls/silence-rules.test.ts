import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hear, notHeardYet, SILENT_MS, type Hearing } from './silence-rules.ts'

const LOOK_MS = 250
const WINDOW_MS = 340

type Found = 'zeros' | 'sound' | null

/** Looks at a microphone every quarter of a second; what is said, with the time. */
function listen(found: readonly Found[], from: Hearing = notHeardYet) {
  let hearing = from
  const said: { readonly is: 'silent' | 'sounds'; readonly at: number }[] = []
  for (const [index, one] of found.entries()) {
    const at = 10_000 + index * LOOK_MS
    const next = hear(hearing, one, WINDOW_MS, at)
    hearing = next.hearing
    if (next.is) said.push({ is: next.is, at: index * LOOK_MS })
  }
  return { hearing, said }
}
const times = (ms: number, found: Found): Found[] =>
  Array.from({ length: Math.ceil(ms / LOOK_MS) }, () => found)

describe('a microphone of which nothing but zeros comes', () => {
  it('is silent within two seconds, and heard with the first sound', () => {
    const { said } = listen(['sound', ...times(3000, 'zeros'), 'sound'])
    expect(said.map(({ is }) => is)).toEqual(['silent', 'sounds'])
    expect(said[0]?.at).toBeLessThan(2000)
    expect(said[0]?.at).toBeGreaterThanOrEqual(SILENT_MS - WINDOW_MS)
  })

  it('was never silent while anything came, however little', () => {
    const found = fc.array(fc.constantFrom<Found>('sound', 'zeros', null), { maxLength: 80 })
    fc.assert(
      fc.property(found, (all) => {
        // At most five looks at zeros one after another.
        const mixed = all.map((one, index) => (index % 5 === 0 ? ('sound' as const) : one))
        expect(listen(mixed).said).toEqual([])
      }),
    )
  })

  it('is given longer at first: a headset without a wire wakes up', () => {
    expect(listen([...times(2500, 'zeros'), 'sound']).said).toEqual([])
    expect(listen(times(4000, 'zeros')).said).toHaveLength(1)
  })

  it('with a noise gate is believed for longer each time, and never for ever', () => {
    const pause = [...times(5000, 'zeros'), 'sound' as const]
    const { said, hearing } = listen(['sound', ...pause, ...pause, ...pause])
    expect(said.filter(({ is }) => is === 'silent')).toHaveLength(2)
    expect(listen([...times(60_000, 'zeros')], { ...hearing, backs: 40 }).said).toHaveLength(1)
  })

  it('is not judged where nobody can listen, nor over a time in which the PC slept', () => {
    expect(listen(['sound', ...times(60_000, null)]).said).toEqual([])
    const deaf = listen(['sound', ...times(3000, 'zeros'), null])
    expect(deaf.said.map(({ is }) => is)).toEqual(['silent', 'sounds'])
    expect(deaf.hearing.backs).toBe(0)
    const once = hear({ ...notHeardYet, wasHeard: true, lookedAt: 0 }, 'zeros', WINDOW_MS, 100).hearing
    expect(hear(once, 'zeros', WINDOW_MS, 60_000).is).toBeNull()
  })
})
