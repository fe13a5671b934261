import { changesOf } from './import-change-rules.ts'
import type { ImportRow } from './import-rules.ts'
import type { KnownChild } from './known-child-rules.ts'
import { createLookup, type Lookup } from './known-lookup-rules.ts'
import { creditOf, isSure, mayBeOne, weight, wordsOf, type Credit, type Words } from './witness-rules.ts'

/** A list beside the room, made ready for looking things up. */
export interface Ground {
  readonly rows: readonly ImportRow[]
  /** By line of the file: what `KnownChild.apart` holds of it. */
  readonly keys: ReadonlyMap<number, string>
  readonly credit: Credit
  readonly lookup: Lookup
  /** Lines by name. */
  readonly lines: ReadonlyMap<string, readonly ImportRow[]>
}

/** The child whom a line surely is. */
export type Matched = ReadonlyMap<ImportRow, KnownChild>

export function groundOf(
  known: readonly KnownChild[],
  rows: readonly ImportRow[],
  keys: ReadonlyMap<number, string>,
): Ground {
  return {
    rows,
    keys,
    credit: creditOf(known, rows),
    lookup: createLookup(known),
    lines: Map.groupBy(rows, ({ name }) => name),
  }
}

const isApart = ({ keys }: Ground, { line }: ImportRow, { apart }: KnownChild): boolean =>
  apart?.has(keys.get(line) ?? '') ?? false

/** What is sure, and stays sure beside all the rest of the list. */
export function matchAll(ground: Ground): Matched {
  const doubted = new Set<ImportRow>()
  for (;;) {
    const matched = matchOnce(ground, doubted)
    // A number that another child bears is no doubt only where that child is in the list under another number.
    const elsewhere = new Map([...matched].map(([row, child]) => [child.id, row]))
    const before = doubted.size
    if (ground.credit.numbers)
      for (const [row, child] of matched) {
        if (row.number === child.number) continue
        const holders = ground.lookup.holders(row.number).filter(({ id }) => id !== child.id)
        const explained = holders.every(({ id, number }) => {
          const other = elsewhere.get(id)
          return other !== undefined && other.number !== null && other.number !== number
        })
        if (!explained) doubted.add(row)
      }
    if (doubted.size === before) return matched
  }
}

function matchOnce(ground: Ground, doubted: ReadonlySet<ImportRow>): Matched {
  const matched = new Map<ImportRow, KnownChild>()
  const taken = new Set<KnownChild>()
  // a line that could be either of two children is sure once another line has taken one of them
  for (;;) {
    const before = matched.size
    for (const row of ground.rows) {
      if (matched.has(row) || doubted.has(row)) continue
      const child = onlyChildFor(ground, row, { matched, taken, doubted })
      if (!child) continue
      matched.set(row, child)
      taken.add(child)
    }
    if (matched.size === before) return matched
  }
}

interface SoFar {
  readonly matched: ReadonlyMap<ImportRow, KnownChild>
  readonly taken: ReadonlySet<KnownChild>
  readonly doubted: ReadonlySet<ImportRow>
}

function onlyChildFor(ground: Ground, row: ImportRow, soFar: SoFar): KnownChild | undefined {
  const fitting = ground.lookup
    .named(row.name)
    .filter((child) => !soFar.taken.has(child) && !isApart(ground, row, child))
    .map((child) => ({ child, words: wordsOf(row, child, ground.credit) }))
    .filter(({ child, words }) => isSure(words) && (child.left !== true || isReturn(words)))
    .toSorted((one, other) => weight(other.words) - weight(one.words))
  const [best, next] = fitting
  if (!best) return undefined
  const rivals = (ground.lines.get(row.name) ?? []).filter(
    (other) =>
      other !== row &&
      !soFar.matched.has(other) &&
      !isApart(ground, other, best.child) &&
      isRival(other, row, best, ground.credit),
  )
  const tied = next !== undefined && weight(next.words) === weight(best.words)
  if (!tied && rivals.length === 0) return best.child
  // Namesakes whom nothing tells apart, no more children than lines: each line may stand where it changes nothing.
  const alike = fitting.filter(
    ({ child, words }) => weight(words) === weight(best.words) && isAlike(child, best.child),
  )
  const twins = rivals.every((other) => isSameLine(other, row)) && alike.length === fitting.length
  if (!twins || alike.length > rivals.length + 1) return undefined
  return alike.find(({ child }) => changesOf(row, child).length === 0)?.child
}

/** Somebody who has left comes back without a question only as the same in all that can be known. */
const isReturn = ({ number, birthday }: Words): boolean => number === 'agrees' && birthday === 'agrees'

/** Whether another line may be this child as well as this one. */
function isRival(
  other: ImportRow,
  row: ImportRow,
  { child, words }: { readonly child: KnownChild; readonly words: Words },
  credit: Credit,
): boolean {
  const theirs = wordsOf(other, child, credit)
  if (theirs.birthday === 'differs' || !mayBeOne(theirs)) return false
  if (words.birthday === 'agrees' && theirs.birthday === 'silent' && other.birthday !== null) return false
  if (theirs.number === 'differs' && theirs.birthday !== 'agrees') {
    // The class has moved on or it has not, and numbers may have stayed with the places: then either line may be the child.
    const yearOn = theirs.class !== 'silent' && other.schoolClass.label !== child.classLabel
    return yearOn && words.class === 'open' && words.birthday !== 'agrees'
  }
  if (isExactly(row, child) && !isExactly(other, child)) return false
  return weight(theirs) >= weight(words) || (words.birthday !== 'agrees' && words.number !== 'agrees')
}

const isExactly = ({ schoolClass, number, birthday }: ImportRow, child: KnownChild): boolean =>
  schoolClass.label === child.classLabel && number === child.number && birthday === child.birthday

const isAlike = (one: KnownChild, other: KnownChild): boolean =>
  one.classLabel === other.classLabel && one.number === other.number && one.birthday === other.birthday

const isSameLine = (one: ImportRow, other: ImportRow): boolean =>
  one.schoolClass.label === other.schoolClass.label &&
  one.number === other.number &&
  one.birthday === other.birthday
