/**
 * Finds the positions of the chess activity by chance and search, has chess.js look at each once more, and writes them to
 * `main/core/learning/chess/positions-rules.ts`. Takes some minutes; run by hand when more are wanted:
 * `node e2e/run/node.mjs renderer/build/chess/find-positions.ts`
 */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Chess } from 'chess.js'
import { seededRandom } from '#core/learning/random-rules.ts'
import {
  after, attacksFrom, inCheck, isAttacked, isMate, kingOf, legalMoves, named, written, type Board, type Move,
} from './engine.ts' // prettier-ignore

const random = seededRandom(20_260)
const below = (limit: number): number => Math.floor(random() * limit)
const worth = [0, 1, 3, 3, 5, 9, 0] as const
const worthOf = (piece: number): number => worth[Math.abs(piece)] ?? 0
const spelled = ({ from, to }: Move): string => named(from) + named(to)

/** A board on which these pieces stand anywhere: kings apart, pawns not on the edge, the black king at an edge if wanted. */
function scattered(pieces: readonly number[], atEdge: boolean): Board | null {
  const board: Board = new Int8Array(64)
  for (const piece of pieces) {
    for (let tried = 0; ; tried += 1) {
      if (tried > 50) return null
      const square = below(64)
      const [file, rank] = [square % 8, square >> 3]
      const edge = file === 0 || file === 7 || rank === 0 || rank === 7
      if (board[square] !== 0 || (piece === -6 && atEdge && !edge)) continue
      if (Math.abs(piece) === 1 && (rank === 0 || rank === 7 || rank === (piece === 1 ? 6 : 1))) continue
      board[square] = piece
      break
    }
  }
  return attacksFrom(board, kingOf(board, 1)).includes(kingOf(board, -1)) ? null : board
}

const some = (from: readonly number[], least: number, most: number): number[] =>
  Array.from({ length: least + below(most - least + 1) }, () => from[below(from.length)] ?? 1)

/** The answer to a position, as it is written after it; null where it does not do. */
type Look = (board: Board) => string | null

interface Kind {
  readonly count: number
  readonly make: () => Board | null
  readonly look: Look
  /** Whether chess.js says the same. */
  readonly agrees: (chess: Chess, answer: string) => boolean
}

const white = [2, 2, 3, 3, 4, 4, 5] as const
const black = [-1, -1, -2, -3, -4] as const

const mateOne: Look = (board) => {
  if (inCheck(board, -1) || inCheck(board, 1)) return null
  const mates = legalMoves(board, 1).filter((move) => isMate(after(board, move), -1))
  return mates.length === 1 && mates[0] ? spelled(mates[0]) : null
}

/** Most replies after the first of two moves: more cannot be looked through by a child. */
const REPLIES = 4

const mateTwo: Look = (board) => {
  if (inCheck(board, -1) || inCheck(board, 1)) return null
  const first = legalMoves(board, 1)
  if (first.some((move) => isMate(after(board, move), -1))) return null
  const keys = first.filter((move) => {
    const then = after(board, move)
    const replies = legalMoves(then, -1)
    return (
      replies.length > 0 &&
      replies.every((reply) => {
        const now = after(then, reply)
        return legalMoves(now, 1).some((last) => isMate(after(now, last), -1))
      })
    )
  })
  const [key] = keys
  if (!key || keys.length > 1 || legalMoves(after(board, key), -1).length > REPLIES) return null
  return spelled(key)
}

/** Black's captures that win something: of what nobody guards, or of what is worth more. */
function losses(board: Board): Move[] {
  return legalMoves(board, -1).filter(({ from, to }) => {
    const taken = board[to] ?? 0
    if (taken <= 0) return false
    const then = after(board, { from, to })
    const back = legalMoves(then, 1).some((move) => move.to === to)
    return !back || worthOf(taken) > worthOf(board[from] ?? 0)
  })
}

const free = (board: Board, move: Move): boolean =>
  (board[move.to] ?? 0) < 0 && !legalMoves(after(board, move), -1).some(({ to }) => to === move.to)

const take: Look = (board) => {
  if (inCheck(board, -1) || inCheck(board, 1) || losses(board).length > 0) return null
  const captures = legalMoves(board, 1).filter(({ to }) => (board[to] ?? 0) < 0)
  const good = captures.filter((move) => free(board, move))
  return good.length === 1 && good[0] && captures.length >= 3 ? spelled(good[0]) : null
}

const guard: Look = (board) => {
  if (inCheck(board, -1) || inCheck(board, 1)) return null
  const lost = new Set(losses(board).map(({ to }) => to))
  const [target] = lost
  if (lost.size !== 1 || target === undefined || worthOf(board[target] ?? 0) < 3) return null
  const moves = legalMoves(board, 1)
  const good = moves.filter((move) => losses(after(board, move)).length === 0 && (board[move.to] ?? 0) === 0)
  const any = moves.filter((move) => losses(after(board, move)).length === 0)
  return good[0] && any.length * 3 <= moves.length ? spelled(good[0]) : null
}

const check: Look = (board) => {
  if (inCheck(board, -1) || inCheck(board, 1)) return null
  const moves = legalMoves(board, 1)
  const good = moves.filter((move) => inCheck(after(board, move), -1))
  const [first] = good
  if (!first || good.length > 2 || moves.length < 14) return null
  return good.every(({ to }) => !isAttacked(board, to, -1)) ? spelled(first) : null
}

const escape: Look = (board) => {
  if (!inCheck(board, 1) || inCheck(board, -1)) return null
  const moves = legalMoves(board, 1)
  const byKing = moves.filter(({ from }) => from === kingOf(board, 1)).length
  const [first] = moves
  return first && moves.length <= 4 && (moves.length > byKing || moves.length <= 2) ? spelled(first) : null
}

