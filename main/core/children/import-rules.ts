import { type Result, err, ok } from '#core/kernel/result.ts'
import { classInTitle, type Titles } from './import-class-column-rules.ts'
import { type Entries, entriesOf } from './import-entry-rules.ts'
import { HEADER_WITHIN } from './import-header-rules.ts'
import { type Layout, layoutFrom } from './import-layout-rules.ts'
import { type ImportRow, readLines } from './import-line-rules.ts'
import { type LineProblem, type ListNote, lineText } from './import-problem-rules.ts'
import { type ListLine, linesOf } from './import-record-rules.ts'
import { type Encoding, type FileProblem, MOST_LINES, decodeList } from './import-text-rules.ts'

export type { ImportRow, LineProblem, ListNote }

/** A list as it was understood. All of it adds up: `lines` are the rows and the problems that are not `taken`. */
export interface ImportList {
  readonly rows: readonly ImportRow[]
  readonly problems: readonly LineProblem[]
  /** What was done with many lines alike, and has to be seen. */
  readonly notes: readonly ListNote[]
  /** Lines that hold anything, the heading not counted; each block of columns has lines of its own. */
  readonly lines: number
  readonly encoding: Encoding
  readonly delimiter: ',' | '\t' | ';'
  /** Headings whose columns are not used. */
  readonly unusedColumns: readonly string[]
}

/**
 * Reads a class list. `today` (local, YYYY-MM-DD) bounds the birthdays and says which school year it is. An error is about the
 * file as a whole; what is wrong with one line never hides the others, and no line is lost without a word. Never throws.
 */
export function parseList(bytes: Uint8Array, today: string): Result<ImportList, FileProblem> {
  const decoded = decodeList(bytes)
  if (!decoded.ok) return decoded
  const { text, encoding } = decoded.value
  const delimiter = delimiterOf(text)
  const lines = linesOf(text, delimiter)
  const heading = headingIn(lines.slice(0, HEADER_WITHIN))
  if (!heading) return err('header-missing')
  const { at, layout } = heading
  const above = lines.slice(0, at)
  const titles = titlesOf(above, layout, today)
  const below = entriesOf(lines.slice(at + 1), layout, today)
  if (
    !hasClass(layout) &&
    below.entries.every(({ section, blockAt }) => section === '' && titles(blockAt) === '')
  )
    return err('class-column-missing')
  if (below.entries.length === 0) return err('file-empty')
  if (below.entries.length > MOST_LINES) return err('too-many-lines')
  const read = readLines(below.entries, { titles: hasClass(layout) ? () => '' : titles, today })
  const left = [...above.map(titleLine), ...below.problems]
  return ok({
    rows: read.rows,
    problems: [...left, ...read.problems],
    notes: notesOf(layout, below, read.notes),
    lines: read.rows.length + [...left, ...read.problems].filter(({ taken }) => !taken).length,
    encoding,
    delimiter,
    unusedColumns: unusedIn(layout, lines[at]?.cells ?? [], read.register),
  })
}

/** The heading among the first lines; one that names nothing but the names only where there is no better one. */
function headingIn(lines: readonly ListLine[]): { readonly at: number; readonly layout: Layout } | null {
  for (const least of [2, 1])
    for (const [at, { cells }] of lines.entries()) {
      const layout = layoutFrom(cells, least)
      if (layout) return { at, layout }
    }
  return null
}

/** The class that stands above all columns, or one above each block of them. */
function titlesOf(above: readonly ListLine[], { blocks }: Layout, today: string): Titles {
  const whole = classInTitle(
    above.flatMap(({ cells }) => cells),
    today,
  )
  const own = blocks.map(({ from, to }) =>
    classInTitle(
      above.flatMap(({ cells }) => cells.slice(from, to)),
      today,
    ),
  )
  return (blockAt) => whole || (own[blockAt] ?? '')
}

const hasClass = ({ blocks }: Layout): boolean =>
  blocks.some(({ columns }) => columns.class !== undefined || columns.grade !== undefined)

const titleLine = ({ line, cells }: ListLine): LineProblem => ({
  line,
  code: 'title',
  value: '',
  taken: false,
  text: lineText(cells),
})

function notesOf({ blocks }: Layout, { unnamed }: Entries, notes: readonly ListNote[]): readonly ListNote[] {
  const all = [...notes]
  if (blocks.length > 1) all.unshift({ code: 'blocks', value: String(blocks.length), count: 0 })
  if (unnamed.length > 0) all.push({ code: 'columns-unnamed', value: unnamed.join('、'), count: 0 })
  return all
}

function unusedIn({ blocks }: Layout, cells: readonly string[], register: boolean): readonly string[] {
  const numbers = register ? blocks.flatMap(({ columns }) => (cells[columns.number ?? -1] ?? '').trim()) : []
  return [...new Set([...blocks.flatMap(({ unused }) => unused), ...numbers])].filter(
    (heading) => heading !== '',
  )
}

/** The mark that separates the cells of the fullest of the first lines, what stands in quotes left out. */
function delimiterOf(text: string): ImportList['delimiter'] {
  const start = text
    .slice(0, 20_000)
    .split('\n')
    .slice(0, HEADER_WITHIN)
    .map((line) => line.replace(/"[^"]*"/g, ''))
  const most = (mark: string) => Math.max(...start.map((line) => line.split(mark).length))
  const marks = [',', '\t', ';'] as const
  return marks.toSorted((one, other) => most(other) - most(one))[0] ?? ','
}
