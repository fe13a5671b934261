import type { Size } from './shape-rules.ts'
import type { Technique } from './technique-rules.ts'

/**
 * The ladder: by size, and by the hardest technique that a puzzle needs (exactly that one). The 2022 standard names no sudoku; grades
 * are ours: pictures before numbers, and nothing that has to be noted down before grade 5.
 */
export const levels = [
  { id: 'four-last', grade: 1, size: 4, needs: 'last', gaps: [4, 6] },
  { id: 'four', grade: 1, size: 4, needs: 'place', gaps: [7, 9] },
  { id: 'four-few', grade: 2, size: 4, needs: 'place', gaps: [11, 12] },
  { id: 'six', grade: 2, size: 6, needs: 'place', gaps: [12, 18] },
  { id: 'six-few', grade: 3, size: 6, needs: 'value', gaps: [20, 26] },
  { id: 'nine', grade: 3, size: 9, needs: 'place', gaps: [36, 44] },
  { id: 'nine-few', grade: 4, size: 9, needs: 'value', gaps: [46, 54] },
  { id: 'nine-locked', grade: 5, size: 9, needs: 'locked', gaps: [46, 58] },
  { id: 'nine-pairs', grade: 5, size: 9, needs: 'pair', gaps: [46, 58] },
  { id: 'nine-threes', grade: 6, size: 9, needs: 'three', gaps: [46, 60] },
  { id: 'nine-wings', grade: 6, size: 9, needs: 'wing', gaps: [46, 60] },
] as const satisfies readonly {
  readonly id: string
  readonly grade: number
  readonly size: Size
  readonly needs: Technique
  /** Fewest and most empty places. */
  readonly gaps: readonly [number, number]
}[]

export type Level = (typeof levels)[number]
export type LevelId = Level['id']

export const levelOfId = (id: unknown): Level | undefined => levels.find((level) => level.id === id)
