import type { Kind } from './board-rules.ts'

/** How a man is drawn in a square of 100 by 100: our own drawing, on the screen and on paper. */
export interface Outline {
  /** Closed lines, lower ones over upper ones. */
  readonly body: readonly string[]
  /** Height of the eyes; the knight is seen from the side and has one. */
  readonly eyes: number
}

const foot = 'M20 92q0-14 14-14h32q14 0 14 14Z'

export const outlines: Readonly<Record<Kind, Outline>> = {
  p: {
    body: ['M38 78q3-16 6-24-8-6-8-17 2-14 14-14t14 14q0 11-8 17 3 8 6 24Z', foot],
    eyes: 37,
  },
  n: {
    body: ['M31 78q-1-19 13-31l-11 3-8 9-9-9q3-16 15-23l5-14 11 9q27 7 25 56Z', foot],
    eyes: 41,
  },
  b: {
    body: [
      'M44 14q0-6 6-6t6 6-6 6-6-6Z',
      'M34 78q5-9 8-16-11-7-9-21 3-13 17-23 14 10 17 23 2 14-9 21 3 7 8 16Z',
      foot,
    ],
    eyes: 46,
  },
  r: {
    body: ['M27 20h13v9h6v-9h8v9h6v-9h13v22l-8 7 3 29H32l3-29-8-7Z', foot],
    eyes: 58,
  },
  q: {
    body: ['M32 78L22 30l12 12 5-22 11 18 11-18 5 22 12-12-10 48Z', foot],
    eyes: 58,
  },
  k: {
    body: ['M33 78L26 47q-2-13 11-13h26q13 0 11 13l-7 31Z', 'M46 8h8v8h8v8h-8v10h-8V24h-8v-8h8Z', foot],
    eyes: 56,
  },
}

/**
 * A line of path data made smaller or larger and put elsewhere. Understands what the outlines use: places as `M L H V`, steps as
 * `l h v q t`, `Z`.
 */
export function putAt(path: string, x: number, y: number, scale: number): string {
  return path.replaceAll(/([MLHVlhvqtZ])([^MLHVlhvqtZ]*)/gu, (_, command: string, rest: string) => {
    const isPlace = command === command.toUpperCase()
    const numbers = [...rest.matchAll(/-?\d+(?:\.\d+)?/gu)].map(Number)
    const put = numbers.map((number, at) => {
      const isAcross = command === 'H' || (command !== 'V' && at % 2 === 0)
      return round(number * scale + (isPlace ? (isAcross ? x : y) : 0))
    })
    return `${command}${put.join(' ')}`
  })
}

const round = (length: number): number => Math.round(length * 100) / 100
