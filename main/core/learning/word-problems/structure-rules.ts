import { ASKED, bar, type Bars, bars, chain, equal, part, unknown } from './bars-rules.ts'

/** The numbers of a story, in the order of its sentences. */
export type Numbers = readonly number[]

/** How the numbers of a story hang together (the standard's “quantities and their relations”). */
export interface Structure {
  /** How many numbers it has. */
  readonly count: number
  /** Whether these numbers make a story of it; all are whole and above 0 already. */
  readonly fits: (numbers: Numbers) => boolean
  readonly answer: (numbers: Numbers) => number
  readonly picture: (numbers: Numbers) => Bars
  /** The way to the answer, one line a step, written with ＋ － × ÷; a line may use `□` for what the line before found. */
  readonly steps: (numbers: Numbers) => readonly string[]
}

type Two = (a: number, b: number) => number
const always = () => true

/** A structure of two numbers. */
function two(
  answer: Two,
  step: (a: number, b: number) => string,
  picture: (a: number, b: number) => Bars,
  fits: (a: number, b: number) => boolean = always,
): Structure {
  return {
    count: 2,
    fits: ([a = 0, b = 0]) => fits(a, b),
    answer: ([a = 0, b = 0]) => answer(a, b),
    steps: ([a = 0, b = 0]) => [step(a, b)],
    picture: ([a = 0, b = 0]) => picture(a, b),
  }
}

const isLarger: (a: number, b: number) => boolean = (a, b) => a > b
const divides = (a: number, b: number): boolean => b > 1 && a % b === 0 && a / b > 1
const hasRest = (a: number, b: number): boolean => b > 1 && a > b && a % b > 0
const plus = (a: number, b: number): string => `${a} ＋ ${b}`
const minus = (a: number, b: number): string => `${a} － ${b}`
const times = (a: number, b: number): string => `${a} × ${b}`
const divided = (a: number, b: number): string => `${a} ÷ ${b}`
/** More equal pieces than these are not told apart in a bar. */
const MOST_PIECES = 12

/** So many groups of so much: pieces, or three of them and “and so on”. */
const groupsBar = (count: number, size: number) =>
  count <= MOST_PIECES
    ? bar(equal(count, size), ASKED)
    : bar([...equal(2, size), { size: size * 3, text: `… × ${count}`, look: 'first' }], ASKED)

/** A whole in so many equal pieces, each of them asked for. */
const sharedBar = (all: number, count: number) =>
  bar(
    count <= MOST_PIECES
      ? equal(count, all / count, 'unknown', ASKED)
      : [unknown(all / count), { size: all - all / count, text: `… × ${count}`, look: 'unknown' }],
    `${all}`,
  )

export const oneStep = {
  combine: two((a, b) => a + b, plus, (a, b) => bars([bar([part(a), part(b, 'second')], ASKED)])),
  left: two((a, b) => a - b, minus, (a, b) => bars([bar([part(a - b, 'first', ASKED), part(b, 'away')], `${a}`)]), isLarger),
  missing: two((a, b) => a - b, minus, (a, b) => bars([bar([part(b), unknown(a - b)], `${a}`)]), isLarger),
  compare: two((a, b) => a - b, minus, (a, b) => bars([bar([part(a)]), bar([part(b, 'second'), unknown(a - b)])]), isLarger),
  more: two((a, b) => a + b, plus, (a, b) => bars([bar([part(a)]), bar([part(a, 'second', ''), part(b, 'second')], ASKED)])),
  fewer: two((a, b) => a - b, minus, (a, b) => bars([bar([part(a)]), bar([unknown(a - b), part(b, 'away')])]), isLarger),
  groups: two((a, b) => a * b, (a, b) => times(b, a), (a, b) => bars([groupsBar(a, b)])),
  share: two((a, b) => a / b, divided, (a, b) => bars([sharedBar(a, b)]), divides),
  group: two((a, b) => a / b, divided, (a, b) => bars([chain(a, b)]), divides),
  full: two((a, b) => Math.floor(a / b), divided, (a, b) => bars([chain(a, b)]), hasRest),
  rest: two((a, b) => a % b, divided, (a, b) => bars([chain(a, b)]), hasRest),
  boats: two((a, b) => Math.ceil(a / b), divided, (a, b) => bars([chain(a, b)]), hasRest),
  times: two((a, b) => a * b, times, (a, b) => bars([bar([part(a)]), bar(equal(b, a, 'second', ''), ASKED)]), (_, b) => b <= MOST_PIECES),
  'how-times': two((a, b) => a / b, divided, (a, b) => bars([bar([part(a)]), bar([part(b, 'second')])]), divides),
  'one-part': two((a, b) => a / b, divided, (a, b) => bars([bar(equal(b, a / b, 'unknown', ''), `${a}`), bar([unknown(a / b)])]), (a, b) => divides(a, b) && b <= MOST_PIECES),
  /** The price of one is told in tenths of a yuan (角). */
  'price-tenths': {
    count: 2,
    fits: ([a = 0]) => a % 10 > 0,
    answer: ([a = 0, b = 0]) => (a * b) / 10,
    steps: ([a = 0, b = 0]) => [times(a / 10, b)],
    picture: ([a = 0, b = 0]) => bars([bar(equal(b, a, 'first', `${a / 10}`), ASKED)]),
  },
  /** Of a, so many parts (b) of so many (c). */
  fraction: {
    count: 3,
    fits: ([a = 0, b = 0, c = 0]) => c > 1 && c <= MOST_PIECES && b < c && a % c === 0,
    answer: ([a = 0, b = 0, c = 0]) => (a / c) * b,
    steps: ([a = 0, b = 0, c = 0]) => [divided(a, c), `□ × ${b}`],
    picture: ([a = 0, b = 0, c = 0]) =>
      bars([bar([...equal(b, a / c, 'unknown', ASKED), ...equal(c - b, a / c, 'first', '')], `${a}`)]),
  },
  /** Of a, so many of a hundred; whole tens. */
  percent: {
    count: 2,
    fits: ([a = 0, b = 0]) => b < 100 && b % 10 === 0 && (a * b) % 100 === 0,
    answer: ([a = 0, b = 0]) => (a * b) / 100,
    steps: ([a = 0, b = 0]) => [`${a} × ${b}%`],
    picture: ([a = 0, b = 0]) =>
      bars([bar([...equal(b / 10, a / 10, 'unknown', ASKED), ...equal(10 - b / 10, a / 10, 'first', '')], `${a}`)]),
  },
  /** a altogether, as b to c: the first of the two. */
  ratio: {
    count: 3,
    fits: ([a = 0, b = 0, c = 0]) => b !== c && b + c <= MOST_PIECES && a % (b + c) === 0 && a > b + c,
    answer: ([a = 0, b = 0, c = 0]) => (a / (b + c)) * b,
    steps: ([a = 0, b = 0, c = 0]) => [`${a} ÷ (${b} ＋ ${c})`, `□ × ${b}`],
    picture: ([a = 0, b = 0, c = 0]) =>
      // What a piece holds is not told: a fictitious 10, more than could be drawn one by one.
      bars([bar(equal(b, 10, 'first', ''), ASKED), bar(equal(c, 10, 'second', ''))], `${a}`),
  },
} as const satisfies Readonly<Record<string, Structure>> // prettier-ignore
