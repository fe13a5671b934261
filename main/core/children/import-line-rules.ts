import type { ListedGuardian } from '../contacts/guardian-list-rules.ts'
import { type SchoolClass, isByYear } from './class-rules.ts'
import { birthdayFrom, isCounted, isRegisterNumber } from './import-cell-rules.ts'
import { classesOf, type Titles } from './import-class-column-rules.ts'
import type { Entry } from './import-entry-rules.ts'
import { guardiansIn } from './import-guardian-rules.ts'
import { type LineProblem, type ListNote, cut } from './import-problem-rules.ts'
import { checkName, hasListMark, isSeveralNames } from './name-rules.ts'
import { cutTogether, numberFrom } from './number-rules.ts'
import { plainCell } from './plain-cell-rules.ts'
import { checkReading } from './reading-rules.ts'

/** A child as a line of the list says. */
export interface ImportRow {
  /** Line of the file, the first is 1; of a block beside the first one a number of its own (`placeOf`). */
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

interface Read {
  readonly rows: readonly ImportRow[]
  readonly problems: readonly LineProblem[]
  readonly notes: readonly ListNote[]
  /** The column of numbers holds places in a register only, and was not used. */
  readonly register: boolean
}

/** The children of these entries; each entry becomes a row, or a problem that is not `taken`. */
export function readLines(
  entries: readonly Entry[],
  { titles, today }: { readonly titles: Titles; readonly today: string },
): Read {
  const rows: ImportRow[] = []
  const problems: LineProblem[] = []
  const notes = createNotes()
  const seen = new Set<string>()
  const classes = classesOf(entries, { titles, today })
  const register = entries.every(({ cell }) => isRegisterNumber(cell('number')))
  const cutDown = cutTogether(entries.map(({ cell }) => cell('number')))
  for (const { line, cell, cells, block, text, ...entry } of entries.map((each) => ({ ...each, of: each }))) {
    const report = (code: LineProblem['code'], value: string, taken = false) =>
      problems.push({ line, code, value: cut(value, 60), taken, ...(!taken && { text }) })
    const name = checkName(cell('name'))
    if (!name.ok) {
      report(name.error, cell('name'))
      continue
    }
    if (isSeveralNames(plainCell(cell('name')))) {
      report('names-several', cell('name'))
      continue
    }
    const { schoolClass, written, filled, fromTitle } = classes.get(entry.of) ?? nowhere
    if (!schoolClass) {
      report(written === '' ? 'class-missing' : 'class-unknown', written)
      continue
    }
    const birthday = birthdayFrom(cell('birthday'), today)
    const read = register ? nothing : numberFrom(cell('number'))
    const damaged = read.ok && read.value !== null && cutDown.has(read.value)
    const number = read.ok && !damaged ? read.value : null
    const { guardians, problems: ofGuardians } = guardiansIn(block.guardians, cells)
    const reading = checkReading(cell('reading'), name.value)
    const facts = {
      line,
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
    if (filled) notes.count('class-filled', '')
    if (fromTitle) notes.count('class-from-title', written)
    if (hasListMark(cell('name'))) notes.count('name-numbered', `${plainCell(cell('name'))} → ${name.value}`)
    if (isByYear(written)) notes.count('class-by-year', `${written} → ${schoolClass.label}`)
    if (isCounted(cell('birthday'))) notes.count('birthday-counted', `${cell('birthday')} → ${birthday}`)
    // as passports write it, without tones, it says nothing new
    if (!reading.ok && reading.error !== 'no-tones') report('reading-unreadable', cell('reading'), true)
    if (birthday === null && plainCell(cell('birthday')) !== '')
      report('birthday-unreadable', cell('birthday'), true)
    if (!read.ok) report(read.error, cell('number'), true)
    if (damaged) report('number-damaged', cell('number'), true)
    for (const { code, value } of ofGuardians) report(code, value, true)
    seen.add(key)
    rows.push(row)
  }
  return { rows, problems, notes: notes.all(), register: register && numbersStand(entries) }
}

const nowhere = { schoolClass: null, written: '', filled: false, fromTitle: false } as const
const nothing = { ok: true, value: null } as const

const numbersStand = (entries: readonly Entry[]): boolean =>
  entries.some(({ block }) => block.columns.number !== undefined)

/** Notes by what they say: a value of its own is a note of its own for classes, one example for the rest. */
function createNotes() {
  const all = new Map<string, { code: ListNote['code']; value: string; count: number }>()
  return {
    count: (code: ListNote['code'], value: string): void => {
      const key = code.startsWith('class-') && value !== '' ? `${code} ${value}` : code
      const note = all.get(key) ?? { code, value, count: 0 }
      note.count += 1
      all.set(key, note)
    },
    all: (): readonly ListNote[] => [...all.values()],
  }
}
