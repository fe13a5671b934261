import { bars } from '../word-problems/bars-rules.ts'
import type { Numbers, Structure } from '../word-problems/structure-rules.ts'

type Sign = '＋' | '－' | '×' | '÷'

const reckon: Readonly<Record<Sign, (one: number, other: number) => number>> = {
  '＋': (one, other) => one + other,
  '－': (one, other) => one - other,
  '×': (one, other) => one * other,
  '÷': (one, other) => one / other,
}

const isOnTheWay = (value: number): boolean => Number.isInteger(value) && value > 0

/**
 * Three numbers and two signs. `first` says which two are reckoned first: the left ones or the right ones, by the order of
 * signs or by brackets. Every number on the way is whole and above 0.
 */
function expression(one: Sign, other: Sign, first: 'left' | 'right'): Structure {
  const through = ([a = 0, b = 0, c = 0]: Numbers): readonly [number, number] => {
    if (first === 'left') {
      const left = reckon[one](a, b)
      return [left, reckon[other](left, c)]
    }
    const right = reckon[other](b, c)
    return [right, reckon[one](a, right)]
  }
  return {
    count: 3,
    fits: (numbers) => through(numbers).every(isOnTheWay),
    answer: (numbers) => through(numbers)[1],
    picture: () => bars([]),
    steps: ([a = 0, b = 0, c = 0]) =>
      first === 'left' ? [`${a} ${one} ${b}`, `□ ${other} ${c}`] : [`${b} ${other} ${c}`, `${a} ${one} □`],
  }
}

/** Names say how they are written: `a+(b-c)`. Their words are the same signs in the catalog. */
export const expressions = {
  'add-times': expression('＋', '×', 'right'),
  'minus-times': expression('－', '×', 'right'),
  'times-add': expression('×', '＋', 'left'),
  'times-minus': expression('×', '－', 'left'),
  'add-divide': expression('＋', '÷', 'right'),
  'minus-divide': expression('－', '÷', 'right'),
  'divide-add': expression('÷', '＋', 'left'),
  'minus-add': expression('－', '＋', 'left'),
  'sum-times': expression('＋', '×', 'left'),
  'difference-times': expression('－', '×', 'left'),
  'sum-divide': expression('＋', '÷', 'left'),
  'difference-divide': expression('－', '÷', 'left'),
  'times-sum': expression('×', '＋', 'right'),
  'times-difference': expression('×', '－', 'right'),
  'divide-sum': expression('÷', '＋', 'right'),
  'minus-sum': expression('－', '＋', 'right'),
} as const satisfies Readonly<Record<string, Structure>>
