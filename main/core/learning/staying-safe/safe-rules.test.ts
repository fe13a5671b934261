import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random-rules.ts'
import { stayingSafe } from './activity-rules.ts'
import { isStrong, strongPassword, tooCommon, weakPassword } from './password-rules.ts'
import { levels, tellStory } from './story-rules.ts'

/** Guesses that a stranger needs at least: what a cracking program counts, written without the lesson's rules. */
function guesses(password: string): number {
  if ((tooCommon as readonly string[]).includes(password)) return 1
  if (/^[a-z]+(19|20)\d\d$/.test(password)) return 1000 * 30
  const parts = password.split(/[^a-z]+/).filter(Boolean)
  return 400 ** parts.length * 10 ** (password.match(/\d/g) ?? []).length * 20
}

describe('passwords', () => {
  it('those that are called good take a stranger a million times as long as the others', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = seededRandom(seed)
        const [good, bad] = [strongPassword(random), weakPassword(random)]
        expect(isStrong(good)).toBe(true)
        expect(isStrong(bad)).toBe(false)
        expect(guesses(good)).toBeGreaterThan(guesses(bad) * 1_000_000)
      }),
    )
  })
})

describe('stories', () => {
  const never = ['look-on', 'secret', 'send-on', 'answer-back', 'tap', 'give-money', 'give-code']

  it.each(levels.map(({ id }) => id))('%s: one choice helps, and it never is one that harms', (danger) => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { choices, right, story } = tellStory(danger, seededRandom(seed))
        expect(new Set(choices).size).toBe(choices.length)
        expect(never).not.toContain(choices[right])
        // Whoever writes from a “new number” is asked at the old one, by voice.
        if (story === 'new-number') expect(choices[right]).toBe('call-known')
        if (story === 'may-tell')
          expect(['animal', 'food', 'weather', 'book', 'song', 'colour']).toContain(choices[right])
      }),
    )
  })

  it('says which wrong choice was made, so that the window says why; a hint never takes the right one away', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...levels.map(({ id }) => id)),
        fc.nat(),
        fc.nat(3),
        (level, seed, wrong) => {
          const exercise = stayingSafe.next(stayingSafe.readState(null, level), seededRandom(seed), {
            grade: null,
            term: 1,
            inRound: [],
            seen: [],
          })
          const other = (exercise.right + 1) % exercise.choices.length
          expect(stayingSafe.check(exercise, other)).toEqual({
            check: 'wrong',
            said: { chosen: exercise.choices[other] },
          })
          expect(stayingSafe.hint(exercise, wrong).away).not.toBe(exercise.right)
        },
      ),
    )
  })
})
