/** A square by its name, `a1` to `h8`. */
export type Square = string

export type Kind = 'p' | 'n' | 'b' | 'r' | 'q' | 'k'

export interface Man {
  readonly kind: Kind
  readonly isWhite: boolean
}

/** Who stands where. */
export type Men = ReadonlyMap<Square, Man>

export const files = 'abcdefgh'

/** The square at a file and a rank, both from 0; null beside the board. */
export function squareAt(file: number, rank: number): Square | null {
  return file >= 0 && file < 8 && rank >= 0 && rank < 8 ? `${files.charAt(file)}${rank + 1}` : null
}

export const fileOf = (square: Square): number => files.indexOf(square.charAt(0))
export const rankOf = (square: Square): number => Number(square.charAt(1)) - 1

export const isSquare = (value: unknown): value is Square =>
  typeof value === 'string' && /^[a-h][1-8]$/u.test(value)

/** All squares as a board is looked at: a8 first, h1 last. */
export const squares: readonly Square[] = [7, 6, 5, 4, 3, 2, 1, 0].flatMap((rank) =>
  Array.from(files, (file) => `${file}${rank + 1}`),
)

/** So many empty squares, or a man, row by row from the top: the first part of a FEN. */
const placement = /^(?:[1-8pnbrqkPNBRQK]{1,8}\/){7}[1-8pnbrqkPNBRQK]{1,8}$/u

/** The men of a position as it is written in the first part of a FEN; null for what is none. */
export function menOf(placed: unknown): Men | null {
  if (typeof placed !== 'string' || !placement.test(placed)) return null
  const men = new Map<Square, Man>()
  for (const [down, row] of placed.split('/').entries()) {
    let file = 0
    for (const sign of row) {
      const square = squareAt(file, 7 - down)
      const kind = sign.toLowerCase()
      if (isKind(kind) && square) men.set(square, { kind, isWhite: sign !== kind })
      file += isKind(kind) ? 1 : Number(sign)
    }
    if (file !== 8) return null
  }
  return men
}

const kinds = 'pnbrqk'
const isKind = (sign: string): sign is Kind => sign.length === 1 && kinds.includes(sign)

export function writtenMen(men: Men): string {
  const rows = [7, 6, 5, 4, 3, 2, 1, 0].map((rank) =>
    Array.from(files, (file) => {
      const man = men.get(`${file}${rank + 1}`)
      return man ? (man.isWhite ? man.kind.toUpperCase() : man.kind) : '.'
    }).join(''),
  )
  return rows.map((row) => row.replaceAll(/\.+/gu, (empty) => `${empty.length}`)).join('/')
}

/** The board seen otherwise: left and right changed, upside down, and over the long slope. Pawns allow only the first. */
export interface View {
  readonly mirror: boolean
  readonly upside: boolean
  readonly slope: boolean
}

export function seen(square: Square, { mirror, upside, slope }: View): Square {
  const [file, rank] = slope ? [rankOf(square), fileOf(square)] : [fileOf(square), rankOf(square)]
  return squareAt(mirror ? 7 - file : file, upside ? 7 - rank : rank) ?? square
}

export const seenMen = (men: Men, view: View): Men =>
  new Map([...men].map(([square, man]) => [seen(square, view), man]))
