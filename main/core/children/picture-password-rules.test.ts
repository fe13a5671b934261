import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passwordPictures } from '#contract/people.ts'
import { newPicturePassword, picturePassword, picturePause, picturesMatch } from './picture-password-rules.ts'

const threePictures = fc.shuffledSubarray([...passwordPictures], { minLength: 3, maxLength: 3 })

describe('three pictures', () => {
  it('come from twelve different ones', () => {
    expect(new Set(passwordPictures).size).toBe(12)
  })

  it('are three different ones, whatever chance brings', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
        (stream) => {
          const password = newPicturePassword(() => stream.shift() ?? 0)
          expect(picturePassword(password)).toEqual(password)
        },
      ),
    )
  })

  it('can be any of the twelve at each place', () => {
    const seen = new Set<string>()
    for (let count = 0; count < 36; count += 1) {
      const password = newPicturePassword(() => (count % 12) / 12)
      password.forEach((picture, index) => seen.add(`${index} ${picture}`))
    }
    expect([...passwordPictures].every((picture) => seen.has(`0 ${picture}`))).toBe(true)
  })

  it('open only in their order', () => {
    fc.assert(
      fc.property(threePictures, threePictures, (mine, tapped) => {
        const password = picturePassword(mine)!
        expect(picturesMatch(password, mine)).toBe(true)
        expect(picturesMatch(password, tapped)).toBe(mine.join(' ') === tapped.join(' '))
        expect(picturesMatch(password, mine.slice(0, 2))).toBe(false)
        expect(picturesMatch(password, [...mine, 'fish'])).toBe(false)
      }),
    )
  })

  it.each([
    [[]],
    [['fish']],
    [['fish', 'fish', 'boat']],
    [['fish', 'boat', 'cat']],
    [['fish', 'boat', 'kite', 'cat']],
  ])('refuses %j', (pictures) => {
    expect(picturePassword(pictures)).toBeNull()
  })
})

describe('wrong tries', () => {
  it('are free three times, then rest a little longer each time up to half a minute', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 100].map(picturePause)).toEqual([
      0, 0, 0, 0, 5000, 10_000, 20_000, 30_000, 30_000, 30_000,
    ])
    expect(picturePause(Number.NaN)).toBe(0)
  })
})
