import { pick, shuffled, type Random } from '../random-rules.ts'
import type { Level } from './level-rules.ts'
import { isOpen, neighbours, shortest, type Maze } from './maze-rules.ts'

/** How often a corridor goes on from its end, and not from anywhere: long ways with short dead ends. */
const GOES_ON = 0.8

function openBetween(open: number[], from: number, to: number): void {
  const first = Math.min(from, to)
  open[first] = (open[first] ?? 0) | (Math.abs(from - to) === 1 ? 1 : 2)
}

function around(columns: number, cells: number, cell: number): readonly number[] {
  return [
    cell - columns,
    ...(cell % columns > 0 ? [cell - 1] : []),
    ...(cell % columns < columns - 1 ? [cell + 1] : []),
    cell + columns,
  ].filter((to) => to >= 0 && to < cells)
}

/** Passages so that there is exactly one way between any two cells. */
function perfect(columns: number, rows: number, random: Random): number[] {
  const cells = columns * rows
  const open = Array.from({ length: cells }, () => 0)
  const first = Math.floor(random() * cells)
  const been = new Set([first])
  const growing = [first]
  while (growing.length > 0) {
    const at = random() < GOES_ON ? growing.length - 1 : Math.floor(random() * growing.length)
    const from = growing[at] ?? 0
    const to = pick(
      around(columns, cells, from).filter((cell) => !been.has(cell)),
      random,
    )
    if (to === undefined) growing.splice(at, 1)
    else {
      openBetween(open, from, to)
      been.add(to)
      growing.push(to)
    }
  }
  return open
}

/** Cells that are reached from one without entering `shut`. */
function reached(
  maze: Pick<Maze, 'columns' | 'open'>,
  from: number,
  shut: number | null,
): ReadonlySet<number> {
  const found = new Set([from])
  for (const cell of found) for (const to of neighbours(maze, cell)) if (to !== shut) found.add(to)
  return found
}

/** Takes walls away, never one beside the door and never one between its two sides. */
function loosen(maze: Maze, many: number, random: Random): readonly number[] {
  const open = [...maze.open]
  const side = reached(maze, maze.start, maze.door)
  let left = many
  for (const cell of shuffled([...open.keys()], random)) {
    const to = pick(
      around(maze.columns, open.length, cell).filter(
        (other) =>
          other !== maze.door &&
          cell !== maze.door &&
          !isOpen({ columns: maze.columns, open }, cell, other) &&
          side.has(cell) === side.has(other),
      ),
      random,
    )
    if (left === 0) break
    if (to === undefined) continue
    openBetween(open, cell, to)
    left -= 1
  }
  return open
}

/** A maze of a level; what has to be had can be had, and a door cannot be gone round. */
export function makeMaze(level: Level, random: Random): Maze {
  const { columns, rows, loops, things, door } = level
  const open = perfect(columns, rows, random)
  const corners = [0, columns - 1, columns * (rows - 1), columns * rows - 1]
  const corner = Math.floor(random() * 4)
  const bare: Maze = {
    columns,
    rows,
    open,
    start: corners[corner] ?? 0,
    goal: corners[3 - corner] ?? 0,
    things: [],
    door: null,
  }
  const straight = shortest(bare, [bare.start]) ?? []
  // In the second half of the way, so that there is room for looking for the key.
  const inWay = straight.slice(Math.ceil(straight.length / 2), -1)
  const shut = door ? (pick(inWay, random) ?? null) : null
  const side = reached(bare, bare.start, shut)
  const ends = [...open.keys()].filter(
    (cell) => neighbours(bare, cell).length === 1 && cell !== bare.start && cell !== bare.goal,
  )
  const forKey = ends.filter((cell) => side.has(cell))
  const places = (from: readonly number[]) =>
    shuffled(from.length >= 3 ? from : [...side].filter((cell) => !straight.includes(cell)), random)
  const key = door ? places(forKey).slice(0, 1) : []
  if (door && (shut === null || key.length === 0)) return makeMaze(level, random)
  const others = shuffled(
    [...open.keys()].filter(
      (cell) => ![bare.start, bare.goal, shut, ...key].includes(cell) && neighbours(bare, cell).length < 3,
    ),
    random,
  )
  const maze = { ...bare, door: shut, things: [...key, ...apart(others, things, columns)] }
  return { ...maze, open: loosen(maze, loops, random) }
}

/** Some cells that do not lie beside each other. */
function apart(from: readonly number[], many: number, columns: number): readonly number[] {
  const chosen: number[] = []
  for (const cell of from) {
    const isFar = chosen.every(
      (one) =>
        Math.abs((one % columns) - (cell % columns)) +
          Math.abs(Math.floor(one / columns) - Math.floor(cell / columns)) >
        4,
    )
    if (chosen.length < many && isFar) chosen.push(cell)
  }
  return chosen
}
