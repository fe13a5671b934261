/**
 * A small, fast engine that looks for positions at the desk of whoever makes them; the product itself asks chess.js, which checks
 * every position that this one finds. No castling, no en passant (no position here allows either), promotion to a queen only.
 *
 * Squares are 0 (a1) to 63 (h8); pieces are 1 to 6 (pawn, knight, bishop, rook, queen, king), negative for black.
 */
export type Board = Int8Array

export interface Move {
  readonly from: number
  readonly to: number
}

const straight = [[0, 1], [0, -1], [1, 0], [-1, 0]] as const // prettier-ignore
const slanting = [[1, 1], [1, -1], [-1, 1], [-1, -1]] as const // prettier-ignore
const leaps = [[1, 2], [2, 1], [-1, 2], [-2, 1], [1, -2], [2, -1], [-1, -2], [-2, -1]] as const // prettier-ignore

const ways = (kind: number) =>
  kind === 2 ? leaps : kind === 3 ? slanting : kind === 4 ? straight : [...straight, ...slanting]
const waysOf = [[], [], ways(2), ways(3), ways(4), ways(5), ways(6)] as const

function onBoard(file: number, rank: number): boolean {
  return file >= 0 && file < 8 && rank >= 0 && rank < 8
}

/** Squares that a piece attacks; a pawn's are the slanting ones. */
export function attacksFrom(board: Board, from: number): number[] {
  const piece = board[from] ?? 0
  const kind = Math.abs(piece)
  const [file, rank] = [from % 8, from >> 3]
  if (kind === 1)
    return [-1, 1].flatMap((aside) => {
      const ahead = rank + Math.sign(piece)
      return onBoard(file + aside, ahead) ? [ahead * 8 + file + aside] : []
    })
  const reached: number[] = []
  for (const [x, y] of waysOf[kind] ?? [])
    for (let step = 1; step < 8; step += 1) {
      const [f, r] = [file + x * step, rank + y * step]
      if (!onBoard(f, r)) break
      reached.push(r * 8 + f)
      if (kind === 2 || kind === 6 || board[r * 8 + f] !== 0) break
    }
  return reached
}

export function isAttacked(board: Board, square: number, by: 1 | -1): boolean {
  for (let from = 0; from < 64; from += 1)
    if (Math.sign(board[from] ?? 0) === by && attacksFrom(board, from).includes(square)) return true
  return false
}

export const kingOf = (board: Board, side: 1 | -1): number => board.indexOf(6 * side)

export const inCheck = (board: Board, side: 1 | -1): boolean =>
  isAttacked(board, kingOf(board, side), side === 1 ? -1 : 1)

export function after(board: Board, { from, to }: Move): Board {
  const next = board.slice()
  const piece = board[from] ?? 0
  next[to] = Math.abs(piece) === 1 && (to >> 3 === 7 || to >> 3 === 0) ? 5 * Math.sign(piece) : piece
  next[from] = 0
  return next
}

export function legalMoves(board: Board, side: 1 | -1): Move[] {
  const moves: Move[] = []
  for (let from = 0; from < 64; from += 1) {
    if (Math.sign(board[from] ?? 0) !== side) continue
    for (const to of targets(board, from)) {
      if (Math.sign(board[to] ?? 0) === side) continue
      if (!inCheck(after(board, { from, to }), side)) moves.push({ from, to })
    }
  }
  return moves
}

function targets(board: Board, from: number): number[] {
  const piece = board[from] ?? 0
  if (Math.abs(piece) !== 1) return attacksFrom(board, from)
  const way = Math.sign(piece) * 8
  const takes = attacksFrom(board, from).filter((to) => Math.sign(board[to] ?? 0) === -Math.sign(piece))
  if (board[from + way] !== 0) return takes
  const isHome = from >> 3 === (piece > 0 ? 1 : 6)
  return [...takes, from + way, ...(isHome && board[from + 2 * way] === 0 ? [from + 2 * way] : [])]
}

export const isMate = (board: Board, side: 1 | -1): boolean =>
  inCheck(board, side) && legalMoves(board, side).length === 0

const letters = '.pnbrqk'

/** The part of a FEN that says where the pieces stand. */
export function written(board: Board): string {
  const rows = [7, 6, 5, 4, 3, 2, 1, 0].map((rank) =>
    Array.from({ length: 8 }, (_, file) => {
      const piece = board[rank * 8 + file] ?? 0
      const letter = letters.charAt(Math.abs(piece))
      return piece > 0 ? letter.toUpperCase() : letter
    }).join(''),
  )
  return rows.map((row) => row.replaceAll(/\.+/gu, (empty) => `${empty.length}`)).join('/')
}

export const named = (square: number): string => `${'abcdefgh'.charAt(square % 8)}${(square >> 3) + 1}`
