import { guardianSteps } from '../contacts/guardian-list-rules.ts'
import type { ImportRow } from './import-rules.ts'
import type { KnownChild } from './known-child-rules.ts'
import { fullerNumber, sameNumber } from './number-rules.ts'

/** What a list says newly of a known child. */
export type Change = 'name' | 'class' | 'number' | 'birthday' | 'reading' | 'guardians' | 'returned'

/** What a match would change; a fuller spelling of the same number is a change too. */
export function changesOf(row: ImportRow, child: KnownChild): readonly Change[] {
  const changes: Change[] = []
  if (child.left === true) changes.push('returned')
  if (row.name !== child.name) changes.push('name')
  if (row.schoolClass.label !== child.classLabel) changes.push('class')
  if (numberAfter(row.number, child.number) !== child.number) changes.push('number')
  if (row.birthday !== null && row.birthday !== child.birthday) changes.push('birthday')
  if (row.reading !== undefined && row.reading !== (child.reading ?? null)) changes.push('reading')
  const { add, phones } = guardianSteps(child.guardians ?? [], row.guardians ?? [])
  if (add.length + phones.length > 0) changes.push('guardians')
  return changes
}

/** The number that stands after a match: an empty cell empties nothing, and a cut number replaces no whole one. */
export function numberAfter(listed: string | null, known: string | null): string | null {
  if (listed === null || known === null) return listed ?? known
  return sameNumber(known, listed) === 'maybe' ? fullerNumber(known, listed) : listed
}
