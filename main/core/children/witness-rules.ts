import { classMoves, classWord, type ClassMoves, type ClassWord } from './class-move-rules.ts'
import type { KnownChild } from './known-child-rules.ts'
import type { ImportRow } from './import-rules.ts'
import { coreOfName } from './name-rules.ts'
import { sameNumber } from './number-rules.ts'

/** What the four witnesses of a child's identity say about a line and a child. */
export interface Words {
  /** `maybe`: the same but for what stands beside it (`coreOfName`). */
  readonly name: 'agrees' | 'differs' | 'maybe'
  /** `maybe`: the same but for what programs and hands lose. */
  readonly number: 'agrees' | 'differs' | 'maybe' | 'silent'
  readonly birthday: 'agrees' | 'differs' | 'silent'
  readonly class: ClassWord
}

/** Which values of a list may be believed. */
export interface Credit extends ClassMoves {
  /** Numbers of this list stay with their children; where they pass on each year they say nothing of who somebody is. */
  readonly numbers: boolean
  /** Birthdays that so many lines share that nobody typed them for a child. */
  readonly filledIn: ReadonlySet<string>
  /** Numbers that several children of the room have: they tell nobody from another. */
  readonly shared: ReadonlySet<string>
}

export function wordsOf(row: ImportRow, child: KnownChild, credit: Credit): Words {
  return {
    name: nameWord(row.name, child.name),
    number: numberWord(row, child, credit),
    birthday: birthdayWord(row, child, credit),
    class: classWord(row, child, credit),
  }
}

/**
 * Whether a line and a child are one without a person's word: the name and at least one more of number, birthday and class, and
 * no witness against it. A birthday that differs, or a class that has moved on, is never outvoted; a number is, by all three
 * others together, for it is the one that schools give out anew.
 */
export function isSure(words: Words): boolean {
  if (words.name !== 'agrees' || words.birthday === 'differs') return false
  const [number, birthday] = [words.number === 'agrees', words.birthday === 'agrees']
  if (words.class === 'differs') return number && birthday
  if (words.number === 'differs') return birthday && (words.class === 'agrees' || words.class === 'open')
  return number || birthday || words.class === 'agrees'
}

/** How much speaks for a sure pair: only more than any other's is enough. */
export function weight({ number, birthday, class: of }: Words): number {
  return (
    (number === 'agrees' ? 4 : 0) +
    (birthday === 'agrees' ? 4 : 0) +
    (of === 'agrees' ? 2 : 0) -
    against(number)
  )
}

const against = (number: Words['number']): number => (number === 'differs' ? 1 : 0)

/** Whether staff should look at the two: something speaks for one child, and not enough. */
export function mayBeOne(words: Words): boolean {
  if (words.number === 'agrees') return true
  if (words.name === 'differs') return words.number === 'maybe'
  return words.class !== 'silent' || words.birthday === 'agrees' || words.number === 'maybe'
}

/** Reads from the list itself what in it can be believed. */
export function creditOf(known: readonly KnownChild[], rows: readonly ImportRow[]): Credit {
  const present = known.filter(({ left }) => left !== true)
  const holders = Map.groupBy(present, ({ number }) => number ?? '')
  holders.delete('')
  const shared = new Set([...holders].filter(([, of]) => of.length > 1).map(([number]) => number))
  let kept = 0
  let passed = 0
  for (const { number, name } of rows) {
    const [holder] = (number !== null && holders.get(number)) || []
    if (holder && coreOfName(holder.name) === coreOfName(name)) kept += 1
    else if (holder) passed += 1
  }
  const born = Map.groupBy(rows, ({ birthday }) => birthday ?? '')
  born.delete('')
  const dated = [...born.values()].reduce((sum, of) => sum + of.length, 0)
  const filledIn = [...born].filter(([, of]) => of.length >= LEAST_FILLED && of.length * 2 >= dated)
  return {
    ...classMoves(known, rows),
    numbers: passed < LEAST_PASSED || passed < kept,
    filledIn: new Set(filledIn.map(([birthday]) => birthday)),
    shared,
  }
}

function nameWord(one: string, other: string): Words['name'] {
  if (one === other) return 'agrees'
  return coreOfName(one) === coreOfName(other) ? 'maybe' : 'differs'
}

/** One number under another name may be a slip. */
const LEAST_PASSED = 2
/** Two lines may be twins. */
const LEAST_FILLED = 3

function numberWord(row: ImportRow, child: KnownChild, { numbers, shared }: Credit): Words['number'] {
  if (row.number === null || child.number === null || !numbers) return 'silent'
  if (shared.has(row.number) || shared.has(child.number)) return 'silent'
  const same = sameNumber(row.number, child.number)
  if (same === 'different') return 'differs'
  return same === 'same' ? 'agrees' : 'maybe'
}

function birthdayWord(row: ImportRow, child: KnownChild, { filledIn }: Credit): Words['birthday'] {
  if (row.birthday === null || child.birthday === null) return 'silent'
  if (row.birthday !== child.birthday) return 'differs'
  return filledIn.has(row.birthday) ? 'silent' : 'agrees'
}
