/** A sheet in paper units (`preload/contract/diary.ts`): strokes and things know no other. */
export const sheetSize = { width: 1760, height: 1000 }
/** The square of drawing paper at its left, where pages of before have all of their drawing. */
export const square = { width: 1000, height: 1000 }

/** A sheet in the units in which it is laid out: lines, print, type. One scale brings all of them to the screen. */
export const board = { width: 806, height: 458 }
/** Board units in one paper unit. */
export const perUnit = board.height / sheetSize.height
