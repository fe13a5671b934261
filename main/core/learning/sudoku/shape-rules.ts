/** Cells of a side: 4, 6 and 9 are played. */
export type Size = 4 | 6 | 9

/** A grid by its size: what belongs together, by places from 0, row by row. */
export interface Shape {
  readonly size: Size
  /** Rows and columns of a box. */
  readonly box: { readonly rows: number; readonly columns: number }
  /** Rows, then columns, then boxes: in each of them every value comes once. */
  readonly units: readonly (readonly number[])[]
  /** The numbers of the three units of each place. */
  readonly unitsOf: readonly (readonly number[])[]
  /** The places that share a unit with each place, without itself. */
  readonly peers: readonly (readonly number[])[]
}

/** Whether a unit of `units` is a row, a column or a box. */
export const kindOf = ({ size }: Shape, unit: number): 'row' | 'column' | 'box' =>
  unit < size ? 'row' : unit < 2 * size ? 'column' : 'box'

function made(size: Size, rows: number): Shape {
  const columns = size / rows
  const places = Array.from({ length: size * size }, (_, at) => at)
  const of = (belongs: (row: number, column: number) => number) =>
    Array.from({ length: size }, (_, unit) =>
      places.filter((at) => belongs(Math.floor(at / size), at % size) === unit),
    )
  const units = [
    ...of((row) => row),
    ...of((_, column) => column),
    ...of((row, column) => Math.floor(row / rows) * rows + Math.floor(column / columns)),
  ]
  const unitsOf = places.map((at) => [...units.keys()].filter((unit) => units[unit]?.includes(at)))
  const peers = unitsOf.map((mine, at) => {
    const near = new Set(mine.flatMap((unit) => units[unit] ?? []))
    return [...near].filter((one) => one !== at)
  })
  return { size, box: { rows, columns }, units, unitsOf, peers }
}

const shapes: Readonly<Record<Size, Shape>> = { 4: made(4, 2), 6: made(6, 2), 9: made(9, 3) }

export const shapeOf = (size: Size): Shape => shapes[size]

/** Values of all places, 0 where empty, row by row. */
export type Cells = readonly number[]

export const isSize = (size: unknown): size is Size => size === 4 || size === 6 || size === 9

/** Places that hold the same value as another one of their row, column or box. */
export function clashes(shape: Shape, cells: Cells): readonly number[] {
  return shape.peers.flatMap((peers, at) =>
    cells[at] && peers.some((peer) => cells[peer] === cells[at]) ? [at] : [],
  )
}
