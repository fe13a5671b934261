import { changesOf, type Change } from './import-change-rules.ts'
import { groundOf, matchAll, type Ground, type Matched } from './import-match-rules.ts'
import type { ImportRow } from './import-rules.ts'
import type { KnownChild } from './known-child-rules.ts'
import { listedNumbers } from './listed-number-rules.ts'
import { coreOfName } from './name-rules.ts'
import { sameNumber } from './number-rules.ts'
import { mayBeOne, weight, wordsOf, type Credit } from './witness-rules.ts'

/** Why a line is a question; words: `import.why.<code>`. */
export type Why =
  /** Two lines of the list bear the number. */
  | 'number-twice'
  /** The number is another child's. */
  | 'number-of-another'
  /** Two lines that nothing tells apart. */
  | 'line-twice'
  /** Somebody's name is written almost like this one. */
  | 'name-alike'
  /** Somebody of this name has another birthday. */
  | 'birthday-differs'
  /** Somebody of this name has another number. */
  | 'number-differs'
  /** Several children fit. */
  | 'several'
  /** Somebody of this name has left the room. */
  | 'left'
  /** Only the name, or what is left of a number, speaks for it. */
  | 'one-witness'

/** A line that only a person can decide: a new child, this child, or left out. */
export interface ImportQuestion {
  readonly row: ImportRow
  readonly why: Why
  /** Whose record it may be, the likeliest first. */
  readonly candidates: readonly KnownChild[]
  /** Lines of the list that bear the same number or say the same. */
  readonly lines: readonly ImportRow[]
}

/** What an import would do; it never takes a child away, and an empty cell never empties what is known. */
export interface ImportPlan {
  readonly create: readonly ImportRow[]
  readonly update: readonly {
    readonly row: ImportRow
    readonly id: string
    readonly changes: readonly Change[]
  }[]
  readonly unchanged: readonly { readonly row: ImportRow; readonly id: string }[]
  readonly ask: readonly ImportQuestion[]
  /** Lines whose number is a place in a register and was not taken. */
  readonly places: number
  /** Lines whose number another line bears too; they are taken without it. */
  readonly withoutNumber: readonly { readonly row: ImportRow; readonly number: string }[]
}

/**
 * Matches the lines with the children, each once. A line and a child are one by themselves only where two witnesses of name,
 * number, birthday and class say so, none says otherwise, and no other line or child fits as well; whatever else speaks for
 * somebody is a question for staff. The same list again changes nothing. `keys`: the lines, as `KnownChild.apart` holds them.
 */
export function planImport(
  known: readonly KnownChild[],
  listed: readonly ImportRow[],
  keys: ReadonlyMap<number, string> = new Map(),
): ImportPlan {
  const { places, twice } = listedNumbers(listed)
  const withoutNumber: { row: ImportRow; number: string }[] = []
  let placed = 0
  const rows = listed.map((row) => {
    if (row.number === null) return row
    if (places.has(row.number)) placed += 1
    else if (twice.has(row.number)) withoutNumber.push({ row, number: row.number })
    else return row
    return { ...row, number: null }
  })
  const numberOf = new Map(withoutNumber.map(({ row, number }) => [row.line, number]))
  const ground = groundOf(known, rows, keys)
  const matched = matchAll(ground)
  return { ...planOf(ground, matched, numberOf), places: placed, withoutNumber }
}

