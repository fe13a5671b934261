import { pick, type Random, seededRandom, shuffled } from '../random-rules.ts'
import {
  type Cell, drawnCells, figures, halfFigure, heightOf, mirrored, nameOfCells, quarterTurned, settled, square, turnsOf, widthOf,
} from './cell-rules.ts' // prettier-ignore
import { withPaths } from './drawing-rules.ts'
import type { Choice, Filling, Picking } from './puzzle-rules.ts'
import { drawnSolid } from './solid-rules.ts'

const isCell = ([x, y]: Cell, [column, row]: Cell): boolean => x === column && y === row
const has = (cells: readonly Cell[], cell: Cell): boolean => cells.some((one) => isCell(one, cell))

/** Figures of four and five squares that fit into four by four. */
const pieces = [...figures(4), ...figures(5)].filter((cells) => widthOf(cells) <= 4 && heightOf(cells) <= 4)
const BOARD = 5

export const pieceItems = pieces.length * 4

/** The piece that fits into the hole as it lies; the others are its turns, its mirror image, and what is nearly it. */
export function fittingPiece(item: number, own: Random, random: Random): Picking {
  const piece = pieces[Math.floor(item / 4)] ?? [[0, 0]]
  const at: Cell = [
    Math.floor(own() * (BOARD - widthOf(piece) + 1)),
    Math.floor(own() * (BOARD - heightOf(piece) + 1)),
  ]
  const hole = piece.map(([x, y]): Cell => [x + at[0], y + at[1]])
  const board = Array.from({ length: BOARD * BOARD }, (_, place): Cell => [
    place % BOARD,
    Math.floor(place / BOARD),
  ])
  const plain = board.filter((cell) => !has(hole, cell))
  const field = { columns: BOARD, rows: BOARD, at: [0, 0] as Cell }
  const model = withPaths(drawnCells(plain, field), [{ d: square([0, 0], BOARD * 40, [4, 4]), tone: 'line' }])
  const aided = drawnCells(board, field, (cell) => (has(hole, cell) ? 'seen' : 'cell'))
  const near = [...turnsOf(piece), ...turnsOf(mirrored(piece))]
  const more = pieces.filter((one) => one.length === piece.length)
  const shapes = withOthers(piece, [...shuffled(near, random).slice(0, 3), ...shuffled(more, random)], random)
  return {
    kind: 'pick',
    ask: 'piece',
    name: null,
    models: [model],
    aided: [aided],
    choices: shapes.map((cells): Choice => ({
      kind: 'drawn',
      name: 'figure',
      drawn: drawnCells(cells, { columns: 4, rows: 4 }),
      aided: drawnCells(cells, { columns: 4, rows: 4 }, () => 'seen'),
    })),
    right: shapes.findIndex((cells) => nameOfCells(cells) === nameOfCells(piece)),
  }
}

/** The figure and three others, none twice, in an order by chance. */
function withOthers(
  right: readonly Cell[],
  others: readonly (readonly Cell[])[],
  random: Random,
): readonly (readonly Cell[])[] {
  const found = new Map([[nameOfCells(right), settled(right)]])
  for (const other of others) {
    if (found.size === 4) break
    if (!found.has(nameOfCells(other))) found.set(nameOfCells(other), settled(other))
  }
  return shuffled([...found.values()], random)
}

/** Figures of five squares that are not their own mirror image however they are turned, and lie in four ways. */
const leftOrRight = figures(5).filter((cells) => {
  const turns = turnsOf(cells).map(nameOfCells)
  return !turns.includes(nameOfCells(mirrored(cells))) && new Set(turns).size === 4
})

export const turnItems = leftOrRight.length * 3

