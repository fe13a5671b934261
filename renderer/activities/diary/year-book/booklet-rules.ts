/** Sheets that are folded into each other at most: more of them spring open and creep out at the edge. */
export const SHEETS_A_PILE = 10

/** Pages of a book with so many leaves between its covers: whole sheets of four. */
export const pagesOfBook = (leaves: number): number => Math.ceil((leaves + 2) / 4) * 4

/** Sheets of A4 of a book with so many pages. */
export const sheetsOf = (pages: number): number => pages / 4

/**
 * The sides of A4 in the order in which they are printed on both sides, turned over the short edge: page numbers (from 1) at the left
 * and the right of each. Folded in the middle, pile by pile, they read from first to last. `pages` is a multiple of four.
 */
export function sidesOf(pages: number): readonly (readonly [left: number, right: number])[] {
  const sides: [number, number][] = []
  for (let first = 1; first <= pages; first += 4 * SHEETS_A_PILE) {
    const last = Math.min(pages, first + 4 * SHEETS_A_PILE - 1)
    for (let low = first, high = last; low < high; low += 2, high -= 2)
      sides.push([high, low], [low + 1, high - 1])
  }
  return sides
}
