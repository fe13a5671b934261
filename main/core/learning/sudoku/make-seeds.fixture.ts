import { shuffled, type Random } from '../random-rules.ts'
import type { Level } from './level-rules.ts'
import { shapeOf, type Shape } from './shape-rules.ts'
import { hardest } from './technique-rules.ts'

/** A full grid by chance. */
function filled(shape: Shape, random: Random): number[] {
  const cells = shape.peers.map(() => 0)
  const values = Array.from({ length: shape.size }, (_, at) => at + 1)
  const fill = (): boolean => {
    const open = cells.flatMap((value, at) => (value ? [] : [at]))
    if (open.length === 0) return true
    const free = (at: number) =>
      values.filter((value) => !shape.peers[at]?.some((peer) => cells[peer] === value))
    const at = open.reduce((best, one) => (free(one).length < free(best).length ? one : best))
    for (const value of shuffled(free(at), random)) {
      cells[at] = value
      if (fill()) return true
      cells[at] = 0
    }
    return false
  }
  fill()
  return cells
}

/** A puzzle of a level as one text, '0' where empty, made by taking values away while it can be solved as the level says. How `seed-rules.ts` was made. */
export function makeSeed({ size, needs, gaps: [fewest, most] }: Level, random: Random): string {
  const shape = shapeOf(size)
  for (;;) {
    const cells = filled(shape, random)
    const goal = fewest + Math.floor(random() * (most - fewest + 1))
    let gaps = 0
    for (const at of shuffled([...cells.keys()], random)) {
      if (gaps === goal) break
      const value = cells[at] ?? 0
      cells[at] = 0
      if (hardest(shape, cells, needs)) gaps += 1
      else cells[at] = value
    }
    if (gaps >= fewest && hardest(shape, cells, needs) === needs) return cells.join('')
  }
}