/** The same figure turned by one, two or three quarters; the others are its mirror image. */
export function turnedFigure(item: number, _own: Random, random: Random): Picking {
  const figure = leftOrRight[Math.floor(item / 3)] ?? [[0, 0]]
  const right = turnsOf(figure)[1 + (item % 3)] ?? figure
  const shapes = withOthers(right, shuffled(turnsOf(mirrored(figure)), random), random)
  // One end of the figure, wherever it went: the same square in all of them.
  const end = endOf(figure)
  const model = drawnCells(figure, { columns: 4, rows: 4 })
  const marked = (cells: readonly Cell[], way: readonly Cell[]) => {
    const marks = followed(way, end, cells)
    return drawnCells(cells, { columns: 4, rows: 4 }, (cell) =>
      marks && isCell(marks, cell) ? 'seen' : 'cell',
    )
  }
  return {
    kind: 'pick',
    ask: 'turned',
    name: null,
    models: [model],
    aided: [drawnCells(figure, { columns: 4, rows: 4 }, (cell) => (isCell(cell, end) ? 'seen' : 'cell'))],
    choices: shapes.map((cells): Choice => ({
      kind: 'drawn',
      name: 'figure',
      drawn: drawnCells(cells, { columns: 4, rows: 4 }),
      aided: marked(cells, figure),
    })),
    right: shapes.findIndex((cells) => nameOfCells(cells) === nameOfCells(right)),
  }
}

/** A square with one neighbour only. */
const endOf = (cells: readonly Cell[]): Cell =>
  cells.find((cell) => cells.filter((other) => isBeside(cell, other)).length === 1) ?? cells[0] ?? [0, 0]
const isBeside = ([x, y]: Cell, [column, row]: Cell): boolean =>
  Math.abs(x - column) + Math.abs(y - row) === 1

interface Followed {
  readonly cells: readonly Cell[]
  readonly one: Cell
}

function step({ cells, one }: Followed): Followed {
  const bottom = Math.max(...cells.map(([, y]) => y))
  return { cells: quarterTurned(cells), one: [bottom - one[1], one[0]] }
}

/** Where a square of a figure comes to lie when the figure is turned or mirrored into another one; null where it is neither. */
function followed(figure: readonly Cell[], cell: Cell, into: readonly Cell[]): Cell | null {
  const flat = settled(figure)
  const right = Math.max(...flat.map(([x]) => x))
  const image: Followed = { cells: mirrored(flat), one: [right - cell[0], cell[1]] }
  for (const first of [{ cells: flat, one: cell }, image]) {
    let now: Followed = first
    for (let turn = 0; turn < 4; turn += 1) {
      if (nameOfCells(now.cells) === nameOfCells(into)) return now.one
      now = step(now)
    }
  }
  return null
}

/** A half figure and how its mirror lies. */
interface Half {
  readonly mirror: 'upright' | 'level'
  readonly half: readonly Cell[]
}

const HALVES = 240
export const halfItems = HALVES

/** Half a field, from its far edge to the mirror, and how many squares of it are filled at least, of three more at most. */
interface HalfField {
  readonly mirror: 'upright' | 'level'
  readonly columns: number
  readonly rows: number
  readonly least: number
}
const small: readonly HalfField[] = [{ mirror: 'upright', columns: 3, rows: 4, least: 4 }]
/** A lying mirror leaves three rows on each side: more would be too small for a finger. */
const large: readonly HalfField[] = [
  { mirror: 'upright', columns: 4, rows: 5, least: 7 },
  { mirror: 'level', columns: 3, rows: 6, least: 7 },
]

interface Half extends HalfField {
  readonly half: readonly Cell[]
}

const nameOfPlaces = (cells: readonly Cell[]): string => cells.join(' ')

/** Different half figures by chance, always the same ones. */
function halvesIn(fields: readonly HalfField[]): readonly Half[] {
  const random = seededRandom(17)
  const found = new Map<string, Half>()
  while (found.size < HALVES) {
    const field = fields[found.size % fields.length] ?? small[0]
    if (!field) break
    const half = halfFigure(field.columns, field.rows, field.least + Math.floor(random() * 3), random)
    found.set(`${field.mirror} ${nameOfPlaces(half)}`, { ...field, half })
  }
  return [...found.values()]
}

