import { plainCell, wholeNumber } from './plain-cell-rules.ts'

/** A class as the school writes it. */
export interface SchoolClass {
  /** 1 to 9; 0 before school: 学前班 and the classes of a kindergarten. */
  readonly grade: number
  /**
   * Number within the grade, 0 where the grade has one class only. Before school a hundred for each kind, youngest first, so that a
   * class without a grade (0 and 0 in the room's rows) is another thing.
   */
  readonly classNumber: number
  /** `二(1)班`, or `二年级` without a number: one form, so that two spellings are one class. */
  readonly label: string
}

const numerals = '一二三四五六七八九'
const letters = ['ABCDEFGH', '甲乙丙丁戊己庚辛'] as const
/** Youngest first; the year before the first grade is spent in a 大班 or a 学前班. */
const preschool = ['托', '幼儿', '小', '中', '大', '学前'] as const
/** Classes of one grade; more is a slip. */
const MOST_CLASSES = 30
const LAST_GRADE = 9
/** Grades of a primary school, which 初一 comes after. */
const PRIMARY = 6

const number = `(\\d{1,2}|十[一二三四五六七八九]?|[一二三四五六七八九]|[A-H]|[甲乙丙丁戊己庚辛])`
const between = '[.\\-_/、·・]'
const forms: readonly RegExp[] = [
  // 二(1)班, 二年级1班, 二1班, 二年(一)班, and 2年级1班, 2(1)班, 2.1, 2-1
  new RegExp(`^([${numerals}])(?:年级|年|${between})?\\(?${number}\\)?班?$`),
  // a grade in digits needs something between: 12班 may be a twelfth class
  new RegExp(`^([1-9])(?:年级\\(?|年\\(?|${between}|\\()${number}\\)?班?$`),
  /^([1-9])([A-H])班?$/,
  // 201班, 212: the hundreds are the grade
  /^([1-9])([0-3]\d)班?$/,
  // 二年级, 二年级班: one class in the grade
  new RegExp(`^([${numerals}1-9])(?:年级|年)()班?$`),
  // GRADE 2 CLASS 1, G2C1
  /^G(?:RADE)?([1-9]),?C(?:LASS)?(\d{1,2})$/,
  /^G(?:RADE)?([1-9])()$/,
]
const otherWay = /^C(?:LASS)?(\d{1,2}),?G(?:RADE)?([1-9])$/
const junior = new RegExp(`^(?:初中?)([一二三123])(?:年级|年)?${between}?\\(?${number}?\\)?班?$`)
const byYear = new RegExp(`^(初中?)?(20\\d{2}|\\d{2})级\\(?${number}?\\)?班?$`)
const before = new RegExp(`^(?:幼儿园?|学前(?=[大中小]))?(托|幼儿|小|中|大|学前)班?\\(?${number}?\\)?班?$`)

/**
 * Reads a class in any of the usual spellings; null for what names none (Excel makes 2月1日 of 2-1). With the local day of `today`
 * a class may be named by its year of entry: 2021级3班 is the sixth grade in the school year from September 2026.
 */
export function classFrom(typed: string, today?: string): SchoolClass | null {
  const text = withoutRemark(classText(typed))
  const early = earlyClass(text)
  if (early) return early
  for (const form of forms) {
    const match = form.exec(text)
    const school = match && schoolClass(numeral(match[1] ?? ''), match[2] ?? '')
    if (school) return school
  }
  const turned = otherWay.exec(text)
  if (turned) return schoolClass(Number(turned[2]), turned[1] ?? '')
  const middle = junior.exec(text)
  if (middle) return schoolClass(PRIMARY + numeral(middle[1] ?? ''), middle[2] ?? '')
  const year = today === undefined ? null : byYear.exec(text)
  if (!year || today === undefined) return null
  const since = schoolYear(today) - (Number(year[2]) % 100) - 2000 + 1
  return schoolClass(year[1] === undefined ? since : since + PRIMARY, year[3] ?? '')
}

/** A class from a list with a column for the grade and one for the class: 二年级 and 1班. */
export function classFromTwo(grade: string, typed: string, today?: string): SchoolClass | null {
  const bare = classText(grade).replace(/(?:年级|年|班)$/u, '')
  const known = classFrom(grade, today) ?? classFrom(`${bare}年级`, today) ?? classFrom(`${bare}班`, today)
  if (!known || known.classNumber % 100 !== 0) return classFrom(typed, today)
  if (classText(typed) === '') return known
  const alone = new RegExp(`^\\(?${number}\\)?班?$`).exec(classText(typed))?.[1]
  if (alone !== undefined) {
    const early = earlyClass(`${bare}${alone}班`)
    return known.grade === 0 ? early : schoolClass(known.grade, alone)
  }
  const whole = classFrom(typed, today)
  return whole?.grade === known.grade ? whole : null
}

