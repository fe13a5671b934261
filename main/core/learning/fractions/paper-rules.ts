import type { PrintPart } from '#contract/learning.ts'
import type { Shape } from './task-rules.ts'

const round = (value: number): number => Math.round(value * 10) / 10

/** A piece of a pie around 0 0, from twelve with the clock, as path data. `far`: radius. */
export function slice(at: number, parts: number, far: number): string {
  const point = (part: number) => {
    const turn = (part / parts) * 2 * Math.PI - Math.PI / 2
    return `${round(far * Math.cos(turn))} ${round(far * Math.sin(turn))}`
  }
  const large = parts === 1 ? 1 : 0
  return `M0 0L${point(at)}A${far} ${far} 0 ${large} 1 ${point(at + 1)}Z`
}

/** A pie or a bar in black lines, the first parts grey: as many as can be counted. */
export function shapeOnPaper(shape: Shape, parts: number, filled: number): PrintPart {
  const places = Array.from({ length: parts }, (_, at) => at)
  if (shape === 'pie') {
    const moved = (at: number) =>
      slice(at, parts, 44).replaceAll(
        /(-?[\d.]+) (-?[\d.]+)(?=[LAZ]|$)/g,
        (_, x: string, y: string) => `${round(Number(x) + 46)} ${round(Number(y) + 46)}`,
      )
    return {
      kind: 'drawing',
      width: 92,
      height: 92,
      paths: places.map((at) => ({ d: moved(at), stroke: 2, fill: at < filled && 'grey' })),
    }
  }
  const wide = 160 / parts
  return {
    kind: 'drawing',
    width: 164,
    height: 40,
    paths: places.map((at) => ({
      d: `M${round(2 + at * wide)} 2H${round(2 + (at + 1) * wide)}V38H${round(2 + at * wide)}Z`,
      stroke: 2,
      fill: at < filled && 'grey',
    })),
  }
}
