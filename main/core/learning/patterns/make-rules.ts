import { pick, shuffled, type Random } from '../random-rules.ts'
import { isSame, missingInRow, missingInSquare, type Thing } from './law-rules.ts'

/** Pictures that a child of six tells apart at a glance, also in grey. Names as in the house's drawings. */
export const pictures = [
  'apple',
  'boat',
  'butterfly',
  'fish',
  'football',
  'kite',
  'sunflower',
  'tangerine',
  'umbrella',
  'watermelon',
] as const

export const levels = [
  { id: 'two-in-turn', grade: 1 },
  { id: 'one-twice', grade: 1 },
  { id: 'three-in-turn', grade: 1 },
  { id: 'gap-inside', grade: 2 },
  { id: 'growing', grade: 3 },
  { id: 'two-laws', grade: 4 },
  { id: 'square', grade: 5 },
] as const

export type PatternLevel = (typeof levels)[number]['id']

/** Choices under a row. */
export const CHOICES = 4
const ROW = 8
const SHORT_ROW = 5

export interface Puzzle {
  /** One place is empty. */
  readonly places: readonly (Thing | null)[]
  readonly choices: readonly Thing[]
}

const units: Readonly<
  Record<'two-in-turn' | 'one-twice' | 'three-in-turn' | 'gap-inside', readonly string[]>
> = {
  'two-in-turn': ['AB'],
  'one-twice': ['AAB', 'ABB'],
  'three-in-turn': ['ABC', 'ABAC', 'AABC'],
  'gap-inside': ['AAB', 'ABC', 'AABB', 'ABCB'],
}

const some = (count: number, random: Random): string[] => shuffled(pictures, random).slice(0, count)

/** A puzzle of a level. It has one law, and the law one answer: rows that could be read otherwise are not made. */
export function makePuzzle(level: PatternLevel, random: Random): Puzzle {
  const whole = wholeOf(level, random)
  const gap =
    level === 'square' || level === 'gap-inside'
      ? Math.floor(random() * (level === 'square' ? 9 : ROW - 2)) + (level === 'square' ? 0 : 1)
      : whole.length - 1
  const places = whole.map((thing, at) => (at === gap ? null : thing))
  const answer = whole[gap]
  const read = level === 'square' ? missingInSquare(places) : missingInRow(places)
  // A gap may hide what tells AABB from AAB.
  if (!answer || !read || !isSame(answer, read)) return makePuzzle(level, random)
  return { places, choices: choicesFor(answer, whole, random) }
}

function wholeOf(level: PatternLevel, random: Random): readonly Thing[] {
  if (level === 'growing') return growing(random)
  if (level === 'two-laws') return twoLaws(random)
  if (level === 'square') return square(random)
  const unit = pick(units[level], random) ?? 'AB'
  const named = some(3, random)
  return Array.from({ length: ROW }, (_, at) => ({
    picture: named['ABC'.indexOf(unit.charAt(at % unit.length))] ?? pictures[0],
    count: 1,
  }))
}

function growing(random: Random): readonly Thing[] {
  const picture = pick(pictures, random) ?? pictures[0]
  const step = pick([1, 1, 2, -1, -1, -2], random) ?? 1
  const room = 9 - Math.abs(step) * (SHORT_ROW - 1)
  const low = 1 + Math.floor(random() * room)
  const first = step > 0 ? low : low + Math.abs(step) * (SHORT_ROW - 1)
  return Array.from({ length: SHORT_ROW }, (_, at) => ({ picture, count: first + step * at }))
}

/** Pictures in turn by twos, numbers by threes, or the other way round. */
function twoLaws(random: Random): readonly Thing[] {
  const [byPicture, byCount] = random() < 0.5 ? [2, 3] : [3, 2]
  const named = some(byPicture, random)
  const counts = shuffled([1, 2, 3], random).slice(0, byCount)
  return Array.from({ length: ROW }, (_, at) => ({
    picture: named[at % byPicture] ?? pictures[0],
    count: counts[at % byCount] ?? 1,
  }))
}

function square(random: Random): readonly Thing[] {
  const named = some(3, random)
  const counts = shuffled([1, 2, 3], random)
  // Turned the other way, so that no pair comes twice.
  return Array.from({ length: 9 }, (_, at) => {
    const [row, column] = [Math.floor(at / 3), at % 3]
    return { picture: named[(row + column) % 3] ?? pictures[0], count: counts[(row + 2 * column) % 3] ?? 1 }
  })
}

/** The answer among others that are near it: what stands in the row, one more or fewer, another picture. */
function choicesFor(answer: Thing, whole: readonly Thing[], random: Random): readonly Thing[] {
  const near = [
    ...shuffled(whole, random),
    { ...answer, count: answer.count + 1 },
    { ...answer, count: answer.count - 1 },
    ...some(CHOICES, random).map((picture) => ({ picture, count: answer.count })),
  ]
  const counted = whole.some(({ count }) => count > 1)
  const chosen = [answer]
  for (const thing of near) {
    const fits = thing.count >= 1 && thing.count <= 9 && (counted || thing.count === 1)
    if (chosen.length < CHOICES && fits && !chosen.some((one) => isSame(one, thing))) chosen.push(thing)
  }
  return shuffled(chosen, random)
}
