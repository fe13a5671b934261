import { kindOf, type Cells, type Shape } from './shape-rules.ts'

/**
 * How a person finds a value, easiest first: the last gap of a unit; the only place of a value in a unit; the only value of a place; and what
 * rules values out before: a value locked into one line of a box, two places for two values, three for three, a rectangle of
 * one value (X-wing).
 */
export const techniques = ['last', 'place', 'value', 'locked', 'pair', 'three', 'wing'] as const
export type Technique = (typeof techniques)[number]

/** What comes next: a value that can only stand there. */
export interface Step {
  /** What is seen last before the value can be put. */
  readonly technique: Technique
  /** Where to look: the places of a unit, or those that rule the others out. */
  readonly look: readonly number[]
  /** Which kind of unit that is. */
  readonly kind: 'row' | 'column' | 'box'
  readonly at: number
  readonly value: number
}

/** A grid with what may still stand in each empty place, as bits 1 << value; 0 in a filled one. */
interface Sheet {
  readonly shape: Shape
  readonly cells: number[]
  readonly may: number[]
}

interface Ruling {
  readonly technique: Technique
  readonly look: readonly number[]
  readonly kind: 'row' | 'column' | 'box'
}

const bits = (mask: number): number => {
  let count = 0
  for (let rest = mask; rest; rest &= rest - 1) count += 1
  return count
}
const valueOf = (mask: number): number => 31 - Math.clz32(mask)

function sheetOf(shape: Shape, given: Cells): Sheet {
  const all = ((1 << shape.size) - 1) << 1
  const cells = [...given]
  const may = cells.map((value, at) =>
    value ? 0 : (shape.peers[at] ?? []).reduce((mask, peer) => mask & ~(1 << (cells[peer] ?? 0)), all),
  )
  return { shape, cells, may }
}

function put({ shape, cells, may }: Sheet, { at, value }: Step): void {
  cells[at] = value
  may[at] = 0
  for (const peer of shape.peers[at] ?? []) may[peer] = (may[peer] ?? 0) & ~(1 << value)
}

/** The easiest value that can be put as the sheet stands. */
function placed({ shape, may }: Sheet): Step | undefined {
  let inUnit: Step | undefined
  for (const [unit, places] of shape.units.entries()) {
    const gaps = places.filter((at) => may[at])
    const [only] = gaps
    const kind = kindOf(shape, unit)
    if (gaps.length === 1 && only !== undefined)
      return { technique: 'last', look: places, kind, at: only, value: valueOf(may[only] ?? 0) }
    // Boxes are seen before lines: what is found there wins.
    if (inUnit?.kind === 'box') continue
    for (let value = 1; value <= shape.size; value += 1) {
      const fitting = gaps.filter((at) => (may[at] ?? 0) & (1 << value))
      const [at] = fitting
      if (fitting.length === 1 && at !== undefined && (!inUnit || kind === 'box'))
        inUnit = { technique: 'place', look: places, kind, at, value }
    }
  }
  if (inUnit) return inUnit
  const at = may.findIndex((mask) => bits(mask) === 1)
  const unit = shape.units.findIndex((places) => places.includes(at))
  return at < 0
    ? undefined
    : {
        technique: 'value',
        look: shape.peers[at] ?? [],
        kind: kindOf(shape, unit),
        at,
        value: valueOf(may[at] ?? 0),
      }
}

/** Takes values out of places; whether any was there. */
function ruleOut({ may }: Sheet, places: readonly number[], mask: number): boolean {
  let any = false
  for (const at of places) {
    const before = may[at] ?? 0
    may[at] = before & ~mask
    if (may[at] !== before) any = true
  }
  return any
}

type RulesOut = (sheet: Sheet) => Ruling | undefined

/** A value that a box has in one line only, or a line in one box only, is nowhere else in the other. */
const locked: RulesOut = (sheet) => {
  const { shape, may } = sheet
  for (const [unit, places] of shape.units.entries())
    for (let value = 1; value <= shape.size; value += 1) {
      const fitting = places.filter((at) => (may[at] ?? 0) & (1 << value))
      const [first] = fitting
      if (fitting.length < 2 || first === undefined) continue
      for (const crossing of shape.unitsOf[first] ?? []) {
        const other = shape.units[crossing] ?? []
        if (crossing === unit || !fitting.every((at) => other.includes(at))) continue
        const rest = other.filter((at) => !places.includes(at))
        if (ruleOut(sheet, rest, 1 << value))
          return { technique: 'locked', look: fitting, kind: kindOf(shape, unit) }
      }
    }
  return undefined
}