// Made with the first of them that is asked: what a child never opens costs no start.
const halves: { small?: readonly Half[]; large?: readonly Half[] } = {}
const halvesOf = (size: 'small' | 'large'): readonly Half[] =>
  (halves[size] ??= halvesIn(size === 'small' ? small : large))

const over = (cells: readonly Cell[]) => cells.map(([x, y]): Cell => [y, x])

/** The other half, square by square: upright mirror and small for grade two, larger and lying for grade four. */
export function otherHalf(item: number, size: 'small' | 'large'): Filling {
  const { mirror, columns, rows, half } = halvesOf(size)[item] ?? {
    mirror: 'upright',
    columns: 1,
    rows: 1,
    half: [[0, 0]],
  }
  const across = half.map(([x, y]): Cell => [columns * 2 - 1 - x, y])
  if (mirror === 'upright')
    return { kind: 'fill', ask: 'half', columns: columns * 2, rows, mirror, given: half, missing: across }
  return {
    kind: 'fill',
    ask: 'half',
    columns: rows,
    rows: columns * 2,
    mirror,
    given: over(half),
    missing: over(across),
  }
}

/** The eleven ways to unfold a cube, as rows of squares. */
const cubeNets = [
  '.#..|####|.#..', '.#..|####|..#.', '#...|####|.#..', '#...|####|..#.', '#...|####|#...', '#...|####|...#',
  '###..|..###', '##..|.###|..#.', '##..|.###|.#..', '##..|.###|...#', '##..|.##.|..##',
].map(cellsOf) // prettier-ignore

function cellsOf(rows: string): readonly Cell[] {
  return rows
    .split('|')
    .flatMap((row, y) => Array.from(row).flatMap((one, x): Cell[] => (one === '#' ? [[x, y]] : [])))
}

/** All ways in which it lies, mirrored ones too. */
const waysOf = (cells: readonly Cell[]): readonly (readonly Cell[])[] => [
  ...new Map([...turnsOf(cells), ...turnsOf(mirrored(cells))].map((way) => [nameOfCells(way), way])).values(),
]

const foldable = cubeNets.flatMap(waysOf)
const foldableNames = new Set(foldable.map(nameOfCells))
const unfoldable = figures(6).filter(
  (cells) => !foldableNames.has(nameOfCells(cells)) && widthOf(cells) <= 5 && heightOf(cells) <= 5,
)

export const cubeNetItems = foldable.length

/** The square with most neighbours: a good ground to fold up from. */
function ground(cells: readonly Cell[]): Cell {
  const count = (cell: Cell) => cells.filter((other) => isBeside(cell, other)).length
  return cells.reduce((best, cell) => (count(cell) > count(best) ? cell : best), cells[0] ?? [0, 0])
}

/** The one of four that folds into a cube. */
export function cubeNet(item: number, _own: Random, random: Random): Picking {
  const right = foldable[item] ?? cubeNets[0] ?? []
  const shapes = withOthers(
    right,
    Array.from({ length: 12 }, () => pick(unfoldable, random) ?? right),
    random,
  )
  const field = { columns: 5, rows: 5 }
  const cube = drawnSolid('cube', seededRandom(1))
  return {
    kind: 'pick',
    ask: 'cube-net',
    name: null,
    models: [cube],
    aided: [cube],
    choices: shapes.map((cells): Choice => ({
      kind: 'drawn',
      name: 'net',
      drawn: drawnCells(cells, field),
      aided: drawnCells(cells, field, (cell) => (isCell(cell, ground(cells)) ? 'seen' : 'cell')),
    })),
    right: shapes.findIndex((cells) => nameOfCells(cells) === nameOfCells(right)),
  }
}
