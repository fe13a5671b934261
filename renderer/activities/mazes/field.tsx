import { useRef, type CSSProperties, type PointerEvent } from 'react'
import { CELL, EDGE, cellAt, lineOf, sizeOf } from '#core/learning/mazes/drawing-rules.ts'
import type { Maze, Way } from '#core/learning/mazes/maze-rules.ts'
import type { PictureName } from '#ui/sprite/names.ts'
import { Picture } from '#ui/picture.tsx'
import { Ground } from './ground.tsx'

export interface FieldProps {
  readonly maze: Maze
  readonly way: Way
  /** Lit by help. */
  readonly lit: Way
  readonly pictures: { readonly who: PictureName; readonly goal: PictureName; readonly thing: PictureName }
  readonly label: string
  readonly over: boolean
  /** The finger is on this cell. */
  readonly onReach: (cell: number) => void
}

/** The maze, the way so far, and who walks in it. A finger, mouse or pen goes ahead; the walker follows where it is open. */
export function Field({ maze, way, lit, pictures, label, over, onReach }: FieldProps) {
  const { width, height } = sizeOf(maze)
  const held = useRef<{ left: number; top: number; scale: number; cell: number | undefined } | undefined>(
    undefined,
  )
  const reach = (event: PointerEvent) => {
    const at = held.current
    if (!at) return
    const cell = cellAt(maze, (event.clientX - at.left) * at.scale, (event.clientY - at.top) * at.scale)
    if (cell === undefined || cell === at.cell) return
    at.cell = cell
    onReach(cell)
  }
  const hold = (event: PointerEvent<HTMLDivElement>) => {
    if (over) return
    event.currentTarget.setPointerCapture(event.pointerId)
    // Measured once for the whole drag.
    const { left, top, width: across } = event.currentTarget.getBoundingClientRect()
    held.current = { left, top, scale: width / across, cell: undefined }
    reach(event)
  }
  const letGo = () => {
    held.current = undefined
  }
  /** A picture that fills a cell; it moves by transform only. */
  const picture = (cell: number, name: PictureName, className: string) => {
    const [column, row] = [cell % maze.columns, Math.floor(cell / maze.columns)]
    return (
      <span
        key={className === 'maze-walker' ? className : `${className} ${cell}`}
        className={`maze-piece ${className}`}
        style={{
          left: `${(100 * EDGE) / width}%`,
          top: `${(100 * EDGE) / height}%`,
          width: `${(100 * CELL) / width}%`,
          height: `${(100 * CELL) / height}%`,
          transform: `translate(${column * 100}%, ${row * 100}%)`,
        }}
      >
        <Picture name={name} />
      </span>
    )
  }
  const key = maze.door === null ? undefined : maze.things[0]
  return (
    <div
      className="maze"
      role="img"
      aria-label={label}
      style={{ '--proportion': width / height } as CSSProperties}
      onPointerDown={hold}
      onPointerMove={reach}
      onPointerUp={letGo}
      onPointerCancel={letGo}
    >
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <Ground maze={maze} />
        {lit.length > 1 && <path className="maze-lit" d={lineOf(maze, lit)} />}
        {way.length > 1 && <path className="maze-trail" d={lineOf(maze, way)} />}
      </svg>
      {maze.door !== null && !way.includes(key ?? -1) && picture(maze.door, 'door', 'maze-door')}
      {maze.things
        .filter((cell) => !way.includes(cell))
        .map((cell) => picture(cell, cell === key ? 'key' : pictures.thing, 'maze-thing'))}
      {picture(maze.goal, pictures.goal, 'maze-goal')}
      {picture(way.at(-1) ?? maze.start, pictures.who, 'maze-walker')}
    </div>
  )
}
