import type { ActivityLevel } from '../activity-rules.ts'
import { pick, type Random } from '../random-rules.ts'
import type { MeasureTask } from './task-rules.ts'
import { type Thing, things, timesIn, type Unit } from './unit-rules.ts'

/**
 * The ladder. The standard of 2022 measures length in grades 1 and 2 (身体上的尺子), area, perimeter, mass and capacity in
 * grades 3 and 4 (曹冲称象, 度量衡); half-years as in the school books: cm and m 二上, kg and g 二下, mm to km 三上, perimeter
 * 三上, area 三下, the protractor 四上.
 */
export const levels = [
  { id: 'ruler', grade: 2 },
  { id: 'ruler-shifted', grade: 2 },
  { id: 'which-unit', grade: 2 },
  { id: 'convert', grade: 3 },
  { id: 'scales', grade: 3 },
  { id: 'squares', grade: 3 },
  { id: 'rectangle', grade: 3 },
  { id: 'angles', grade: 4 },
] as const satisfies readonly ActivityLevel[]

export type MeasureLevel = (typeof levels)[number]['id']

const from = (low: number, high: number, random: Random): number =>
  low + Math.floor(random() * (high - low + 1))

/** A larger and a smaller unit that one says in one breath. */
const pairs: readonly (readonly [Unit, Unit])[] = [
  ['cm', 'mm'],
  ['dm', 'cm'],
  ['m', 'dm'],
  ['m', 'cm'],
  ['km', 'm'],
  ['kg', 'g'],
  ['t', 'kg'],
  ['L', 'mL'],
]

/** A task of a level. */
export function makeTask(level: MeasureLevel, random: Random): MeasureTask {
  switch (level) {
    case 'ruler': {
      // Also lying a little further on, so that there are enough of them.
      const start = random() < 0.7 ? 0 : 1
      return { kind: 'ruler', from: start, to: start + from(2, 14 - start, random) }
    }
    case 'ruler-shifted': {
      const start = from(1, 10, random)
      return { kind: 'ruler', from: start, to: start + from(2, 15 - start, random) }
    }
    case 'which-unit': {
      const thing = pick(Object.keys(things) as Thing[], random) ?? 'pencil'
      return { kind: 'unit', thing, number: from(things[thing][1], things[thing][2], random) }
    }
    case 'convert': {
      const [larger, smaller] = pick(pairs, random) ?? ['m', 'cm']
      const number = from(1, 20, random)
      return random() < 0.5
        ? { kind: 'convert', number, from: larger, to: smaller }
        : { kind: 'convert', number: number * timesIn(larger, smaller), from: smaller, to: larger }
    }
    case 'scales': {
      const kind = random() < 0.5 ? 'jug' : 'balance'
      const step = pick(kind === 'jug' ? [10, 20, 50, 100] : [1, 2, 5, 10], random) ?? 10
      return { kind, step, value: step * from(1, 10, random) }
    }
    case 'squares': {
      const kind = random() < 0.5 ? 'squares-area' : 'squares-perimeter'
      return { kind, rows: Array.from({ length: from(2, 4, random) }, () => from(1, 6, random)) }
    }
    case 'rectangle': {
      const short = from(2, 9, random)
      return { kind: random() < 0.5 ? 'area' : 'perimeter', sides: [short + from(0, 8, random), short] }
    }
    case 'angles':
      return {
        kind: 'angle',
        base: random() < 0.6 ? 'right' : 'left',
        degrees: 5 * from(3, 33, random),
      }
  }
}
