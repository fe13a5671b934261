import type { ActivityRules, Check, Exercise, Finished } from '../activity-rules.ts'
import { fresh } from '../fresh-rules.ts'
import { ladder, type LadderState } from '../ladder-rules.ts'
import { isRecord, isWhole } from '../parsed-rules.ts'
import { pick, type Random } from '../random-rules.ts'
import {
  isSquare, menOf, seen, seenMen, writtenMen, type Man, type Men, type Square, type View,
} from './board-rules.ts' // prettier-ignore
import { printed } from './diagram-rules.ts'
import {
  hardestReply, isFreeCapture, isStep, matingStep, move, open, played, replyTo, winningCaptures, type Step,
} from './play-rules.ts' // prettier-ignore
import { positions } from './positions-rules.ts'
import { makeWalk, menOfWalk, walked, wayToAll, type Walk } from './walk-rules.ts'

/** Chess belongs to no school grade: whoever comes learns first how the rook moves, and is soon further where that is known. */
export const levels = [
  { id: 'rook', grade: null },
  { id: 'bishop', grade: null },
  { id: 'queen', grade: null },
  { id: 'king', grade: null },
  { id: 'knight', grade: null },
  { id: 'pawn', grade: null },
  { id: 'take', grade: null },
  { id: 'guard', grade: null },
  { id: 'check', grade: null },
  { id: 'escape', grade: null },
  { id: 'mate-one', grade: null },
  { id: 'verdict', grade: null },
  { id: 'mate-two', grade: null },
] as const

export type ChessLevel = (typeof levels)[number]['id']

/** How the men of the first levels are written. */
const walkers = { rook: 'r', bishop: 'b', queen: 'q', king: 'k', knight: 'n', pawn: 'p' } as const
export type WalkLevel = keyof typeof walkers
export type PositionLevel = keyof typeof positions
export const isWalk = (level: string): level is WalkLevel => Object.hasOwn(walkers, level)

export const VERDICTS = 3

/**
 * A walk for stars (its answer: the squares walked to), a position with white to move (its answer: the moves, black's
 * reply between two of them), or one with black to move that is judged (its answer: 0 checkmate, 1 stalemate, 2 neither).
 */
export interface ChessExercise extends Exercise {
  /** Where the men stand: the first part of a FEN. In a walk the one that walks and own pawns. */
  readonly placed: string
  readonly stars: readonly Square[]
  /** A right first move, or the verdict as a digit; '' in a walk. */
  readonly best: string
}

/** Where to look: at the man that moves, at a king and who attacks it. In a walk the component shows the next step. */
export interface ChessHint {
  readonly squares: readonly Square[]
}

/** What is said of a move that is allowed. */
export interface ChessSaid {
  /** It is the way to go: the reply stays, and the next move follows. */
  readonly isOn: boolean
  /** How black answers; null where it cannot. */
  readonly reply: Step | null
}

// Each level is one thing to understand; who has understood it is not kept there.
const { begin, readState, levelOf, advance } = ladder(levels, { up: 4, down: 2 })

/** Chess from how a rook moves to mate in two (L5). Nothing of the first levels needs reading. */
export const chess: ActivityRules<LadderState, ChessExercise, ChessHint> = {
  id: 'chess',
  subject: 'logic',
  grades: { from: 1, to: 6 },
  levels,
  length: 6,
  tries: null,
  // What was shown comes back another day.
  book: { most: 1, when: 'between' },
  begin,
  readState,
  levelOf,
  advance,

  readExercise(kept) {
    if (!isRecord(kept) || !isLevel(kept['level'])) return null
    const { key, level, placed, stars, best } = kept
    if (typeof key !== 'string' || key.length === 0 || key.length > 80) return null
    if (typeof placed !== 'string' || typeof best !== 'string') return null
    if (!Array.isArray(stars) || stars.length > 8 || !stars.every(isSquare)) return null
    const exercise: ChessExercise = { key, level, placed, stars, best }
    return isSound(exercise) ? exercise : null
  },

  next({ level }, random, asking) {
    const at = isLevel(level) ? level : levels[0].id
    return fresh(() => (isWalk(at) ? walkExercise(at, random) : positionExercise(at, random)), asking)
  },

  again: ({ key, exercise }) => {
    const read = chess.readExercise(exercise)
    return read?.key === key ? read : null
  },

  check(exercise, answer) {
    const { level } = exercise
    if (isWalk(level)) return checkWalk(exercise, answer)
    if (level === 'verdict') {
      if (!isWhole(answer, 0, VERDICTS - 1)) return { check: 'nothing' }
      return { check: `${answer}` === exercise.best ? 'right' : 'wrong' }
    }
    return checkMoves(exercise, answer)
  },

  solve(exercise) {
    const { level, placed, best } = exercise
    const walk = walkOf(exercise)
    if (walk) return wayToAll(walk) ?? []
    if (level === 'verdict') return Number(best)
    if (level !== 'mate-two') return [best]
    const board = played(placed, [best])
    const reply = board && hardestReply(board)
    const last = board && reply && move(board, reply) ? matingStep(board) : null
    return reply && last ? [best, reply, last] : [best]
  },

  hint({ level, placed, best }) {
    if (isWalk(level)) return { squares: [] }
    if (level !== 'verdict') return { squares: [best.slice(0, 2)] }
    const board = open(placed, 'b')
    const king = board?.findPiece({ type: 'k', color: 'b' })[0]
    return { squares: king && board ? [king, ...board.attackers(king, 'w')] : [] }
  },

  print: (exercise) => printed(exercise, chess.solve(exercise)),

  stamps(before, after, { exercise }: Finished<ChessExercise>) {
    // A level that is left upwards is a thing that is known.
    const [from, to] = [before, after].map(({ level }) => levels.findIndex(({ id }) => id === level))
    const isUp = from !== undefined && to !== undefined && to > from
    if (isUp && exercise.level === 'pawn') return [{ stamp: 'moves', facts: {} }]
    if (isUp && exercise.level === 'mate-one') return [{ stamp: 'mate-one', facts: {} }]
    if (isUp && exercise.level === 'escape') return [{ stamp: 'check', facts: {} }]
    return []
  },
}

