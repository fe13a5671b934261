import type { PairWitness } from '#contract/children.ts'
import { sameNumber } from './number-rules.ts'

interface Known {
  readonly id: string
  readonly name: string
  readonly classLabel: string
  readonly number: string | null
  readonly birthday: string | null
}

/** Two records that may be one child, the older first, and what else than the name speaks for it. */
export interface LikelyPair<Child extends Known> {
  readonly children: readonly [Child, Child]
  readonly why: readonly PairWitness[]
}

/**
 * Who may stand in the room twice: the same name and one thing more. Nobody becomes one by it; a person looks. Two birthdays that
 * differ are two children, whatever else is alike. `apart`: whether staff said of the two that they are not one.
 */
export function likelyPairs<Child extends Known>(
  children: readonly Child[],
  apart: (one: string, other: string) => boolean,
): readonly LikelyPair<Child>[] {
  return [...Map.groupBy(children, ({ name }) => name).values()].flatMap((named) =>
    named.flatMap((one, index) =>
      named.slice(index + 1).flatMap((other): LikelyPair<Child>[] => {
        const why = witnesses(one, other)
        if (why.length === 0 || apart(one.id, other.id)) return []
        return [{ children: one.id < other.id ? [one, other] : [other, one], why }]
      }),
    ),
  )
}

function witnesses(one: Known, other: Known): readonly PairWitness[] {
  if (one.birthday !== null && other.birthday !== null && one.birthday !== other.birthday) return []
  const numbers =
    one.number !== null && other.number !== null && sameNumber(one.number, other.number) !== 'different'
  return [
    ...(one.birthday !== null && one.birthday === other.birthday ? ['birthday' as const] : []),
    ...(numbers ? ['number' as const] : []),
    ...(one.classLabel !== '' && one.classLabel === other.classLabel ? ['class' as const] : []),
  ]
}
