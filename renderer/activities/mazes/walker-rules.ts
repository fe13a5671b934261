import { isOpen, stepped, type Maze, type Way } from '#core/learning/mazes/maze-rules.ts'

/** Who walks, what is looked for, and what is picked up on the way, by the exercise's `who`. */
export const walkers = [
  { who: 'rabbit', goal: 'carrot', thing: 'strawberry' },
  { who: 'monkey', goal: 'banana', thing: 'pear' },
  { who: 'mouse', goal: 'cheese', thing: 'grapes' },
  { who: 'bear', goal: 'honey', thing: 'apple' },
] as const

export type Direction = 'up' | 'left' | 'right' | 'down'

/** The way after a step in a direction; undefined where there is a wall, a shut door or no cell. */
export function stepTo(maze: Maze, way: Way, direction: Direction): Way | undefined {
  const by = { up: -maze.columns, left: -1, right: 1, down: maze.columns }[direction]
  return stepped(maze, way, (way.at(-1) ?? maze.start) + by)
}

/** Cells that a finger may be ahead of the walker and still be followed round a corner. */
const NEAR = 2

/** The way on to the cell under a finger: along a straight corridor however long, round a corner where the finger is near. */
export function followed(maze: Maze, way: Way, to: number): Way {
  const { columns } = maze
  const apart = (cell: number) => ({
    across: (to % columns) - (cell % columns),
    down: Math.floor(to / columns) - Math.floor(cell / columns),
  })
  const first = apart(way.at(-1) ?? maze.start)
  const isStraight = first.across === 0 || first.down === 0
  if (!isStraight && Math.abs(first.across) + Math.abs(first.down) > NEAR) return way
  let now = way
  for (;;) {
    const from = now.at(-1) ?? maze.start
    const { across, down } = apart(from)
    const steps = [
      ...(across === 0 ? [] : [{ cell: from + Math.sign(across), far: Math.abs(across) }]),
      ...(down === 0 ? [] : [{ cell: from + Math.sign(down) * columns, far: Math.abs(down) }]),
    ].toSorted((one, other) => other.far - one.far)
    const next = steps.find(({ cell }) => isOpen(maze, from, cell))
    const after = next && stepped(maze, now, next.cell)
    if (!after) return now
    now = after
  }
}

/** The way that was kept before a crash, as far as it can be walked. */
export function wayIn(maze: Maze, kept: unknown): Way {
  const cells: readonly unknown[] = Array.isArray(kept) ? kept : []
  let way: Way = [maze.start]
  for (const cell of cells.slice(1, 2000)) {
    const after = typeof cell === 'number' ? stepped(maze, way, cell) : undefined
    if (!after) return way
    way = after
  }
  return way
}
