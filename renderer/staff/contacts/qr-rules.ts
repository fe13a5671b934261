/** The dark squares of a QR code as one SVG path, in units of a square; `dark` says it of column and row. */
export function qrPath(size: number, dark: (column: number, row: number) => boolean): string {
  const runs: string[] = []
  for (let row = 0; row < size; row += 1) {
    let start = -1
    for (let column = 0; column <= size; column += 1) {
      const on = column < size && dark(column, row)
      if (on && start < 0) start = column
      if (!on && start >= 0) {
        runs.push(`M${start} ${row}h${column - start}v1h-${column - start}z`)
        start = -1
      }
    }
  }
  return runs.join('')
}
