import Papa from 'papaparse'
import { type Result, err, ok } from '#core/kernel/result.ts'
import type { ListedGuardian } from '../contacts/guardian-list-rules.ts'
import { type SchoolClass, classFrom, classFromTwo } from './class-rules.ts'
import { birthdayFrom, isRegisterNumber } from './import-cell-rules.ts'
import { type GuardianProblem, guardiansIn } from './import-guardian-rules.ts'
import { type Column, HEADER_WITHIN, type Header, headerFrom } from './import-header-rules.ts'
import { type Encoding, type FileProblem, MOST_LINES, decodeList } from './import-text-rules.ts'
import { checkName } from './name-rules.ts'
import { checkReading } from './reading-rules.ts'
import { numberFrom } from './number-rules.ts'
import { plainCell } from './plain-cell-rules.ts'

/** A child as a line of the list says. */
export interface ImportRow {
  /** Line of the file, the first is 1. */
  readonly line: number
  readonly name: string
  readonly schoolClass: SchoolClass
  readonly number: string | null
  /** YYYY-MM-DD. */
  readonly birthday: string | null
  /** Missing where the list says none, or one that is none. */
  readonly reading?: string
  /** Missing where the line names nobody. */
  readonly guardians?: readonly ListedGuardian[]
}

/** What is the matter with a line; words: `import.problem.<code>`. */
export interface LineProblem {
  readonly line: number
  readonly code:
    | 'name-missing'
    | 'name-too-long'
    | 'class-missing'
    | 'class-unknown'
    | 'birthday-unreadable'
    | 'reading-unreadable'
    | 'number-damaged'
    | 'number-too-long'
    | 'duplicate-in-file'
    | GuardianProblem['code']
  /** What stands there, cut to 60 characters. */
  readonly value: string
  /** The child is taken all the same, without this value. */
  readonly taken: boolean
}

/** A list as it was understood. */
export interface ImportList {
  readonly rows: readonly ImportRow[]
  readonly problems: readonly LineProblem[]
  readonly encoding: Encoding
  readonly delimiter: ',' | '\t' | ';'
  /** Headings whose columns are not used. */
  readonly unusedColumns: readonly string[]
}

interface Line {
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * Reads a class list. `today` (local, YYYY-MM-DD) bounds the birthdays. An error is about the file as a whole; what is
 * wrong with one line never hides the others. Never throws.
 */
export function parseList(bytes: Uint8Array, today: string): Result<ImportList, FileProblem> {
  const decoded = decodeList(bytes)
  if (!decoded.ok) return decoded
  const { text, encoding } = decoded.value
  const delimiter = delimiterOf(text)
  const lines = linesOf(text, delimiter)
  const at = lines.slice(0, HEADER_WITHIN).findIndex(({ cells }) => headerFrom(cells) !== null)
  const header = headerFrom(lines[at]?.cells ?? [])
  if (!header) return err('header-missing')
  if (header.columns.class === undefined && header.columns.grade === undefined)
    return err('class-column-missing')
  const children = lines.slice(at + 1).filter(({ cells }) => !isExample(cellOf({ cells }, header, 'name')))
  if (children.length === 0) return err('file-empty')
  if (children.length > MOST_LINES) return err('too-many-lines')
  const register = children.every((line) => isRegisterNumber(cellOf(line, header, 'number')))
  const { rows, problems } = readLines(children, register ? withoutNumber(header) : header, today)
  const unusedColumns = register ? unusedWithNumber(header, lines[at]?.cells ?? []) : header.unused
  return ok({ rows, problems, encoding, delimiter, unusedColumns })
}

function readLines(lines: readonly Line[], header: Header, today: string) {
  const rows: ImportRow[] = []
  const problems: LineProblem[] = []
  const seen = new Set<string>()
  for (const line of lines) {
    const cell = (column: Column) => cellOf(line, header, column)
    const report = (code: LineProblem['code'], value: string, taken = false) =>
      problems.push({ line: line.line, code, value: Array.from(value.trim()).slice(0, 60).join(''), taken })
    const name = checkName(cell('name'))
    if (!name.ok) {
      report(name.error, cell('name'))
      continue
    }
    const written = header.columns.grade === undefined ? cell('class') : `${cell('grade')}${cell('class')}`
    const schoolClass =
      header.columns.grade === undefined ? classFrom(written) : classFromTwo(cell('grade'), cell('class'))
    if (!schoolClass) {
      report(plainCell(written) === '' ? 'class-missing' : 'class-unknown', written)
      continue
    }
    const birthday = birthdayFrom(cell('birthday'), today)
    const read = numberFrom(cell('number'))
    const number = read.ok ? read.value : null
    const { guardians, problems: ofGuardians } = guardiansIn(header.guardians, line.cells)
    const reading = checkReading(cell('reading'), name.value)
    const facts = {
      line: line.line,
      name: name.value,
      schoolClass,
      number,
      birthday,
      ...(reading.ok && reading.value !== null && { reading: reading.value }),
    }
    const row: ImportRow = guardians.length === 0 ? facts : { ...facts, guardians }
    const key = JSON.stringify([row.name, schoolClass.label, number, birthday, guardians])
    // two children of one class may share a name; two lines that share all the rest as well are one child
    if ((number !== null || birthday !== null) && seen.has(key)) {
      report('duplicate-in-file', row.name)
      continue
    }
    // as passports write it, without tones, it says nothing new
    if (!reading.ok && reading.error !== 'no-tones') report('reading-unreadable', cell('reading'), true)
    if (birthday === null && plainCell(cell('birthday')) !== '')
      report('birthday-unreadable', cell('birthday'), true)
    if (!read.ok) report(read.error, cell('number'), true)
    for (const { code, value } of ofGuardians) report(code, value, true)
    seen.add(key)
    rows.push(row)
  }
  return { rows, problems }
}

/** The mark that separates the cells of the fullest of the first lines, what stands in quotes left out. */
function delimiterOf(text: string): ImportList['delimiter'] {
  const start = text
    .slice(0, 20_000)
    .split('\n')
    .slice(0, HEADER_WITHIN)
    .join('\n')
    .replace(/"[^"]*"/g, '')
  const most = (mark: string) => Math.max(...start.split('\n').map((line) => line.split(mark).length))
  const marks = [',', '\t', ';'] as const
  return marks.toSorted((one, other) => most(other) - most(one))[0] ?? ','
}

/** Lines that hold anything, with the number that an editor shows for their first row. */
function linesOf(text: string, delimiter: string): readonly Line[] {
  const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n' })
  let next = 1
  const lines = data.map((cells) => {
    const line = next
    next += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
    return { line, cells }
  })
  return lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
}

function cellOf({ cells }: Pick<Line, 'cells'>, { columns }: Header, column: Column): string {
  const index = columns[column]
  return index === undefined ? '' : (cells[index] ?? '')
}

/** The lines that the template shows how it is done with. */
function isExample(name: string): boolean {
  return /^\s*(?:例|example)\s*[:：]/iu.test(name)
}

function withoutNumber({ columns: { number: _number, ...columns }, ...rest }: Header): Header {
  return { columns, ...rest }
}

function unusedWithNumber({ columns, unused }: Header, cells: readonly string[]): readonly string[] {
  const heading = columns.number === undefined ? '' : (cells[columns.number] ?? '').trim()
  return heading === '' ? unused : [...unused, heading]
}
