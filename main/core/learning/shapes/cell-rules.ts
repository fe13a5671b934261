import { type Drawn, line, type Path, polygon, type Tone } from './drawing-rules.ts'

/** A square of squared paper: column from the left, row from the top, both from 0. */
export type Cell = readonly [number, number]

const orderOf = ([x, y]: Cell): number => y * 100 + x

/** The figure pushed into the corner, its cells in reading order. */
export function settled(cells: readonly Cell[]): readonly Cell[] {
  const left = Math.min(...cells.map(([x]) => x))
  const top = Math.min(...cells.map(([, y]) => y))
  return cells
    .map(([x, y]): Cell => [x - left, y - top])
    .toSorted((one, other) => orderOf(one) - orderOf(other))
}

/** The same for the same figure wherever it lies; another for its turns and its mirror image. */
export const nameOfCells = (cells: readonly Cell[]): string => settled(cells).join(' ')

export const quarterTurned = (cells: readonly Cell[]): readonly Cell[] =>
  settled(cells.map(([x, y]): Cell => [-y, x]))
export const mirrored = (cells: readonly Cell[]): readonly Cell[] =>
  settled(cells.map(([x, y]): Cell => [-x, y]))

/** The four ways that a figure lies when it is turned, some of them the same. */
export function turnsOf(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  const once = quarterTurned(cells)
  const twice = quarterTurned(once)
  return [settled(cells), once, twice, quarterTurned(twice)]
}

const beside = ([x, y]: Cell): readonly Cell[] => [
  [x + 1, y],
  [x - 1, y],
  [x, y + 1],
  [x, y - 1],
]

/** Every figure of so many squares that hang together, once for each way that it lies. */
export function figures(count: number): readonly (readonly Cell[])[] {
  if (count <= 1) return [[[0, 0]]]
  const found = new Map<string, readonly Cell[]>()
  for (const smaller of figures(count - 1))
    for (const next of smaller.flatMap(beside)) {
      if (smaller.some(([x, y]) => x === next[0] && y === next[1])) continue
      const figure = settled([...smaller, next])
      found.set(figure.join(' '), figure)
    }
  return [...found.values()]
}

export const widthOf = (cells: readonly Cell[]): number => Math.max(...cells.map(([x]) => x)) + 1
export const heightOf = (cells: readonly Cell[]): number => Math.max(...cells.map(([, y]) => y)) + 1

export const square = ([x, y]: Cell, unit: number, [dx, dy]: readonly [number, number] = [0, 0]): string =>
  polygon([
    [dx + x * unit, dy + y * unit],
    [dx + (x + 1) * unit, dy + y * unit],
    [dx + (x + 1) * unit, dy + (y + 1) * unit],
    [dx + x * unit, dy + (y + 1) * unit],
  ])

/** Squares in the middle of a field of so many columns and rows. */
export function drawnCells(
  cells: readonly Cell[],
  field: { readonly columns: number; readonly rows: number; readonly at?: Cell; readonly grid?: boolean },
  toneOf: (cell: Cell) => Tone = () => 'cell',
): Drawn {
  const unit = 40
  const [columns, rows] = [field.columns, field.rows]
  const [left, top] = field.at ?? [(columns - widthOf(cells)) / 2, (rows - heightOf(cells)) / 2]
  const grid: Path[] = field.grid
    ? Array.from({ length: columns * rows }, (_, at) => ({
        d: square([at % columns, Math.floor(at / columns)], unit, [4, 4]),
        tone: 'empty',
      }))
    : []
  return {
    width: columns * unit + 8,
    height: rows * unit + 8,
    paths: [
      ...grid,
      ...cells.map(([x, y]): Path => ({
        d: square([x + left, y + top], unit, [4, 4]),
        tone: toneOf([x, y]),
      })),
    ],
  }
}

/** Half a figure of `columns` by `rows` squares that touches the mirror on its right side and hangs together. */
export function halfFigure(
  columns: number,
  rows: number,
  count: number,
  random: () => number,
): readonly Cell[] {
  let cells: readonly Cell[] = [[columns - 1, Math.floor(random() * rows)]]
  while (cells.length < count) {
    const free = cells
      .flatMap(beside)
      .filter(
        ([x, y]) =>
          x >= 0 &&
          x < columns &&
          y >= 0 &&
          y < rows &&
          !cells.some((cell) => cell[0] === x && cell[1] === y),
      )
    const next = free[Math.floor(random() * free.length)]
    if (!next) break
    cells = [...cells, next]
  }
  return cells.toSorted((one, other) => orderOf(one) - orderOf(other))
}

/** A dashed line down or across the middle. */
export const axis = (drawn: Drawn, mirror: 'upright' | 'level'): Path => ({
  d:
    mirror === 'upright'
      ? line([
          [drawn.width / 2, 0],
          [drawn.width / 2, drawn.height],
        ])
      : line([
          [0, drawn.height / 2],
          [drawn.width, drawn.height / 2],
        ]),
  tone: 'aid',
})
