import type { KnownChild } from './known-child-rules.ts'
import { coreOfName } from './name-rules.ts'
import { sameNumber } from './number-rules.ts'

/** The children of a room, found without looking at each. */
export interface Lookup {
  named(name: string): readonly KnownChild[]
  /** Whose name is the same but for what stands beside it, too. */
  calledLike(name: string): readonly KnownChild[]
  /** Who is in the room and bears exactly this number. */
  holders(number: string | null): readonly KnownChild[]
  /** Who bears it but for what programs and hands lose. */
  near(number: string | null): readonly KnownChild[]
}

export function createLookup(known: readonly KnownChild[]): Lookup {
  const byName = Map.groupBy(known, ({ name }) => name)
  const byCoreName = Map.groupBy(known, ({ name }) => coreOfName(name))
  const present = known.filter(({ left }) => left !== true)
  const byNumber = Map.groupBy(present, ({ number }) => number ?? '')
  const byCore = Map.groupBy(present, ({ number }) => coreOf(number ?? ''))
  return {
    named: (name) => byName.get(name) ?? [],
    calledLike: (name) => byCoreName.get(coreOfName(name)) ?? [],
    holders: (number) => (number === null ? [] : (byNumber.get(number) ?? [])),
    near: (number) =>
      number === null
        ? []
        : (byCore.get(coreOf(number)) ?? []).filter(
            (child) => child.number !== null && sameNumber(child.number, number) === 'maybe',
          ),
  }
}

/** What two numbers that `sameNumber` calls the same or maybe the same have in common. */
function coreOf(number: string): string {
  return number
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^[A-Z](?=\d{17}[\dX]$)/, '')
    .replace(/^0+(?=.)/, '')
    .slice(0, 15)
}
