import { pick, type Random } from '../random-rules.ts'
import type { Point } from './lattice-rules.ts'
import { movedSet, type Placement } from './piece-rules.ts'

/** Turn, on its back (0 or 1), and the four numbers of the point, for each of the seven pieces in their order. */
type Drawn = readonly (readonly number[])[]

/** Figures with a name, as we laid them; each is one way of several to lay it. */
const drawn = {
  square: [[3, 0, 0, 2, 0, 0], [5, 0, 0, 2, 0, 0], [4, 0, 0, 4, 0, 0], [7, 0, 0, 2, 0, -1], [1, 0, 0, 2, 0, 0], [1, 0, 0, 2, 0, -1], [3, 0, 0, 3, 0, 0]],
  triangle: [[5, 0, 0, 2, 0, 0], [5, 0, 0, 4, 0, -2], [4, 0, 0, 3, 0, -1], [3, 0, 0, 3, 0, -2], [5, 0, 0, 4, 0, 0], [1, 0, 0, 3, 0, -2], [1, 1, 0, 2, 0, 0]],
  rectangle: [[0, 0, 0, 0, 0, 0], [2, 0, 4, 0, 0, 0], [1, 0, 2, 0, 0, 0], [4, 0, 1, 0, 2, 0], [6, 0, 2, 0, 2, 0], [0, 0, 1, 0, 1, 0], [0, 0, 2, 0, 1, 0]],
  slope: [[2, 0, 2, 0, 0, 0], [0, 0, 2, 0, 0, 0], [1, 0, 4, 0, 0, 0], [4, 0, 3, 0, 2, 0], [6, 0, 4, 0, 2, 0], [0, 0, 3, 0, 1, 0], [0, 0, 4, 0, 1, 0]],
  trapezoid: [[2, 0, 2, 0, 0, 0], [6, 0, 2, 0, 2, 0], [5, 0, 4, 0, 2, 0], [2, 0, 3, 0, 0, 0], [0, 0, 4, 0, 0, 0], [0, 0, 3, 0, 0, 0], [0, 1, 4, 0, 1, 0]],
  house: [[2, 0, 2, 0, 1, 0], [0, 0, 2, 0, 1, 0], [5, 0, 1, 0, 1, 0], [6, 0, 0, 0, 1, 0], [4, 0, 3, 0, 1, 0], [0, 0, 3, 0, 0, 0], [0, 1, 1, 0, 1, 0]],
  hexagon: [[0, 0, 0, 0, 0, 0], [4, 0, 2, 0, 2, 0], [7, 0, -1, 0, 1, 0], [6, 0, 2, 0, 1, 0], [0, 0, 3, 0, 1, 0], [0, 0, 2, 0, 1, 0], [0, 0, 2, 0, 0, 0]],
  boat: [[2, 0, 1, 0, 1, 0], [0, 0, 1, 0, 1, 0], [1, 0, 0, 0, 0, 0], [2, 0, 1, 0, 0, 0], [6, 0, 2, 0, 1, 0], [0, 0, 1, 0, 0, 0], [0, 0, 2, 0, 0, 0]],
  arrow: [[0, 0, 0, 0, 0, 0], [4, 0, 2, 0, 2, 0], [5, 0, 1, 0, 4, 0], [2, 0, 0, 0, 2, 0], [0, 0, 1, 0, 2, 0], [0, 0, 0, 0, 2, 0], [0, 1, 1, 0, 3, 0]],
  rocket: [[2, 0, 2, 0, 0, 0], [0, 0, 2, 0, 0, 0], [5, 0, 2, 0, 4, 0], [6, 0, 1, 0, 2, 0], [4, 0, 3, 0, 3, 0], [0, 0, 1, 0, 2, 0], [2, 0, 3, 0, 1, 0]],
  bridge: [[6, 0, 1, 0, 2, 0], [4, 0, 5, 0, 2, 0], [5, 0, 3, 0, 2, 0], [2, 0, 1, 0, 0, 0], [0, 0, 5, 0, 1, 0], [0, 0, 5, 0, 0, 0], [2, 1, 0, 0, 0, 0]],
  shirt: [[0, 0, 0, 0, 0, 0], [4, 0, 2, 0, 2, 0], [5, 0, 0, 0, 3, 0], [6, 0, -1, 0, 3, 0], [4, 0, 2, 0, 3, 0], [0, 0, 2, 0, 2, 0], [0, 1, 0, 0, 3, 0]],
  table: [[6, 0, 0, 0, 3, 0], [4, 0, 4, 0, 3, 0], [5, 0, 2, 0, 3, 0], [2, 0, 1, 0, 0, 0], [0, 0, 3, 0, 1, 0], [0, 0, 3, 0, 0, 0], [2, 1, 0, 0, 0, 0]],
  barn: [[0, 0, 0, 0, 0, 0], [4, 0, 2, 0, 2, 0], [3, 0, 3, 0, 1, 0], [2, 0, 3, 0, 0, 0], [2, 0, 1, 0, 2, 0], [0, 0, 1, 0, 2, 0], [2, 0, 3, 0, 1, 0]],
  tent: [[2, 0, 2, 0, 0, 0], [0, 0, 4, 0, 0, 0], [5, 0, 3, 0, 3, 0], [6, 0, 2, 0, 1, 0], [4, 0, 4, 0, 2, 0], [0, 0, 2, 0, 1, 0], [2, 0, 4, 0, 0, 0]],
  ship: [[0, 0, 1, 0, 0, 0], [4, 0, 3, 0, 2, 0], [1, 0, 0, 0, 0, 0], [2, 0, 1, 0, 0, 0], [6, 0, 3, 0, 1, 0], [0, 0, 1, 0, 2, 0], [0, 0, 3, 0, 0, 0]],
  car: [[2, 0, 2, 0, 0, 0], [0, 0, 2, 0, 0, 0], [1, 0, 4, 0, 0, 0], [6, 0, 0, 0, 1, 0], [2, 0, 5, 0, 0, 0], [0, 0, 5, 0, 0, 0], [0, 1, 2, 0, 2, 0]],
  flag: [[0, 0, 1, 0, 2, 0], [4, 0, 3, 0, 4, 0], [3, 0, 1, 0, 1, 0], [2, 0, 1, 0, 0, 0], [4, 0, 1, 0, 3, 0], [0, 0, 0, 0, 3, 0], [2, 0, 1, 0, 1, 0]],
  cat: [[3, 0, 0, 0, 0, -2], [5, 0, 0, 0, 0, -2], [2, 0, 0, -2, 0, -2], [7, 0, 0, 1, 0, 0], [3, 0, 0, 1, 0, 0], [1, 0, 0, 0, 0, -1], [3, 0, 0, 1, 0, -5]],
  swan: [[0, 0, 0, 0, -2, 0], [4, 0, 0, 0, 0, 0], [1, 0, 1, 0, -1, 0], [1, 0, 0, 0, -2, -1], [0, 0, 2, 0, 1, 0], [4, 0, 3, 0, 1, 0], [4, 0, 3, 0, 0, 0]],
  fish: [[4, 0, 0, 0, 0, 0], [2, 0, 0, 0, 0, 0], [1, 0, -2, 0, 0, 0], [6, 0, -3, 0, 0, 0], [2, 0, -3, 0, -1, 0], [1, 0, -2, -1, 0, -1], [4, 1, -2, 0, 0, 0]],
  bird: [[0, 0, 0, 0, 0, 0], [2, 0, 0, 0, 0, 0], [1, 0, 1, 0, -1, 0], [5, 0, -2, 0, 0, 0], [3, 0, 0, 0, 2, 1], [1, 0, 0, -1, 2, 0], [7, 0, -2, 0, 0, 0]],} as const satisfies Readonly<Record<string, Drawn>> // prettier-ignore

