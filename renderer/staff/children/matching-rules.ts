import type { ChildRow } from '#contract/children.ts'

/** Letters without tones and blanks, so that “xiaoyu” finds Xiǎoyǔ. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F\s]/gu, '')
    .toLowerCase()

/** The children whose name, pinyin or school number contains what was typed, of one class or of all. */
export function matching<Row extends Pick<ChildRow, 'name' | 'pinyin' | 'number' | 'classId'>>(
  rows: readonly Row[],
  typed: string,
  classId?: string,
): readonly Row[] {
  const wanted = plain(typed)
  return rows.filter(
    (row) =>
      (classId === undefined || row.classId === classId) &&
      (wanted === '' ||
        [row.name, row.pinyin, row.number ?? ''].some((text) => plain(text).includes(wanted))),
  )
}
