/** Why a PIN is refused; the words come from the catalogs. */
export type PinProblem = 'not-digits' | 'too-short' | 'too-long' | 'too-common' | 'looks-like-a-date'

/** Digits of a PIN. */
const SHORTEST_PIN = 6
const LONGEST_PIN = 12

/** Wrong tries in a row after which only a recovery key opens (quality.md). */
export const TRIES_BEFORE_LOCK = 10

/** Waits in milliseconds after the first, second, ... wrong try in a row. Two slips are free. */
const waits: readonly number[] = [0, 0, 5000, 15_000, 60_000, 300_000, 300_000, 600_000, 600_000]

/**
 * Sums of a love story, columns of the pad, walks around it: what published lists of Chinese and international PINs
 * have beyond the patterns that rules can see.
 */
const common: readonly string[] = (
  '5201314 1314520 520520 521521 1314521 201314 131420 147258 147852 159357 357159 258369 369258 258147 963852 741852 ' +
  '852963 159753 753951 951753 456852 147369 142536 748596 102030 100200 168168 518518 888168 168888 666888 888666 ' +
  '110119 10086 10010 12355 12345 131452 314159 271828 112358 235689 778899 147896325 135790 246810 135246 13579'
).split(' ')

/** Why the PIN may not be used; null if it may. Full-width digits are digits that an input method left on. */
export function pinProblem(typed: string): PinProblem | null {
  const pin = typed.normalize('NFKC')
  if (!/^[0-9]*$/.test(pin)) return 'not-digits'
  if (pin.length < SHORTEST_PIN) return 'too-short'
  if (pin.length > LONGEST_PIN) return 'too-long'
  if (isCommon(pin)) return 'too-common'
  return isDate(pin) ? 'looks-like-a-date' : null
}

/** The PIN as it is hashed: plain digits. */
export function plainPin(typed: string): string {
  return typed.normalize('NFKC')
}

/** What follows a wrong try: milliseconds to wait (monotonic), and whether it locks. `wrongInARow` counts this try. */
export function afterWrongPin(wrongInARow: number): { readonly wait: number; readonly locked: boolean } {
  const count = Math.max(0, Math.floor(wrongInARow) || 0)
  const wait = count === 0 ? 0 : (waits[count - 1] ?? waits.at(-1) ?? 0)
  return { wait, locked: count >= TRIES_BEFORE_LOCK }
}

function isCommon(pin: string): boolean {
  return isRepeated(pin) || isWalk(pin) || isPaired(pin) || isMirrored(pin) || hasCommon(pin)
}

/** 111111, 121212, 123123, 12341234, and the same begun again: 1231231. */
function isRepeated(pin: string): boolean {
  for (let length = 1; length <= pin.length / 2; length += 1) {
    const unit = pin.slice(0, length)
    if (unit.repeat(Math.ceil(pin.length / length)).startsWith(pin)) return true
  }
  return false
}

/** 123456, 654321, 890123, 369258: the same step from digit to digit. */
function isWalk(pin: string): boolean {
  const steps = Array.from(pin).map(
    (digit, index) => (Number(pin[index + 1] ?? digit) - Number(digit) + 10) % 10,
  )
  return new Set(steps.slice(0, -1)).size === 1
}

/** 112233, 111222, 11223344: runs of equal length whose digits walk; 100000 and 000001: nearly one digit. */
function isPaired(pin: string): boolean {
  const runs = pin.match(/(\d)\1*/g) ?? []
  if (Math.max(...runs.map((run) => run.length)) >= pin.length - 1) return true
  const equal = new Set(runs.map((run) => run.length)).size === 1 && (runs[0]?.length ?? 0) > 1
  return equal && (runs.length < 3 || isWalk(runs.map((run) => run.slice(0, 1)).join('')))
}

/** 123321, 1234321: there and back by steps of one. */
function isMirrored(pin: string): boolean {
  const half = pin.slice(0, Math.ceil(pin.length / 2))
  const back = Array.from(pin).toReversed().join('')
  return pin === back && isWalk(half) && new Set(half).size === half.length
}

/** A common PIN, alone or with its rest only one more digit repeated (5201314, 52013140). */
function hasCommon(pin: string): boolean {
  return common.some((each) => {
    const rest = pin.startsWith(each)
      ? pin.slice(each.length)
      : pin.endsWith(each)
        ? pin.slice(0, -each.length)
        : null
    return rest !== null && (rest.length <= 1 || isRepeated(rest))
  })
}

/**
 * A day that somebody's birthday may be: YYYYMMDD, DDMMYYYY, MMDDYYYY of 1900 to 2099, YYMMDD, or YYYYMM. About 6 in
 * 100 six-digit numbers are refused by this; a colleague's birthday is the first thing that is tried.
 */
function isDate(pin: string): boolean {
  const part = (from: number, to: number) => Number(pin.slice(from, to))
  if (pin.length === 6) {
    return isDay(part(2, 4), part(4, 6)) || (isCentury(part(0, 4)) && isDay(part(4, 6), 1))
  }
  if (pin.length !== 8) return false
  if (isCentury(part(0, 4)) && isDay(part(4, 6), part(6, 8))) return true
  return isCentury(part(4, 8)) && (isDay(part(0, 2), part(2, 4)) || isDay(part(2, 4), part(0, 2)))
}

const isCentury = (year: number): boolean => year >= 1900 && year <= 2099

function isDay(month: number, day: number): boolean {
  const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return longest !== undefined && day >= 1 && day <= longest
}
