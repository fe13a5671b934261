import { type Header, headerFrom, isHeadingOf } from './import-header-rules.ts'

/** One block of columns: a list may have two side by side, each with its own children. */
export interface Block extends Header {
  /** First column and the one behind the last. */
  readonly from: number
  readonly to: number
}

/** What the heading row says of a list. */
export interface Layout {
  readonly blocks: readonly Block[]
  /** Columns that have a heading end before this one. */
  readonly width: number
  /** Columns within the width that have none. */
  readonly unnamed: readonly number[]
}

/**
 * The layout under this heading row, which names at least `least` columns that we use; null if it is none. Where the headings repeat (姓名,班级,学号,姓名,班级,学号) each
 * repetition is a block; a class that only the first block names holds for all of them.
 */
export function layoutFrom(cells: readonly string[], least = 2): Layout | null {
  const whole = headerFrom(cells, least)
  if (!whole) return null
  const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1
  const unnamed = cells.flatMap((cell, index) => (cell.trim() === '' && index < width ? [index] : []))
  const starts = blockStarts(cells, whole)
  if (starts.length < 2) return { blocks: [{ ...whole, from: 0, to: width }], width, unnamed }
  const blocks: Block[] = []
  for (const [index, from] of starts.entries()) {
    const to = starts[index + 1] ?? width
    const first = blocks[0]
    const within = cells.map((cell, at) => (at >= from && at < to ? cell : ''))
    const header = headerFrom(within, first ? 1 : least)
    if (!header) continue
    const { class: inClass, grade } = header.columns
    const shared = first && inClass === undefined && grade === undefined
    const columns = shared ? { ...classColumns(first), ...header.columns } : header.columns
    blocks.push({ ...header, columns, from, to })
  }
  return { blocks, width, unnamed }
}

const classColumns = ({ columns: { class: inClass, grade } }: Header) => ({
  ...(inClass !== undefined && { class: inClass }),
  ...(grade !== undefined && { grade }),
})

/** Where each block begins: as far before its name as headings repeat those before the first name. */
function blockStarts(cells: readonly string[], { columns }: Header): readonly number[] {
  const first = columns.name ?? 0
  const same = (one: number, other: number) =>
    plain(cells[one]) !== '' && plain(cells[one]) === plain(cells[other])
  const names = cells.flatMap((cell, index) =>
    index >= first && isHeadingOf('name', cell) && same(first, index) ? [index] : [],
  )
  return names.map((name, index) => {
    if (index === 0) return 0
    let start = name
    while (
      start - 1 > (names[index - 1] ?? 0) &&
      first - (name - start) - 1 >= 0 &&
      same(start - 1, first - (name - start) - 1)
    )
      start -= 1
    return start
  })
}

const plain = (cell = ''): string => cell.normalize('NFKC').replace(/\s/gu, '').toLowerCase()
