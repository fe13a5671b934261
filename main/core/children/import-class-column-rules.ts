import { type SchoolClass, classFrom, classFromTwo } from './class-rules.ts'
import type { Entry } from './import-entry-rules.ts'
import { plainCell } from './plain-cell-rules.ts'

/** The class of one entry as it was found. */
export interface FoundClass {
  readonly schoolClass: SchoolClass | null
  /** What was read; empty where nothing is there. */
  readonly written: string
  /** It stands in a line above. */
  readonly filled: boolean
  /** It stands above the heading. */
  readonly fromTitle: boolean
}

/** Classes that the lines above the heading name, by block of columns; an empty text where they name none. */
export type Titles = (blockAt: number) => string

/**
 * Reads the classes of a list. Merged cells leave a class in their first line only: where no class stands in two lines one below the
 * other, an empty cell means the class above. Where classes do repeat, an empty cell was forgotten and stays a question.
 * `titles` are for lists without such a column.
 */
export function classesOf(
  entries: readonly Entry[],
  { titles, today }: { readonly titles: Titles; readonly today: string },
): ReadonlyMap<Entry, FoundClass> {
  const found = new Map<Entry, FoundClass>()
  for (const block of Map.groupBy(entries, ({ blockAt }) => blockAt).values()) {
    const merged = { class: isMerged(block, 'class'), grade: isMerged(block, 'grade') }
    let above = { class: '', grade: '', section: '' }
    for (const entry of block) {
      if (entry.section !== above.section) above = { class: '', grade: '', section: entry.section }
      const [ownGrade, ownClass] = [plainCell(entry.cell('grade')), plainCell(entry.cell('class'))]
      const grade = ownGrade === '' && merged.grade ? above.grade : ownGrade
      // a class goes no further down than its grade
      const sameGrade = ownGrade === '' || ownGrade === above.grade
      const inClass = ownClass === '' && merged.class && sameGrade ? above.class : ownClass
      above = { class: inClass, grade: grade === '' ? above.grade : grade, section: entry.section }
      const own = readClass(grade, inClass, today)
      const title = entry.section === '' ? titles(entry.blockAt) : ''
      const elsewhere = own.written === '' ? entry.section || title : ''
      found.set(entry, {
        ...(elsewhere === '' ? own : { written: elsewhere, schoolClass: classFrom(elsewhere, today) }),
        fromTitle: elsewhere !== '' && elsewhere === title,
        filled: (ownClass === '' && inClass !== '') || (ownGrade === '' && grade !== ''),
      })
    }
  }
  return found
}

function readClass(grade: string, inClass: string, today: string) {
  return grade === ''
    ? { written: inClass, schoolClass: classFrom(inClass, today) }
    : { written: `${grade}${inClass}`, schoolClass: classFromTwo(grade, inClass, today) }
}

function isMerged(entries: readonly Entry[], column: 'class' | 'grade'): boolean {
  const cells = entries.map(({ cell }) => plainCell(cell(column)))
  return (
    cells[0] !== '' && cells.includes('') && !cells.some((cell, at) => cell !== '' && cell === cells[at - 1])
  )
}

/** The one class that the lines above the heading name (光明小学二(1)班花名册); empty where they name none, or several. */
export function classInTitle(titles: readonly string[], today: string): string {
  const texts = titles.flatMap((title) => plainCell(title).match(candidate) ?? [])
  const classes = new Map(
    texts.flatMap((text) => {
      const read = classFrom(text, today)
      return read ? [[read.label, text] as const] : []
    }),
  )
  return classes.size === 1 ? ([...classes.values()][0] ?? '') : ''
}

const candidate =
  /(?:\d{4}级|初?[一二三四五六七八九1-9])(?:年级|年)?[([【]?[一二三四五六七八九十\d甲乙丙丁A-Z]{0,3}[)\]】]?班|[一二三四五六七八九1-9]年级|学前班|[大中小]班/gu
