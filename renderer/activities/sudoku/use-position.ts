import { useState } from 'react'
import type { SudokuExercise } from '#core/learning/sudoku/activity-rules.ts'
import {
  MOST_MOVES, moveFrom, movesIn, note, positionIn, put, takenBack, type Move, type Position,
} from './position-rules.ts' // prettier-ignore

/** Where a child stands, and what takes it back, the last move last. */
export interface Way {
  readonly position: Position
  readonly moves: readonly Move[]
}

export interface Moves {
  readonly position: Position
  readonly put: (at: number, value: number) => void
  readonly note: (at: number, value: number) => void
  readonly wipe: (at: number) => void
  /** Takes the last move back; undefined where there is none. */
  readonly undo: (() => void) | undefined
}

/** Where the child stands in a puzzle, and the moves, also those before a crash; each one is handed to `onMove`. */
export function usePosition(exercise: SudokuExercise, progress: unknown, onMove: (way: Way) => void): Moves {
  const [{ position, moves }, setWay] = useState<Way>(() => ({
    position: positionIn(progress, exercise),
    moves: movesIn(progress, exercise),
  }))
  const stand = (way: Way): void => {
    setWay(way)
    onMove(way)
  }
  const go = (next: Position): void => {
    const move = moveFrom(position, next)
    // A note where a value stands changes nothing: there is nothing to take back.
    if (move.length > 0) stand({ position: next, moves: [...moves, move].slice(-MOST_MOVES) })
  }
  const last = moves.at(-1)
  return {
    position,
    put: (at, value) => go(put(position, exercise, at, value)),
    note: (at, value) => go(note(position, at, value)),
    wipe: (at) => {
      const value = position.cells[at]
      if (value) go(put(position, exercise, at, value))
      else if (position.maybe[at]) go({ ...position, maybe: position.maybe.with(at, 0) })
    },
    undo: last && (() => stand({ position: takenBack(position, last), moves: moves.slice(0, -1) })),
  }
}
