import { useState } from 'react'
import type { SudokuExercise } from '#core/learning/sudoku/activity-rules.ts'
import { note, positionIn, put, type Position } from './position-rules.ts'

export interface Moves {
  readonly position: Position
  readonly put: (at: number, value: number) => void
  readonly note: (at: number, value: number) => void
  readonly wipe: (at: number) => void
  /** Takes the last move back; undefined where there is none. */
  readonly undo: (() => void) | undefined
}

/** Where the child stands in a puzzle, and the moves; each one is handed to `onMove`. */
export function usePosition(
  exercise: SudokuExercise,
  progress: unknown,
  onMove: (position: Position) => void,
): Moves {
  const [[position, ...before], setAll] = useState<readonly [Position, ...Position[]]>(() => [
    positionIn(progress, exercise),
  ])
  const go = (next: Position): void => {
    setAll([next, position, ...before])
    onMove(next)
  }
  const [last, ...earlier] = before
  return {
    position,
    put: (at, value) => go(put(position, exercise, at, value)),
    note: (at, value) => go(note(position, at, value)),
    wipe: (at) => {
      const value = position.cells[at]
      if (value) go(put(position, exercise, at, value))
      else if (position.maybe[at]) go({ ...position, maybe: position.maybe.with(at, 0) })
    },
    undo:
      last &&
      (() => {
        setAll([last, ...earlier])
        onMove(last)
      }),
  }
}
