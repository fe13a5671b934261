import { Chess, type Move } from 'chess.js'
import { isSquare, type Square } from './board-rules.ts'

export type Side = 'w' | 'b'

/** A move as its two squares: `e2e4`. A pawn that arrives becomes a queen. */
export type Step = string

export const isStep = (value: unknown): value is Step =>
  typeof value === 'string' && value.length === 4 && isSquare(value.slice(0, 2)) && isSquare(value.slice(2))

/** The board with these men and that side to move; null where chess knows no such position. */
export function open(placed: string, side: Side): Chess | null {
  try {
    return new Chess(`${placed} ${side} - - 0 1`)
  } catch {
    return null
  }
}

/** Makes a move on the board; null, and nothing done, where it is not allowed. */
export function move(board: Chess, step: Step): Move | null {
  try {
    return board.move({ from: step.slice(0, 2), to: step.slice(2), promotion: 'q' })
  } catch {
    return null
  }
}

/** The board after some moves from a position with white to move; null where one is not allowed. */
export function played(placed: string, steps: readonly Step[]): Chess | null {
  const board = open(placed, 'w')
  return board && steps.every((step) => move(board, step)) ? board : null
}

export const placedOf = (board: Chess): string => board.fen().split(' ')[0] ?? ''

const stepOf = ({ from, to }: Pick<Move, 'from' | 'to'>): Step => `${from}${to}`

/** Where the man on a square may go. */
export const targetsOf = (board: Chess, from: Square): readonly Square[] => [
  ...new Set(board.moves({ verbose: true }).flatMap((one) => (one.from === from ? [one.to] : []))),
]

const worth = { p: 1, n: 3, b: 3, r: 5, q: 9, k: 0 } as const

/** Captures that win something for the side to move: of a man that nobody guards, or of one that is worth more than the taker. */
export function winningCaptures(board: Chess): readonly Step[] {
  return board.moves({ verbose: true }).flatMap((one) => {
    const { captured, piece, to } = one
    if (!captured) return []
    board.move(one)
    const isGuarded = board.moves({ verbose: true }).some((back) => back.to === to)
    board.undo()
    return !isGuarded || worth[captured] > worth[piece] ? [stepOf(one)] : []
  })
}

/** Whether nobody can take back on the square of the last move. */
export const isFreeCapture = (board: Chess, last: Move): boolean =>
  last.captured !== undefined && !board.moves({ verbose: true }).some(({ to }) => to === last.to)

/**
 * How black answers a move that is not the one: by taking what can be had, by a step of the king, or by any other move. Null
 * where there is no move.
 */
export function replyTo(board: Chess, last: Move): Step | null {
  const moves = board.moves({ verbose: true })
  const [win] = winningCaptures(board)
  const found =
    moves.find(({ to, captured }) => captured && to === last.to) ??
    moves.find(({ piece }) => piece === 'k') ??
    moves[0]
  return win ?? (found ? stepOf(found) : null)
}

/** Black's answer on the way to a mate in two: the one after which fewest moves mate. */
export function hardestReply(board: Chess): Step | null {
  let best: Step | null = null
  let fewest = Infinity
  for (const reply of board.moves()) {
    const made = board.move(reply)
    const mates = board.moves().filter((san) => san.endsWith('#')).length
    board.undo()
    if (mates < fewest) {
      fewest = mates
      best = stepOf(made)
    }
  }
  return best
}

/** A move that mates now; null where there is none. */
export function matingStep(board: Chess): Step | null {
  const found = board.moves().find((san) => san.endsWith('#'))
  if (!found) return null
  const made = board.move(found)
  board.undo()
  return stepOf(made)
}