/** 0 mate, 1 stalemate, 2 in check but free, 3 not in check and free. */
const verdictOf = (board: Board): number => {
  const moves = legalMoves(board, -1).length
  if (moves === 0) return inCheck(board, -1) ? 0 : 1
  return inCheck(board, -1) ? 2 : 3
}
const verdict =
  (wanted: number): Look =>
  (board) => {
    if (inCheck(board, 1) || verdictOf(board) !== wanted) return null
    return legalMoves(board, -1).length <= 2 ? `${Math.min(wanted, 2)}` : null
  }

const mates = (chess: Chess) => chess.moves().filter((move) => move.endsWith('#')).length
/** Black may also become another man than a queen, or take in passing: the engine knows neither. */
function isKey(chess: Chess, answer: string): boolean {
  const board = new Chess(chess.fen())
  board.move({ from: answer.slice(0, 2), to: answer.slice(2), promotion: 'q' })
  const replies = board.moves()
  return replies.every((reply) => {
    board.move(reply)
    const is = mates(board) > 0
    board.undo()
    return is
  })
}
const judged = (board: Chess): string => (board.isCheckmate() ? '0' : board.isStalemate() ? '1' : '2')

const kinds: Readonly<Record<string, Kind>> = {
  take: {
    count: 200,
    make: () => scattered([6, -6, ...some(white, 2, 3), ...some(black, 3, 5)], false),
    look: take,
    agrees: (chess, answer) =>
      chess.moves({ verbose: true }).some(({ lan, captured }) => lan === answer && captured),
  },
  guard: {
    count: 200,
    make: () => scattered([6, -6, ...some([...white, 1, 1], 2, 4), ...some(black, 2, 3)], false),
    look: guard,
    agrees: (chess, answer) => chess.moves({ verbose: true }).some(({ lan }) => lan === answer),
  },
  check: {
    count: 200,
    make: () => scattered([6, -6, ...some(white, 2, 3), ...some(black, 2, 4)], false),
    look: check,
    agrees: (chess, answer) =>
      chess.moves({ verbose: true }).some(({ lan, san }) => lan === answer && /[+#]/u.test(san)),
  },
  escape: {
    count: 200,
    make: () =>
      scattered([6, -6, ...some([...white, 1, 1], 1, 3), ...some([-2, -3, -4, -5, -1], 1, 3)], false),
    look: escape,
    agrees: (chess, answer) =>
      chess.isCheck() && chess.moves({ verbose: true }).some(({ lan }) => lan === answer),
  },
  'mate-one': {
    count: 300,
    make: () => scattered([6, -6, ...some([...white, 1], 2, 3), ...some(black, 1, 4)], true),
    look: mateOne,
    agrees: (chess, answer) =>
      mates(chess) === 1 &&
      chess.moves({ verbose: true }).some(({ lan, san }) => lan === answer && san.endsWith('#')),
  },
  'mate-two': {
    count: 200,
    make: () => scattered([6, -6, ...some([2, 3, 4, 4, 5, 1], 2, 3), ...some(black, 0, 3)], true),
    look: mateTwo,
    agrees: (chess, answer) =>
      mates(chess) === 0 &&
      isKey(chess, answer) &&
      chess.moves({ verbose: true }).some(({ lan }) => lan === answer),
  },
}
for (const wanted of [0, 1, 2, 3])
  Object.assign(kinds, {
    [`verdict ${wanted}`]: {
      count: wanted > 1 ? 60 : 100,
      make: () => scattered([6, -6, ...some([...white, 1], 1, 3), ...some([-1, -1, -2, -3], 0, 2)], true),
      look: verdict(wanted),
      agrees: (chess: Chess, answer: string) => judged(chess) === answer,
    } satisfies Kind,
  })

/** Each position once, whichever side of the board it stands on. */
function found({ count, make, look, agrees }: Kind, side: 'w' | 'b'): string[] {
  const all = new Map<string, string>()
  while (all.size < count) {
    const board = make()
    const answer = board && look(board)
    if (!board || answer === null) continue
    const placed = written(board)
    const mirror = placed
      .split('/')
      .map((row) => Array.from(row).toReversed().join(''))
      .join('/')
    if (all.has(placed) || all.has(mirror)) continue
    const chess = new Chess(`${placed} ${side} - - 0 1`)
    if (agrees(chess, answer)) all.set(placed, `${placed} ${answer}`)
  }
  return [...all.values()]
}

const lists = new Map<string, string[]>()
for (const [name, kind] of Object.entries(kinds)) {
  const list = found(kind, name.startsWith('verdict') ? 'b' : 'w')
  const level = name.split(' ')[0] ?? name
  lists.set(level, [...(lists.get(level) ?? []), ...list])
  process.stdout.write(`${name}: ${list.length}\n`)
}

const text = [...lists].map(
  ([name, list]) => `  '${name}': [\n${list.map((one) => `    '${one}',`).join('\n')}\n  ],`,
)
writeFileSync(
  resolve(import.meta.dirname, '../../../main/core/learning/chess/positions-rules.ts'),
  `/**
 * Found and checked by \`renderer/build/chess/find-positions.ts\`; not written by hand. Where the pieces stand (FEN), and one right
 * answer: a move, or for \`verdict\` 0 mate, 1 stalemate, 2 neither. White is to move, for \`verdict\` black. \`take\`, \`mate-one\`
 * and \`mate-two\` have one right first move only.
 */
// prettier-ignore
export const positions = {
${text.join('\n')}
} as const
`,
)
