import type { ChildRow } from '#contract/children.ts'

/** Letters without tones and blanks, so that “xiaoyu” finds Xiǎoyǔ. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F\s]/gu, '')
    .toLowerCase()

/** What a name is found by besides its characters: “xianxiaoming”, “xxm”, and with v for ü. */
const spellings = (spelt: string) => [spelt, spelt.replaceAll(/(?<=\b\w)\w+/gu, '')]

/** The children whose name, pinyin, initials or school number contains what was typed, of one class or of all. */
export function matching<
  Row extends Pick<ChildRow, 'name' | 'pinyin' | 'number' | 'classId'> & { readonly spelt?: string },
>(rows: readonly Row[], typed: string, classId?: string): readonly Row[] {
  const wanted = plain(typed)
  return rows.filter(
    (row) =>
      (classId === undefined || row.classId === classId) &&
      (wanted === '' ||
        [row.name, row.pinyin, row.number ?? '', ...spellings(row.spelt ?? '')].some((text) =>
          plain(text).includes(wanted),
        )),
  )
}
