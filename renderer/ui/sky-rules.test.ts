import { describe, expect, it } from 'vitest'
import { arcDots, onArc, roadArc, roadWire, skyArc, skyLight, skyWire, wirePlaces } from './sky-rules.ts'

const near = (value: number) => Math.round(value * 10) / 10

describe('the sun on its way (places measured in the mock)', () => {
  it.each([
    [roadArc, 0.06, 58.7, 63.6],
    [roadArc, 0.5, 240, 28],
    [roadArc, 0.84, 380.1, 49.3],
    [skyArc, 0.36, 551.1, 85.7],
    [skyArc, 0, 212, 212],
  ])('stands where the mock has it after a part of the session', (arc, part, x, y) => {
    const at = onArc(arc, part)
    expect([near(at.x), near(at.y)]).toEqual([x, y])
  })

  it('never leaves the sky, whatever a clock says', () => {
    expect(onArc(skyArc, -3)).toEqual(onArc(skyArc, 0))
    expect(onArc(skyArc, 7)).toEqual(onArc(skyArc, 1))
  })

  it('fills the dots that it has passed, the one that it stands on too', () => {
    expect(arcDots(roadArc, 0.6).filter((dot) => dot.done)).toHaveLength(10)
    expect(arcDots(roadArc, 0).filter((dot) => dot.done)).toHaveLength(1)
    expect(arcDots(skyArc, 1).every((dot) => dot.done)).toBe(true)
  })
})

describe('the light', () => {
  it('goes from morning to dusk', () => {
    expect(skyLight({ passed: 0.06, minutesLeft: 28 })).toBe('morning')
    expect(skyLight({ passed: 0.5, minutesLeft: 15 })).toBe('day')
    expect(skyLight({ passed: 0.84, minutesLeft: 6 })).toBe('gold')
    expect(skyLight({ passed: 0.84, minutesLeft: 5 })).toBe('dusk')
  })

  it('brings no dusk while the clock rests, and day comes back when a session is made longer', () => {
    expect(skyLight({ passed: 0.5, minutesLeft: 3, resting: true })).toBe('day')
    expect(skyLight({ passed: 0.7, minutesLeft: 12 })).toBe('day')
  })
})

describe('swallows on the wire', () => {
  it('are as many as minutes, from the left', () => {
    for (const minutes of [0, 1, 3, 5]) {
      expect(wirePlaces(skyWire, minutes).map((place) => place.taken)).toEqual(
        [0, 1, 2, 3, 4].map((at) => at < minutes),
      )
    }
  })

  it('sit where the mock has them', () => {
    expect(wirePlaces(roadWire, 1).map(({ x, y }) => [x, near(y)])).toEqual([
      [132, 26.6], [186, 29.1], [240, 30], [294, 29.1], [348, 26.6],
    ]) // prettier-ignore
    const last = wirePlaces(skyWire, 3)[4]
    expect([last?.x, near(last?.markY ?? 0)]).toEqual([863, 108.2])
  })
})
