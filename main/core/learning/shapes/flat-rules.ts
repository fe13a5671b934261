import { pick, type Random, shuffled } from '../random-rules.ts'
import {
  dots,
  type Drawn,
  ellipse,
  type Path,
  type Point,
  polygon,
  SIZE,
  turned,
  withPaths,
} from './drawing-rules.ts'
import type { Choice, Picking } from './puzzle-rules.ts'

export const flatNames = ['circle', 'triangle', 'square', 'rectangle', 'parallelogram'] as const
export type FlatName = (typeof flatNames)[number]

const half = SIZE / 2
const drawnFlat = (points: readonly Point[]): Drawn => ({
  width: SIZE,
  height: SIZE,
  paths: [{ d: polygon(points), tone: 'face' }],
})

/** Corners of a four-sided figure about the middle; `lean` pushes its upper side to the right. */
const fourSided = (width: number, height: number, lean = 0): readonly Point[] => [
  [half - width / 2 + lean, half - height / 2],
  [half + width / 2 + lean, half - height / 2],
  [half + width / 2 - lean, half + height / 2],
  [half - width / 2 - lean, half + height / 2],
]

const between = (from: number, to: number, random: Random): number => from + random() * (to - from)

/** Corners of one of these figures in a size, proportion and position by chance; none for a circle. */
export function cornersOf(name: FlatName, random: Random): readonly Point[] {
  switch (name) {
    case 'circle':
      return []
    case 'square': {
      const side = between(90, 125, random)
      return turned(fourSided(side, side), pick([0, 0, 20, 45], random) ?? 0)
    }
    case 'rectangle':
      return turned(
        fourSided(between(135, 160, random), between(50, 80, random)),
        pick([0, 90, 20, -25], random) ?? 0,
      )
    case 'parallelogram': {
      const lean = between(22, 30, random) * (random() < 0.5 ? 1 : -1)
      return fourSided(between(100, 125, random), between(75, 105, random), lean)
    }
    case 'triangle': {
      const first = between(0, 360, random)
      const second = first + between(85, 140, random)
      const third = second + between(85, 130, random)
      return onCircle([first, second, third])
    }
  }
}

const onCircle = (angles: readonly number[], radius = 86): readonly Point[] =>
  angles.map((angle) => {
    const rad = (angle * Math.PI) / 180
    return [half + radius * Math.cos(rad), half + radius * Math.sin(rad)]
  })

function drawnOf(
  name: FlatName,
  random: Random,
): { readonly drawn: Drawn; readonly corners: readonly Point[] } {
  const corners = cornersOf(name, random)
  if (name !== 'circle') return { drawn: drawnFlat(corners), corners }
  const radius = between(55, 88, random)
  const path: Path = { d: ellipse([half, half], radius, radius), tone: 'face' }
  return { drawn: { width: SIZE, height: SIZE, paths: [path] }, corners }
}

/** Positions and proportions of each figure that is looked for. */
const LOOKS = 8
export const flatItems = flatNames.length * LOOKS

/** The figure of the same kind, among others. */
export function sameFlat(item: number, own: Random, random: Random): Picking {
  const name = flatNames[Math.floor(item / LOOKS)] ?? 'circle'
  const model = drawnOf(name, own)
  const others = shuffled(
    flatNames.filter((one) => one !== name),
    random,
  ).slice(0, 3)
  const names = shuffled([name, ...others], random)
  const choices = names.map((one): Choice => {
    const { drawn, corners } = drawnOf(one, random)
    return { kind: 'drawn', name: one, drawn, aided: withPaths(drawn, dots(corners)) }
  })
  return {
    kind: 'pick',
    ask: 'flat',
    name,
    models: [model.drawn],
    aided: [withPaths(model.drawn, dots(model.corners))],
    choices,
    right: names.indexOf(name),
  }
}

/** Figures with a corner that points inwards, by how many corners they have. */
const dented: Readonly<Record<number, readonly Point[]>> = {
  4: [[100, 20], [180, 180], [100, 130], [20, 180]],
  5: [[20, 30], [180, 30], [120, 100], [180, 170], [20, 170]],
  6: [[20, 20], [90, 20], [90, 110], [180, 110], [180, 180], [20, 180]],
  7: [[10, 75], [110, 75], [110, 25], [190, 100], [110, 175], [110, 125], [10, 125]],
  8: [[20, 20], [180, 20], [180, 80], [130, 80], [130, 180], [70, 180], [70, 80], [20, 80]],
} // prettier-ignore

/** Even items ask for corners, odd ones for sides; then how many of them; then the way it is drawn. */
export const countItems = 2 * 6 * 4

