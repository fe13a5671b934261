import { shuffled, type Random } from '../random-rules.ts'
import { shapeOf, type Cells, type Size } from './shape-rules.ts'

const count = (many: number): number[] => Array.from({ length: many }, (_, at) => at)

/** Lines in an order by chance in which those of a band of boxes stay together. */
function order(lines: number, inBand: number, random: Random): readonly number[] {
  return shuffled(count(lines / inBand), random).flatMap((band) =>
    shuffled(count(inBand), random).map((line) => band * inBand + line),
  )
}

/**
 * The same puzzle in other clothes: values renamed, lines and bands changed places, laid on its side where boxes are square.
 * What can be done with it, and how, stays the same: one solution stays one, and the techniques stay what they were.
 */
export function turned(size: Size, cells: Cells, random: Random): Cells {
  const { box } = shapeOf(size)
  const values = [0, ...shuffled(count(size), random).map((value) => value + 1)]
  const rows = order(size, box.rows, random)
  const columns = order(size, box.columns, random)
  const onSide = box.rows === box.columns && random() < 0.5
  return cells.map((_, at) => {
    const row = rows[Math.floor(at / size)] ?? 0
    const column = columns[at % size] ?? 0
    return values[cells[onSide ? column * size + row : row * size + column] ?? 0] ?? 0
  })
}