function planOf(
  { rows, credit, lookup, lines }: Ground,
  matched: Matched,
  numberOf: ReadonlyMap<number, string>,
): Pick<ImportPlan, 'create' | 'update' | 'unchanged' | 'ask'> {
  const plan = { create: [], update: [], unchanged: [], ask: [] } as {
    -readonly [Kind in 'create' | 'update' | 'unchanged' | 'ask']: ImportPlan[Kind][number][]
  }
  const taken = new Set(matched.values())
  for (const row of rows) {
    const child = matched.get(row)
    if (child) {
      const changes = changesOf(row, child)
      if (changes.length > 0) plan.update.push({ row, id: child.id, changes })
      else plan.unchanged.push({ row, id: child.id })
      continue
    }
    const number = numberOf.get(row.line)
    const candidates = candidatesFor(row, { credit, lookup, taken })
    // an unmatched line is a question beside a matched one that says the same, and beside one above it
    const alike = (lines.get(row.name) ?? []).filter(
      (other) => other !== row && isAlikeLine(row, other) && (matched.has(other) || other.line < row.line),
    )
    const sharing =
      number === undefined ? [] : rows.filter((other) => other !== row && numberOf.get(other.line) === number)
    if (candidates.length === 0 && alike.length === 0 && sharing.length === 0) {
      plan.create.push(row)
      continue
    }
    const why = whyAsk(row, candidates, { credit, alike, sharing })
    plan.ask.push({ row, why, candidates, lines: [...new Set([...sharing, ...alike])] })
  }
  return plan
}

function candidatesFor(
  row: ImportRow,
  { credit, lookup, taken }: Pick<Ground, 'credit' | 'lookup'> & { readonly taken: ReadonlySet<KnownChild> },
): readonly KnownChild[] {
  const holders = lookup.holders(row.number)
  const near = lookup.near(row.number).filter((child) => mayBeOne(wordsOf(row, child, credit)))
  const named = lookup.calledLike(row.name).filter((child) => mayBeOne(wordsOf(row, child, credit)))
  const found = new Set<KnownChild>()
  // Somebody of the name whom another line of the list has taken is nobody's question, the holder of the number is.
  for (const child of [...named, ...near]) if (!taken.has(child)) found.add(child)
  for (const child of holders) found.add(child)
  return [...found]
    .filter((child) => child.left !== true || isCalled(child, row))
    .toSorted((one, other) => likeness(row, other, credit) - likeness(row, one, credit))
}

const isCalled = ({ name }: { readonly name: string }, row: ImportRow): boolean =>
  coreOfName(name) === coreOfName(row.name)

function likeness(row: ImportRow, child: KnownChild, credit: Credit): number {
  const words = wordsOf(row, child, credit)
  return (
    weight(words) +
    (words.name === 'agrees' ? 3 : words.name === 'maybe' ? 2 : 0) -
    (words.birthday === 'differs' ? 3 : 0)
  )
}

function whyAsk(
  row: ImportRow,
  candidates: readonly KnownChild[],
  of: {
    readonly credit: Credit
    readonly alike: readonly ImportRow[]
    readonly sharing: readonly ImportRow[]
  },
): Why {
  if (of.sharing.length > 0) return 'number-twice'
  const holder = candidates.some(
    ({ name, number }) =>
      !isCalled({ name }, row) &&
      number !== null &&
      row.number !== null &&
      sameNumber(row.number, number) === 'same',
  )
  if (holder) return 'number-of-another'
  const namesakes = candidates.filter((child) => isCalled(child, row))
  if (namesakes.length > 1) return 'several'
  const [only] = namesakes
  if (!only) return of.alike.length > 0 ? 'line-twice' : 'one-witness'
  const words = wordsOf(row, only, of.credit)
  if (only.left === true) return 'left'
  if (words.birthday === 'differs') return 'birthday-differs'
  if (words.name === 'maybe') return 'name-alike'
  if (words.number === 'differs') return 'number-differs'
  return of.alike.length > 0 ? 'line-twice' : 'one-witness'
}

/** Two lines of one name that nothing tells apart. */
function isAlikeLine(one: ImportRow, other: ImportRow): boolean {
  return (
    one.schoolClass.label === other.schoolClass.label &&
    !showTwo(one.number, other.number) &&
    !showTwo(one.birthday, other.birthday)
  )
}

const showTwo = (left: string | null, right: string | null): boolean =>
  left !== null && right !== null && left !== right
