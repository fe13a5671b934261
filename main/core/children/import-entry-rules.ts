import { classFrom } from './class-rules.ts'
import type { Column } from './import-header-rules.ts'
import { type Block, type Layout, layoutFrom } from './import-layout-rules.ts'
import { type CellOf, type LineProblem, cut, lineText } from './import-problem-rules.ts'
import { placeOf } from './import-place-rules.ts'
import type { ListLine } from './import-record-rules.ts'
import { plainCell } from './plain-cell-rules.ts'

/** What one line of one block says of a child, before anything is read. */
export interface Entry {
  /** The line's number (`placeOf`). */
  readonly line: number
  readonly block: Block
  /** Place of the block among those side by side, from 0. */
  readonly blockAt: number
  readonly cell: CellOf
  readonly cells: readonly string[]
  readonly text: string
  /** A class that stands as a heading above, in a line of its own. */
  readonly section: string
}

export interface Entries {
  readonly entries: readonly Entry[]
  readonly problems: readonly LineProblem[]
  /** Letters of columns without a heading in which most lines have something. */
  readonly unnamed: readonly string[]
}

/** The lines below the heading, each for itself: children, and what is none with its reason. */
export function entriesOf(lines: readonly ListLine[], start: Layout, today: string): Entries {
  const entries: Entry[] = []
  const problems: LineProblem[] = []
  const beside = createBeside(lines, start)
  let layout = start
  let section = ''
  for (const [at, line] of lines.entries()) {
    const leave = (code: LineProblem['code'], value = '') =>
      problems.push({
        line: line.line,
        code,
        value: cut(value, 60),
        taken: false,
        text: lineText(line.cells),
      })
    const tell = (code: LineProblem['code'], value: string) =>
      problems.push({ line: line.line, code, value: cut(value, 60), taken: true })
    const again = headingAgain(line.cells)
    const lone = loneCell(line.cells)
    if (again) {
      layout = again
      leave('heading-again')
    } else if (isExample(line, layout)) leave('example')
    else if (lone !== '' && classFrom(lone, today) && isAbove(line, lines[at + 1], layout)) {
      section = lone
      leave('class-heading', lone)
    } else if (isRemark(line, layout, today)) leave('not-a-child')
    else {
      if (line.stray !== undefined) tell('stray-quote', line.stray)
      const more = beside.beyond(line, layout)
      if (more !== '') tell('cells-beyond', more)
      entries.push(...entriesIn(line, layout, section))
    }
  }
  return { entries, problems, unnamed: beside.unnamed }
}

function entriesIn(line: ListLine, { blocks }: Layout, section: string): readonly Entry[] {
  const all = blocks.map((block, blockAt): Entry => {
    const own = blocks.length === 1 ? line.cells : line.cells.slice(block.from, block.to)
    return {
      line: placeOf(line.line, blockAt),
      block,
      blockAt,
      cell: (column) => cellOf(line, block, column),
      cells: line.cells,
      text: lineText(own),
      section,
    }
  })
  const filled = all.filter(({ text }) => text !== '')
  // what stands under no block at all is still a line of the file
  return filled.length > 0 ? filled : all.slice(0, 1)
}

export function cellOf({ cells }: ListLine, { columns }: Block, column: Column): string {
  const index = columns[column]
  return index === undefined ? '' : (cells[index] ?? '')
}

/** What stands beside the headings: a column of its own is named once, a stray cell with its line. */
function createBeside(lines: readonly ListLine[], { width, unnamed }: Layout) {
  const counts = new Map<number, number>()
  for (const { cells } of lines) {
    for (const [index, cell] of cells.entries())
      if (cell.trim() !== '' && (index >= width || unnamed.includes(index)))
        counts.set(index, (counts.get(index) ?? 0) + 1)
  }
  const columns = new Set(
    [...counts]
      .filter(([index, count]) => index < width || count * 2 >= lines.length)
      .map(([index]) => index),
  )
  return {
    unnamed: [...columns].toSorted((one, other) => one - other).map(letterOf),
    beyond: ({ cells }: ListLine, layout: Layout) =>
      cells
        .slice(layout.width)
        .filter((cell, index) => cell.trim() !== '' && !columns.has(index + layout.width))
        .join(' '),
  }
}

/** As table programs name a column: A, Z, AA. */
function letterOf(index: number): string {
  const rest = Math.floor(index / 26)
  return `${rest > 0 ? letterOf(rest - 1) : ''}${String.fromCodePoint(65 + (index % 26))}`
}

/** A heading once more, as a page break leaves it: the same columns, or others from here on. 学生1 and 2班 are cells of a child. */
function headingAgain(cells: readonly string[]): Layout | null {
  if (!cells.some((cell) => /^\W*(?:姓\s*名|名字|学生|學生|.*name)/iu.test(cell))) return null
  return layoutFrom(cells.map((cell) => (/\d/.test(cell) ? '' : cell))) && layoutFrom(cells)
}

/** A class alone above lines that name none; where the next line has its own, a name was forgotten. */
function isAbove(line: ListLine, next: ListLine | undefined, { blocks }: Layout): boolean {
  return blocks.every(
    (block) =>
      cellOf(line, block, 'class') === '' || (next !== undefined && cellOf(next, block, 'class') === ''),
  )
}

function loneCell(cells: readonly string[]): string {
  const filled = cells.map((cell) => plainCell(cell)).filter((cell) => cell !== '')
  return filled.length === 1 ? (filled[0] ?? '') : ''
}

/** The lines that the template shows how it is done with. */
function isExample(line: ListLine, { blocks }: Layout): boolean {
  return blocks.some((block) => /^(?:例|example)\s*:/iu.test(plainCell(cellOf(line, block, 'name'))))
}

const remark =
  /^(?:合计|总计|小计|共计|总数|总人数|人数|平均|备注|说明|注|制表|制表人|填表|填表人|填表日期|审核|审核人|统计|统计人|班主任|校长|负责人|联系人|单位|学校|日期|共\s*\d+\s*[人名]|第\s*\d+\s*页|total|sum|count|remarks?|notes?)(?:$|[\s:(\d]|[人名]数?)/iu

/** What stands in the cell of a name and is none: Sheet2, 12, and what programs write for a cell that they cannot fill. */
const noName =
  /^(?:[^\p{Script=Han}]*\d[^\p{Script=Han}]*|[\p{P}\p{S}\s]+|#.*|null|none|nan|undefined|n\/a|\(?(?:空|空白|空缺|无|没有|缺|暂无|待定|已?(?:转学|转走|转出)|退学|休学|[男女]生(?:\d+人)?)\)?|以[上下].*)$/iu

/**
 * Sums, remarks, who made the list: no child. A line with a readable name and class is one, whatever stands beside them; a
 * name with a sentence's marks or a date in it is none.
 */
function isRemark(line: ListLine, layout: Layout, today: string): boolean {
  const first = plainCell(line.cells.find((cell) => plainCell(cell) !== '') ?? '')
  return layout.blocks.every((block) => {
    const name = plainCell(cellOf(line, block, 'name'))
    if (remark.test(name) || /[:。！？!?]|\d{4}\s*[-年./]\s*\d/u.test(name)) return true
    if (noName.test(name)) return true
    const inClass = cellOf(line, block, 'class')
    return remark.test(first) && (name === '' || classFrom(inClass, today) === null)
  })
}