function* choose<T>(from: readonly T[], count: number): Generator<readonly T[], undefined> {
  if (count === 0) yield []
  else
    for (const [at, one] of from.entries())
      for (const rest of choose(from.slice(at + 1), count - 1)) yield [one, ...rest]
  return undefined
}

/** So many places of a unit that hold as many values between them keep them from its others. */
const keptBy =
  (count: 2 | 3, technique: Technique): RulesOut =>
  (sheet) => {
    const { shape, may } = sheet
    for (const [unit, places] of shape.units.entries()) {
      const narrow = places.filter((at) => may[at] && bits(may[at] ?? 0) <= count)
      for (const some of choose(narrow, count)) {
        const mask = some.reduce((all, at) => all | (may[at] ?? 0), 0)
        if (bits(mask) !== count) continue
        const rest = places.filter((at) => !some.includes(at))
        if (ruleOut(sheet, rest, mask)) return { technique, look: some, kind: kindOf(shape, unit) }
      }
    }
    return undefined
  }

/** Two values that have only two places in a unit leave nothing else there. */
const hiddenPair: RulesOut = (sheet) => {
  const { shape, may } = sheet
  const values = Array.from({ length: shape.size }, (_, at) => at + 1)
  for (const [unit, places] of shape.units.entries())
    for (const two of choose(values, 2)) {
      const mask = two.reduce((all, value) => all | (1 << value), 0)
      const fitting = places.filter((at) => (may[at] ?? 0) & mask)
      const each = two.every((value) => places.some((at) => (may[at] ?? 0) & (1 << value)))
      if (fitting.length === 2 && each && ruleOut(sheet, fitting, ~mask))
        return { technique: 'pair', look: fitting, kind: kindOf(shape, unit) }
    }
  return undefined
}

/** A value with two places in each of two lines, one under the other, is nowhere else in the lines that cross them. */
const wing: RulesOut = (sheet) => {
  const { shape, may } = sheet
  const { size, units } = shape
  const rows = units.slice(0, size)
  const columns = units.slice(size, 2 * size)
  for (const { along, across, kind } of [
    { along: rows, across: columns, kind: 'row' },
    { along: columns, across: rows, kind: 'column' },
  ] as const)
    for (let value = 1; value <= size; value += 1) {
      const lines = along
        .map((places) => places.filter((at) => (may[at] ?? 0) & (1 << value)))
        .filter((places) => places.length === 2)
      for (const two of choose(lines, 2)) {
        const corners = two.flat()
        const crossing = across.filter((places) => corners.some((at) => places.includes(at)))
        const rest = crossing.flat().filter((at) => !corners.includes(at))
        if (crossing.length === 2 && ruleOut(sheet, rest, 1 << value))
          return { technique: 'wing', look: corners, kind }
      }
    }
  return undefined
}

const rulings: readonly RulesOut[] = [locked, keptBy(2, 'pair'), hiddenPair, keptBy(3, 'three'), wing]

/** The next value of a sheet, which is changed up to there; the techniques that it took go to `used`. */
function next(sheet: Sheet, most: number, used: (technique: Technique) => void): Step | undefined {
  let ruling: Ruling | undefined
  for (;;) {
    const step = placed(sheet)
    if (step && techniques.indexOf(step.technique) <= most) {
      used(step.technique)
      return ruling ? { ...step, ...ruling } : step
    }
    ruling = undefined
    for (const rule of rulings) ruling ??= rule(sheet)
    if (!ruling || techniques.indexOf(ruling.technique) > most) return undefined
    used(ruling.technique)
  }
}

/** The easiest next step from here, the value and where it is seen; undefined where these techniques find none. What stands there is taken to be right. */
export function nextStep(shape: Shape, cells: Cells): Step | undefined {
  return next(sheetOf(shape, cells), techniques.length, () => undefined)
}

/**
 * The hardest technique that is needed from here to the end, taking the easiest wherever there is a choice; undefined where these do not reach the end, or where `most` would have to be passed. A grid that they fill has one solution only.
 */
export function hardest(shape: Shape, given: Cells, most: Technique = 'wing'): Technique | undefined {
  const sheet = sheetOf(shape, given)
  let worst = 0
  while (sheet.cells.includes(0)) {
    const step = next(sheet, techniques.indexOf(most), (used) => {
      worst = Math.max(worst, techniques.indexOf(used))
    })
    if (!step) return undefined
    put(sheet, step)
  }
  return techniques[worst]
}
