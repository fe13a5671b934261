/** What a cell of a report may hold. Numbers are written with a point; null is an empty cell. */
export type Cell = string | number | null

/**
 * A table as Excel and WPS open it by a double click: UTF-8 with its mark (without it a Chinese Windows reads GBK), CRLF,
 * quotes where needed, the comma whatever the country.
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`
}

/**
 * A text that a table would run as a formula gets an apostrophe in front: a child's name comes from a file that somebody
 * sent. The list is OWASP's (CSV injection) and its full-width forms, which some table programs take as well.
 */
export function withoutFormula(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  // a NUL ends the file for some readers
  const text = withoutFormula(cell.replaceAll('\0', ''))
  return /[",;\t\r\n]|^\s|\s$|^$|^'/u.test(text) && text !== '' ? `"${text.replaceAll('"', '""')}"` : text
}
