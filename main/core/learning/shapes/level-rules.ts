import { type Random, seededRandom } from '../random-rules.ts'
import {
  cubeNet,
  cubeNetItems,
  fittingPiece,
  halfItems,
  otherHalf,
  pieceItems,
  turnedFigure,
  turnItems,
} from './figure-rules.ts'
import { countedFlat, countItems, flatItems, foldedFlat, foldItems, sameFlat } from './flat-rules.ts'
import type { Puzzle } from './puzzle-rules.ts'
import { castShadow, netItems, sameSolid, sameSolidItems, shadowItems, unfolded } from './solid-rules.ts'
import { seenStack, stackItems } from './stack-rules.ts'

interface Level {
  readonly id: string
  readonly grade: number
  /** Different items that it has, each named by its number from 0. */
  readonly items: number
  /** `own` makes what belongs to the item and is the same whenever it is asked; `random` the rest: the order of cards, their looks. */
  readonly make: (item: number, own: Random, random: Random) => Puzzle
}

/**
 * Shapes and space by the standard of 2022: in the first stage known by their looks and counted, in the second mirrored,
 * turned and seen from several sides, in the third unfolded. Grades are those of the usual textbooks' order.
 */
export const levels: readonly Level[] = [
  { id: 'solids', grade: 1, items: sameSolidItems, make: sameSolid },
  { id: 'flat', grade: 1, items: flatItems, make: sameFlat },
  { id: 'corners', grade: 2, items: countItems, make: countedFlat },
  { id: 'shadows', grade: 2, items: shadowItems, make: castShadow },
  { id: 'half', grade: 2, items: halfItems, make: (item) => otherHalf(item, 'small') },
  { id: 'pieces', grade: 3, items: pieceItems, make: fittingPiece },
  { id: 'turned', grade: 4, items: turnItems, make: turnedFigure },
  { id: 'large-half', grade: 4, items: halfItems, make: (item) => otherHalf(item, 'large') },
  { id: 'views', grade: 4, items: stackItems, make: seenStack },
  { id: 'folds', grade: 5, items: foldItems, make: foldedFlat },
  { id: 'cube-nets', grade: 5, items: cubeNetItems, make: cubeNet },
  { id: 'nets', grade: 6, items: netItems, make: unfolded },
]

/** The puzzle of an item; the same for the same three numbers. */
export function puzzleOf(level: string, item: number, mix: number): Puzzle {
  const { items, make } = levels.find(({ id }) => id === level) ?? levels[0] ?? { items: 1, make: sameSolid }
  const at = item % items
  return make(at, seededRandom(at * 7919 + items), seededRandom(mix * 104_729 + at))
}
