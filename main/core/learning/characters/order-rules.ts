import { order } from './list-rules.ts'

/** A character in one of its readings: 长 cháng and 长 zhǎng are two, each with its own words. */
export interface CharacterItem {
  /** `长 cháng`: names it in the book of mistakes. */
  readonly key: string
  readonly character: string
  /** With its tone mark. */
  readonly pinyin: string
  readonly strokes: number
  /** Where its words are: the half-year, as in `halfYears`. */
  readonly half: HalfYear
}

/** Grade and term: 1 autumn, 2 spring. */
export const halfYears = [
  '1-1',
  '1-2',
  '2-1',
  '2-2',
  '3-1',
  '3-2',
  '4-1',
  '4-2',
  '5-1',
  '5-2',
  '6-1',
  '6-2',
] as const
export type HalfYear = (typeof halfYears)[number]

const read = (half: HalfYear): readonly CharacterItem[] =>
  order[half].split(' ').map((written) => {
    const [, character = '', pinyin = '', strokes = ''] = /^(.)(\D+)(\d+)$/u.exec(written) ?? []
    return { key: `${character} ${pinyin}`, character, pinyin, strokes: Number(strokes), half }
  })

/**
 * The order of the characters: the 300 of the standard of 2022 in grade 1, by strokes; then the 2,500 by how often they are
 * met, as many a half-year as the standard's stages ask (800 to write after grade 2, 1,600 after 4, 2,500 after 6).
 */
export const byHalfYear: Readonly<Record<HalfYear, readonly CharacterItem[]>> = {
  '1-1': read('1-1'),
  '1-2': read('1-2'),
  '2-1': read('2-1'),
  '2-2': read('2-2'),
  '3-1': read('3-1'),
  '3-2': read('3-2'),
  '4-1': read('4-1'),
  '4-2': read('4-2'),
  '5-1': read('5-1'),
  '5-2': read('5-2'),
  '6-1': read('6-1'),
  '6-2': read('6-2'),
}

export const allItems: readonly CharacterItem[] = halfYears.flatMap((half) => byHalfYear[half])

const byKey = new Map(allItems.map((item) => [item.key, item]))
export const itemOf = (key: string): CharacterItem | undefined => byKey.get(key)

/** Each character once, in the order: the strokes lie in files of so many each. */
const eachOnce = [...new Set(allItems.map(({ character }) => character))]
export const characters: readonly string[] = eachOnce
