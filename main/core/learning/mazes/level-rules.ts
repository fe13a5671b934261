/** The ladder: larger, then with more than one way, then with things to collect, then with a door and its key. Grades are ours; the standard names no mazes. */
export const levels = [
  { id: 'tiny', grade: 1, columns: 6, rows: 4, loops: 0, things: 0, door: false },
  { id: 'small', grade: 1, columns: 8, rows: 6, loops: 0, things: 0, door: false },
  { id: 'middle', grade: 2, columns: 10, rows: 7, loops: 0, things: 0, door: false },
  { id: 'large', grade: 2, columns: 12, rows: 8, loops: 0, things: 0, door: false },
  { id: 'loops', grade: 3, columns: 12, rows: 8, loops: 8, things: 0, door: false },
  { id: 'collect', grade: 3, columns: 12, rows: 8, loops: 5, things: 3, door: false },
  { id: 'door', grade: 4, columns: 12, rows: 8, loops: 0, things: 0, door: true },
  { id: 'wide', grade: 5, columns: 14, rows: 10, loops: 8, things: 0, door: true },
  { id: 'all', grade: 6, columns: 14, rows: 10, loops: 8, things: 2, door: true },
] as const satisfies readonly {
  readonly id: string
  readonly grade: number
  /** Cells across and down; the product is even, for the key. */
  readonly columns: number
  readonly rows: number
  /** Walls taken away from a maze that has one way only. */
  readonly loops: number
  /** Things to collect before the goal counts. */
  readonly things: number
  /** Whether a door stands in the way, whose key is found first. */
  readonly door: boolean
}[]

export type Level = (typeof levels)[number]

export const levelOfId = (id: unknown): Level | undefined => levels.find((level) => level.id === id)
