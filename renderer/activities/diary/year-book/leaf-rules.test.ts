import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { leavesOf, type Block } from './leaf-rules.ts'

const heights = (leaves: readonly (readonly Block[])[]) =>
  leaves.map((leaf) => leaf.map(({ height }) => height))

it('fills a leaf, begins a month on a new one, and leaves no heading alone at its foot', () => {
  const blocks: Block[] = [
    { height: 20, opens: true, leads: true },
    { height: 10, leads: true },
    { height: 60 },
    { height: 10, leads: true },
    { height: 60 },
    { height: 20, opens: true, leads: true },
    { height: 30 },
  ]
  expect(heights(leavesOf(blocks, 100))).toEqual([
    [20, 10, 60],
    [10, 60],
    [20, 30],
  ])
})

it('loses and repeats nothing, keeps the order, and lets a leaf overflow only by one block that is higher than it', () => {
  const block = fc.record({
    height: fc.integer({ min: 1, max: 120 }),
    opens: fc.boolean(),
    leads: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(block, { maxLength: 40 }), (blocks) => {
      const leaves = leavesOf(blocks, 100)
      expect(leaves.flat()).toEqual(blocks)
      for (const leaf of leaves) {
        expect(leaf.length).toBeGreaterThan(0)
        const tall = leaf.reduce((sum, { height }) => sum + height, 0)
        expect(tall <= 100 || leaf.length === 1).toBe(true)
        expect(leaf.slice(1).some(({ opens }) => opens)).toBe(false)
      }
    }),
    { numRuns: 300 },
  )
})
