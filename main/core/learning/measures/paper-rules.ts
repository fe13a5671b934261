import type { PrintPart } from '#contract/learning.ts'

type Drawing = Extract<PrintPart, { kind: 'drawing' }>
const round = (value: number): number => Math.round(value * 10) / 10

const x = (cm: number) => 10 + cm * 16
const y = (at: number) => 112 - at * 10

/** A ruler in cm, 16 px each, with a bar above it. */
export function rulerOnPaper(from: number, to: number): Drawing {
  const marks = Array.from({ length: 16 }, (_, cm) => `M${x(cm)} 24V34`).join('')
  return {
    kind: 'drawing',
    width: 262,
    height: 58,
    paths: [
      { d: `M${x(from)} 8H${x(to)}V18H${x(from)}Z`, fill: true },
      { d: `M2 24H260V56H2Z${marks}`, stroke: 1 },
    ],
    labels: Array.from({ length: 16 }, (_, cm) => ({ x: x(cm), y: 45, size: 10, text: `${cm}` })),
  }
}

/** A jug of ten steps; every fifth has its number. */
export function gaugeOnPaper(step: number, value: number): Drawing {
  const marks = Array.from({ length: 11 }, (_, at) => `M70 ${y(at)}H${at % 5 === 0 ? 54 : 60}`).join('')
  return {
    kind: 'drawing',
    width: 110,
    height: 120,
    paths: [
      { d: 'M20 6V112H70V6', stroke: 2 },
      { d: marks, stroke: 1 },
      { d: `M20 ${y(value / step)}H70`, stroke: 3 },
    ],
    labels: [0, 5, 10].map((at) => ({ x: 90, y: y(at), size: 11, text: `${at * step}` })),
  }
}

/** Squares in rows from the same edge. */
export function squaresOnPaper(rows: readonly number[]): Drawing {
  const paths = rows.flatMap((row, down) =>
    Array.from({ length: row }, (_, across) => ({
      d: `M${2 + across * 20} ${2 + down * 20}h20v20h-20Z`,
      stroke: 1,
    })),
  )
  return { kind: 'drawing', width: Math.max(...rows) * 20 + 4, height: rows.length * 20 + 4, paths }
}

/** A rectangle with two of its sides named. */
export const rectangleOnPaper = ([wide, high]: readonly [number, number]): Drawing => ({
  kind: 'drawing',
  width: 160,
  height: 90,
  paths: [{ d: 'M30 8H150V68H30Z', stroke: 2 }],
  labels: [
    { x: 90, y: 80, size: 13, text: `${wide}` },
    { x: 16, y: 38, size: 13, text: `${high}` },
  ],
})

/** Two rays, to be measured with a real protractor. */
export function angleOnPaper(degrees: number, base: 'right' | 'left'): Drawing {
  const turn = ((base === 'right' ? degrees : 180 - degrees) * Math.PI) / 180
  const end = `${round(110 + 90 * Math.cos(turn))} ${round(96 - 90 * Math.sin(turn))}`
  return {
    kind: 'drawing',
    width: 220,
    height: 104,
    paths: [{ d: `M110 96H${base === 'right' ? 205 : 15}M110 96L${end}`, stroke: 2 }],
  }
}
