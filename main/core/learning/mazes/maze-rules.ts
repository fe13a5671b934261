/** A maze: cells from 0, row by row. */
export interface Maze {
  readonly columns: number
  readonly rows: number
  /** Of each cell: 1 where it is open to the right, 2 where it is open below, 3 both. */
  readonly open: readonly number[]
  readonly start: number
  readonly goal: number
  /** What is picked up by being there: the key first where there is a door. All of it before the goal counts. */
  readonly things: readonly number[]
  /** A cell that is shut until the first thing, its key, is picked up. */
  readonly door: number | null
}

/** Cells in the order they were walked through, from the start. */
export type Way = readonly number[]

/** Whether one may step from a cell to another: neighbours without a wall between them. */
export function isOpen({ columns, open }: Pick<Maze, 'columns' | 'open'>, from: number, to: number): boolean {
  const [first, second] = from < to ? [from, to] : [to, from]
  if (second - first === 1 && second % columns !== 0) return ((open[first] ?? 0) & 1) !== 0
  return second - first === columns && ((open[first] ?? 0) & 2) !== 0
}

/** The cells that one may step to, doors not asked. */
export function neighbours(maze: Pick<Maze, 'columns' | 'open'>, from: number): readonly number[] {
  return [from - maze.columns, from - 1, from + 1, from + maze.columns].filter(
    (to) => to >= 0 && to < maze.open.length && isOpen(maze, from, to),
  )
}

/** Whether a cell may be entered by somebody who was in these cells. */
const isLet = ({ door, things }: Maze, to: number, been: Way): boolean =>
  to !== door || been.includes(things[0] ?? -1)

/**
 * The way after one more step; undefined where there is a wall or a shut door. Going back rolls the way up, but never past where
 * something was picked up last, so a way stays short and what was picked up stays picked up.
 */
export function stepped(maze: Maze, way: Way, to: number): Way | undefined {
  const from = way.at(-1)
  if (from === undefined || !isOpen(maze, from, to) || !isLet(maze, to, way)) return undefined
  const picked = Math.max(0, ...maze.things.map((thing) => way.indexOf(thing)))
  const before = way.lastIndexOf(to)
  return before >= picked ? way.slice(0, before + 1) : [...way, to]
}

/** Whether all of a way may be walked. */
export function isWalkable(maze: Maze, way: Way): boolean {
  return (
    way[0] === maze.start &&
    way.every((to, at) => {
      const from = way[at - 1]
      return from === undefined || (isOpen(maze, from, to) && isLet(maze, to, way.slice(0, at)))
    })
  )
}

export const missing = ({ things }: Maze, way: Way): readonly number[] =>
  things.filter((thing) => !way.includes(thing))

export const isThere = (maze: Maze, way: Way): boolean =>
  way.at(-1) === maze.goal && missing(maze, way).length === 0

/** The shortest way on from the end of a way to the goal with everything, that end first; undefined where there is none. */
export function shortest(maze: Maze, way: Way): Way | undefined {
  const from = way.at(-1) ?? maze.start
  const bit = new Map(maze.things.map((thing, at) => [thing, 1 << at]))
  const all = (1 << maze.things.length) - 1
  const had = maze.things.reduce((mask, thing, at) => (way.includes(thing) ? mask | (1 << at) : mask), 0)
  // A state is a cell and what one has: cell × 2^things + had.
  const states = all + 1
  const first = from * states + (had | (bit.get(from) ?? 0))
  const cameFrom = new Map<number, number>([[first, -1]])
  const queue = [first]
  for (const state of queue) {
    const cell = Math.floor(state / states)
    const has = state % states
    if (cell === maze.goal && has === all) return back(cameFrom, state, states)
    for (const to of neighbours(maze, cell)) {
      if (to === maze.door && !(has & 1)) continue
      const next = to * states + (has | (bit.get(to) ?? 0))
      if (cameFrom.has(next)) continue
      cameFrom.set(next, state)
      queue.push(next)
    }
  }
  return undefined
}

function back(cameFrom: ReadonlyMap<number, number>, end: number, states: number): Way {
  const way: number[] = []
  for (let state = end; state >= 0; state = cameFrom.get(state) ?? -1) way.unshift(Math.floor(state / states))
  return way
}

/** The next stretch of the shortest way: up to where the maze next lets one choose, and at least `least` steps. */
export function stretch(maze: Maze, way: Way, least: number): Way {
  const on = shortest(maze, way) ?? []
  const end = on.findIndex(
    (cell, at) =>
      at >= least && (neighbours(maze, cell).length > 2 || maze.things.includes(cell) || cell === maze.goal),
  )
  return end < 0 ? on : on.slice(0, end + 1)
}
