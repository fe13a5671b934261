import Papa from 'papaparse'

/** One line of a table, or several where a quoted cell runs over line ends. */
export interface ListLine {
  /** As an editor numbers its first line; from 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** The line as it stands, where its quotation marks make no sense; its cells are what is left without them. */
  readonly stray?: string
}

/** Lines that one cell may run over: an address, some telephone numbers. */
const LONGEST_RUN = 12
/** Columns that are looked at; what stands beyond is joined in one more cell, so that it can be shown. */
const MOST_COLUMNS = 256

/**
 * Cuts a table into its lines; empty ones are passed over. A quotation mark that nobody closes ends with its line: read as
 * the parser would, it swallows all lines to the next one. A quoted cell may hold line ends where what it holds is no line of
 * the table itself.
 */
export function linesOf(text: string, delimiter: string): readonly ListLine[] {
  const physical = text.split('\n')
  const lines: ListLine[] = []
  let width = 2
  for (let at = 0; at < physical.length;) {
    const { cells, took, stray } = recordAt(physical, at, { delimiter, width })
    if (cells.some((cell) => cell.trim() !== '')) {
      lines.push({ line: at + 1, cells: bounded(cells), ...(stray && { stray: physical[at] ?? '' }) })
      width = Math.max(width, Math.min(filled(cells), 8))
    }
    at += took
  }
  return lines
}

interface Table {
  readonly delimiter: string
  /** Cells of the fullest line so far. */
  readonly width: number
}

function recordAt(physical: readonly string[], at: number, table: Table) {
  const { delimiter } = table
  const line = physical[at] ?? ''
  if (!line.includes('"')) return { cells: line.split(delimiter), took: 1, stray: false }
  const alone = parsed(line, delimiter)
  // One that stands inside of a cell is no fault to the library.
  if (alone?.some((cell) => isOdd(cell))) return { cells: recovered(line, delimiter), took: 1, stray: true }
  if (alone) return { cells: alone, took: 1, stray: false }
  for (let more = 1; more < LONGEST_RUN && at + more < physical.length; more += 1) {
    if (isLineOfTable(physical[at + more] ?? '', table)) break
    if (!(physical[at + more] ?? '').includes('"')) continue
    const whole = parsed(physical.slice(at, at + more + 1).join('\n'), delimiter)
    if (whole) return { cells: whole, took: more + 1, stray: false }
  }
  return { cells: recovered(line, delimiter), took: 1, stray: true }
}

/** Null where the library finds a fault, or more than one line. */
function parsed(record: string, delimiter: string): readonly string[] | null {
  const { data, errors } = Papa.parse<string[]>(record, { delimiter, newline: '\n' })
  return errors.length === 0 && data.length === 1 ? (data[0] ?? null) : null
}

/** Whether the line would be swallowed: it has cells of its own before any quotation mark closes the cell above. */
function isLineOfTable(line: string, { delimiter, width }: Table): boolean {
  const own = line.split('"')[0] ?? ''
  return (
    filled(own.split(delimiter)) >= Math.max(2, width - 1) ||
    (filled(own.split(delimiter)) >= 2 && width <= 3)
  )
}

/** Cells of a line whose quotation marks make no sense: those that close before a delimiter count, others are dropped. */
function recovered(line: string, delimiter: string): readonly string[] {
  const cells: string[] = []
  for (let at = 0; at <= line.length;) {
    const quoted = closedCell(line, at, delimiter)
    const next = line.indexOf(delimiter, at)
    const end = quoted?.end ?? (next === -1 ? line.length : next)
    cells.push(quoted?.cell ?? line.slice(at, end).replaceAll('"', ''))
    at = end + 1
  }
  return cells
}

function closedCell(line: string, at: number, delimiter: string) {
  if (line[at] !== '"') return undefined
  for (let close = line.indexOf('"', at + 1); close !== -1; close = line.indexOf('"', close + 1)) {
    if (line[close + 1] === '"') close += 1
    else if (close + 1 === line.length || line[close + 1] === delimiter)
      return { cell: line.slice(at + 1, close).replaceAll('""', '"'), end: close + 1 }
  }
  return undefined
}

const isOdd = (cell: string): boolean => cell.split('"').length % 2 === 0

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length

function bounded(cells: readonly string[]): readonly string[] {
  if (cells.length <= MOST_COLUMNS) return cells
  const beyond = cells.slice(MOST_COLUMNS).filter((cell) => cell.trim() !== '')
  return [...cells.slice(0, MOST_COLUMNS), beyond.join(' ')]
}
