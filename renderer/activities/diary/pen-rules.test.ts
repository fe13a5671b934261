import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { strokeStep } from '#contract/diary.ts'
import { addPoint, carriedOn, isFull, mostNumbers, type RawPoint } from './pen-rules.ts'

function draw(raws: readonly RawPoint[]): number[] {
  const points: number[] = []
  let before: RawPoint | undefined
  for (const raw of raws) {
    addPoint(points, raw, before)
    before = raw
  }
  return points
}

const raw = fc.record({
  x: fc.double({ min: -5000, max: 5000, noNaN: true }),
  y: fc.double({ min: -5000, max: 5000, noNaN: true }),
  pressure: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
  at: fc.integer({ min: 0, max: 100_000 }),
})

const across = (step: number): RawPoint => ({ x: step % 900, y: 500, pressure: undefined, at: step })

describe('a stroke', () => {
  it('is what main accepts, wherever the pointer goes', () => {
    fc.assert(
      fc.property(fc.array(raw, { minLength: 1, maxLength: 200 }), (raws) => {
        const points = draw(raws)
        expect(points.length % 3).toBe(0)
        const step = {
          id: '0197f0d2-0000-7000-8000-000000000001',
          kind: 'stroke',
          tool: 'pen',
          colour: 0,
          size: 12,
          points,
        }
        expect(strokeStep.safeParse(step).success).toBe(true)
      }),
    )
  })

  it('grows only at its end: what is drawn never changes', () => {
    fc.assert(
      fc.property(fc.array(raw, { minLength: 2, maxLength: 60 }), fc.nat(), (raws, cut) => {
        const part = draw(raws.slice(0, 1 + (cut % raws.length)))
        expect(draw(raws).slice(0, part.length)).toEqual(part)
      }),
    )
  })

  it('takes a dot, leaves out standing still, and stops at the most', () => {
    expect(draw([{ x: 5, y: 5, pressure: undefined, at: 0 }])).toEqual([5, 5, 0.5])
    const still = Array.from({ length: 50 }, (_, at) => ({ x: 5, y: 5, pressure: undefined, at }))
    expect(draw(still)).toEqual([5, 5, 0.5])
    const full = Array.from({ length: mostNumbers }, () => 1)
    expect(addPoint(full, { x: 900, y: 900, pressure: undefined, at: 9 }, undefined)).toBe(false)
    expect(full.length).toBe(mostNumbers)
  })

  it('goes on where it was full, from its very last points', () => {
    const line: number[] = []
    let step = 0
    while (!isFull(line)) addPoint(line, across((step += 1)), across(step - 1))
    expect(addPoint(line, across(step + 1), across(step))).toBe(false)
    const next = carriedOn(line)
    expect(next).toEqual(line.slice(-15))
    expect(next.length % 3).toBe(0)
    expect(isFull(next)).toBe(false)
  })
})
