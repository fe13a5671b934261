import type { PrintPart } from '#contract/learning.ts'
import { longHand, shortHand } from './time-rules.ts'

const MIDDLE = 60

const at = (degrees: number, far: number): readonly [number, number] => {
  const turn = ((degrees - 90) * Math.PI) / 180
  return [
    Math.round((MIDDLE + far * Math.cos(turn)) * 10) / 10,
    Math.round((MIDDLE + far * Math.sin(turn)) * 10) / 10,
  ]
}

const line = (degrees: number, near: number, far: number): string => {
  const [[a, b], [c, d]] = [at(degrees, near), at(degrees, far)]
  return `M${a} ${b}L${c} ${d}`
}

const ring = `M${MIDDLE} 2a58 58 0 1 1-.1 0Z`
const ticks = Array.from({ length: 12 }, (_, hour) => line(hour * 30, 52, 58)).join('')
const labels = Array.from({ length: 12 }, (_, hour) => {
  const [x, y] = at(hour * 30, 44)
  return { x, y, size: 11, text: `${hour || 12}` }
})

/** A clock in black lines; without hands, to draw them in, for null. */
export const faceOnPaper = (time: number | null): PrintPart => ({
  kind: 'drawing',
  width: 120,
  height: 120,
  paths: [
    { d: ring, stroke: 2 },
    { d: ticks, stroke: 1 },
    ...(time === null
      ? [{ d: `M${MIDDLE} 58a2 2 0 1 1-.1 0Z`, fill: true }]
      : [
          { d: line(shortHand(time), 0, 24), stroke: 4 },
          { d: line(longHand(time), 0, 36), stroke: 2 },
        ]),
  ],
  labels,
})
