import { guardianSteps, type KnownGuardian } from '../contacts/guardian-list-rules.ts'
import { classFrom } from './class-rules.ts'
import type { ImportRow } from './import-rules.ts'

/** A child whom the room knows already. */
export interface KnownChild {
  readonly id: string
  readonly name: string
  readonly classLabel: string
  readonly number: string | null
  readonly birthday: string | null
  readonly guardians?: readonly KnownGuardian[]
}

/** What a list says newly of a known child. */
export type Change = 'name' | 'class' | 'number' | 'birthday' | 'guardians'

/** What an import would do; it never takes a child away, and an empty cell never empties what is known. */
export interface ImportPlan {
  readonly create: readonly ImportRow[]
  readonly update: readonly {
    readonly row: ImportRow
    readonly id: string
    readonly changes: readonly Change[]
  }[]
  readonly unchanged: readonly { readonly row: ImportRow; readonly id: string }[]
  /** A question for staff: somebody of this name is there, and nothing tells whether it is the same child. */
  readonly sameName: readonly ImportRow[]
}

/**
 * Matches the lines with the children: first by the school's number, then by name and class, then by name and birthday
 * (moved to another class), last by name and the class of a year ago where a whole class has moved up (a list of names alone,
 * after the summer). Each child is matched once. The same list again changes nothing.
 */
export function planImport(known: readonly KnownChild[], rows: readonly ImportRow[]): ImportPlan {
  const matched = new Map<ImportRow, KnownChild>()
  const numbered = grouped(known, ({ number }) => number ?? '')
  const named = grouped(known, ({ name }) => name)
  const near = { numbered, named, movedUp: movedUp(named, rows) }
  // a line that could be either of two children is sure once another line has taken one of them
  for (;;) {
    const before = matched.size
    const unsure = matchOnce(near, rows, matched)
    if (matched.size === before) return planOf(rows, matched, unsure)
  }
}

type Fits = (row: ImportRow, child: KnownChild) => boolean

interface Near {
  readonly numbered: ReadonlyMap<string, readonly KnownChild[]>
  readonly named: ReadonlyMap<string, readonly KnownChild[]>
  /** Lines of a class that moved up as a whole. */
  readonly movedUp: ReadonlySet<ImportRow>
}

/** Matches what is sure and returns the lines that could be one of several children. */
function matchOnce(
  near: Near,
  rows: readonly ImportRow[],
  matched: Map<ImportRow, KnownChild>,
): ReadonlySet<ImportRow> {
  const unsure = new Set<ImportRow>()
  const taken = new Set(matched.values())
  const byYearAgo: Fits = (row, child) => near.movedUp.has(row) && inYearAgo(row, child)
  for (const fits of [byNumber, byClassAndDetails, byClassAndBirthday, byClass, byBirthday, byYearAgo]) {
    for (const row of rows) {
      if (matched.has(row) || unsure.has(row)) continue
      const group = fits === byNumber ? near.numbered.get(row.number ?? '') : near.named.get(row.name)
      const candidates = (group ?? []).filter((child) => !taken.has(child) && fits(row, child))
      const [child] = candidates
      if (!child) continue
      if (candidates.some((other) => other.number !== child.number || other.birthday !== child.birthday)) {
        unsure.add(row)
        continue
      }
      matched.set(row, child)
      taken.add(child)
    }
  }
  return unsure
}

