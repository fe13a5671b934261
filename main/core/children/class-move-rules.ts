import { classFrom, isYearOn } from './class-rules.ts'
import type { KnownChild } from './known-child-rules.ts'
import type { ImportRow } from './import-rules.ts'

/** What became of the classes, as the list's own lines show it. */
export interface ClassMoves {
  /** Labels whose children still stand in that class. */
  readonly stayed: ReadonlySet<string>
  /** Labels whose children stood in the class below, a year ago. */
  readonly movedUp: ReadonlySet<string>
}

/** How a line's class and a child's class stand to each other. */
export type ClassWord =
  /** One class, and it stayed as a whole; or the class below, and it moved up as a whole. */
  | 'agrees'
  /** One label, but the children who had it have moved on: another year's class. */
  | 'differs'
  /** One label or one year on, and no other line shows what became of the class. */
  | 'open'
  /** Any other class: children do move. */
  | 'silent'

/** Fewer could be namesakes of two classes. */
const LEAST_MOVED = 3

/**
 * A class stayed when at least half of its lines, and three (or all of them, or all whom the room knows), bear names that stand in it;
 * it moved up when as many, each by a name that nobody else has, stood in the class below. One name alone shows nothing: two
 * children of one name in two years must not become one.
 */
export function classMoves(known: readonly KnownChild[], rows: readonly ImportRow[]): ClassMoves {
  const present = known.filter(({ left }) => left !== true)
  const listed = Map.groupBy(rows, ({ schoolClass }) => schoolClass.label)
  return { movedUp: labelsThatMoved(present, rows, listed), stayed: labelsThatStayed(present, listed) }
}

export function classWord(row: ImportRow, child: KnownChild, { stayed, movedUp }: ClassMoves): ClassWord {
  const { label } = row.schoolClass
  const moved = movedUp.has(label)
  if (label === child.classLabel) {
    const movedOn = moved || movedUp.has(nextLabel(row) ?? '')
    if (stayed.has(label)) return movedOn ? 'open' : 'agrees'
    return movedOn ? 'differs' : 'open'
  }
  if (!isYearAfter(row, child)) return 'silent'
  const stands = stayed.has(label) || stayed.has(child.classLabel)
  if (moved === stands) return 'open'
  return moved ? 'agrees' : 'silent'
}

/** 二(1)班 is 三(1)班 after the summer. */
function isYearAfter({ schoolClass }: ImportRow, child: KnownChild): boolean {
  const before = classFrom(child.classLabel)
  return before !== null && isYearOn(before, schoolClass)
}

function labelsThatStayed(
  present: readonly KnownChild[],
  listed: ReadonlyMap<string, readonly ImportRow[]>,
): ReadonlySet<string> {
  const standing = Map.groupBy(present, ({ classLabel }) => classLabel)
  const found = new Set<string>()
  for (const [label, lines] of listed) {
    const there = standing.get(label) ?? []
    const same = sharedNames(lines, there)
    const enough = same >= LEAST_MOVED || same === there.length || same === lines.length
    if (same > 0 && same * 2 >= lines.length && enough) found.add(label)
  }
  return found
}

function labelsThatMoved(
  present: readonly KnownChild[],
  rows: readonly ImportRow[],
  listed: ReadonlyMap<string, readonly ImportRow[]>,
): ReadonlySet<string> {
  const named = Map.groupBy(present, ({ name }) => name)
  const lines = Map.groupBy(rows, ({ name }) => name)
  const hasMoved = (row: ImportRow): boolean => {
    const [child, another] = named.get(row.name) ?? []
    return !another && child !== undefined && lines.get(row.name)?.length === 1 && isYearAfter(row, child)
  }
  const found = new Set<string>()
  for (const [label, of] of listed) {
    const moved = of.filter(hasMoved)
    if (moved.length >= LEAST_MOVED && moved.length * 2 >= of.length) found.add(label)
  }
  return found
}

function nextLabel({ schoolClass: { grade, classNumber } }: ImportRow): string | null {
  return classFrom(classNumber === 0 ? `${grade + 1}年级` : `${grade + 1}(${classNumber})`)?.label ?? null
}

function sharedNames(rows: readonly ImportRow[], there: readonly KnownChild[]): number {
  const free = new Map<string, number>()
  for (const { name } of there) free.set(name, (free.get(name) ?? 0) + 1)
  let shared = 0
  for (const { name } of rows) {
    const left = free.get(name) ?? 0
    if (left > 0) shared += 1
    free.set(name, left - 1)
  }
  return shared
}
