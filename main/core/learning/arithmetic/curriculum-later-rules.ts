import { type Level, decimals, level, numerators, span, sums } from './level-rules.ts'

const both = { bothOrders: true } as const
const onePlace = { places: 1 } as const
const twoPlaces = { places: 2 } as const

/** From the first fractions of grade 3 to grade 6. Fractions are answered by their numerator: □/7. */
export const laterLevels: readonly Level[] = [
  level(3, 1, 'first-fractions', [
    sums('add', [numerators(1, 8), numerators(1, 8)], [0, 1], { denominators: [4, 5, 6, 7, 8, 9] }),
    sums('subtract', [numerators(2, 8), numerators(1, 8)], [0.01, 1], { denominators: [4, 5, 6, 7, 8, 9] }),
  ]),
  level(3, 2, 'divide-by-one-digit', [
    sums('divide', [span(20, 90, 10), span(2, 9)], [10, 40]),
    sums('divide', [span(120, 810, 10), span(2, 9)], [20, 90]),
    sums('divide', [span(24, 99), span(2, 4)], [11, 33]),
  ]),
  level(3, 2, 'tens-times-tens', [
    sums('multiply', [span(11, 45), span(10, 10)], [110, 450], both),
    sums('multiply', [span(20, 90, 10), span(20, 90, 10)], [400, 8100]),
    sums('multiply', [span(11, 24), span(20, 40, 10)], [220, 960], both),
  ]),
  level(3, 2, 'first-decimals', [
    sums('add', [decimals(1, 29, 1), decimals(1, 29, 1)], [0.2, 5], onePlace),
    sums('subtract', [decimals(2, 49, 1), decimals(1, 29, 1)], [0.1, 4.8], onePlace),
  ]),
  level(4, 1, 'hundreds-times-one', [
    sums('multiply', [span(110, 290, 10), span(2, 6)], [220, 1740], both),
    sums('multiply', [span(12, 36), span(2, 5)], [24, 180], both),
  ]),
  level(4, 1, 'divide-by-tens', [
    sums('divide', [span(40, 90, 10), span(20, 40, 10)], [2, 4]),
    sums('divide', [span(120, 810, 10), span(20, 90, 10)], [2, 9]),
  ]),
  level(4, 2, 'two-place-decimals', [
    sums('add', [decimals(5, 99, 2), decimals(5, 99, 2)], [0.1, 1.98], twoPlaces),
    sums('subtract', [decimals(11, 99, 2), decimals(5, 89, 2)], [0.01, 0.9], twoPlaces),
  ]),
  level(4, 2, 'moving-the-point', [
    sums('multiply', [decimals(11, 99, 1), span(10, 10)], [11, 99], onePlace),
    sums('multiply', [decimals(11, 199, 2), span(10, 100, 90)], [1, 199], twoPlaces),
    sums('divide', [span(3, 250), span(10, 100, 90)], [0.03, 25], twoPlaces),
  ]),
  level(4, 2, 'four-operations', [
    sums(['multiply', 'add'], [span(11, 25), span(2, 4), span(10, 50, 5)], [32, 150]),
    sums(['subtract', 'multiply'], [span(50, 100, 5), span(3, 9), span(3, 9)], [1, 91]),
    sums(['add', 'divide'], [span(15, 60, 5), span(24, 96), span(2, 4)], [20, 100]),
    sums(['multiply', 'divide'], [span(4, 12), span(4, 9), span(2, 6)], [2, 54]),
  ]),
  level(5, 1, 'decimals-times', [
    sums('multiply', [decimals(1, 9, 1), span(2, 9)], [0.2, 8.1], { ...onePlace, ...both }),
    sums('multiply', [decimals(11, 25, 1), span(2, 4)], [2.2, 10], { ...onePlace, ...both }),
    sums('multiply', [decimals(1, 9, 1), decimals(1, 9, 1)], [0.01, 0.81], twoPlaces),
  ]),
  level(5, 1, 'decimals-divided', [
    sums('divide', [decimals(2, 81, 1), span(2, 9)], [0.1, 0.9], onePlace),
    sums('divide', [decimals(22, 96, 1), span(2, 4)], [1.1, 4.8], onePlace),
    sums('divide', [decimals(4, 72, 1), decimals(2, 9, 1)], [2, 9], onePlace),
  ]),
  level(5, 2, 'fractions', [
    sums('add', [numerators(1, 14), numerators(1, 14)], [0, 1], { denominators: [8, 9, 10, 11, 12, 13, 15] }),
    sums('subtract', [numerators(3, 14), numerators(1, 14)], [0.01, 1], {
      denominators: [8, 9, 10, 11, 12, 13, 15],
    }),
    sums(['add', 'subtract'], [numerators(1, 9), numerators(1, 9), numerators(1, 9)], [0.01, 1], {
      denominators: [9, 11, 13],
    }),
  ]),
  level(6, 1, 'fractions-times-whole', [
    sums('multiply', [numerators(1, 8), span(2, 9)], [0, 3], { denominators: [5, 7, 8, 9, 11, 13], ...both }),
    sums('divide', [numerators(2, 12), span(2, 6)], [0, 1], { denominators: [5, 7, 9, 11, 13, 15] }),
  ]),
  level(6, 2, 'all-together', [
    sums(['multiply', 'add'], [decimals(2, 12, 1), span(2, 9), decimals(1, 9, 1)], [0.5, 12], onePlace),
    sums(['subtract', 'multiply'], [span(5, 10), decimals(1, 9, 1), span(2, 9)], [0.1, 9.8], onePlace),
    sums(['add', 'add'], [decimals(11, 49, 1), decimals(3, 19, 1), span(1, 5)], [2, 12], onePlace),
    sums(['multiply', 'divide'], [span(12, 48, 4), span(5, 25, 5), span(2, 10, 2)], [6, 120]),
    sums(['divide', 'add'], [decimals(12, 96, 1), span(2, 6), decimals(1, 9, 1)], [0.3, 9], onePlace),
  ]),
]