/** How many corners, how many sides. */
export function countedFlat(item: number, own: Random, random: Random): Picking {
  const ask = item % 2 === 0 ? 'corners' : 'sides'
  const count = 3 + (Math.floor(item / 2) % 6)
  const step = 360 / count
  const begin = between(0, 90, own)
  const rounded = onCircle(
    Array.from({ length: count }, (_, at) => begin + step * (at + between(-0.28, 0.28, own))),
  )
  const inward = dented[count]
  const corners = inward && own() < 0.5 ? turned(inward, pick([0, 90, 180, 270], own) ?? 0) : rounded
  const drawn = drawnFlat(corners)
  const middles = corners.map(([x, y], at): Point => {
    const [nextX, nextY] = corners[(at + 1) % corners.length] ?? [x, y]
    return [(x + nextX) / 2, (y + nextY) / 2]
  })
  return {
    kind: 'pick',
    ask,
    name: null,
    models: [drawn],
    aided: [withPaths(drawn, dots(ask === 'corners' ? corners : middles))],
    ...numbersAround(count, 3, random),
  }
}

/** Four numbers that follow each other, the right one among them; `least` is the smallest that is asked. */
export function numbersAround(
  right: number,
  least: number,
  random: Random,
): { readonly choices: readonly Choice[]; readonly right: number } {
  const before = Math.min(right - least, Math.floor(random() * 4))
  const choices = [0, 1, 2, 3].map((at): Choice => ({ kind: 'number', number: right - before + at }))
  return { choices, right: before }
}

interface Folded {
  readonly points: readonly Point[]
  /** Lines along which it can be folded onto itself. */
  readonly lines: number
  /** Degrees of one of them, from upright, through the middle; where there is none, of a fold that does not fit. */
  readonly fold: number
}

const regular = (count: number): readonly Point[] =>
  onCircle(Array.from({ length: count }, (_, at) => -90 + (360 / count) * at))
const star = (points: number): readonly Point[] =>
  Array.from({ length: points * 2 }, (_, at): Point => {
    const rad = ((-90 + (180 / points) * at) * Math.PI) / 180
    const radius = at % 2 === 0 ? 88 : 40
    return [half + radius * Math.cos(rad), half + radius * Math.sin(rad)]
  })

const folded: readonly Folded[] = [
  { points: regular(3), lines: 3, fold: 0 },
  { points: regular(4), lines: 4, fold: 0 },
  { points: regular(5), lines: 5, fold: 0 },
  { points: regular(6), lines: 6, fold: 0 },
  { points: star(4), lines: 4, fold: 0 },
  { points: star(5), lines: 5, fold: 0 },
  { points: star(3), lines: 3, fold: 0 },
  { points: fourSided(160, 80), lines: 2, fold: 0 },
  { points: fourSided(110, 100, 28), lines: 0, fold: 0 },
  { points: [[100, 15], [150, 100], [100, 185], [50, 100]], lines: 2, fold: 0 },
  { points: [[100, 15], [155, 75], [100, 185], [45, 75]], lines: 1, fold: 0 },
  { points: [[100, 20], [155, 180], [45, 180]], lines: 1, fold: 0 },
  { points: [[60, 40], [140, 40], [185, 160], [15, 160]], lines: 1, fold: 0 },
  { points: [[40, 40], [120, 40], [180, 160], [40, 160]], lines: 0, fold: 0 },
  { points: [[30, 30], [150, 70], [170, 170]], lines: 0, fold: -45 },
  { points: dented[7] ?? [], lines: 1, fold: 90 },
  { points: dented[8] ?? [], lines: 1, fold: 0 },
  { points: [[40, 20], [90, 20], [90, 130], [160, 130], [160, 180], [40, 180]], lines: 0, fold: 0 },
  { points: [[75, 20], [125, 20], [125, 75], [180, 75], [180, 125], [125, 125], [125, 180], [75, 180], [75, 125], [20, 125], [20, 75], [75, 75]], lines: 4, fold: 0 },
  { points: [[20, 60], [110, 60], [110, 20], [180, 20], [180, 140], [90, 140], [90, 180], [20, 180]], lines: 0, fold: 0 },
] // prettier-ignore

/** The figures and how often each can be folded onto itself, for the tests. */
export const foldedFigures: readonly Pick<Folded, 'points' | 'lines'>[] = folded

const FOLD_TURNS = [0, 30, 90] as const
export const foldItems = folded.length * FOLD_TURNS.length

/** Along how many lines can it be folded onto itself? */
export function foldedFlat(item: number, _own: Random, random: Random): Picking {
  const { points, lines, fold } = folded[item % folded.length] ?? { points: regular(3), lines: 3, fold: 0 }
  const turn = FOLD_TURNS[Math.floor(item / folded.length)] ?? 0
  const drawn = drawnFlat(turned(points, turn))
  const upright: readonly Point[] = [[half, 0], [half, SIZE]] // prettier-ignore
  const [from, to] = turned(upright, fold + turn)
  const along: Path = { d: `M${from?.join(' ')}L${to?.join(' ')}`, tone: 'aid' }
  return {
    kind: 'pick',
    ask: 'folds',
    name: null,
    models: [drawn],
    aided: [withPaths(drawn, [along])],
    ...numbersAround(lines, 0, random),
  }
}