function planOf(
  rows: readonly ImportRow[],
  matched: ReadonlyMap<ImportRow, KnownChild>,
  unsure: ReadonlySet<ImportRow>,
): ImportPlan {
  const plan = { create: [], update: [], unchanged: [], sameName: [] } as {
    -readonly [Kind in keyof ImportPlan]: ImportPlan[Kind][number][]
  }
  const namesakes = grouped(rows, ({ name }) => name)
  for (const row of rows) {
    const child = matched.get(row)
    const changes = child ? changesOf(row, child) : []
    // an unmatched line is a question beside a matched one, and beside one above it
    const alike = (other: ImportRow) => (matched.has(other) || other.line < row.line) && mayBeSame(row, other)
    if (child && changes.length > 0) plan.update.push({ row, id: child.id, changes })
    else if (child) plan.unchanged.push({ row, id: child.id })
    else if (unsure.has(row) || namesakes.get(row.name)?.some(alike)) plan.sameName.push(row)
    else plan.create.push(row)
  }
  return plan
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

function byNumber(row: ImportRow, child: KnownChild): boolean {
  return row.number !== null && row.number === child.number
}

function byClassAndDetails(row: ImportRow, child: KnownChild): boolean {
  return byClass(row, child) && row.birthday === child.birthday && row.number === child.number
}

function byClassAndBirthday(row: ImportRow, child: KnownChild): boolean {
  return row.birthday !== null && row.birthday === child.birthday && byClass(row, child)
}

function byClass(row: ImportRow, child: KnownChild): boolean {
  return row.name === child.name && row.schoolClass.label === child.classLabel && !differ(row, child)
}

function byBirthday(row: ImportRow, child: KnownChild): boolean {
  return (
    row.name === child.name && row.birthday !== null && row.birthday === child.birthday && !differ(row, child)
  )
}

/** 二(1)班 is 三(1)班 after the summer. */
function inYearAgo(row: ImportRow, child: KnownChild): boolean {
  if (row.name !== child.name || differ(row, child)) return false
  const { grade, classNumber } = row.schoolClass
  const before = classFrom(child.classLabel)
  return before?.grade === grade - 1 && before.classNumber === classNumber
}

/** Fewer could be namesakes of two classes. */
const LEAST_MOVED = 3

/**
 * Lines of classes that moved up as a whole: at least half of a class, and three, stood in the class below, each by a name that
 * nobody else has. One name alone shows nothing: two children of one name in two years must not become one.
 */
function movedUp(named: Near['named'], rows: readonly ImportRow[]): ReadonlySet<ImportRow> {
  const lines = grouped(rows, ({ name }) => name)
  const hasMoved = (row: ImportRow): boolean => {
    const [child, another] = named.get(row.name) ?? []
    return !another && child !== undefined && lines.get(row.name)?.length === 1 && inYearAgo(row, child)
  }
  const found = new Set<ImportRow>()
  for (const of of grouped(rows, ({ schoolClass }) => schoolClass.label).values()) {
    const moved = of.filter(hasMoved)
    if (moved.length >= LEAST_MOVED && moved.length * 2 >= of.length) for (const row of moved) found.add(row)
  }
  return found
}

/** Two lines that nothing tells apart. */
function mayBeSame(row: ImportRow, other: ImportRow): boolean {
  return (
    row !== other &&
    row.name === other.name &&
    row.schoolClass.label === other.schoolClass.label &&
    !differ(row, other)
  )
}

/** Whether a number or a birthday shows that these are two children. */
function differ(
  one: Pick<KnownChild, 'number' | 'birthday'>,
  other: Pick<KnownChild, 'number' | 'birthday'>,
): boolean {
  return showTwo(one.number, other.number) || showTwo(one.birthday, other.birthday)
}

function changesOf(row: ImportRow, child: KnownChild): readonly Change[] {
  const changes: Change[] = []
  if (row.name !== child.name) changes.push('name')
  if (row.schoolClass.label !== child.classLabel) changes.push('class')
  if (row.number !== null && row.number !== child.number) changes.push('number')
  if (row.birthday !== null && row.birthday !== child.birthday) changes.push('birthday')
  const { add, phones } = guardianSteps(child.guardians ?? [], row.guardians ?? [])
  if (add.length + phones.length > 0) changes.push('guardians')
  return changes
}

function showTwo(left: string | null, right: string | null): boolean {
  return left !== null && right !== null && left !== right
}
