/** Units that are asked for, each in the smallest of its kind: mm, g, mL, square cm. */
export const sizes = {
  mm: 1,
  cm: 10,
  dm: 100,
  m: 1000,
  km: 1_000_000,
  g: 1,
  kg: 1000,
  t: 1_000_000,
  mL: 1,
  L: 1000,
} as const
export type Unit = keyof typeof sizes

const kinds: readonly (readonly Unit[])[] = [
  ['mm', 'cm', 'dm', 'm', 'km'],
  ['g', 'kg', 't'],
  ['mL', 'L'],
]

export const isUnit = (text: string): text is Unit => Object.hasOwn(sizes, text)

/** Units of the same kind, the smallest first. */
export const kindOf = (unit: Unit): readonly Unit[] => kinds.find((kind) => kind.includes(unit)) ?? []

/** How many of the smaller are one of the larger. */
export const timesIn = (larger: Unit, smaller: Unit): number => sizes[larger] / sizes[smaller]

/** Things, their unit, and between which numbers of it they lie: everyday knowledge, wide enough that no other unit could be meant. */
export const things = {
  pencil: ['cm', 12, 19],
  ruler: ['cm', 15, 30],
  basket: ['cm', 30, 50],
  tree: ['m', 4, 15],
  'house-garden': ['m', 4, 9],
  kite: ['m', 20, 60],
  mountain: ['m', 300, 900],
  apple: ['g', 100, 300],
  tangerine: ['g', 60, 150],
  watermelon: ['kg', 3, 9],
  dog: ['kg', 8, 30],
  pig: ['kg', 60, 150],
} as const satisfies Readonly<Record<string, readonly [Unit, number, number]>>
export type Thing = keyof typeof things

export const isThing = (text: string): text is Thing => Object.hasOwn(things, text)
