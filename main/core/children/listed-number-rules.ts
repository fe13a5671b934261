import { isRegisterNumber } from './import-cell-rules.ts'
import type { ImportRow } from './import-rules.ts'

/** What the numbers of a list are worth, seen within the list itself. */
export interface ListedNumbers {
  /** Values that are no child's own: places in a register, a note, one value down the column. They are not taken. */
  readonly places: ReadonlySet<string>
  /** Values that two lines bear: whose they are is a question. */
  readonly twice: ReadonlySet<string>
}

/** So many lines with one value, or so many values twice, are no slips of a hand. */
const NO_SLIP = 3

/** Reads by value, not by column, so that one note among places does not make numbers of them. */
export function listedNumbers(rows: readonly ImportRow[]): ListedNumbers {
  const lines = Map.groupBy(rows, ({ number }) => number ?? '')
  lines.delete('')
  const repeated = [...lines].filter(([, of]) => of.length > 1)
  const column = repeated.length >= NO_SLIP
  const places = new Set([...lines.keys()].filter((number) => isRegisterNumber(number) || !/\d/.test(number)))
  const twice = new Set<string>()
  for (const [number, of] of repeated) {
    if (column || of.length >= NO_SLIP) places.add(number)
    else if (!places.has(number)) twice.add(number)
  }
  return { places, twice }
}
