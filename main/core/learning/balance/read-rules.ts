import { isRecord, isTexts, isWhole } from '../parsed-rules.ts'
import { missingIn } from './make-rules.ts'
import { tiltOf, type Pile, type Scale, type Weights } from './scale-rules.ts'
import { MOST, type Fill, type Task } from './task-rules.ts'

const isPile = (value: unknown): value is Pile =>
  isRecord(value) &&
  typeof value['thing'] === 'string' &&
  isWhole(value['count'], 1, 20) &&
  Object.keys(value).length === 2
const isPan = (value: unknown): value is readonly Pile[] =>
  Array.isArray(value) && value.length <= 4 && value.every(isPile)
const isScale = (value: unknown): value is Scale =>
  isRecord(value) && isPan(value['left']) && isPan(value['right']) && Object.keys(value).length === 2
const isWeights = (value: unknown): value is Weights =>
  isRecord(value) && Object.values(value).every((weight) => isWhole(weight, 1, 100))

/** A task that was kept; undefined for what is none, or has no answer. */
export function taskIn(kept: unknown): Task | undefined {
  if (!isRecord(kept)) return undefined
  const { kind, weights, facts, choices, want, left, right, add, live, coins, weighings, odd } = kept
  if (kind === 'coins') {
    const isFound = isWhole(coins, 3, 9) && isWhole(weighings, 1, 2) && coins <= 3 ** weighings
    return isFound && (odd === 'heavy' || odd === 'light') ? { kind, coins, weighings, odd } : undefined
  }
  if (!isWeights(weights) || !Array.isArray(facts) || facts.length > 3 || !facts.every(isScale))
    return undefined
  const isWeighed = (thing: string): boolean => Object.hasOwn(weights, thing)
  const things = (facts as readonly Scale[]).flatMap((fact) => [...fact.left, ...fact.right])
  if (!things.every(({ thing }) => isWeighed(thing))) return undefined
  if (kind === 'choose') {
    const isChoice =
      isTexts(choices) && choices.length >= 2 && choices.length <= 4 && choices.every(isWeighed)
    const areApart = isChoice && new Set(choices.map((thing) => weights[thing])).size === choices.length
    if (!areApart || facts.length === 0 || (want !== 'heaviest' && want !== 'lightest')) return undefined
    return { kind, weights, facts, choices, want }
  }
  if (
    kind !== 'fill' ||
    !isPan(left) ||
    !isPan(right) ||
    typeof add !== 'string' ||
    typeof live !== 'boolean'
  )
    return undefined
  const task: Fill = { kind, weights, facts, left, right, add, live }
  const areKnown = isWeighed(add) && [...left, ...right].every(({ thing }) => isWeighed(thing))
  const areLevel = task.facts.every((fact) => tiltOf(weights, fact) === 0)
  return areKnown && areLevel && isWhole(missingIn(task), 1, MOST) ? task : undefined
}