export type FigureName = keyof typeof drawn

export const figureNames = Object.keys(drawn) as FigureName[]

/** Those with few corners: nothing sticks out that would tell where a piece lies. They may lie any way up. */
const solid: readonly FigureName[] = ['square', 'triangle', 'rectangle', 'slope', 'trapezoid', 'hexagon']
/** Compact, but with an up and a down. */
const upright: readonly FigureName[] = ['house', 'boat', 'bridge', 'table', 'barn', 'tent', 'shirt']

const laid = (name: FigureName): readonly Placement[] =>
  drawn[name].map(([turn = 0, flip = 0, ...at], piece) => ({
    piece,
    turn,
    flip: flip === 1,
    at: at as unknown as Point,
  }))

export interface Figure {
  /** The same for the same figure the same way round. */
  readonly key: string
  readonly name: FigureName
  readonly placements: readonly Placement[]
}

/** A figure with a name, perhaps the other way round. */
export function namedFigure(random: Random, kind: 'any' | 'solid'): Figure {
  const name = pick(kind === 'any' ? figureNames : [...solid, ...upright], random) ?? 'house'
  const mirror = random() < 0.5
  const turn = kind === 'solid' && solid.includes(name) ? Math.floor(random() * 8) : 0
  // Mirrored about the line that lies flat; half a turn more, and up is up again.
  const moved = { mirror, turn: mirror ? (turn + 4) % 8 : turn }
  return { key: `${name} ${turn}${mirror ? ' m' : ''}`, name, placements: movedSet(laid(name), moved) }
}
