/** A class as the school writes it. */
export interface SchoolClass {
  /** 1 to 9. */
  readonly grade: number
  /** Number within the grade; 0 where the grade has one class only. */
  readonly classNumber: number
  /** `二(1)班`, or `二年级` without a number: one form, so that two spellings are one class. */
  readonly label: string
}

const numerals = '一二三四五六七八九'
/** Classes of one grade; more is a slip. */
const MOST_CLASSES = 30

const number = `(\\d{1,2}|十[一二三四五六七八九]?|[一二三四五六七八九])`
const forms: readonly RegExp[] = [
  // 二(1)班, 二年级1班, 二1班, 小学二年(一)班, and 2年级1班, 2(1)班, 2.1, 2-1
  new RegExp(`^(?:小学)?([${numerals}])(?:年级|年|[.\\-_/、])?\\(?${number}\\)?班?$`),
  // a grade in digits needs something between: 12班 may be a twelfth class
  new RegExp(`^(?:小学)?([1-9])(?:年级\\(?|年\\(?|[.\\-_/、]|\\()${number}\\)?班?$`),
  // 201班, 212: the hundreds are the grade
  /^([1-9])([0-3]\d)班?$/,
  // 二年级, 二年级班: one class in the grade
  new RegExp(`^(?:小学)?([${numerals}1-9])(?:年级|年)()班?$`),
]

/** Reads a class in any of the usual spellings; null for what names none (Excel makes 2月1日 of 2-1). */
export function classFrom(typed: string): SchoolClass | null {
  const text = typed
    .normalize('NFKC')
    .replace(/[\s【】[\]]/gu, '')
    .replaceAll('—', '-')
  for (const form of forms) {
    const match = form.exec(text)
    if (!match) continue
    const [grade, classNumber] = [numeral(match[1] ?? ''), numeral(match[2] ?? '')]
    // a class 0 does not exist, unless none was named
    if (classNumber > MOST_CLASSES || (classNumber === 0 && match[2] !== '')) continue
    return { grade, classNumber, label: labelOf(grade, classNumber) }
  }
  return null
}

/** A class from a list with a column for the grade and one for the class: 二年级 and 1班. */
export function classFromTwo(grade: string, typed: string): SchoolClass | null {
  const known = classFrom(grade.replace(/(?:年级|年)?\s*$/u, '年级'))
  if (!known || known.classNumber !== 0) return classFrom(typed)
  if (typed.trim() === '') return known
  const alone = new RegExp(`^\\(?${number}\\)?班?$`).exec(typed.normalize('NFKC').replace(/\s/gu, ''))
  if (alone) return classFrom(`${grade.trim().replace(/(?:年级|年)$/u, '')}年级${numeral(alone[1] ?? '')}班`)
  const whole = classFrom(typed)
  return whole?.grade === known.grade ? whole : null
}

function labelOf(grade: number, classNumber: number): string {
  const written = numerals.charAt(grade - 1)
  return classNumber === 0 ? `${written}年级` : `${written}(${classNumber})班`
}

/** 1 to 39 from digits or 一 to 十九; 0 for an empty text. */
function numeral(text: string): number {
  if (/^\d*$/.test(text)) return Number(text)
  const tens = text.startsWith('十') ? 10 : 0
  return tens + numerals.indexOf(text.slice(-1)) + 1
}
