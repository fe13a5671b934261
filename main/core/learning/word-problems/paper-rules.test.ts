import { expect, it } from 'vitest'
import { seededRandom } from '../random-rules.ts'
import { twoSteps } from '../two-steps/activity-rules.ts'
import { wordProblems } from './activity-rules.ts'
import { ASKED, bar, bars, part, unknown } from './bars-rules.ts'
import { barsOnPaper } from './paper-rules.ts'

const asking = { grade: null, term: 1, inRound: [], seen: [] } as const

it('draws bars of one scale with their numbers, and a bracket for what is known as a whole', () => {
  const drawn = barsOnPaper(bars([bar([part(3)]), bar([part(3, 'second'), unknown(6)], ASKED)], '12'))
  expect(drawn?.labels?.map(({ text }) => text)).toEqual(['3', '3', '?', '?', '12'])
  // A third of the longest, from the same edge; what is looked for ends where the paper does.
  expect(drawn?.paths[0]?.d).toBe('M1 1H93.7V27H1Z')
  expect(drawn?.paths[1]?.d).toMatch(/^M1 37H93\.7V/)
  expect(drawn?.paths[2]?.d).not.toContain('Z')
  expect(barsOnPaper(bars([]))).toBeNull()
})

it('gives every story of every level its drawing, inside half a page, with room for each of its words', () => {
  for (const rules of [wordProblems, twoSteps])
    for (const { id } of rules.levels) {
      const random = seededRandom(17)
      for (let made = 0; made < 60; made += 1) {
        const exercise = rules.next(rules.readState(null, id), random, asking)
        const { structure, numbers } = rules.toldOf(exercise)
        const line = rules.print(exercise)
        const drawing = line?.ask.find((one) => one.kind === 'drawing')
        expect(drawing !== undefined, exercise.key).toBe(structure.picture(numbers).bars.length > 0)
        expect(line?.answer.some((one) => one.kind === 'drawing')).toBe(false)
        if (drawing?.kind !== 'drawing') continue
        expect(drawing.width).toBeLessThanOrEqual(280)
        expect(drawing.height, exercise.key).toBeLessThan(200)
        for (const { x, y } of drawing.labels ?? []) {
          expect(x).toBeGreaterThan(0)
          expect(x).toBeLessThan(drawing.width)
          expect(y).toBeLessThan(drawing.height)
        }
      }
    }
})
