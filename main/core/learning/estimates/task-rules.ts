import { type Random, shuffled } from '../random-rules.ts'

export type Numbers = readonly number[]

/** A dot of a cloud; both from 0 to 100. */
export interface Dot {
  readonly x: number
  readonly y: number
}

/** Dots that lie together. */
export type Group = readonly Dot[]

/** A number line. All values are whole, in parts of which `per` make one. */
export interface Line {
  readonly from: number
  readonly to: number
  readonly step: number
  readonly per: number
  /** Places that carry their number. */
  readonly marks: readonly number[]
  /** Places that a hint adds. */
  readonly helps: readonly number[]
  /** The number under the finger is shown; not where it is looked for. */
  readonly telling: boolean
}

/** A place on a line is the answer: `value`, or within `near` of it. */
export interface Placing {
  readonly kind: 'line'
  readonly ask: string
  readonly facts: Readonly<Record<string, string>>
  readonly groups: readonly Group[]
  readonly line: Line
  readonly value: number
  readonly near: number
}

/** The place of a card is the answer. Cards are numbers, or yes and no. */
export interface Picking {
  readonly kind: 'pick'
  readonly ask: string
  readonly facts: Readonly<Record<string, string>>
  readonly choices: readonly (number | 'yes' | 'no')[]
  readonly right: number
  /** What it is nearly: `50 ＋ 30`. */
  readonly help: string
}

export type Task = Placing | Picking

/** A way of estimating: which numbers it takes, and what it asks with them. */
export interface Kind {
  /** How many numbers it takes. */
  readonly count: 1 | 2 | 3
  readonly numbers: (random: Random) => Numbers
  readonly fits: (numbers: Numbers) => boolean
  readonly task: (numbers: Numbers, random: Random) => Task
}

const among = (from: number, to: number, random: Random): number =>
  from + Math.min(to - from, Math.floor(random() * (to - from + 1)))
const between = (value: number | undefined, from: number, to: number): boolean =>
  value !== undefined && value >= from && value <= to
const every = (from: number, to: number, step: number): readonly number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, at) => from + at * step)
export const written = (value: number, per: number): string => `${value / per}`

/** So many dots, in groups of `size` that lie beside each other; the last one holds the rest. */
function cloud(count: number, size: 5 | 10, random: Random): readonly Group[] {
  const across = size === 5 ? 4 : 5
  const rows = size === 5 ? 1 : 2
  const side = size === 5 ? 3 : 4
  const groups = Math.ceil(count / size)
  return Array.from({ length: groups }, (_, at) => {
    const places = shuffled(every(0, side * side - 1, 1), random).slice(0, Math.min(size, count - at * size))
    const [column, row] = [at % across, Math.floor(at / across)]
    return places.map((spot) => ({
      x: ((column + ((spot % side) + 0.5 + (random() - 0.5) * 0.3 + 0.4) / (side + 0.8)) / across) * 100,
      y: ((row + (Math.floor(spot / side) + 0.5 + (random() - 0.5) * 0.3 + 0.4) / (side + 0.8)) / rows) * 100,
    }))
  })
}

/** Dots that are seen for a moment: about how many were there? A fifth more or fewer is well seen. */
export function dots(least: number, most: number, size: 5 | 10, to: number): Kind {
  return {
    count: 1,
    numbers: (random) => [among(least, most, random)],
    fits: ([count]) => between(count, least, most),
    task: ([count = least], random) => ({
      kind: 'line',
      ask: 'dots',
      facts: {},
      groups: cloud(count, size, random),
      line: {
        from: 0,
        to,
        step: 1,
        per: 1,
        marks: every(0, to, to / 5),
        helps: every(0, to, to / 10),
        telling: true,
      },
      value: count,
      near: Math.max(2, Math.floor(count / 5)),
    }),
  }
}

/** Where is this number on a line that shows its ends? Within a twentieth of the line. */
export function place(to: number, per: number, step: number): Kind {
  const isInside = (value: number | undefined) =>
    value !== undefined && between(value, to / 20, to - to / 20) && value % step === 0
  return {
    count: 1,
    numbers: (random) => [among(1, to / step - 1, random) * step],
    fits: ([value]) => isInside(value),
    task: ([value = step]) => ({
      kind: 'line',
      ask: 'place',
      facts: { number: written(value, per) },
      groups: [],
      line: {
        from: 0,
        to,
        step: to / 100,
        per,
        marks: [0, to],
        helps: every(0, to, to / 10),
        telling: false,
      },
      value,
      near: to / 20,
    }),
  }
}

