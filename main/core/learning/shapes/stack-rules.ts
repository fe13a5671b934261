import { pick, type Random, shuffled } from '../random-rules.ts'
import { type Cell, drawnCells, nameOfCells } from './cell-rules.ts'
import { type Drawn, line, type Path, type Point, polygon, type Tone } from './drawing-rules.ts'
import type { Choice, Picking } from './puzzle-rules.ts'

/** Two rows of three towers of cubes: heights 0 to 3, the row behind first. */
export type Stack = readonly [readonly number[], readonly number[]]

export const sides = ['front', 'right', 'above'] as const
export type Side = (typeof sides)[number]

/** No tower in front is higher than the one behind it, so nothing is hidden; no gap; four to nine cubes. */
function stacks(): readonly Stack[] {
  const pairs = [0, 1, 2, 3].flatMap((behind) =>
    [0, 1, 2, 3].flatMap((before) => (before <= behind ? [[behind, before]] : [])),
  )
  const all: Stack[] = []
  for (const one of pairs)
    for (const two of pairs)
      for (const three of pairs) {
        const stack: Stack = [
          [one[0] ?? 0, two[0] ?? 0, three[0] ?? 0],
          [one[1] ?? 0, two[1] ?? 0, three[1] ?? 0],
        ]
        const [behind, before] = stack
        const cubes = [...behind, ...before].reduce((sum, height) => sum + height, 0)
        const isWhole = (behind[0] ?? 0) > 0 && (behind[1] ?? 0) > 0
        const isFlat = before.every((height) => height === 0)
        if (isWhole && !isFlat && cubes >= 4 && cubes <= 9) all.push(stack)
      }
  return all
}

const tower = (column: number, height: number): readonly Cell[] =>
  Array.from({ length: height }, (_, up): Cell => [column, 2 - up])

/** What is seen from a side, as squares of a field of three by three; the ground is its lowest row. */
export function viewOf([behind, before]: Stack, side: Side): readonly Cell[] {
  if (side === 'front')
    return behind.flatMap((height, column) => tower(column, Math.max(height, before[column] ?? 0)))
  // From the right the row in front is on the left.
  if (side === 'right') return [...tower(0, Math.max(...before)), ...tower(1, Math.max(...behind))]
  return [behind, before].flatMap((row, at) =>
    row.flatMap((height, column): Cell[] => (height > 0 ? [[column, at + 1]] : [])),
  )
}

const UNIT = 44
const [SHIFT_X, SHIFT_Y] = [UNIT * 0.45, UNIT * 0.4]

const arrows: Readonly<Record<Side, readonly (readonly Point[])[]>> = {
  front: [[[70, 238], [70, 214]], [[60, 224], [70, 214], [80, 224]]],
  right: [[[218, 140], [190, 140]], [[200, 130], [190, 140], [200, 150]]],
  above: [[[92, 0], [92, 24]], [[82, 14], [92, 24], [102, 14]]],
} // prettier-ignore

/** The cubes as they are seen from the front, a little from above and from the right; an arrow says from where to look. */
export function drawnStack([behind, before]: Stack, side: Side, aided: boolean): Drawn {
  const tone = (of: Side, usual: Tone): Tone => (aided && of === side ? 'seen' : usual)
  const cube = (column: number, row: number, up: number): readonly Path[] => {
    const left = 4 + column * UNIT + (1 - row) * SHIFT_X
    const bottom = 204 - up * UNIT - (1 - row) * SHIFT_Y
    const [right, top] = [left + UNIT, bottom - UNIT]
    return [
      { d: polygon([[left, top], [right, top], [right, bottom], [left, bottom]]), tone: tone('front', 'face') }, // prettier-ignore
      { d: polygon([[left, top], [left + SHIFT_X, top - SHIFT_Y], [right + SHIFT_X, top - SHIFT_Y], [right, top]]), tone: tone('above', 'top') }, // prettier-ignore
      { d: polygon([[right, top], [right + SHIFT_X, top - SHIFT_Y], [right + SHIFT_X, bottom - SHIFT_Y], [right, bottom]]), tone: tone('right', 'side') }, // prettier-ignore
    ]
  }
  const paths = [behind, before].flatMap((row, at) =>
    row.flatMap((height, column) => Array.from({ length: height }, (_, up) => cube(column, at, up)).flat()),
  )
  return {
    width: 220,
    height: 240,
    paths: [...paths, ...arrows[side].map((points): Path => ({ d: line(points), tone: 'aid' }))],
  }
}

const all = stacks()
export const stackOf = (item: number): { readonly stack: Stack; readonly side: Side } => ({
  stack: all[Math.floor(item / sides.length)] ?? [[1, 1, 1], [1, 0, 0]], // prettier-ignore
  side: sides[item % sides.length] ?? 'front',
})
export const stackItems = all.length * sides.length

/** What the cubes look like from the side that the arrow comes from. */
export function seenStack(item: number, _own: Random, random: Random): Picking {
  const { stack, side } = stackOf(item)
  const right = viewOf(stack, side)
  const others = new Map<string, readonly Cell[]>()
  // What another side or another stack shows of it, as long as it is not the same.
  for (const other of shuffled(sides, random))
    others.set(nameOfCells(viewOf(stack, other)), viewOf(stack, other))
  others.delete(nameOfCells(right))
  for (let tried = 0; others.size < 3 && tried < 200; tried += 1) {
    const view = viewOf(pick(all, random) ?? stack, side)
    if (nameOfCells(view) !== nameOfCells(right)) others.set(nameOfCells(view), view)
  }
  const views = shuffled([right, ...[...others.values()].slice(0, 3)], random)
  return {
    kind: 'pick',
    ask: side,
    name: null,
    models: [drawnStack(stack, side, false)],
    aided: [drawnStack(stack, side, true)],
    choices: views.map((view): Choice => ({
      kind: 'drawn',
      name: 'figure',
      drawn: drawnCells(view, { columns: 3, rows: 3 }),
    })),
    right: views.indexOf(right),
  }
}
