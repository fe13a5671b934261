/** All amounts are whole 分 (fen): 10 to the 角 (jiao), 100 to the 元 (yuan). */
export const JIAO = 10
export const YUAN = 100

/** What coins and notes there are in these games, the most first. 分 have left the tills and are only counted with. */
export const pieces = [10_000, 5000, 2000, 1000, 500, 100, 50, 10] as const
export type Piece = (typeof pieces)[number]

export const isPiece = (value: unknown): value is Piece => pieces.some((piece) => piece === value)

export type Unit = 'yuan' | 'jiao' | 'fen'

/** How much of each unit an amount is, in whole numbers. */
export const inUnits = (amount: number): Readonly<Record<Unit, number>> => ({
  yuan: Math.floor(amount / YUAN),
  jiao: Math.floor((amount % YUAN) / JIAO),
  fen: amount % JIAO,
})

/** “3.45”: yuan, with two places, as on a price tag. */
export const decimalText = (amount: number): string =>
  `${Math.floor(amount / YUAN)}.${`${amount % YUAN}`.padStart(2, '0')}`

export const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)

/** The fewest pieces that make an amount of whole jiao. */
export function asPieces(amount: number): readonly Piece[] {
  let left = amount
  return pieces.flatMap((piece) => {
    const count = Math.floor(left / piece)
    left -= count * piece
    return Array.from({ length: count }, () => piece)
  })
}

/** Places of the fewest of these pieces that make an amount; undefined where none do. For 12 pieces at most. */
export function payWith(amount: number, purse: readonly number[]): readonly number[] | undefined {
  let best: readonly number[] | undefined
  const order = purse.map((_, at) => at).toSorted((one, other) => (purse[other] ?? 0) - (purse[one] ?? 0))
  const search = (from: number, left: number, taken: readonly number[]): void => {
    if (left === 0) best = taken
    if (left <= 0 || (best && taken.length + 1 >= best.length)) return
    for (let at = from; at < order.length; at += 1) {
      const place = order[at] ?? 0
      search(at + 1, left - (purse[place] ?? 0), [...taken, place])
    }
  }
  search(0, amount, [])
  return best?.toSorted((one, other) => one - other)
}
