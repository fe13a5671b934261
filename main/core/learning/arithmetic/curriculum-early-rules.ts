import { type Level, level, span, sums } from './level-rules.ts'

const both = { bothOrders: true } as const
const plain = { carry: 'never' } as const
const over = { carry: 'always' } as const

/** Grades 1 to 3, autumn of the third included: whole numbers and the tables. */
export const earlierLevels: readonly Level[] = [
  level(1, 1, 'within-5', [
    sums('add', [span(1, 4), span(1, 4)], [2, 5]),
    sums('subtract', [span(2, 5), span(1, 5)], [0, 4]),
  ]),
  level(1, 1, 'within-10', [
    sums('add', [span(1, 9), span(1, 9)], [6, 10]),
    sums('subtract', [span(6, 10), span(1, 9)], [1, 9]),
  ]),
  level(1, 1, 'three-terms-within-10', [
    sums(['add', 'add'], [span(1, 8), span(1, 8), span(1, 8)], [3, 10]),
    sums(['subtract', 'subtract'], [span(4, 10), span(1, 9), span(1, 9)], [0, 8]),
    sums(['add', 'subtract'], [span(1, 5), span(1, 5), span(1, 9)], [0, 9]),
    sums(['subtract', 'add'], [span(3, 10), span(1, 9), span(1, 5)], [2, 10]),
  ]),
  level(1, 1, 'teens', [
    sums('add', [span(10, 18), span(1, 9)], [11, 19], { ...plain, ...both }),
    sums('subtract', [span(11, 19), span(1, 9)], [10, 18], plain),
  ]),
  level(1, 1, 'add-within-20', [sums('add', [span(2, 9), span(2, 9)], [11, 18], over)]),
  level(1, 2, 'subtract-within-20', [sums('subtract', [span(11, 18), span(2, 9)], [2, 9], over)]),
  level(1, 2, 'tens', [
    sums('add', [span(10, 90, 10), span(10, 90, 10)], [20, 100]),
    sums('subtract', [span(20, 100, 10), span(10, 90, 10)], [10, 90]),
  ]),
  level(1, 2, 'two-digit-and-one', [
    sums('add', [span(21, 98), span(1, 8)], [22, 99], { ...plain, ...both }),
    sums('subtract', [span(22, 99), span(1, 8)], [20, 98], plain),
    sums('add', [span(11, 89), span(10, 80, 10)], [21, 99], { ...plain, ...both }),
    sums('subtract', [span(21, 99), span(10, 80, 10)], [1, 89], plain),
  ]),
  level(1, 2, 'two-digit-and-one-over', [
    sums('add', [span(12, 89), span(2, 9)], [20, 98], { ...over, ...both }),
    sums('subtract', [span(20, 98), span(2, 9)], [11, 89], over),
  ]),
  level(2, 1, 'two-digit', [
    sums('add', [span(11, 88), span(11, 88)], [22, 99], plain),
    sums('subtract', [span(22, 99), span(11, 88)], [1, 88], plain),
  ]),
  level(2, 1, 'two-digit-over', [
    sums('add', [span(12, 88), span(12, 88)], [30, 99], over),
    sums('subtract', [span(30, 98), span(12, 89)], [2, 88], over),
  ]),
  level(2, 1, 'tables-to-6', [sums('multiply', [span(1, 6), span(2, 6)], [2, 36], both)]),
  level(2, 1, 'tables-to-9', [sums('multiply', [span(7, 9), span(2, 9)], [14, 81], both)]),
  level(2, 2, 'divide-to-6', [sums('divide', [span(4, 36), span(2, 6)], [2, 6])]),
  level(2, 2, 'divide-to-9', [
    sums('divide', [span(14, 81), span(7, 9)], [2, 9]),
    sums('divide', [span(14, 54), span(2, 6)], [7, 9]),
  ]),
  level(2, 2, 'tables-and-sums', [
    sums(['multiply', 'add'], [span(2, 9), span(2, 9), span(1, 9)], [5, 90]),
    sums(['multiply', 'subtract'], [span(3, 9), span(3, 9), span(1, 9)], [1, 80]),
    sums(['add', 'multiply'], [span(1, 9), span(2, 9), span(2, 9)], [5, 90]),
    sums(['divide', 'add'], [span(6, 72), span(2, 9), span(1, 9)], [3, 18]),
    sums(['subtract', 'divide'], [span(10, 20), span(6, 72), span(2, 9)], [1, 18]),
  ]),
  level(2, 2, 'hundreds', [
    sums('add', [span(100, 900, 100), span(100, 900, 100)], [200, 1000]),
    sums('subtract', [span(200, 1000, 100), span(100, 900, 100)], [100, 900]),
    sums('add', [span(1000, 9000, 1000), span(1000, 9000, 1000)], [2000, 10_000]),
    sums('subtract', [span(2000, 10_000, 1000), span(1000, 9000, 1000)], [1000, 9000]),
  ]),
  level(3, 1, 'two-digit-beyond-100', [
    sums('add', [span(21, 98), span(23, 98)], [101, 196], over),
    sums('subtract', [span(101, 180), span(23, 98)], [11, 99], over),
  ]),
  level(3, 1, 'hundreds-and-tens', [
    sums('add', [span(110, 890, 10), span(110, 890, 20)], [220, 1000]),
    sums('subtract', [span(220, 990, 10), span(110, 890, 20)], [10, 880]),
  ]),
  level(3, 1, 'tens-times-one', [
    sums('multiply', [span(10, 90, 10), span(2, 9)], [20, 810], both),
    sums('multiply', [span(100, 900, 100), span(2, 9)], [200, 8100], both),
    sums('multiply', [span(11, 44), span(2, 4)], [22, 99], { ...plain, ...both }),
  ]),
]