/** Where is so many parts of so many on the line from 0 to 1? */
export const fractionPlace: Kind = {
  count: 2,
  numbers: (random) => {
    const of = among(3, 10, random)
    return [among(1, of - 1, random), of]
  },
  fits: ([parts = 0, of = 0]) => between(of, 3, 10) && parts < of,
  task: ([parts = 1, of = 3]) => ({
    kind: 'line',
    ask: 'place-fraction',
    facts: { parts: `${parts}`, of: `${of}` },
    groups: [],
    line: {
      from: 0,
      to: of * 20,
      step: 1,
      per: of * 20,
      marks: [0, of * 20],
      helps: every(0, of * 20, 20),
      telling: false,
    },
    value: parts * 20,
    near: of,
  }),
}

/** To which ten, hundred … is it nearest? Never one that lies half-way. */
export function nearest(unit: number, least: number, most: number, per = 1): Kind {
  const isClear = (value: number) => value % unit > 0 && value % unit !== unit / 2
  return {
    count: 1,
    numbers: (random) => [among(least, most, random)],
    fits: ([value]) => value !== undefined && between(value, least, most) && isClear(value),
    task: ([value = least]) => {
      const from = Math.floor(value / (unit * 10)) * unit * 10
      const to = from + unit * 10
      return {
        kind: 'line',
        ask: 'nearest',
        facts: { number: written(value, per), unit: written(unit, per) },
        groups: [],
        line: { from, to, step: unit, per, marks: every(from, to, unit), helps: [value], telling: false },
        value: Math.round(value / unit) * unit,
        near: 0,
      }
    },
  }
}

const sums = {
  add: { sign: '＋', of: (a: number, b: number) => a + b },
  minus: { sign: '－', of: (a: number, b: number) => a - b },
  times: { sign: '×', of: (a: number, b: number) => a * b },
} as const

interface Spans {
  readonly a: readonly [number, number]
  readonly b: readonly [number, number]
  /** To what the numbers are rounded. */
  readonly round: readonly [number, number]
  /** How far the cards are from each other. */
  readonly apart: number
}

const rounded = (value: number, to: number): number => Math.round(value / to) * to

/** To which of four is it closest? One card is what the rounded numbers give, and no other is as near. */
export function closest(sign: keyof typeof sums, { a: spanA, b: spanB, round, apart }: Spans): Kind {
  const { of, sign: written_ } = sums[sign]
  const about = (a: number, b: number) => of(rounded(a, round[0]), rounded(b, round[1]))
  return {
    count: 2,
    numbers: (random) => [among(...spanA, random), among(...spanB, random)],
    fits: ([a = 0, b = 0]) =>
      between(a, ...spanA) &&
      between(b, ...spanB) &&
      (a % round[0] > 0 || b % round[1] > 0) &&
      about(a, b) >= apart * 2 &&
      Math.abs(of(a, b) - about(a, b)) < apart * 0.45,
    task: ([a = 0, b = 0], random) => {
      const right = about(a, b)
      const before = Math.min(Math.floor(random() * 4), Math.floor(right / apart) - 1)
      return {
        kind: 'pick',
        ask: 'closest',
        facts: { sum: `${a} ${written_} ${b}` },
        choices: [0, 1, 2, 3].map((at) => right + (at - before) * apart),
        right: before,
        help: `${rounded(a, round[0])} ${written_} ${rounded(b, round[1])}`,
      }
    },
  }
}

const up = (value: number): number => Math.ceil(value / 10) * 10
const down = (value: number): number => Math.floor(value / 10) * 10

/** Is the money enough for both? Always told by rounding both up, or both down. */
export function enough(most: number): Kind {
  return {
    count: 3,
    numbers: (random) => {
      const [a, b] = [among(11, most, random), among(11, most, random)]
      return [
        a,
        b,
        random() < 0.5
          ? up(a) + up(b) + 10 * among(0, 1, random)
          : down(a) + down(b) - 10 * among(0, 1, random),
      ]
    },
    fits: ([a = 0, b = 0, have = 0]) =>
      between(a, 11, most) &&
      between(b, 11, most) &&
      a % 10 > 0 &&
      b % 10 > 0 &&
      have % 10 === 0 &&
      have > Math.max(a, b) &&
      (up(a) + up(b) <= have || down(a) + down(b) >= have) &&
      have <= most * 3,
    task: ([a = 0, b = 0, have = 0]) => {
      const isEnough = up(a) + up(b) <= have
      return {
        kind: 'pick',
        ask: 'enough',
        facts: { a: `${a}`, b: `${b}`, have: `${have}` },
        choices: ['yes', 'no'],
        right: isEnough ? 0 : 1,
        help: isEnough ? `${up(a)} ＋ ${up(b)}` : `${down(a)} ＋ ${down(b)}`,
      }
    },
  }
}
