import type { PrintPart } from '#contract/learning.ts'
import type { Bar, Bars } from './bars-rules.ts'

type Drawing = Extract<PrintPart, { readonly kind: 'drawing' }>
type Path = Drawing['paths'][number]
type Label = NonNullable<Drawing['labels']>[number]

/** In the units of the drawing, px on paper: half a page of A4 holds 280. */
const WIDTH = 280
const BAR = 26
const BRACKET = 26
const GAP = 10

const sizeOf = ({ parts }: Bar): number => parts.reduce((sum, { size }) => sum + size, 0)
const round = (value: number): number => Math.round(value * 10) / 10

/** Under a bar: what it is as a whole. */
const bracket = (x: number, y: number, text: string): { readonly path: Path; readonly label: Label } => ({
  path: { d: `M1 ${y + 3}v6H${x}v-6`, stroke: 1 },
  label: { x: x / 2, y: y + 18, size: 12, text },
})

/** The bars of a story in black: what is gone or unknown has broken edges, as on the screen; null where nothing is drawn. */
export function barsOnPaper({ bars, total }: Bars): Drawing | null {
  const longest = Math.max(0, ...bars.map(sizeOf))
  if (longest === 0) return null
  const paths: Path[] = []
  const labels: Label[] = []
  const at = (size: number): number => round(1 + (size / longest) * (WIDTH - 2))
  let y = 1
  for (const bar of bars) {
    let done = 0
    for (const { size, text, look } of bar.parts) {
      const [left, right] = [at(done), at(done + size)]
      const isSure = look === 'first' || look === 'second'
      paths.push({ d: isSure ? box(left, y, right) : brokenBox(left, y, right), stroke: 1.4 })
      if (text !== '') labels.push({ x: round((left + right) / 2), y: y + BAR / 2, size: 12, text })
      done += size
    }
    y += BAR
    if (bar.total !== null) {
      const { path, label } = bracket(at(done), y, bar.total)
      paths.push(path)
      labels.push(label)
      y += BRACKET
    }
    y += GAP
  }
  if (total !== null) {
    const { path, label } = bracket(at(longest), y - GAP, total)
    paths.push(path)
    labels.push(label)
    y += BRACKET - GAP
  }
  return { kind: 'drawing', width: WIDTH, height: y + 1, paths, labels }
}

const box = (left: number, y: number, right: number): string => `M${left} ${y}H${right}V${y + BAR}H${left}Z`

/** Pieces of a line from here to there. */
function dashes(from: number, to: number, dash: (start: number, end: number) => string): string {
  const count = Math.max(1, Math.round((to - from) / 8))
  const step = (to - from) / count
  return Array.from({ length: count }, (_, index) =>
    dash(round(from + index * step), round(from + (index + 0.6) * step)),
  ).join('')
}

/** Dashes by hand: a printer of one colour has no paler line, and paths carry no pattern. */
const brokenBox = (left: number, y: number, right: number): string =>
  [
    ...[y, y + BAR].map((line) => dashes(left, right, (start, end) => `M${start} ${line}H${end}`)),
    ...[left, right].map((line) => dashes(y, y + BAR, (start, end) => `M${line} ${start}V${end}`)),
  ].join('')
