import type { PrintPart } from '#contract/learning.ts'
import { isOpen, type Maze, type Way } from './maze-rules.ts'

/** Side of a cell, and room around all of them for the outer wall, in the drawing's own units. */
export const CELL = 62
export const EDGE = 8

type Grid = Pick<Maze, 'columns' | 'rows'>

/** How large the whole drawing is. */
export const sizeOf = ({ columns, rows }: Grid) => ({
  width: columns * CELL + 2 * EDGE,
  height: rows * CELL + 2 * EDGE,
})

/** The middle of a cell. */
export const middle = ({ columns }: Pick<Grid, 'columns'>, cell: number) => ({
  x: EDGE + ((cell % columns) + 0.5) * CELL,
  y: EDGE + (Math.floor(cell / columns) + 0.5) * CELL,
})

/** The cell at a point of the drawing; undefined outside. */
export function cellAt({ columns, rows }: Grid, x: number, y: number): number | undefined {
  const column = Math.floor((x - EDGE) / CELL)
  const row = Math.floor((y - EDGE) / CELL)
  return column >= 0 && column < columns && row >= 0 && row < rows ? row * columns + column : undefined
}

const at = (line: number): number => EDGE + line * CELL

/** All walls as SVG path data, each straight stretch as one line. */
export function wallsOf(maze: Grid & Pick<Maze, 'open'>): string {
  const { columns, rows } = maze
  const lines: string[] = [`M${at(0)} ${at(0)}H${at(columns)}V${at(rows)}H${at(0)}Z`]
  const runs = (
    length: number,
    isWall: (place: number) => boolean,
    line: (from: number, to: number) => string,
  ) => {
    for (let place = 0; place < length; place += 1) {
      const from = place
      while (place < length && isWall(place)) place += 1
      if (place > from) lines.push(line(from, place))
    }
  }
  for (let row = 1; row < rows; row += 1)
    runs(
      columns,
      (column) => !isOpen(maze, (row - 1) * columns + column, row * columns + column),
      (from, to) => `M${at(from)} ${at(row)}H${at(to)}`,
    )
  for (let column = 1; column < columns; column += 1)
    runs(
      rows,
      (row) => !isOpen(maze, row * columns + column - 1, row * columns + column),
      (from, to) => `M${at(column)} ${at(from)}V${at(to)}`,
    )
  return lines.join('')
}

/** A way as SVG path data. */
export const lineOf = (maze: Pick<Grid, 'columns'>, way: Way): string =>
  way.map((cell, step) => `${step === 0 ? 'M' : 'L'}${middle(maze, cell).x} ${middle(maze, cell).y}`).join('')

const ring = (x: number, y: number, radius: number): string =>
  `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`

interface Path {
  readonly d: string
  readonly stroke?: number
  readonly fill?: boolean
}

/** The maze on paper: a ring where one begins, a house at the goal, dots to collect, a key and a barred door. */
export function drawMaze(maze: Maze, way: Way): PrintPart {
  const line: readonly Path[] = way.length > 1 ? [{ d: lineOf(maze, way), stroke: 4 }] : []
  const paths = [{ d: wallsOf(maze), stroke: 7 }, ...signs(maze), ...line]
  return { kind: 'drawing', ...sizeOf(maze), paths }
}

function signs(maze: Maze): readonly Path[] {
  const { start, goal, things, door } = maze
  const from = middle(maze, start)
  const { x, y } = middle(maze, goal)
  return [
    { d: ring(from.x, from.y, 12), stroke: 4 },
    { d: `M${x - 16} ${y + 16}V${y - 2}L${x} ${y - 18}L${x + 16} ${y - 2}V${y + 16}Z`, stroke: 4 },
    ...things.map((thing, place): Path => {
      const dot = middle(maze, thing)
      return place === 0 && door !== null
        ? { d: `${ring(dot.x - 8, dot.y, 8)}M${dot.x} ${dot.y}h18v8m-8-8v8`, stroke: 4 }
        : { d: ring(dot.x, dot.y, 9), fill: true }
    }),
    ...(door === null ? [] : [middle(maze, door)]).map((bar) => ({
      d: `M${bar.x - 18} ${bar.y - 18}h36v36h-36ZM${bar.x - 6} ${bar.y - 18}v36m12-36v36`,
      stroke: 4,
    })),
  ]
}