/** Whether this names a class by its year of entry, which the next school year reads as another grade. */
export const isByYear = (typed: string): boolean => byYear.test(withoutRemark(classText(typed)))

/** Whether `now` is where the children of `earlier` are one school year later: 二(1)班 and 三(1)班, 大班 and 一年级. */
export function isYearOn(earlier: SchoolClass, now: SchoolClass): boolean {
  if (earlier.grade > 0) return now.grade === earlier.grade + 1 && now.classNumber === earlier.classNumber
  const [kind, after] = [Math.floor(earlier.classNumber / 100), Math.floor(now.classNumber / 100)]
  const last = preschool.indexOf('大') + 1
  // a school numbers its classes anew
  if (now.grade === 1) return kind >= last
  return now.grade === 0 && after === kind + 1 && now.classNumber % 100 === earlier.classNumber % 100
}

/** The year in which the school year of this local day began: lists of the new year are made from August on. */
function schoolYear(today: string): number {
  const year = Number(today.slice(0, 4))
  return Number(today.slice(5, 7)) >= 8 ? year : year - 1
}

function classText(typed: string): string {
  const text = plainCell(typed).replace(/\s/gu, '').toUpperCase()
  return (wholeNumber(text) ?? text)
    .replace(
      /^二[〇○零]([一二三四五六七八九〇○零]{2})(?=级|級)/u,
      (_, year: string) => `20${Array.from(year, digitOf).join('')}`,
    )
    .replaceAll('級', '级')
    .replaceAll('學', '学')
    .replace(/[【[〔{]/gu, '(')
    .replace(/[】\]〕}]/gu, ')')
    .replace(/\p{Pd}|−/gu, '-')
    .replace(/^[\p{Script=Han}]*?(?:小学|学校|教学点|小学部)(?=.)/u, '')
}

const digitOf = (written: string): number => numerals.indexOf(written) + 1

/** 二年级1班(走读): what stands in brackets behind a class and is no number of one. */
const withoutRemark = (text: string): string =>
  text.replace(/(?<=班|年级)\([^\d一二三四五六七八九十A-H甲乙丙丁戊己庚辛()][^()]*\)$/u, '')

function earlyClass(text: string): SchoolClass | null {
  const [, kind, typed = ''] = before.exec(text) ?? []
  // 小一班 may be a first grade, and 大 or 小 alone is a size
  if (kind === undefined || (kind === '小' && /^小[一二三四五六]/u.test(text)) || !/班|学前|幼儿/u.test(text))
    return null
  const rank = preschool.findIndex((each) => each === kind) + 1
  const classNumber = numeral(typed)
  if (classNumber > MOST_CLASSES || (classNumber === 0 && typed !== '')) return null
  const label = typed === '' ? `${kind}班` : `${kind}(${shownNumber(typed)})班`
  return { grade: 0, classNumber: rank * 100 + classNumber, label }
}

function schoolClass(grade: number, typed: string): SchoolClass | null {
  const classNumber = numeral(typed)
  // a class 0 does not exist, unless none was named
  if (grade < 1 || grade > LAST_GRADE || classNumber > MOST_CLASSES || (classNumber === 0 && typed !== ''))
    return null
  const written = numerals.charAt(grade - 1)
  return {
    grade,
    classNumber,
    label: typed === '' ? `${written}年级` : `${written}(${shownNumber(typed)})班`,
  }
}

/** Digits for numerals; letters and 甲乙丙 stay, because a school that writes them has no class 1. */
const shownNumber = (typed: string): string =>
  letters.some((row) => row.includes(typed)) ? typed : String(numeral(typed))

/** 1 to 39 from digits, 一 to 十九, A to H or 甲 to 辛; 0 for an empty text. */
function numeral(text: string): number {
  if (/^\d*$/.test(text)) return Number(text)
  const place = Math.max(...letters.map((row) => row.indexOf(text)))
  if (place >= 0) return place + 1
  const tens = text.startsWith('十') ? 10 : 0
  return tens + numerals.indexOf(text.slice(-1)) + 1
}
