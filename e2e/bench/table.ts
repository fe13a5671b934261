/** A row of the table: a ratio or a count, never a gate on absolute time. */
export interface Row {
  readonly what: string
  /** What was measured, with its spread; undefined where this machine or host cannot. */
  readonly measured: string | undefined
  readonly target: string
  readonly held: boolean | undefined
}

export const notHere = (what: string, target: string, why: string): Row => ({
  what,
  measured: `not measured here: ${why}`,
  target,
  held: undefined,
})

export interface Spread {
  readonly median: number
  readonly low: number
  readonly high: number
}

/** Median, and the smallest and largest. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { median: at(0.5), low: at(0), high: at(1) }
}

/** The value below which 99 of 100 lie. */
export function p99(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.99) - 1)] ?? Number.NaN
}

/** Ratios of interleaved runs, pair by pair: what both suffered together falls out. */
export const ratios = (ours: readonly number[], theirs: readonly number[]): number[] =>
  ours.map((value, index) => value / (theirs[index] ?? Number.NaN))

export const text = ({ median, low, high }: Spread, digits = 2): string =>
  `${median.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`

/** The table, as text. */
export function tableOf(rows: readonly Row[]): string {
  const cells = [
    ['what', 'measured', 'target', ''],
    ...rows.map(({ what, measured, target, held }) => [
      what,
      measured ?? '',
      target,
      held === undefined ? '–' : held ? 'held' : 'MISSED',
    ]),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  const [head = [], ...body] = cells
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(line)].join('\n')
}
