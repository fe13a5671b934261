import type { DiarySheet } from '#contract/diary.ts'

type Mark = DiarySheet['marks'][number]

/** These sheets, with the marks of those before where they are the same: what is painted is known by them, and not outlined or painted again. */
export function keepKnown(
  sheets: readonly DiarySheet[],
  before: readonly DiarySheet[],
): readonly DiarySheet[] {
  const known = new Map(before.flatMap(({ marks }) => marks.map((mark) => [mark.id, mark])))
  return sheets.map((sheet) => ({
    ...sheet,
    marks: sheet.marks.map((mark) => {
      const old = known.get(mark.id)
      return old && isSame(old, mark) ? old : mark
    }),
  }))
}

/** A stroke only grows; a thing only changes where it lies. */
function isSame(old: Mark, mark: Mark): boolean {
  if (old.kind === 'stroke') return mark.kind === 'stroke' && old.points.length === mark.points.length
  if (mark.kind !== 'item') return false
  const { x, y, size, turn } = mark.at
  return old.at.x === x && old.at.y === y && old.at.size === size && old.at.turn === turn
}
