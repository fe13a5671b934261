import { memo } from 'react'
import { CELL, middle, wallsOf } from '#core/learning/mazes/drawing-rules.ts'
import type { Maze } from '#core/learning/mazes/maze-rules.ts'

/** What stands still: tiles and walls. */
export const Ground = memo(function Ground({ maze }: { readonly maze: Maze }) {
  const tiles = maze.open.flatMap((_, cell) => {
    const { x, y } = middle(maze, cell)
    const isDark = ((cell % maze.columns) + Math.floor(cell / maze.columns)) % 2 === 1
    return isDark ? [`M${x - CELL / 2} ${y - CELL / 2}h${CELL}v${CELL}h${-CELL}Z`] : []
  })
  return (
    <>
      <path d={tiles.join('')} fill="#f7f1e2" />
      <path className="maze-walls" d={wallsOf(maze)} />
    </>
  )
})
