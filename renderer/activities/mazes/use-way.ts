import { useState } from 'react'
import type { Maze, Way } from '#core/learning/mazes/maze-rules.ts'
import { wayIn } from './walker-rules.ts'

export interface Walk {
  readonly way: Way
  /** Goes on with another way, or the same: then nothing happens. */
  readonly go: (next: Way | undefined) => void
  readonly back: () => void
}

/** The way of a child; each other one is handed to `onWay`. */
export function useWay(maze: Maze, progress: unknown, onWay: (way: Way) => void): Walk {
  const [way, setWay] = useState(() => wayIn(maze, progress))
  const go = (next: Way | undefined): void => {
    if (!next || next === way) return
    setWay(next)
    onWay(next)
  }
  return { way, go, back: () => (way.length > 1 ? go(way.slice(0, -1)) : undefined) }
}
