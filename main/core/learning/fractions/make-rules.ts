import type { ActivityLevel } from '../activity-rules.ts'
import { pick, type Random } from '../random-rules.ts'
import { commonOf, compared, type Fraction, inCommon, lowest } from './fraction-rules.ts'
import type { FractionTask, Shape } from './task-rules.ts'

/**
 * The ladder. The standard of 2022 has first fractions and decimals in grades 3 and 4, their sense, equal ones and all sums
 * in grades 5 and 6; half-years as in the school books: first fractions 三上, tenths 三下, meaning, equal and unlike ones 五下.
 */
export const levels = [
  { id: 'see', grade: 3 },
  { id: 'shade', grade: 3 },
  { id: 'compare', grade: 3 },
  { id: 'like', grade: 3 },
  { id: 'tenths', grade: 3 },
  { id: 'line', grade: 5 },
  { id: 'equal', grade: 5 },
  { id: 'compare-unlike', grade: 5 },
  { id: 'unlike', grade: 5 },
] as const satisfies readonly ActivityLevel[]

export type FractionLevel = (typeof levels)[number]['id']

const from = (low: number, high: number, random: Random): number =>
  low + Math.floor(random() * (high - low + 1))
const shapeBy = (random: Random): Shape => (random() < 0.5 ? 'pie' : 'bar')

/** Less than a whole; pieces of a pie stay large enough to be tapped. */
function proper(low: number, high: number, random: Random): Fraction {
  const denominator = from(low, high, random)
  return { numerator: from(1, denominator - 1, random), denominator }
}

/** A task of a level. */
export function makeTask(level: FractionLevel, random: Random): FractionTask {
  const shape = shapeBy(random)
  switch (level) {
    case 'see':
      return { kind: 'see', shape, fraction: proper(2, shape === 'pie' ? 8 : 10, random) }
    case 'shade': {
      const fraction = proper(2, 8, random)
      return { kind: 'shade', shape, fraction, parts: fraction.denominator }
    }
    case 'compare':
      return { kind: 'compare', of: random() < 0.5 ? alike(random) : oneOfEach(random) }
    case 'like':
      return likeSum(random)
    case 'tenths':
      return {
        kind: pick(['tenths', 'shade-tenths'] as const, random) ?? 'tenths',
        count: from(1, 9, random),
      }
    case 'line': {
      const units = from(1, 2, random)
      const denominator = from(2, units === 1 ? 10 : 6, random)
      return {
        kind: 'line',
        units,
        fraction: { numerator: from(1, denominator * units - 1, random), denominator },
      }
    }
    case 'equal':
      return equal(shape, random)
    case 'compare-unlike':
      return compareUnlike(random)
    case 'unlike':
      return unlikeSum(random)
  }
}

function alike(random: Random): [Fraction, Fraction] {
  const denominator = from(3, 10, random)
  const numerator = from(1, denominator - 2, random)
  const other = from(numerator + 1, denominator - 1, random)
  const both: [Fraction, Fraction] = [
    { numerator, denominator },
    { numerator: other, denominator },
  ]
  return random() < 0.5 ? both : [both[1], both[0]]
}

/** One part each: the more parts, the smaller. */
function oneOfEach(random: Random): [Fraction, Fraction] {
  const [one, other] = [from(2, 10, random), from(2, 10, random)]
  if (one === other) return oneOfEach(random)
  return [
    { numerator: 1, denominator: one },
    { numerator: 1, denominator: other },
  ]
}

function likeSum(random: Random): FractionTask {
  const [one, other] = alike(random)
  if (random() < 0.5)
    return { kind: 'subtract', of: one.numerator > other.numerator ? [one, other] : [other, one] }
  return one.numerator + other.numerator <= one.denominator
    ? { kind: 'add', of: [one, other] }
    : likeSum(random)
}

/** Filled in finer parts, or written over a multiple. */
function equal(shape: Shape, random: Random): FractionTask {
  const fraction = lowest(proper(2, 6, random))
  const times = from(2, 5, random)
  const parts = fraction.denominator * times
  if (random() < 0.4 && (parts <= 8 || (shape === 'bar' && parts === 10)))
    return { kind: 'shade', shape, fraction, parts }
  return { kind: 'equal', fraction, times, find: random() < 0.6 ? 'numerator' : 'denominator' }
}

function compareUnlike(random: Random): FractionTask {
  const of: [Fraction, Fraction] = [lowest(proper(2, 10, random)), lowest(proper(2, 10, random))]
  const unlike = of[0].denominator !== of[1].denominator && of[0].numerator * of[1].numerator > 1
  return unlike && compared(...of) !== 0 ? { kind: 'compare', of } : compareUnlike(random)
}

/** Over at most 30ths, and never more than a whole. */
function unlikeSum(random: Random): FractionTask {
  const [one, other] = [lowest(proper(2, 10, random)), lowest(proper(2, 10, random))]
  const isPlain = one.denominator === other.denominator || commonOf(one.denominator, other.denominator) > 30
  if (isPlain || compared(one, other) <= 0) return unlikeSum(random)
  const { parts, first, second } = inCommon(one, other)
  const kind = first + second <= parts && random() < 0.6 ? 'add' : 'subtract'
  return { kind, of: [one, other] }
}