const isLevel = (id: unknown): id is ChessLevel => levels.some((level) => level.id === id)

/** The walk of an exercise; null where it is none. */
export function walkOf({ level, placed, stars }: ChessExercise): Walk | null {
  const men = menOf(placed)
  if (!men || !isWalk(level)) return null
  const kind = walkers[level]
  const own = [...men].filter(([, man]) => man.kind === kind)
  const [walker] = own
  if (!walker || own.length !== 1) return null
  const blocked = [...men.keys()].filter((square) => square !== walker[0])
  return { kind, at: walker[0], blocked, stars }
}

function isSound(exercise: ChessExercise): boolean {
  const { level, placed, stars, best } = exercise
  const men = menOf(placed)
  if (!men) return false
  if (isWalk(level)) {
    const walk = walkOf(exercise)
    const isClear =
      stars.length > 0 && new Set(stars).size === stars.length && !stars.some((star) => men.has(star))
    return walk !== null && isClear && best === '' && wayToAll(walk) !== null
  }
  return stars.length === 0 && views.some((view) => found.has(nameIn(level, men, best, view)))
}

/** Every position that was found: what an older program kept and this one does not know is not asked again. */
const found: ReadonlySet<string> = new Set(
  Object.entries(positions).flatMap(([level, list]) => list.map((one) => `${level} ${one}`)),
)

const flags = [false, true] as const
const views: readonly View[] = flags.flatMap((mirror) =>
  flags.flatMap((upside) => flags.map((slope) => ({ mirror, upside, slope }))),
)

const seenStep = (step: string, view: View): string =>
  isStep(step) ? seen(step.slice(0, 2), view) + seen(step.slice(2), view) : step

const nameIn = (level: string, men: Men, best: string, view: View): string =>
  `${level} ${writtenMen(seenMen(men, view))} ${seenStep(best, view)}`

function walkExercise(level: WalkLevel, random: Random): ChessExercise {
  const walk = makeWalk(walkers[level], random)
  const placed = writtenMen(menOfWalk(walk))
  return { key: `${level} ${placed} ${walk.stars.join('')}`, level, placed, stars: walk.stars, best: '' }
}

const isPawn = ({ kind }: Man): boolean => kind === 'p'

/** One of the positions found, seen from one of the sides that leave it what it is. */
function positionExercise(level: Exclude<ChessLevel, WalkLevel>, random: Random): ChessExercise {
  const [placed = '', best = ''] = (pick(positions[level], random) ?? '').split(' ')
  const men: Men = menOf(placed) ?? new Map<Square, Man>()
  const hasPawn = [...men.values()].some(isPawn)
  const coin = () => random() < 0.5
  const view = { mirror: coin(), upside: !hasPawn && coin(), slope: !hasPawn && coin() }
  const there = writtenMen(seenMen(men, view))
  return { key: `${level} ${there}`, level, placed: there, stars: [], best: seenStep(best, view) }
}

function checkWalk(exercise: ChessExercise, answer: unknown): Check {
  const walk = walkOf(exercise)
  if (!walk || !Array.isArray(answer) || answer.length === 0 || answer.length > MOST_STEPS)
    return { check: 'nothing' }
  const now = answer.every(isSquare) ? walked(walk, answer) : null
  if (!now) return { check: 'nothing' }
  return { check: now.stars.length === 0 ? 'right' : 'partly' }
}

/** Steps of a walk that are kept: a child wanders, but not for ever. */
export const MOST_STEPS = 400

const onTheWay = (reply: Step | null): Check => {
  const said: ChessSaid = { isOn: true, reply }
  return { check: 'partly', said }
}

/** Allowed, but not the way: a try like any other, so that what was found by trying all moves is not called found alone. */
const another = (reply: Step | null): Check => {
  const said: ChessSaid = { isOn: false, reply }
  return { check: 'wrong', said }
}

function checkMoves({ level, placed, best }: ChessExercise, answer: unknown): Check {
  const isMoves = Array.isArray(answer) && answer.length > 0 && answer.length <= 3 && answer.every(isStep)
  const board = isMoves ? open(placed, 'w') : null
  if (!board || !isMoves) return { check: 'nothing' }
  const moves = answer.map((step) => move(board, step))
  const last = moves.at(-1)
  if (!last || moves.includes(null)) return { check: 'nothing' }
  const other = () => another(replyTo(board, last))
  if (level === 'mate-two') {
    if (answer[0] !== best) return answer.length === 1 ? other() : { check: 'nothing' }
    if (answer.length === 1) return onTheWay(hardestReply(board))
    if (answer.length === 2) return { check: 'nothing' }
    return board.isCheckmate() ? { check: 'right' } : other()
  }
  if (answer.length > 1) return { check: 'nothing' }
  const isRight =
    level === 'take'
      ? isFreeCapture(board, last)
      : level === 'guard'
        ? winningCaptures(board).length === 0
        : level === 'check'
          ? board.isCheck()
          : level === 'escape' || board.isCheckmate()
  return isRight ? { check: 'right' } : other()
}
