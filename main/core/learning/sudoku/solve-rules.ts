import type { Cells, Shape } from './shape-rules.ts'

/** Positions that a search may look at: a puzzle of ours needs some hundreds; a grid made to waste time ends here. */
const MOST_POSITIONS = 20_000

/**
 * Up to two ways to fill a grid: none, the one, or two of many. Undefined where it cannot be said in decent time, which no puzzle
 * of ours meets. By trying, the place with the fewest values first; what a child would see is `technique-rules`.
 */
export function solutions({ size, units, unitsOf }: Shape, given: Cells): readonly Cells[] | undefined {
  const cells = [...given]
  const open: number[] = []
  // A bit for each value that a unit has; here and below a search that is asked for thousands of grids at once.
  const used = units.map(() => 0)
  const has = (at: number): number => (unitsOf[at] ?? []).reduce((mask, unit) => mask | (used[unit] ?? 0), 0)
  const flip = (at: number, bit: number): void => {
    for (const unit of unitsOf[at] ?? []) used[unit] = (used[unit] ?? 0) ^ bit
  }
  for (const [at, value] of cells.entries()) {
    if (!value) open.push(at)
    else if (has(at) & (1 << value)) return []
    else flip(at, 1 << value)
  }

  const all = ((1 << size) - 1) << 1
  const found: Cells[] = []
  let left = MOST_POSITIONS
  /** Brings the open place with the fewest values to `from`; answers these, as bits. */
  const narrowest = (from: number): number => {
    let best = from
    let bestFree = 0
    let fewest = size + 1
    for (let look = from; look < open.length && fewest > 1; look += 1) {
      const free = all & ~has(open[look] ?? 0)
      let count = 0
      for (let rest = free; rest; rest &= rest - 1) count += 1
      if (count < fewest) [best, bestFree, fewest] = [look, free, count]
    }
    const at = open[best] ?? 0
    open[best] = open[from] ?? 0
    open[from] = at
    return bestFree
  }
  const fill = (from: number): void => {
    left -= 1
    if (from === open.length) return void found.push([...cells])
    let free = narrowest(from)
    const at = open[from] ?? 0
    while (free && found.length < 2) {
      if (left <= 0) break
      const bit = free & -free
      free ^= bit
      cells[at] = 31 - Math.clz32(bit)
      flip(at, bit)
      fill(from + 1)
      flip(at, bit)
    }
    cells[at] = 0
  }
  fill(0)
  return left > 0 || found.length > 1 ? found : undefined
}

/** The only way to fill a grid; undefined where there is none, or more than one. */
export function onlySolution(shape: Shape, given: Cells): Cells | undefined {
  const found = solutions(shape, given)
  return found?.length === 1 ? found[0] : undefined
}
