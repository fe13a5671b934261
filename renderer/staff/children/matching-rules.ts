import type { ChildRow } from '#contract/children.ts'
import { numberFrom, sameNumber } from '#core/children/number-rules.ts'
import { plainCell } from '#core/children/plain-cell-rules.ts'

/** Narrow letters without tones and blanks, so that “ｘｉａｏｙｕ” finds Xiǎoyǔ. */
const plain = (text: string) =>
  plainCell(text)
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F\s]/gu, '')
    .toLowerCase()

/** What a name is found by besides its characters: “xianxiaoming”, “xxm”, and with v for ü. */
const spellings = (spelt: string) => [spelt, spelt.replaceAll(/(?<=\b\w)\w+/gu, '')]

/** The children whose name, pinyin, initials or school number contains what was typed, or whose number it may be, of one class or of all. */
export function matching<
  Row extends Pick<ChildRow, 'name' | 'pinyin' | 'number' | 'classId'> & { readonly spelt?: string },
>(rows: readonly Row[], typed: string, classId?: string): readonly Row[] {
  const wanted = plain(typed)
  const number = numberFrom(typed)
  const isNumber = (own: string | null) =>
    own !== null && number.ok && number.value !== null && sameNumber(own, number.value) !== 'different'
  return rows.filter(
    (row) =>
      (classId === undefined || row.classId === classId) &&
      (wanted === '' ||
        isNumber(row.number) ||
        [row.name, row.pinyin, row.number ?? '', ...spellings(row.spelt ?? '')].some((text) =>
          plain(text).includes(wanted),
        )),
  )
}
