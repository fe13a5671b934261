/** So many lines no table program holds. */
const BLOCK = 2_000_000

/** One number for a line of a block of columns: the line itself in the first block, and one of its own in those beside it. */
export const placeOf = (line: number, block: number): number => block * BLOCK + line

/** The line and the block, from 1, of a place. */
export const lineAt = (place: number): { readonly line: number; readonly block: number } => ({
  line: place % BLOCK,
  block: Math.floor(place / BLOCK) + 1,
})
