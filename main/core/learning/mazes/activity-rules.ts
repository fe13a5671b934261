import type { ActivityRules, Exercise } from '../activity-rules.ts'
import { fresh } from '../fresh-rules.ts'
import { ladder, type LadderState } from '../ladder-rules.ts'
import { isRecord, isWhole } from '../parsed-rules.ts'
import type { Random } from '../random-rules.ts'
import { drawMaze } from './drawing-rules.ts'
import { levelOfId, levels, type Level } from './level-rules.ts'
import { makeMaze } from './make-rules.ts'
import { isThere, isWalkable, shortest, stretch, type Maze, type Way } from './maze-rules.ts'

/** A maze and who walks in it. The answer is the way, from the start to the goal, through everything that has to be had. */
export interface MazeExercise extends Exercise, Maze {
  /** A place in the list of walkers that the window draws, 0 to 3. */
  readonly who: number
}

/** Where to go first. From where the child stands, the window asks `stretch` itself. */
export interface MazeHint {
  readonly stretch: Way
}

/** Walkers that there are. */
const WALKERS = 4

const { begin, readState, levelOf, advance } = ladder(levels, { up: 3, down: 2 })

/** Mazes (L5): dragged along or walked by the arrows; nothing to read. */
export const mazes: ActivityRules<LadderState, MazeExercise, MazeHint> = {
  id: 'mazes',
  subject: 'logic',
  grades: { from: 1, to: 6 },
  levels,
  length: 3,
  tries: null,
  // Another maze each time.
  book: null,
  begin,
  readState,
  levelOf,
  advance,

  readExercise(kept) {
    if (!isRecord(kept) || !isWhole(kept['who'], 0, WALKERS - 1)) return null
    const level = levelOfId(kept['level'])
    const maze = level && mazeIn(kept, level)
    if (!maze) return null
    const exercise = exerciseOf(level, maze, kept['who'])
    return exercise.key === kept['key'] && shortest(maze, [maze.start]) ? exercise : null
  },

  next: ({ level }, random, asking) => fresh(() => made(levelOfId(level) ?? levels[0], random), asking),

  again: () => null,

  check(maze, answer) {
    if (!isWay(answer, maze) || !isWalkable(maze, answer)) return { check: 'nothing' }
    return { check: isThere(maze, answer) ? 'right' : 'partly' }
  },

  solve: (maze) => shortest(maze, [maze.start]) ?? [maze.start],

  hint: (maze) => ({ stretch: stretch(maze, [maze.start], 1) }),

  print(maze) {
    return { ask: [drawMaze(maze, [])], answer: [drawMaze(maze, shortest(maze, [maze.start]) ?? [])] }
  },

  stamps(_, __, { exercise, how, answer }) {
    const level = levelOfId(exercise.level)
    if (!level || how === 'shown') return []
    const facts = { columns: level.columns, rows: level.rows }
    const least = shortest(exercise, [exercise.start])?.length
    const isShortest =
      how === 'alone' && level.loops > 0 && isWay(answer, exercise) && answer.length === least
    return [
      ...(level.door ? [{ stamp: 'door', facts }] : level.grade > 1 ? [{ stamp: 'large', facts }] : []),
      ...(isShortest ? [{ stamp: 'shortest', facts: { steps: answer.length - 1 } }] : []),
    ]
  },
}

/** More steps than any way has that was rolled up. */
const MOST_STEPS = 2000

const isWay = (value: unknown, { open }: Maze): value is number[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= MOST_STEPS &&
  Array.from(value as unknown[]).every((cell) => isWhole(cell, 0, open.length - 1))

function mazeIn(kept: Readonly<Record<string, unknown>>, level: Level): Maze | undefined {
  const { columns, rows } = level
  const cells = columns * rows
  const { open, start, goal, things, door } = kept
  const isCell = (value: unknown): value is number => isWhole(value, 0, cells - 1)
  const areOpen = (value: unknown): value is number[] =>
    Array.isArray(value) &&
    value.length === cells &&
    Array.from(value as unknown[]).every(
      (bits, at) =>
        isWhole(bits, 0, 3) &&
        !(bits & 1 && at % columns === columns - 1) &&
        !(bits & 2 && at >= cells - columns),
    )
  const areThings = (value: unknown): value is number[] =>
    Array.isArray(value) && value.length <= 4 && Array.from(value as unknown[]).every(isCell)
  if (!areOpen(open) || !areThings(things) || !isCell(start) || !isCell(goal)) return undefined
  if (door !== null && (!isCell(door) || things.length === 0)) return undefined
  const special = [start, goal, ...things, ...(door === null ? [] : [door])]
  return new Set(special).size === special.length
    ? { columns, rows, open, start, goal, things, door }
    : undefined
}

/** The passages, two cells a digit, say which maze it is. */
function exerciseOf(level: Level, maze: Maze, who: number): MazeExercise {
  const digits = maze.open.flatMap((bits, at) =>
    at % 2 === 0 ? [(bits * 4 + (maze.open[at + 1] ?? 0)).toString(16)] : [],
  )
  const key = `${level.id} ${who}${maze.start > maze.goal ? 'a' : 'b'}${BigInt(`0x${digits.join('')}`).toString(36)}`
  return { key, level: level.id, ...maze, who }
}

const made = (level: Level, random: Random): MazeExercise =>
  exerciseOf(level, makeMaze(level, random), Math.floor(random() * WALKERS))
