import { ASKED, bar, type Bars, bars, equal, NARROWEST, part, unknown } from '../word-problems/bars-rules.ts'
import type { Numbers, Structure } from '../word-problems/structure-rules.ts'

type Three<T> = (a: number, b: number, c: number) => T

/** A structure of three numbers whose answer takes two lines. */
function three(
  answer: Three<number>,
  first: Three<string>,
  second: Three<string>,
  picture: Three<Bars>,
  fits: Three<boolean> = () => true,
): Structure {
  const of =
    <T>(make: Three<T>) =>
    ([a = 0, b = 0, c = 0]: Numbers): T =>
      make(a, b, c)
  return {
    count: 3,
    answer: of(answer),
    steps: of((a, b, c) => [first(a, b, c), second(a, b, c)]),
    picture: of(picture),
    fits: of((a, b, c) => answer(a, b, c) > 1 && fits(a, b, c)),
  }
}

/** The same of two numbers. */
function two(structure: Structure): Structure {
  return { ...structure, count: 2, fits: ([a = 0, b = 0]) => structure.fits([a, b, 1]) }
}

/** More equal pieces than these are not told apart in a bar. */
const MOST = 12
const isExact = (a: number, b: number): boolean => b > 1 && a % b === 0

/** The first two pieces of a whole that is not told, wide enough for their number. */
function begun(whole: number, piece: number) {
  const width = Math.max(piece, whole * NARROWEST)
  return bar([
    ...equal(2, width, 'second', `${piece}`),
    { size: whole - 2 * width, text: '…', look: 'unknown' },
  ])
}

/** Stories of two steps: two relations of the standard, one after the other. */
export const twoStep = {
  'left-more': three(
    (a, b, c) => a - b + c, (a, b) => `${a} － ${b}`, (_a, _b, c) => `□ ＋ ${c}`,
    (a, b, c) => bars([bar([part(a - b, 'first', ''), part(b, 'away')], `${a}`), bar([part(a - b, 'first', ''), part(c, 'second')], ASKED)]),
    (a, b) => a - b > 1,
  ),
  'groups-left': three(
    (a, b, c) => a * b - c, (a, b) => `${b} × ${a}`, (_a, _b, c) => `□ － ${c}`,
    (a, b, c) => bars([bar(equal(a, b)), bar([unknown(a * b - c), part(c, 'away')])]),
    (a) => a <= MOST,
  ),
  'groups-more': three(
    (a, b, c) => a * b + c, (a, b) => `${b} × ${a}`, (_a, _b, c) => `□ ＋ ${c}`,
    (a, b, c) => bars([bar([...equal(a, b), part(c, 'second')], ASKED)]),
    (a) => a <= MOST,
  ),
  'sum-share': three(
    (a, b, c) => (a + b) / c, (a, b) => `${a} ＋ ${b}`, (_a, _b, c) => `□ ÷ ${c}`,
    (a, b, c) => bars([bar([part(a), part(b, 'second')]), bar(equal(c, (a + b) / c, 'unknown', ASKED))]),
    (a, b, c) => isExact(a + b, c) && c <= MOST,
  ),
  'left-share': three(
    (a, b, c) => (a - b) / c, (a, b) => `${a} － ${b}`, (_a, _b, c) => `□ ÷ ${c}`,
    (a, b, c) => bars([bar([part(b, 'away'), ...equal(c, (a - b) / c, 'unknown', ASKED)], `${a}`)]),
    (a, b, c) => a > b && isExact(a - b, c) && c <= MOST,
  ),
  change: three(
    (a, b, c) => a - b * c, (_a, b, c) => `${c} × ${b}`, (a) => `${a} － □`,
    (a, b, c) => bars([bar([...equal(b, c, 'away'), unknown(a - b * c)], `${a}`)]),
    (_a, b) => b <= MOST,
  ),
  /** The price (c) is told in tenths of a yuan, what is paid (a) in whole yuan. */
  'change-tenths': three(
    (a, b, c) => (a * 10 - b * c) / 10, (_a, b, c) => `${c / 10} × ${b}`, (a) => `${a} － □`,
    (a, b, c) => bars([bar([...equal(b, c, 'away', `${c / 10}`), unknown(a * 10 - b * c)], `${a}`)]),
    (_a, b, c) => b <= MOST && c % 10 > 0,
  ),
  'more-total': two(three(
    (a, b) => a + a + b, (a, b) => `${a} ＋ ${b}`, (a) => `${a} ＋ □`,
    (a, b) => bars([bar([part(a)]), bar([part(a, 'second', ''), part(b, 'second')])], ASKED),
  )),
  'times-total': two(three(
    (a, b) => a + a * b, (a, b) => `${a} × ${b}`, (a) => `${a} ＋ □`,
    (a, b) => bars([bar([part(a)]), bar(equal(b, a, 'second', ''))], ASKED),
    (_a, b) => b <= MOST,
  )),
  /** So many (a) cost so much (b); how much do c of them cost? (归一) */
  'per-one': three(
    (a, b, c) => (b / a) * c, (a, b) => `${b} ÷ ${a}`, (_a, _b, c) => `□ × ${c}`,
    (a, b, c) => bars([bar(equal(a, b / a, 'first', ''), `${b}`), bar(equal(c, b / a, 'second', ''), ASKED)]),
    (a, b, c) => isExact(b, a) && b / a > 1 && a !== c && a <= MOST && c <= MOST,
  ),
  /** a rows of b; how many rows of c are that? (归总) */
  regroup: three(
    (a, b, c) => (a * b) / c, (a, b) => `${b} × ${a}`, (_a, _b, c) => `□ ÷ ${c}`,
    (a, b, c) => bars([bar(equal(a, b)), begun(a * b, c)]),
    (a, b, c) => isExact(a * b, c) && b !== c && a * b > 2 * c && a <= MOST,
  ),
  /** Two come towards each other, so fast each, for so long. (相遇) */
  meet: three(
    (a, b, c) => (a + b) * c, (a, b) => `${a} ＋ ${b}`, (_a, _b, c) => `□ × ${c}`,
    (a, b, c) => bars([bar([...equal(c, a), ...equal(c, b, 'second')], ASKED)]),
    (_a, _b, c) => c <= 5,
  ),
  /** Of a, so many parts (b) of so many (c) are gone. */
  'fraction-left': three(
    (a, b, c) => (a / c) * (c - b), (a, _b, c) => `${a} ÷ ${c}`, (_a, b, c) => `□ × (${c} － ${b})`,
    (a, b, c) => bars([bar([...equal(b, a / c, 'away', ''), ...equal(c - b, a / c, 'unknown', ASKED)], `${a}`)]),
    (a, b, c) => b < c && c <= MOST && isExact(a, c),
  ),
  /** a yuan, cheaper by b of a hundred; whole tens. */
  'percent-off': two(three(
    (a, b) => a - (a * b) / 100, (a, b) => `${a} × ${b}%`, (a) => `${a} － □`,
    (a, b) => bars([bar([...equal(10 - b / 10, a / 10, 'unknown', ASKED), ...equal(b / 10, a / 10, 'away', '')], `${a}`)]),
    (a, b) => b < 100 && b % 10 === 0 && (a * b) % 100 === 0,
  )),
} as const satisfies Readonly<Record<string, Structure>> // prettier-ignore
