import type { DiarySheet, Thing } from '#contract/diary.ts'

/** Things of a kind on one page at most: three times what the slowest room was tried with opens still without a wait. */
export const most: Readonly<Record<Thing['kind'], number>> = {
  sticker: 180,
  photo: 30,
  picture: 30,
  voice: 12,
  mood: 12,
}
/** Points on all sheets of a page at most: a page of 20,000 is a day of drawing. */
export const mostPoints = 100_000
/** Sheets of one page at most (contract). */
export const mostSheets = 12

export type Full = Thing['kind'] | 'points' | 'sheets'

/** How many more things of a kind the page takes. */
export function roomFor(sheets: readonly DiarySheet[], kind: Thing['kind']): number {
  const lying = sheets.reduce(
    (sum, { marks }) => sum + marks.filter((mark) => mark.kind === 'item' && mark.thing.kind === kind).length,
    0,
  )
  return Math.max(0, most[kind] - lying)
}

/** Points that are drawn on the page. */
export function pointsOn(sheets: readonly DiarySheet[]): number {
  return sheets.reduce(
    (sum, { marks }) =>
      marks.reduce((all, mark) => (mark.kind === 'stroke' ? all + mark.points.length / 3 : all), sum),
    0,
  )
}
