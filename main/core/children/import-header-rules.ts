import { guardianColumns, guardianIndexes, type GuardianColumns } from './import-guardian-rules.ts'

/** The columns that a list may have for us; everything else in it is left alone. */
export type Column = 'name' | 'class' | 'grade' | 'number' | 'birthday' | 'reading'

/** Synonyms, the better name of a column first. */
const names: Readonly<Record<Column, readonly string[]>> = {
  name: ['姓名', '学生姓名', '名字', '学生', 'name', 'fullname', 'studentname', 'student'],
  class: ['班级', '班级名称', '所在班级', '行政班', '班', '班别', 'class', 'classname'],
  grade: ['年级', '所在年级', 'grade', 'year'],
  number: [
    '学籍号',
    '全国学籍号',
    '学籍编号',
    '学号',
    '编号',
    'number',
    'studentnumber',
    'studentid',
    'studentno',
    'no',
    'id',
  ],
  birthday: [
    '出生日期',
    '出生年月日',
    '生日',
    '出生时间',
    '出生年月',
    'birthday',
    'dateofbirth',
    'birthdate',
    'born',
    'dob',
  ],
  reading: ['拼音', '姓名拼音', '读音', 'pinyin', 'namepinyin'],
}

/** Where the columns of a list are. */
export interface Header {
  /** Column index by meaning; a meaning that the list lacks is missing. */
  readonly columns: Readonly<Partial<Record<Column, number>>>
  /** Where the guardians stand, in the order of the list. */
  readonly guardians: readonly GuardianColumns[]
  /** Headings that are not used, as they are written. */
  readonly unused: readonly string[]
}

/** Rows in which a heading is looked for: schools write a title or two above it. */
export const HEADER_WITHIN = 10

/**
 * The heading in this row: one that names the child's name and at least one more column (`least` 2), or else a class that the lines
 * above may name; null if it is none.
 */
export function headerFrom(cells: readonly string[], least = 2): Header | null {
  const keys = cells.map((cell) => headings(cell))
  const columns: Partial<Record<Column, number>> = {}
  for (const column of ['name', 'class', 'grade', 'number', 'birthday', 'reading'] as const) {
    const found = names[column]
      .map((name) => keys.findIndex((key) => key.includes(name)))
      .find((index) => index >= 0)
    if (found !== undefined) columns[column] = found
  }
  if (columns.name === undefined || Object.keys(columns).length < least) return null
  const guardians = guardianColumns(cells, headings)
  const used = new Set([...Object.values(columns), ...guardianIndexes(guardians)])
  const unused = cells.map((cell) => cell.trim()).filter((cell, index) => cell !== '' && !used.has(index))
  return { columns, guardians, unused }
}

/** Whether the cell is a heading of this column. */
export const isHeadingOf = (column: Column, cell: string): boolean =>
  headings(cell).some((key) => names[column].includes(key))

/** Of headings in traditional characters. */
const simple: Readonly<Record<string, string>> = {
  級: '级', 學: '学', 號: '号', 電: '电', 話: '话', 關: '关', 係: '系', 監: '监', 護: '护', 機: '机', 碼: '码', 繫: '系', 聯: '联',
} // prettier-ignore

/** What a heading may mean: `姓名 Name（必填）` is 姓名 and name. */
function headings(cell: string): readonly string[] {
  const text = cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)|[*:'"_-]/gu, '')
    .replace(/[級學號電話關係監護機碼繫聯]/gu, (one) => simple[one] ?? one)
  const chinese = (text.match(/\p{Script=Han}+/gu) ?? []).join('')
  const latin = (text.match(/[a-z]+/gu) ?? []).join('')
  return [chinese, latin].filter((part) => part !== '')
}
